//! How much of each article repeats another: a small matrix, or, with many articles, a list of the pairs.

use super::charts::{LEFT, WIDTH, chart, rectangle, row_label, text};
use super::context::Context;
use super::report_texts::{Section, Word};
use super::table::{column, number_column, row, scrolling_chart, table};
use crate::format::markup::{Element, element, leaf};
use crate::order;

use super::articles::numbered;

/// With more articles, there is no matrix.
const MOST_ARTICLES: usize = 12;
/// The most pairs of articles in a list.
const MOST_PAIRS: usize = 1_000;
/// The size of a field of the chart.
const FIELD: (usize, usize) = (42, 28);
/// The opacity of a field of 100 %, so that the number in it can be read.
const OPACITY: f64 = 0.55;

pub(super) fn repetition(context: &Context<'_>) -> Element {
    let count = context.report.articles.len();
    if context.report.repetition.pairs().next().is_none() {
        return context.empty(Section::Repetition);
    }
    let section = context.section(Section::Repetition);
    if count > MOST_ARTICLES {
        return section.children(list(context));
    }
    section.child(element("figure").child(matrix(context, count))).children(matrix_table(context, count))
}

/// The share as text; empty for nothing.
fn shown(context: &Context<'_>, share: f64) -> String {
    if share > 0.0 { (context.texts.percent)(share) } else { String::new() }
}

fn matrix(context: &Context<'_>, count: usize) -> Element {
    let repetition = &context.report.repetition;
    let (width, height) = FIELD;
    let left = |column: usize| (LEFT + column * width) as f64;
    let mut content: Vec<Element> = (0..count).map(|at| centred(left(at), height / 2, &Context::number(at))).collect();
    for article in 0..count {
        let top = height * (article + 1);
        content.push(row_label(&numbered(context, article), top + height / 2));
        for other in 0..count {
            let share = repetition.share(article, other);
            let field = rectangle(left(other) + 1.0, top as f64 + 1.0, width as f64 - 2.0, height as f64 - 2.0);
            let opacity = if share > 0.0 { 0.06 + share.min(1.0) * (OPACITY - 0.06) } else { 0.0 };
            content.push(field.class("report-field").with("fill-opacity", format!("{opacity:.2}")));
            content.push(centred(left(other), top + height / 2, &shown(context, share)));
        }
    }
    let caption = (context.texts.caption)(Section::Repetition);
    let most = (0..count)
        .flat_map(|article| (0..count).map(move |other| (article, other)))
        .filter(|(article, other)| article != other)
        .max_by(|a, b| repetition.share(a.0, a.1).total_cmp(&repetition.share(b.0, b.1)).then(b.cmp(a)));
    let description = most.map(|(article, other)| {
        let pair = [numbered(context, article), numbered(context, other)].join(" → ");
        (context.texts.greatest)(&pair, &(context.texts.percent)(repetition.share(article, other)))
    });
    let id = [Section::Repetition.id(), "-chart"].concat();
    let svg = chart(&id, caption, &description.unwrap_or_default(), height * (count + 1), content);
    debug_assert!(LEFT + MOST_ARTICLES * width <= WIDTH);
    element("div").children(scrolling_chart(context, caption, svg))
}

fn centred(left: f64, middle: usize, words: &str) -> Element {
    text(left + FIELD.0 as f64 / 2.0, middle, words).with("text-anchor", "middle")
}

fn matrix_table(context: &Context<'_>, count: usize) -> Vec<Element> {
    let repetition = &context.report.repetition;
    let other = |at: usize| {
        let hidden = leaf("span", context.title(at)).class("report-hidden").dir_auto();
        column("").text(Context::number(at)).text(" ").child(hidden).class("report-count")
    };
    let mut head = vec![column(context.word(Word::Article))];
    head.extend((0..count).map(other));
    head.push(number_column(context.word(Word::AnyOther)));
    let rows = (0..count).map(|article| {
        let shares =
            (0..count).map(|other| repetition.share(article, other)).chain([repetition.share_anywhere(article)]);
        let cells = shares.map(|share| {
            leaf("td", (context.texts.percent)(share)).class(if share > 0.0 { "report-count" } else { "report-zero" })
        });
        row(std::iter::once(context.article_row(article)).chain(cells).collect())
    });
    table(context, (context.texts.caption)(Section::Repetition), head, rows.collect())
}

/// The pairs of articles with the most in common first.
fn list(context: &Context<'_>) -> Vec<Element> {
    let repetition = &context.report.repetition;
    let mut pairs: Vec<(f64, usize, usize)> =
        repetition.pairs().map(|(article, other)| (repetition.share(article, other), article, other)).collect();
    order::sort_by(&mut pairs, |a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let all = pairs.len();
    let rows = pairs.into_iter().take(MOST_PAIRS).map(|(share, article, other)| {
        let title = leaf("td", numbered(context, other)).dir_auto();
        let share = leaf("td", (context.texts.percent)(share)).class("report-count");
        row(vec![context.article_row(article), title, share])
    });
    let head = vec![
        column(context.word(Word::Article)),
        column(context.word(Word::OtherArticle)),
        number_column(context.word(Word::Share)),
    ];
    let mut parts = table(context, (context.texts.caption)(Section::Repetition), head, rows.collect());
    parts
        .extend((all > MOST_PAIRS).then(|| leaf("p", (context.texts.strongest)(MOST_PAIRS, all)).class("report-note")));
    parts
}
