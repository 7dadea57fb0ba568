//! Long lists: only the rows near what can be seen are in the DOM, and space stands for all others. Any number of rows costs as
//! much as a few.
//!
//! A row is in the DOM, wherever it is, while it has the focus or the caller wants it shown; scrolling to it shows what is around it.

mod anchor;
mod heights;
mod list_state;
mod row_changes;
mod rows;
mod seen;
mod view;
mod window;

pub(in crate::ui) use rows::{Row, RowPlace, RowSource, Rows};
pub(in crate::ui) use view::LongList;

/// The attribute of the elements of rows that has the index of the row.
const AT: &str = "data-list-row";
