//! The texts of the page that are not from the project. The caller has them, as all texts are in `app::messages`.

use crate::analysis::claims_board::{BoardFigure, ClaimsBoard, Row};

/// The texts of the page that are not from the project.
#[derive(Clone, Copy, Debug)]
pub struct BoardTexts {
    /// The language of these texts, as a BCP 47 tag.
    pub language: &'static str,
    /// The heading of the column with the titles of the rows.
    pub claim: &'static str,
    /// What a cell without claims says.
    pub silent: &'static str,
    /// What the table is: how many rows, and how many articles.
    pub caption: fn(&ClaimsBoard) -> String,
    /// How many claims of a row contradict each other.
    pub conflicts: fn(&Row) -> String,
    /// The figures of a row that differ.
    pub figures: fn(&[&BoardFigure]) -> String,
    /// The name of a relation type, and whether the relation leads to the first claim of the row.
    pub stance: fn(&str, bool) -> String,
    /// An attribute and its value.
    pub attribute: fn(&str, &str) -> String,
}
