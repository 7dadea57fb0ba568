//! Exports of the claims board: as a table in CSV, as a page in HTML, and as JSON.
//!
//! They contain the board as it is shown, with its filter and order. They are for reading and for other programs; only
//! the native JSON opens as the project.

mod csv;
mod html;
mod json;

#[cfg(test)]
mod tests;

use super::{ExportOptions, Exported, file_name};
use crate::analysis::claims_board::{ClaimsBoard, Figure, Row};

/// A format for the claims board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardFormat {
    /// A table: one row for each row of the board, one column for each article.
    Csv,
    /// A page that stands alone, to read and to print.
    Html,
    /// All that the board has, for other programs.
    Json,
}

impl BoardFormat {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Html, Self::Csv, Self::Json];

    /// The extension of the files, without the first full stop.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "board.csv",
            Self::Html => "board.html",
            Self::Json => "board.json",
        }
    }

    /// The media type of the files.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Html => "text/html;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

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
    pub figures: fn(&[&Figure]) -> String,
    /// The name of a relation type, and whether the relation leads to the first claim of the row.
    pub stance: fn(&str, bool) -> String,
    /// An attribute and its value.
    pub attribute: fn(&str, &str) -> String,
}

/// The board in a format. `title` is that of the project; `texts` are for [`BoardFormat::Html`].
pub fn export_board(
    title: &str,
    board: &ClaimsBoard,
    format: BoardFormat,
    options: ExportOptions,
    texts: &BoardTexts,
) -> Exported {
    let bytes = match format {
        BoardFormat::Csv => csv::write(board, options),
        BoardFormat::Html => html::write(title, board, texts).into_bytes(),
        BoardFormat::Json => json::write(title, board).into_bytes(),
    };
    Exported { name: file_name(title, format.extension()), mime: format.mime(), bytes, dropped: Vec::new() }
}
