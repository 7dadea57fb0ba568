//! Table tests over `app::update`, on the host.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

mod harness;

/// Named rows of a table, each a test of its own.
macro_rules! rows {
    ($($name:ident: $row:expr;)+) => {
        $(#[test] fn $name() { drop($row); })+
    };
}

mod attributes;
mod caret;
mod chords;
mod entities;
mod everywhere;
mod history;
mod incoming;
mod layouts;
mod modes;
mod parts;
mod projects;
mod relations;
mod search;
mod selecting;
mod tagging;
mod view;
