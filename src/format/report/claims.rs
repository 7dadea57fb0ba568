//! The claims board: a column for each article, or, with many articles, a list of claims for each row of the board.

use super::context::Context;
use super::report_texts::{Counted, Section, Word};
use super::table::{bodies, column, row, table};
use crate::analysis::claims_board::{BoardClaim, Row, Stance};
use crate::format::markup::{Element, element, leaf};
use crate::model::Article;
use crate::text::isolated;

pub(super) fn claims(context: &Context<'_>) -> Element {
    let board = &context.report.board;
    if board.rows.is_empty() {
        return context.empty(Section::Claims);
    }
    let caption = (context.texts.board.caption)(board);
    let table = if context.has_columns() { by_article(context, &caption) } else { by_row(context, &caption) };
    context.section(Section::Claims).children(table)
}

/// A row for each row of the board, and a column for each article.
fn by_article(context: &Context<'_>, caption: &str) -> Vec<Element> {
    let board = &context.report.board;
    let head = std::iter::once(column(context.texts.board.claim)).chain(context.article_columns());
    let rows = board.rows.iter().map(|one| {
        let cells = board.articles.iter().enumerate().map(|(at, article)| match one.cell(at) {
            [] => leaf("td", context.texts.board.silent).class("report-silent"),
            claims => element("td")
                .class("report-words")
                .children(claims.iter().map(|claim| claim_block(context, article, claim))),
        });
        let heading = element("th").with("scope", "row").children(about_row(context, one));
        row(std::iter::once(heading).chain(cells).collect())
    });
    table(context, caption, head.collect(), rows.collect())
}

/// A group of rows for each row of the board, with one for each claim. Its size is that of the claims, however many articles there are.
fn by_row(context: &Context<'_>, caption: &str) -> Vec<Element> {
    let board = &context.report.board;
    let head = [Word::Article, Word::Claim].map(|word| column(context.word(word)));
    let groups = board.rows.iter().take(context.rows).map(|one| {
        let spread = leaf("span", (context.texts.spread)(one.articles, board.articles.len())).class("report-about");
        let heading = element("th").with("scope", "rowgroup").with("colspan", head.len().to_string());
        let heading = row(vec![heading.children(about_row(context, one)).child(spread)]).class("report-group");
        let claims = one.claims.iter().filter_map(|claim| {
            let article = board.articles.get(claim.column)?;
            let cell = element("td").class("report-words").child(claim_block(context, article, claim));
            Some(row(vec![context.article_row(claim.column), cell]))
        });
        element("tbody").child(heading).children(claims)
    });
    bodies(context, caption, head.to_vec(), groups.collect(), board.rows.len())
}

/// The title of a row, how many of its claims contradict each other, and the figures that differ.
fn about_row(context: &Context<'_>, row: &Row) -> Vec<Element> {
    let mut parts = vec![leaf("span", &*row.title).class("report-title").dir_auto()];
    if row.conflicts > 0 {
        parts.push(leaf("span", (context.texts.board.conflicts)(row)).class("report-conflict"));
    }
    let figures = row.differing_figures();
    if !figures.is_empty() {
        parts.push(leaf("span", (context.texts.board.figures)(&figures)).class("report-about"));
    }
    parts
}

fn claim_block(context: &Context<'_>, article: &Article, claim: &BoardClaim) -> Element {
    let texts = context.texts.board;
    let mut block = element("div").class("report-claim").child(quote(&article.language, &claim.text()));
    if let Some(speaker) = &claim.speaker {
        block = block.child(leaf("p", format!("— {}", isolated(&speaker.name))).class("report-speaker"));
    }
    if let Stance::Related { name, outwards, .. } = &claim.stance {
        block = block.child(leaf("p", (texts.stance)(name, *outwards)).class("report-stance"));
    }
    if !claim.attributes.is_empty() {
        let values: Vec<String> = claim.attributes.iter().map(|(name, value)| (texts.attribute)(name, value)).collect();
        block = block.child(leaf("p", values.join(" · ")).class("report-about"));
    }
    block
}

/// The words of a text of a language.
pub(super) fn quote(language: &str, words: &str) -> Element {
    let quote = leaf("blockquote", format!("“{words}”")).dir_auto();
    if language.is_empty() { quote } else { quote.with("lang", language) }
}

/// How many claims have no source.
pub(super) fn unsourced(context: &Context<'_>) -> Option<Element> {
    let count = context.report.unsourced;
    (count > 0).then(|| leaf("p", (context.texts.count)(Counted::Unsourced, count)).class("report-note"))
}
