//! Ids made of the names and ids in a file.

use std::collections::HashSet;

use crate::limits::{ID, excess};

/// Gives each record an id of its own.
#[derive(Default)]
pub(in crate::format) struct UniqueIds {
    used: HashSet<String>,
}

impl UniqueIds {
    /// The wanted id if it can be one and is free; otherwise one that begins like it. `fallback` is used for an empty one.
    pub(in crate::format) fn take(&mut self, wanted: &str, fallback: &str) -> String {
        let wanted = id_of(wanted);
        let stem = if wanted.is_empty() { fallback.to_owned() } else { wanted };
        let mut id = stem.clone();
        let mut number = 2;
        while !self.used.insert(id.clone()) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        id
    }
}

/// A text as an id: without spaces and control characters, and not too long.
fn id_of(text: &str) -> String {
    let can_be_one = |c: char| !c.is_whitespace() && !c.is_control();
    if excess(text, ID).is_none() && text.chars().all(can_be_one) {
        return text.to_owned();
    }
    let short = text.trim().chars().take(ID / 2);
    short.map(|c| if can_be_one(c) { c } else { '-' }).collect()
}
