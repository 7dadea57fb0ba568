//! Tables of a report.

use super::context::Context;
use super::report_texts::Word;
use crate::format::markup::{Element, element, leaf};

/// A table with a caption, in a part of the page that scrolls if the table is too wide. Says how many rows are left out.
pub(super) fn table(context: &Context<'_>, caption: &str, head: Vec<Element>, rows: Vec<Element>) -> Vec<Element> {
    let all = rows.len();
    let body = element("tbody").children(rows.into_iter().take(context.rows));
    bodies(context, caption, head, vec![body], all)
}

/// The same with several bodies, of which `all` were there.
pub(super) fn bodies(
    context: &Context<'_>,
    caption: &str,
    head: Vec<Element>,
    bodies: Vec<Element>,
    all: usize,
) -> Vec<Element> {
    let head = element("thead").child(row(head));
    let table = element("table").child(leaf("caption", caption)).child(head).children(bodies);
    let rest = (all > context.rows).then(|| leaf("p", (context.texts.shown)(context.rows, all)).class("report-note"));
    std::iter::once(scrolling(caption, table)).chain(rest).collect()
}

/// A chart in a part of the page that scrolls where it is too narrow, with a hint that it does.
pub(super) fn scrolling_chart(context: &Context<'_>, name: &str, chart: Element) -> Vec<Element> {
    let hint = leaf("p", context.word(Word::Sideways)).class("report-hint");
    vec![hint, scrolling(name, chart)]
}

/// A part of the page that scrolls, also with keys.
pub(super) fn scrolling(name: &str, content: Element) -> Element {
    element("div")
        .class("report-scroll")
        .with("role", "group")
        .with("aria-label", name)
        .with("tabindex", "0")
        .child(content)
}

pub(super) fn row(cells: Vec<Element>) -> Element {
    element("tr").children(cells)
}

/// The heading of a column.
pub(super) fn column(text: &str) -> Element {
    leaf("th", text).with("scope", "col")
}

/// The heading of a column of numbers.
pub(super) fn number_column(text: &str) -> Element {
    column(text).class("report-count")
}

/// The heading of a row, with a text of the project.
pub(super) fn row_heading(text: &str) -> Element {
    leaf("th", text).with("scope", "row").dir_auto()
}

/// A cell with a text of the project.
pub(super) fn text_cell(text: &str) -> Element {
    leaf("td", text).dir_auto()
}

/// A cell with a number; 0 is quiet.
pub(super) fn number_cell(context: &Context<'_>, number: usize) -> Element {
    leaf("td", (context.texts.number)(number)).class(if number == 0 { "report-zero" } else { "report-count" })
}
