//! Ids made of the names and ids in a file.

use std::collections::HashMap;

use crate::limits::{ID, excess};

/// Gives each record an id of its own.
#[derive(Default)]
pub(in crate::format) struct UniqueIds {
    /// The ids in use, each with the number that is tried next for another one that begins like it.
    used: HashMap<String, u32>,
}

impl UniqueIds {
    /// The wanted id if it can be one and is free; otherwise one that begins like it. `fallback` is used for an empty one.
    pub(in crate::format) fn take(&mut self, wanted: &str, fallback: &str) -> String {
        let wanted = id_of(wanted);
        let stem = if wanted.is_empty() { fallback.to_owned() } else { wanted };
        let mut id = stem.clone();
        if let Some(first) = self.used.get(&stem) {
            let mut number = *first;
            while self.used.contains_key(&id) {
                id = format!("{stem}-{number}");
                number += 1;
            }
            self.used.insert(stem, number);
        }
        self.used.insert(id.clone(), 2);
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
