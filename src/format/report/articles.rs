//! The articles, and their tags by label.

use super::charts::{Bar, bars, chart};
use super::context::Context;
use super::report_texts::{Counted, Section, Word};
use super::table::{column, number_cell, number_column, row, row_heading, scrolling_chart, table, text_cell};
use crate::format::markup::{Element, Node, element, leaf};
use crate::text::shortened;

/// The length of the name of a label in the heading of a column, in characters; the legend has all of it.
const COLUMN_LABEL: usize = 30;
/// The most articles of a chart.
const MOST_BARS: usize = 40;

/// The counts of the project as one list.
pub(super) fn counts(context: &Context<'_>) -> Element {
    let report = context.report;
    let words = report.articles.iter().map(|one| one.words).sum();
    let counts = [
        (Counted::Articles, report.articles.len()),
        (Counted::Words, words),
        (Counted::Tags, report.project.annotation_count()),
        (Counted::Claims, report.claims()),
        (Counted::Relations, report.project.relations().count()),
        (Counted::Entities, report.entities.len()),
    ];
    let items = counts.map(|(what, count)| leaf("li", (context.texts.count)(what, count)));
    element("ul").class("report-counts").children(items)
}

/// The articles with what is known about them.
pub(super) fn articles(context: &Context<'_>) -> Element {
    if context.report.articles.is_empty() {
        return context.empty(Section::Articles);
    }
    let words = [Word::Number, Word::Title, Word::Source, Word::Date].map(|word| column(context.word(word)));
    let numbers = [Word::Words, Word::Tags].map(|word| number_column(context.word(word)));
    let rows = context.report.articles.iter().enumerate().map(|(at, summary)| {
        let article = &summary.article;
        let language = (!article.language.is_empty()).then(|| article.language.as_str());
        let mut title = row_heading(&article.title);
        title.attributes.extend(language.map(|language| ("lang", language.to_owned())));
        row(vec![
            leaf("td", Context::number(at)).class("report-count"),
            title,
            text_cell(&article.source),
            leaf("td", &*article.date).class("report-date"),
            number_cell(context, summary.words),
            number_cell(context, summary.all_tags()),
        ])
    });
    let caption = (context.texts.caption)(Section::Articles);
    let head = words.into_iter().chain(numbers).collect();
    context.section(Section::Articles).children(table(context, caption, head, rows.collect()))
}

/// Tags per label and article, as bars and as a table.
pub(super) fn tags(context: &Context<'_>) -> Element {
    let (report, by_label) = (context.report, context.report.tags_by_label());
    if by_label.iter().sum::<usize>() == 0 {
        return context.empty(Section::Tags);
    }
    let labels: Vec<(usize, &str)> = (report.project.schema().labels.iter().enumerate())
        .filter(|(at, _)| by_label.get(*at).is_some_and(|count| *count > 0))
        .map(|(at, label)| (at, label.name.as_str()))
        .collect();
    let count = |tags: &[usize], label: usize| tags.get(label).copied().unwrap_or_default();
    let mut head = vec![column(context.word(Word::Article))];
    head.extend(
        labels.iter().map(|(_, name)| number_column(&shortened(name, COLUMN_LABEL)).with("title", *name).dir_auto()),
    );
    head.push(number_column(context.word(Word::All)));
    let cells = |tags: &[usize]| -> Vec<Element> {
        labels
            .iter()
            .map(|(label, _)| number_cell(context, count(tags, *label)))
            .chain([number_cell(context, tags.iter().sum())])
            .collect()
    };
    let rows = report
        .articles
        .iter()
        .enumerate()
        .map(|(at, one)| row(std::iter::once(context.article_row(at)).chain(cells(&one.tags)).collect()));
    let all = row(std::iter::once(leaf("th", context.word(Word::All)).with("scope", "row"))
        .chain(cells(&by_label))
        .collect());
    // The row of all articles is shown even if some of them are not.
    let mut parts = table(context, (context.texts.caption)(Section::Tags), head, rows.collect());
    let foot = element("tfoot").child(all);
    if let Some(Node::Element(table)) = parts.first_mut().and_then(|part| part.children.first_mut()) {
        *table = std::mem::replace(table, element("table")).child(foot);
    }
    context.section(Section::Tags).child(figure(context, &labels)).children(parts)
}

fn figure(context: &Context<'_>, labels: &[(usize, &str)]) -> Element {
    let articles = &context.report.articles;
    let shown: Vec<Bar> = (articles.iter().enumerate().take(MOST_BARS))
        .map(|(at, one)| Bar {
            label: numbered(context, at),
            segments: one.tags.iter().enumerate().map(|(label, count)| (*count, Some(label))).collect(),
        })
        .collect();
    let legend = labels.iter().map(|(label, name)| {
        let swatch = element("span").with("class", format!("label-{label}")).with("aria-hidden", "true");
        element("li").child(swatch).child(leaf("span", *name).dir_auto())
    });
    let legend = element("ul").class("report-legend").children(legend);
    bar_figure(context, Section::Tags, &shown, articles.len()).child(legend)
}

/// The number and the title of an article.
pub(super) fn numbered(context: &Context<'_>, article: usize) -> String {
    let (number, title) = (Context::number(article), context.title(article));
    format!("{number} {title}")
}

/// A chart of bars with its caption. Says how many of all are in it.
pub(super) fn bar_figure(context: &Context<'_>, section: Section, shown: &[Bar], all: usize) -> Element {
    let (content, height) = bars(shown, context.texts.number);
    let caption = (context.texts.caption)(section);
    let greatest = shown.iter().rev().max_by_key(|bar| bar.all());
    let description = greatest.map(|bar| (context.texts.greatest)(&bar.label, &(context.texts.number)(bar.all())));
    let id = [section.id(), "-chart"].concat();
    let svg = chart(&id, caption, &description.unwrap_or_default(), height, content);
    let rest = (all > shown.len()).then(|| leaf("figcaption", (context.texts.charted)(shown.len(), all)));
    element("figure").children(scrolling_chart(context, caption, svg)).children(rest)
}
