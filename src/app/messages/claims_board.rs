//! Texts of the claims board, and of its exports.

use super::relations::INWARDS;
use super::text::{counted, quoted};
use crate::analysis::claims_board::{BoardFigure, BoardSort};
use crate::format::claims_board::{BoardFormat, BoardTexts};
use crate::text::{isolated, shortened};

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
pub fn figures(figures: &[&BoardFigure]) -> String {
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

/// The region of the board.
pub const REGION: &str = "Claims board";
/// The filters.
pub const FILTERS: &str = "Rows shown";
/// Check box: rows whose claims contradict each other.
pub const ONLY_CONFLICTS: &str = "Contradictions";
/// Check box: rows with claims of one article only.
pub const ONLY_ONE_ARTICLE: &str = "In one article only";
/// Check box: rows without a source.
pub const ONLY_UNSOURCED: &str = "Without a source";
/// Select: the entity that a claim mentions, or that is its source.
pub const ENTITY: &str = "Show claims about";
/// No choice of an entity.
pub const ALL_ENTITIES: &str = "Any entity";
/// Select: the value of an attribute.
pub const VALUE: &str = "Show claims with";
/// No choice of a value.
pub const ALL_VALUES: &str = "Any value";
/// Select: the order of rows.
pub const ORDER: &str = "Order of rows";
/// Select: the relation type by which claims are tied.
pub const TIE_BY: &str = "Tie claims by";
/// Button: the texts again.
pub const BACK: &str = "Back to the texts";
/// The group of buttons that download the board.
pub const DOWNLOAD: &str = "Download the board";
/// The same, before the buttons.
pub const SAVE_AS: &str = "Save as:";
/// A board without rows, as the project has no claims.
pub const NO_CLAIMS: &str = "No claims are tagged yet. Tag what an article claims, and relate claims that say the same or contradict each other.";
/// A board without rows, because of the filters.
pub const NONE_SHOWN: &str = "No row passes the filters.";
/// Tooltip of the title of a row.
pub const EDIT_TITLE: &str = "Edit the title of the row";
/// The field for the title of a row.
pub const TITLE: &str = "Title of the row";
/// Button of a claim.
pub const TIE: &str = "Tie";
/// Button of a claim that is picked.
pub const DROP: &str = "Drop";
/// Button of a claim.
pub const PART: &str = "Part";
/// Tooltip of a claim.
pub const SHOW_IN_TEXT: &str = "Show in the text";
/// Before a value that differs from one of another claim of its row.
pub const DIFFERS: &str = "differs: ";
/// The same for the eye.
pub const DIFFERS_SIGN: &str = "≠ ";
/// A cell without claims, for screen readers.
pub const SAYS_NOTHING: &str = "says nothing about it";
/// A cell without claims, for the eye.
pub const SILENT_SIGN: &str = "–";
/// A claim that is tied to the first one of its row only through others.
pub const DISTANT: &str = "tied through other claims";
/// Tooltip of the handle by which a finger drags a claim.
pub const DRAG: &str = "Drag onto another row to tie the claim, or out of its row to part it";
/// Where a claim is dropped to be parted.
pub const DROP_OUTSIDE: &str = "Drop here to part it from its row";
/// Message: the drag was given up, or ended where nothing can be dropped.
pub const NOT_MOVED: &str = "Nothing was tied or parted";
/// The keys of a claim, as `aria-keyshortcuts`.
pub const CLAIM_KEYS: &str = "T P";
/// Message: the claim is picked no more.
pub const DROPPED: &str = "No claim is picked any more";
/// Message: the claim has no relations that could be removed.
pub const NOT_TIED: &str = "These claims are not tied";
/// Message: no relation type of the schema allows claims at both ends.
pub const NO_TYPE: &str = "The schema has no relation type between claims";

/// The name of an order of rows.
pub fn order(sort: BoardSort) -> &'static str {
    match sort {
        BoardSort::Place => "In the order of the texts",
        BoardSort::Conflicts => "Contradictions first",
        BoardSort::Articles => "Most articles first",
    }
}

/// The name of a format.
pub fn format(format: BoardFormat) -> &'static str {
    match format {
        BoardFormat::Html => "Page",
        BoardFormat::Csv => "Table",
        BoardFormat::Json => "JSON",
    }
}

/// What the format is, for a tooltip.
pub fn format_title(format: BoardFormat) -> &'static str {
    match format {
        BoardFormat::Html => "Download as a page to read and print",
        BoardFormat::Csv => "Download as a table for spreadsheets, CSV",
        BoardFormat::Json => "Download as JSON for other programs",
    }
}

/// How many rows are shown.
pub fn shown(shown: usize, all: usize) -> String {
    if shown == all { counted(all, "row", "rows") } else { format!("{shown} of {}", counted(all, "row", "rows")) }
}

/// A claim was picked as the first of two.
pub fn picked(text: &str) -> String {
    format!("Picked {}. Tie it to another claim with T", quoted(&shortened(text, 60)))
}

/// A claim is being dragged.
pub fn dragged(text: &str) -> String {
    format!("Dragging {}. Drop it on a claim of another row, or press Esc", quoted(&shortened(text, 60)))
}

/// The words of a claim at the pointer.
pub fn dragged_words(text: &str) -> String {
    quoted(&shortened(text, 60))
}

/// What dropping a claim on another one does: tie it by this type.
pub fn drop_on(kind: &str) -> String {
    format!("Tie by {}: ", quoted(kind))
}

/// The button that ties a claim, or picks it as the first of two.
pub fn tie(text: &str) -> String {
    format!("{TIE}: {}", quoted(&shortened(text, 60)))
}

/// The button that removes the relations of a claim.
pub fn part(text: &str) -> String {
    format!("{PART}: {}", quoted(&shortened(text, 60)))
}

/// The words of a claim.
pub fn quote(text: &str) -> String {
    quoted(text)
}

/// Who says so.
pub fn speaker(name: &str) -> String {
    format!("— {}", isolated(name))
}

/// The relation type by which claims are tied.
pub fn tie_by(kind: &str) -> String {
    format!("Tie by {}", quoted(kind))
}
