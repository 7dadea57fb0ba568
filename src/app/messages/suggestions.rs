//! Texts about suggestions: what they propose, and why.

use super::formats::title;
use super::text::{counted, quoted};
use crate::analysis::suggestions::{Attribution, ClaimFeature, SpokenBy, SuggestionReason};
use crate::format::CATALOGUE;
use crate::json::show_number;
use crate::text::isolated;

/// Why something is suggested.
pub fn reason(reason: &SuggestionReason) -> String {
    match reason {
        SuggestionReason::Predicted { source, model, score } => predicted(source, model, *score),
        SuggestionReason::Name { label } => format!("Looks like a name: {}", isolated(label)),
        SuggestionReason::Date => "Looks like a date".to_owned(),
        SuggestionReason::Quantity => "Looks like a quantity".to_owned(),
        SuggestionReason::Tagged { text, label, count } => {
            let times = if *count == 1 { "once".to_owned() } else { counted(*count, "time", "times") };
            format!("{} is tagged as {} {times}", quoted(text), isolated(label))
        }
        SuggestionReason::Disagree { first, second, counted, event, date } => {
            let parts = [counted.as_str(), measured(event), date.as_str()];
            let what: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).map(isolated).collect();
            let both = if what.is_empty() { String::new() } else { format!(", both {}", what.join(" ")) };
            format!("{} and {}{both}", isolated(first), isolated(second))
        }
        SuggestionReason::SameSentence { differing: 0 } => "The same sentence".to_owned(),
        SuggestionReason::SameSentence { differing } => {
            format!("The same sentence but for {}", counted(*differing, "word", "words"))
        }
        SuggestionReason::SameDetails { details } => format!("The same names and numbers: {}", listed(details)),
        SuggestionReason::SameWords { words } => format!("Words in common: {}", listed(words)),
        SuggestionReason::OneEntity { name, forms } if forms.is_empty() => format!("The same name: {}", isolated(name)),
        SuggestionReason::OneEntity { name, forms } => format!("{} is also called {}", isolated(name), listed(forms)),
        SuggestionReason::DescribedOtherwise { name, description, others } => {
            let others: Vec<String> = others.iter().map(|one| quoted(one)).collect();
            format!("{} is {} here, {} elsewhere", isolated(name), quoted(description), others.join(", "))
        }
        SuggestionReason::Negated => "Nearly the same words, but one of the two says that it is not so".to_owned(),
        SuggestionReason::Newer { newer, former } => format!("{} is later than {}", isolated(newer), isolated(former)),
        SuggestionReason::Quoted { name } => format!("Reports what {} says there in direct speech", isolated(name)),
        SuggestionReason::Evidence { cue } => format!("Gives a reason or evidence: {}", quoted(cue)),
        SuggestionReason::Grounds { stated } => format!("Gives grounds for {}", quoted(stated)),
        SuggestionReason::Instance { figure } => format!("Gives a figure for it: {}", isolated(figure)),
        SuggestionReason::Compatible { words } => format!("Another source says what fits: {}", listed(words)),
        SuggestionReason::CheckWorthy(features) => check_worthy(features),
        SuggestionReason::Speech(by) => spoken_by(by),
    }
}

/// Which model proposes it, and how sure it is: "model-v2, 0.87 (Label Studio)".
fn predicted(source: &str, model: &str, score: Option<f64>) -> String {
    let model = if model.is_empty() { "Unnamed model".to_owned() } else { isolated(model).into_owned() };
    let score = score.map_or_else(String::new, |score| format!(", {}", score_text(score)));
    let source = CATALOGUE.iter().find(|format| format.name == source).map_or(source, |format| title(format.name));
    let source = if source.is_empty() { String::new() } else { format!(" ({})", isolated(source)) };
    format!("{model}{score}{source}")
}

/// A score of another tool with up to four digits behind the point.
fn score_text(score: f64) -> String {
    let rounded = (score * 1e4).round() / 1e4;
    if rounded.is_finite() && score.abs() < 1e12 { show_number(rounded) } else { show_number(score) }
}

/// What happens to what figures count, or what they measure.
fn measured(event: &str) -> &'static str {
    match event {
        "die" => "who died",
        "injure" => "injured",
        "missing" => "missing",
        "survive" => "rescued",
        "arrest" => "arrested",
        "charge" => "charged",
        "arrive" => "arriving or crossing",
        "flee" => "who fled",
        "attend" => "taking part",
        "limit" => "allowed",
        "aboard" => "on board",
        "sentence" => "of the sentence",
        "vote" => "voting",
        "redundancy" => "made redundant",
        "employ" => "employed",
        "destroy" => "destroyed",
        "damage" => "damaged",
        "fine" => "of the fine",
        "revenue" => "of revenue",
        "sales" => "of sales",
        "profit" => "of profit",
        "loss" => "of loss",
        "price" => "of cost or price",
        "debt" => "of debt",
        "deficit" => "of the deficit",
        "tax" => "of tax",
        "pay" => "of pay",
        "turnout" => "of turnout",
        "speed" => "of speed",
        "temperature" => "of temperature",
        _ => "",
    }
}

