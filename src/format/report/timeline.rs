//! Dates in the order of time.

use super::articles::bar_figure;
use super::charts::{Bar, LEFT, WIDTH, chart, line, number, rectangle, row_label, text};
use super::context::Context;
use super::report_texts::{Section, Word};
use super::table::{column, row, scrolling_chart, table};
use crate::analysis::report::{DateGroup, DateMention};
use crate::format::markup::{Element, element, leaf};

/// The most dates of the chart, and the most articles for which it has a column each.
const MOST_DATES: usize = 40;
const MOST_ARTICLES: usize = 12;
/// The height of a row, and of a gap between two dates that are far apart.
const ROW: usize = 24;
/// From so many days between two dates, the chart says how many.
const GAP: i64 = 45;

pub(super) fn timeline(context: &Context<'_>) -> Element {
    let timeline = &context.report.timeline;
    if timeline.groups.is_empty() && timeline.unplaced.is_empty() {
        return context.empty(Section::Timeline);
    }
    let mut section = context.section(Section::Timeline);
    if !timeline.groups.is_empty() {
        let figure = if context.report.articles.len() <= MOST_ARTICLES { dots(context) } else { bars(context) };
        let rows = timeline.groups.iter().map(|group| date_row(context, group));
        let head = [Word::When, Word::Where].map(|word| column(context.word(word)));
        let table = table(context, (context.texts.caption)(Section::Timeline), head.to_vec(), rows.collect());
        section = section.child(figure).children(table);
    }
    if !timeline.unplaced.is_empty() {
        let rows = by_article(&timeline.unplaced)
            .into_iter()
            .map(|mentions| row(vec![context.article_row(mentions[0].article), words(context, mentions)]));
        let head = [Word::Article, Word::Tags].map(|word| column(context.word(word)));
        section = section.children(table(context, context.word(Word::Unplaced), head.to_vec(), rows.collect()));
    }
    section
}

fn by_article(mentions: &[DateMention]) -> Vec<&[DateMention]> {
    mentions.chunk_by(|a, b| a.article == b.article).collect()
}

/// The words of mentions in one article.
fn words(context: &Context<'_>, mentions: &[DateMention]) -> Element {
    let words: Vec<String> = mentions.iter().map(context.texts.mention).collect();
    leaf("td", words.join(", "))
}

fn date_row(context: &Context<'_>, group: &DateGroup) -> Element {
    let articles = by_article(&group.mentions).into_iter().map(|mentions| {
        let words: Vec<String> = mentions.iter().map(context.texts.mention).collect();
        leaf("li", (context.texts.at_article)(mentions[0].article + 1, &words.join(", ")))
    });
    let date = leaf("th", (context.texts.date)(group.period)).with("scope", "row");
    row(vec![date, element("td").child(element("ul").children(articles))])
}

/// A chart with a row for each date and a column for each article.
fn dots(context: &Context<'_>) -> Element {
    let (groups, count) = (&context.report.timeline.groups, context.report.articles.len());
    let step = ((WIDTH - LEFT - 20) / count.max(1)).min(90);
    let centre = |article: usize| (LEFT + article * step + step / 2) as f64;
    let mut content: Vec<Element> =
        (0..count).map(|at| text(centre(at), ROW / 2, &Context::number(at)).with("text-anchor", "middle")).collect();
    let mut top = ROW;
    let mut before: Option<i64> = None;
    for group in groups.iter().take(MOST_DATES) {
        let gap = before.map_or(0, |before| group.period.first - before);
        if gap >= GAP {
            let middle = top + ROW / 2;
            content.push(
                line((LEFT as f64, middle as f64), ((LEFT + count * step) as f64, middle as f64)).class("report-gap"),
            );
            content.push(row_label(&(context.texts.gap)(gap), middle).class("report-quiet"));
            top += ROW;
        }
        before = Some(group.period.last);
        let middle = top + ROW / 2;
        content.push(row_label(&(context.texts.date)(group.period), middle));
        content.push(
            line((LEFT as f64, middle as f64), ((LEFT + count * step) as f64, middle as f64)).class("report-line"),
        );
        for mentions in by_article(&group.mentions) {
            content.extend(dot(centre(mentions[0].article), middle, mentions));
        }
        top += ROW;
    }
    let caption = (context.texts.caption)(Section::Timeline);
    let busiest = groups.iter().rev().max_by_key(|group| total(group));
    let description = busiest.map(|group| {
        (context.texts.greatest)(&(context.texts.date)(group.period), &(context.texts.number)(total(group)))
    });
    let id = [Section::Timeline.id(), "-chart"].concat();
    let svg = chart(&id, caption, &description.unwrap_or_default(), top, content);
    let rest =
        (groups.len() > MOST_DATES).then(|| leaf("figcaption", (context.texts.charted)(MOST_DATES, groups.len())));
    let legend =
        [("report-tagged", Word::TaggedDate), ("report-published", Word::DateOfArticle)].map(|(class, word)| {
            element("li").child(element("span").class(class).with("aria-hidden", "true")).text(context.word(word))
        });
    let legend = element("ul").class("report-legend").children(legend);
    element("figure").children(scrolling_chart(context, caption, svg)).child(legend).children(rest)
}

/// A dot for the tags, with their number if there are several, and a frame for the date of the article.
fn dot(x: f64, middle: usize, mentions: &[DateMention]) -> Vec<Element> {
    let tagged: usize = mentions.iter().filter(|one| !one.words.is_empty()).map(|one| one.count).sum();
    let mut parts = Vec::new();
    if mentions.iter().any(|one| one.words.is_empty()) {
        parts.push(rectangle(x - 8.0, middle as f64 - 8.0, 16.0, 16.0).class("report-frame"));
    }
    if tagged > 0 {
        let circle = element("circle").with("cx", number(x)).with("cy", middle.to_string()).with("r", "5");
        parts.push(circle.class("report-bar"));
    }
    if tagged > 1 {
        parts.push(text(x + 11.0, middle, &tagged.to_string()));
    }
    parts
}

fn total(group: &DateGroup) -> usize {
    group.mentions.iter().map(|one| one.count).sum()
}

/// With many articles: how often each date is named.
fn bars(context: &Context<'_>) -> Element {
    let groups = &context.report.timeline.groups;
    let bar =
        |group: &DateGroup| Bar { label: (context.texts.date)(group.period), segments: vec![(total(group), None)] };
    let shown: Vec<Bar> = groups.iter().take(MOST_DATES).map(bar).collect();
    bar_figure(context, Section::Timeline, &shown, groups.len())
}
