//! Exports of the claims board: as a table in CSV, as a page in HTML, and as JSON.
//!
//! They contain the board as it is shown, with its filter and order. They are for reading and for other programs; only
//! the native JSON opens as the project.

mod board_texts;
mod csv;
mod html;
mod json;

#[cfg(test)]
mod tests;

use super::{ExportOptions, Exported, file_name};
use crate::analysis::claims_board::ClaimsBoard;

pub use board_texts::BoardTexts;

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
