//! What contradicts what, and which figures differ.

use super::claims::quote;
use super::context::Context;
use super::report_texts::{Section, Word};
use super::table::{column, row, table};
use crate::analysis::report::{Disagreement, Side};
use crate::format::markup::{Element, element, leaf};
use crate::text::isolated;

pub(super) fn disagreements(context: &Context<'_>) -> Element {
    let all = &context.report.disagreements;
    if all.is_empty() {
        return context.empty(Section::Disagreements);
    }
    let head = [Word::Kind, Word::First, Word::Second].map(|word| column(context.word(word)));
    let rows = all.iter().map(|one| line(context, one)).collect();
    let caption = (context.texts.caption)(Section::Disagreements);
    context.section(Section::Disagreements).children(table(context, caption, head.to_vec(), rows))
}

fn line(context: &Context<'_>, one: &Disagreement) -> Element {
    let kind = leaf("th", (context.texts.disagreement)(one.kind, &one.name)).with("scope", "row").class("report-kind");
    let sides = one.sides.iter().map(|side| cell(context, side));
    row(std::iter::once(kind).chain(sides).collect())
}

fn cell(context: &Context<'_>, side: &Side) -> Element {
    let article = context.report.articles.get(side.article);
    let language = article.map_or("", |one| one.article.language.as_str());
    let mut cell = element("td").class("report-words");
    if !side.figures.is_empty() {
        cell = cell.child(leaf("p", (context.texts.values)(&side.figures)).class("report-value"));
    }
    cell = cell.child(quote(language, &side.quote));
    if !side.speaker.is_empty() {
        cell = cell.child(leaf("p", format!("— {}", isolated(&side.speaker))).class("report-speaker"));
    }
    let number = leaf("span", Context::number(side.article)).class("report-number");
    let title = leaf("span", context.title(side.article)).dir_auto();
    cell.child(element("p").class("report-about").child(number).text(" ").child(title))
}
