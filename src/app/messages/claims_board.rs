//! Texts of the claims board, and of its exports.

use super::relations::INWARDS;
use super::text::counted;
use crate::analysis::claims_board::Figure;
use crate::format::claims_board::BoardTexts;
use crate::text::isolated;

/// The heading of the column with the titles of the rows.
pub const CLAIM: &str = "Claim";
/// A cell without claims.
pub const SILENT: &str = "silent";

/// The texts of the board as a page.
pub const PAGE: BoardTexts = BoardTexts {
    language: "en",
    claim: CLAIM,
    silent: SILENT,
    caption: |board| caption(board.rows.len(), board.articles.len()),
    conflicts: |row| conflicts(row.conflicts),
    figures,
    stance,
    attribute,
};

/// What the table is: "Claims board: 12 rows, 3 articles".
pub fn caption(rows: usize, articles: usize) -> String {
    format!("Claims board: {}, {}", counted(rows, "row", "rows"), counted(articles, "article", "articles"))
}

/// How many relations of a row contradict.
pub fn conflicts(count: usize) -> String {
    counted(count, "contradiction", "contradictions")
}

/// The figures of a row that differ: "23,000 people / about 26,000 people".
pub fn figures(figures: &[&Figure]) -> String {
    figures.iter().map(|figure| isolated(&figure.text)).collect::<Vec<_>>().join(" / ")
}

/// The stance of a claim: the name of the relation type, with an arrow if the relation leads to the claim.
pub fn stance(name: &str, outwards: bool) -> String {
    let name = isolated(name);
    if outwards { name.into_owned() } else { format!("{INWARDS} {name}") }
}

/// An attribute and its value.
pub fn attribute(name: &str, value: &str) -> String {
    format!("{}: {}", isolated(name), isolated(value))
}
