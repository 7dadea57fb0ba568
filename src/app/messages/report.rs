//! Texts of the report, in the page and as a file.

use super::claims_board;
use crate::analysis::dates::Period;
use crate::analysis::report::{DateMention, DisagreementKind, SpokenCount};
use crate::app::label_colours::{DARK, LIGHT, LabelColours};
use crate::format::report::{Counted, ReportTexts, Section, Word};
use crate::text::isolated;

/// The texts of a report.
pub const REPORT: ReportTexts = ReportTexts {
    board: &claims_board::PAGE,
    title,
    made,
    heading,
    caption,
    note,
    empty,
    word,
    number: grouped,
    count,
    shown,
    charted,
    strongest,
    greatest,
    percent,
    date,
    gap,
    mention,
    spoken,
    at_article,
    spread,
    disagreement,
    values: |values| values.iter().map(|value| isolated(value)).collect::<Vec<_>>().join(" / "),
    colours: |colour| [&LIGHT, &DARK].map(|theme| LabelColours::of(colour, theme).line),
};

/// The heading of the dialog.
pub const HEADING: &str = "Report";
/// Message: the report is there.
pub const READY: &str = "The report is ready";
/// Button: print the report.
pub const PRINT: &str = "Print";
/// Button: save the report as a file.
pub const SAVE: &str = "Save as HTML";

/// The title of the report of a project.
pub fn title(project: &str) -> String {
    format!("Report: {}", isolated(project))
}

/// How far the report has been computed.
pub fn progress(done: usize, all: usize) -> String {
    format!("Comparing the articles: {}", percent(done as f64 / all.max(1) as f64))
}

fn made(at: &str) -> String {
    format!("As of {at}. Made with Crossread.")
}

/// A time in UTC as a report states it: "2026-11-27 22:10 UTC".
pub fn time(rfc3339: &str) -> String {
    match (rfc3339.get(..10), rfc3339.get(11..16)) {
        (Some(day), Some(minute)) => format!("{day} {minute} UTC"),
        _ => rfc3339.to_owned(),
    }
}

fn heading(section: Section) -> &'static str {
    match section {
        Section::Articles => "Articles",
        Section::Claims => "Claims board",
        Section::Disagreements => "Disagreements",
        Section::Speakers => "Who is quoted where",
        Section::Entities => "Entities by article",
        Section::Tags => "Tags by label",
        Section::Repetition => "How much repeats another article",
        Section::Timeline => "Timeline of dates",
    }
}

fn caption(section: Section) -> &'static str {
    match section {
        Section::Articles => "The articles, with their words and tags",
        Section::Claims => "Claims by article",
        Section::Disagreements => "Claims and figures that disagree",
        Section::Speakers => "Claims by speaker",
        Section::Entities => "Mentions of entities by article",
        Section::Tags => "Tags by label and article",
        Section::Repetition => "Share of each article’s words that are in another article too",
        Section::Timeline => "Dates in the order of time",
    }
}

fn note(section: Section) -> &'static str {
    match section {
        Section::Articles | Section::Claims | Section::Entities | Section::Tags => "",
        Section::Disagreements => {
            "Claims that are related as contradicting or updating each other, then tagged figures that cannot both be right \
             though nobody has related them. Figures are shown with their hedges."
        }
        Section::Speakers => "Those who are given as the source of claims.",
        Section::Repetition => {
            "Computed from the texts: sentences that say the same in the same or in other words. Each row is an article, each \
             column the one that it is compared with; where the two are the same, the share that the article says twice."
        }
        Section::Timeline => {
            "The dates of the articles, and the tagged dates as seen from the date of their article. Only days, months and years \
             are placed."
        }
    }
}

fn empty(section: Section) -> &'static str {
    match section {
        Section::Articles => "The project has no articles yet.",
        Section::Claims => "No claims are tagged.",
        Section::Disagreements => {
            "No claims are related as contradicting or updating each other, and no tagged figures disagree."
        }
        Section::Speakers => "No claim has a source.",
        Section::Entities => "The project has no entities.",
        Section::Tags => "Nothing is tagged.",
        Section::Repetition => "No sentence says the same as another.",
        Section::Timeline => "No article has a date, and no dates are tagged.",
    }
}

fn word(word: Word) -> &'static str {
    match word {
        Word::Contents => "Contents",
        Word::Number => "No.",
        Word::Title => "Title",
        Word::Source => "Source",
        Word::Date => "Date",
        Word::Words => "Words",
        Word::Tags => "Tags",
        Word::Article => "Article",
        Word::Articles => "Articles, by number",
        Word::All => "All",
        Word::Share => "Share",
        Word::Kind => "What",
        Word::First => "First statement",
        Word::Second => "Second statement",
        Word::Speaker => "Speaker",
        Word::Claims => "Claims",
        Word::Claim => "Claim",
        Word::Entity => "Entity",
        Word::Label => "Label",
        Word::Mentions => "Mentions",
        Word::When => "When",
        Word::Where => "Named in (article number: words)",
        Word::Unplaced => {
            "Tagged dates that could not be placed: durations, times of day, and dates that depend on what is not known"
        }
        Word::AnyOther => "Any other",
        Word::OtherArticle => "Other article",
        Word::TaggedDate => "tagged date",
        Word::DateOfArticle => "date of the article",
        Word::Sideways => "The chart is wider than the window: scroll it sideways.",
    }
}