/// Texts of articles, separated by commas.
fn listed(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| isolated(text)).collect();
    texts.join(", ")
}

/// What makes a sentence worth checking: "has figures, a comparison".
fn check_worthy(features: &[ClaimFeature]) -> String {
    let words: Vec<&str> = features.iter().filter_map(|&feature| claim_feature(feature)).collect();
    match words.is_empty() {
        true => "A statement".to_owned(),
        false => format!("A statement with {}", words.join(", ")),
    }
}

fn claim_feature(feature: ClaimFeature) -> Option<&'static str> {
    Some(match feature {
        ClaimFeature::Figure => "a figure",
        ClaimFeature::Figures => "figures",
        ClaimFeature::Name => "a name",
        ClaimFeature::Names => "names",
        ClaimFeature::Date => "a date",
        ClaimFeature::Saying => "a source",
        ClaimFeature::Comparison => "a comparison",
        ClaimFeature::Cause => "a cause",
        ClaimFeature::Superlative => "a superlative",
        ClaimFeature::Change => "a change",
        ClaimFeature::Act => "an action",
        ClaimFeature::Possibility => "a possibility",
        ClaimFeature::Wish => "a demand",
        ClaimFeature::Past
        | ClaimFeature::Long
        | ClaimFeature::Short
        | ClaimFeature::Quoted
        | ClaimFeature::Opinion
        | ClaimFeature::Heading
        | ClaimFeature::Question => return None,
    })
}

/// Who says something: "Quotation of Priti Patel (“said”)".
fn spoken_by(by: &SpokenBy) -> String {
    let what = match by.attribution {
        Attribution::Direct => "Quotation of",
        Attribution::Indirect => "Reported statement of",
    };
    let cue = if by.cue.is_empty() { String::new() } else { format!(" ({})", quoted(&by.cue)) };
    format!("{what} {}{cue}", isolated(&by.name))
}

/// A note on an entity about a description that conflicts with what others say of it.
pub fn conflict_note(description: &str, others: &[String]) -> String {
    let others: Vec<String> = others.iter().map(|one| quoted(one)).collect();
    format!("{} here; elsewhere {}", quoted(description), others.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_says_how_often_its_text_is_tagged() {
        let words =
            |count| reason(&SuggestionReason::Tagged { text: "UK".to_owned(), label: "Location".to_owned(), count });
        assert_eq!(words(1), "“UK” is tagged as Location once");
        assert_eq!(words(4), "“UK” is tagged as Location 4 times");
    }

    #[test]
    fn a_repeat_says_what_both_sides_have_in_common() {
        let same = |differing| reason(&SuggestionReason::SameSentence { differing });
        assert_eq!(same(0), "The same sentence");
        assert_eq!(same(4), "The same sentence but for 4 words");
        let details = vec!["Calais".to_owned(), "27".to_owned()];
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(reason(&SuggestionReason::SameDetails { details })), "The same names and numbers: Calais, 27");
    }

    #[test]
    fn a_support_says_by_what_it_was_found() {
        let plain = |one: SuggestionReason| reason(&one).replace(['\u{2068}', '\u{2069}'], "");
        let s = str::to_owned;
        let cases = [
            (SuggestionReason::Evidence { cue: s("records showed") }, "Gives a reason or evidence: “records showed”"),
            (SuggestionReason::Grounds { stated: s("denied") }, "Gives grounds for “denied”"),
            (SuggestionReason::Instance { figure: s("23,000") }, "Gives a figure for it: 23,000"),
            (
                SuggestionReason::Compatible { words: vec![s("bridge"), s("bolts")] },
                "Another source says what fits: bridge, bolts",
            ),
        ];
        for (one, words) in cases {
            assert_eq!(plain(one), words);
        }
    }

    #[test]
    fn a_disagreement_says_what_both_figures_measure() {
        let words = |counted: &str, event: &str, date: &str| {
            let (first, second) = ("23,000".to_owned(), "26,000".to_owned());
            let (counted, event, date) = (counted.to_owned(), event.to_owned(), date.to_owned());
            reason(&SuggestionReason::Disagree { first, second, counted, event, date })
        };
        assert_eq!(
            words("people", "arrive", "this year"),
            "23,000 and 26,000, both people arriving or crossing this year"
        );
        assert_eq!(words("", "", ""), "23,000 and 26,000");
    }
}
