//! Who is quoted where, and which article mentions which entity.

use super::articles::bar_figure;
use super::charts::Bar;
use super::claims::unsourced;
use super::context::Context;
use super::report_texts::{Counted, Section, Word};
use super::table::{column, number_cell, number_column, row, row_heading, table, text_cell};
use crate::analysis::report::SpokenCount;
use crate::format::markup::{Element, leaf};

/// The most speakers of the chart.
const MOST_BARS: usize = 20;

/// Who makes claims: a chart by number, and a table by article.
pub(super) fn speakers(context: &Context<'_>) -> Element {
    let speakers = &context.report.speakers;
    if speakers.is_empty() {
        return context.empty(Section::Speakers).children(unsourced(context));
    }
    let bars: Vec<Bar> = (speakers.iter().take(MOST_BARS))
        .map(|one| Bar { label: one.name.clone(), segments: vec![(one.count().all(), None)] })
        .collect();
    let figure = bar_figure(context, Section::Speakers, &bars, speakers.len());
    let spoken = |count: SpokenCount| (context.texts.spoken)(count);
    let rows = speakers.iter().map(|one| {
        let cells = articles(
            context,
            &one.articles,
            |count| spoken(*count),
            |at| match one.in_article(at) {
                count if count.all() == 0 => leaf("td", "0").class("report-number"),
                count => leaf("td", spoken(count)),
            },
        );
        let all = leaf("td", (context.texts.number)(one.count().all())).class("report-count");
        row([row_heading(&one.name), all].into_iter().chain(cells).collect())
    });
    let head = head(context, Word::Speaker, &[], Word::Claims);
    let table = table(context, (context.texts.caption)(Section::Speakers), head, rows.collect());
    context.section(Section::Speakers).child(figure).children(table).children(unsourced(context))
}

/// The entities with their mentions by article.
pub(super) fn entities(context: &Context<'_>) -> Element {
    let report = context.report;
    let count = report.unlinked;
    let unlinked = (count > 0).then(|| leaf("p", (context.texts.count)(Counted::Unlinked, count)).class("report-note"));
    if report.entities.is_empty() {
        return context.empty(Section::Entities).children(unlinked);
    }
    let rows = report.entities.iter().map(|one| {
        let label = one.entity.label.as_ref().map(|id| report.project.label_name(id)).unwrap_or_default();
        let cells = articles(
            context,
            &one.articles,
            |count| (context.texts.number)(*count),
            |at| number_cell(context, one.in_article(at)),
        );
        let start = [row_heading(&one.entity.name), text_cell(&label), number_cell(context, one.mentions())];
        row(start.into_iter().chain(cells).collect())
    });
    let head = head(context, Word::Entity, &[Word::Label], Word::Mentions);
    let table = table(context, (context.texts.caption)(Section::Entities), head, rows.collect());
    context.section(Section::Entities).children(table).children(unlinked)
}

fn head(context: &Context<'_>, first: Word, more: &[Word], count: Word) -> Vec<Element> {
    let words = std::iter::once(&first).chain(more).map(|word| column(context.word(*word)));
    let mut head: Vec<Element> = words.chain([number_column(context.word(count))]).collect();
    if context.has_columns() {
        head.extend(context.article_columns());
    } else {
        head.push(column(context.word(Word::Articles)));
    }
    head
}

/// The cells of the articles; with many articles, one cell that lists those with something.
fn articles<T>(
    context: &Context<'_>,
    counts: &[(usize, T)],
    shown: impl Fn(&T) -> String,
    cell: impl Fn(usize) -> Element,
) -> Vec<Element> {
    if context.has_columns() {
        return (0..context.report.articles.len()).map(cell).collect();
    }
    let list: Vec<String> = counts.iter().map(|(at, one)| (context.texts.at_article)(at + 1, &shown(one))).collect();
    vec![leaf("td", list.join(", "))]
}
