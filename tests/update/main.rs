//! Table tests of `app::update`, on the host.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

mod harness;

/// The rows of a table; each is a separate test.
macro_rules! rows {
    ($($name:ident: $row:expr;)+) => {
        $(#[test] fn $name() { drop($row); })+
    };
}

mod active_label;
mod attributes;
mod caret;
mod chords;
mod claims_board;
mod entities;
mod exporting;
mod follow;
mod history;
mod incoming;
mod keyboard_layouts;
mod layouts;
mod modes;
mod occurrences;
mod opening;
mod parts;
mod predictions;
mod projects;
mod relations;
mod report;
mod review;
mod search;
mod selecting;
mod suggestions;
mod tagging;
mod view;