/// A number with a comma after each thousand.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

/// A count with its noun, for large numbers.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

fn count(what: Counted, count: usize) -> String {
    match what {
        Counted::Articles => counted(count, "article", "articles"),
        Counted::Words => counted(count, "word", "words"),
        Counted::Tags => counted(count, "tag", "tags"),
        Counted::Claims => counted(count, "claim", "claims"),
        Counted::Relations => counted(count, "relation", "relations"),
        Counted::Entities => counted(count, "entity", "entities"),
        Counted::Unsourced => format!("{} without a source.", counted(count, "claim", "claims")),
        Counted::Unlinked => format!("{} not linked to an entity.", counted(count, "tag", "tags")),
    }
}

fn shown(shown: usize, all: usize) -> String {
    format!("The first {shown} of {}. The saved file has all of them.", counted(all, "row", "rows"))
}

fn charted(shown: usize, all: usize) -> String {
    format!("The first {} of {}. The table has all of them.", grouped(shown), grouped(all))
}

fn strongest(shown: usize, all: usize) -> String {
    format!("The {shown} pairs with the most in common, of {}.", grouped(all))
}

fn greatest(name: &str, value: &str) -> String {
    format!("The greatest: {}, {value}. The table below has the numbers.", isolated(name))
}

fn percent(share: f64) -> String {
    match share {
        share if share > 0.0 && share < 0.005 => "< 1 %".to_owned(),
        share => format!("{:.0} %", share * 100.0),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn date(period: Period) -> String {
    let month = |month: i64| usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    match period.date() {
        Some((year, Some(of), Some(day))) => format!("{day} {} {year}", month(of)),
        Some((year, Some(of), None)) => format!("{} {year}", month(of)),
        Some((year, ..)) => year.to_string(),
        None => String::new(),
    }
}

/// The units of a gap in days, the longest first, with the least number of days for which each is used.
const GAPS: [(i64, f64, &str, &str); 3] =
    [(700, 365.25, "year", "years"), (60, 30.44, "month", "months"), (0, 1.0, "day", "days")];

fn gap(days: i64) -> String {
    let unit = GAPS.iter().find(|(least, ..)| days >= *least).unwrap_or(&GAPS[2]);
    let count = (days as f64 / unit.1).round() as usize;
    format!("{} later", counted(count, unit.2, unit.3))
}

fn mention(mention: &DateMention) -> String {
    let words = match mention.words.as_str() {
        "" => "date of the article".to_owned(),
        words => format!("“{}”", isolated(words)),
    };
    if mention.count > 1 { format!("{words} × {}", mention.count) } else { words }
}

fn spoken(count: SpokenCount) -> String {
    let parts = [(count.direct, "direct"), (count.indirect, "indirect")];
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, how)| format!("{count} {how}")).collect();
    if parts.is_empty() { count.all().to_string() } else { format!("{} ({})", count.all(), parts.join(", ")) }
}

fn at_article(number: usize, text: &str) -> String {
    format!("{number}: {text}")
}

fn spread(count: usize, all: usize) -> String {
    format!("in {count} of {}", counted(all, "article", "articles"))
}

fn disagreement(kind: DisagreementKind, name: &str) -> String {
    match kind {
        DisagreementKind::Figures => "figures differ".to_owned(),
        DisagreementKind::Contradicts | DisagreementKind::Updates => isolated(name).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_gaps_are_in_words() {
        let shown = |text: &str| Period::parse(text).map(date).unwrap_or_default();
        assert_eq!(
            [shown("2021-11-28"), shown("2020-02"), shown("1969")],
            ["28 November 2021", "February 2020", "1969"]
        );
        assert_eq!(
            [gap(59), gap(60), gap(365), gap(731)],
            ["59 days later", "2 months later", "12 months later", "2 years later"]
        );
        assert_eq!(time("2026-11-27T22:10:59.123Z"), "2026-11-27 22:10 UTC");
        assert_eq!(time("never"), "never");
    }

    #[test]
    fn thousands_are_separated() {
        assert_eq!([grouped(999), grouped(1000), grouped(1_234_056)], ["999", "1,000", "1,234,056"]);
        assert_eq!(count(Counted::Words, 2170), "2,170 words");
    }

    #[test]
    fn counts_say_how() {
        let spoken = |direct, indirect, other| spoken(SpokenCount { direct, indirect, other });
        assert_eq!(
            [spoken(2, 1, 0), spoken(0, 1, 2), spoken(0, 0, 2)],
            ["3 (2 direct, 1 indirect)", "3 (1 indirect)", "2"]
        );
        assert_eq!([percent(0.0), percent(0.001), percent(0.456), percent(1.0)], ["0 %", "< 1 %", "46 %", "100 %"]);
    }
}
