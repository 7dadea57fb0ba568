//! The claims board: which article makes which claim, and how the claims relate.
//!
//! A row is a connected group of claims: annotations whose label is a claim, tied by relations of any type between two
//! of them. A claim without relations is a row of its own. A column is an article. The claims of a row are sorted by
//! article, then by their place, so a cell is a part of that list; an empty cell means that the article is silent.
//!
//! A row has the title that the user gave to the first of its claims that has one (`Annotation::row_title`), else the
//! words of its first claim. So a title goes with its claim, a row that is joined with a titled one gets its title, and
//! both titles are there again when the rows are parted.
//!
//! The board is a function of the project only. It costs O(n log n) in the annotations and relations, plus the number of
//! annotations inside claims. [`BoardBuilder`] keeps what follows from the texts alone, and the rows that have not changed.

mod board;
mod build;
mod claim;
mod entities;
mod figures;
mod found;
mod groups;
mod row;
mod stance;
mod title;
mod view;

#[cfg(test)]
mod tests;

pub use board::ClaimsBoard;
pub use build::{BoardBuilder, claims_board, row_of};
pub use claim::{BoardClaim, Speaker, speaker_attribute};
pub use figures::BoardFigure;
pub use row::Row;
pub use stance::{Role, Stance, role};
pub use view::{BoardFilter, BoardSort, ChoiceFilter, choices};
