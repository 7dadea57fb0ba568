//! Ids for records that are added to a project.

use std::collections::HashSet;

/// Gives each added record of one kind an id of its own.
pub(super) struct FreeIds {
    used: HashSet<String>,
    /// What made ids begin with.
    stem: &'static str,
    next: usize,
}

impl FreeIds {
    /// With the ids that are in use.
    pub(super) fn new<'a>(used: impl Iterator<Item = &'a str>, stem: &'static str) -> Self {
        Self { used: used.map(str::to_owned).collect(), stem, next: 1 }
    }

    /// The wanted id if it is free, otherwise another one.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        if self.used.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        loop {
            let id = format!("{}{}", self.stem, self.next);
            self.next += 1;
            if self.used.insert(id.clone()) {
                return id;
            }
        }
    }

    /// An id like `a-2` for a record whose kind has ids that people read.
    pub(super) fn take_like(&mut self, wanted: &str) -> String {
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
        // There are more numbers than ids.
        all.find(|id| self.used.insert(id.clone())).unwrap_or_default()
    }
}
