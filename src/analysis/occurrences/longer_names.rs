//! Longer names that are tagged and contain a name: what is part of one of them is a doubtful occurrence.

use std::collections::HashSet;
use std::rc::Rc;

use super::occurrence::MAX_DOUBT_TEXT;
use crate::model::{AnnotationPiece, LabelId, Project};
use crate::text::{Finder, Query, Text, TextRange, shortened, without_invisible};

/// How often names may be in a longer one for it to be looked for around each of their places.
const MAX_AROUND: usize = 4;

/// Collects the longer names that are tagged with a label and contain one of the names.
#[derive(Clone, Debug)]
pub(super) struct LongerNames {
    names: Vec<String>,
    known: HashSet<String>,
    pub(super) found: Vec<LongerName>,
}

impl LongerNames {
    pub(super) fn new(names: &[Query]) -> Self {
        let names = names.iter().map(|name| without_invisible(&name.text).into_owned()).collect();
        Self { names, known: HashSet::new(), found: Vec::new() }
    }

    /// Adds those of some annotations.
    pub(super) fn add(&mut self, project: &Project, piece: &AnnotationPiece, label: &LabelId) {
        for annotation in piece.iter().filter(|one| &one.label == label && one.ranges.len() == 1) {
            let words = without_invisible(&project.exact(annotation)).into_owned();
            let is_longer = |name: &String| words.len() > name.len() && words.contains(name.as_str());
            let is_name = self.names.contains(&words);
            if self.names.iter().any(is_longer) && !is_name && self.known.insert(words.clone()) {
                self.found.push(LongerName::new(words, &self.names));
            }
        }
    }
}

/// A longer name that is tagged.
#[derive(Clone, Debug)]
pub(super) struct LongerName {
    text: String,
    pub(super) shown: Rc<str>,
    /// Where the names are in it: the text before, the name, and the text after. Empty if that is too often.
    around: Vec<[String; 3]>,
}

/// Where a longer name is in an article.
#[derive(Clone, Debug, Default)]
pub(super) enum Inside {
    #[default]
    NotSearched,
    Searching(Finder, Vec<TextRange>),
    Searched(Vec<TextRange>),
}

impl LongerName {
    fn new(text: String, names: &[String]) -> Self {
        let parts = |name: &String| -> Vec<[String; 3]> {
            let split = |(at, _): (usize, &str)| [text[..at].into(), name.clone(), text[at + name.len()..].into()];
            text.match_indices(name.as_str()).take(MAX_AROUND + 1).map(split).collect()
        };
        let around: Vec<_> = names.iter().filter(|name| !name.is_empty()).flat_map(parts).collect();
        let around = if around.len() > MAX_AROUND { Vec::new() } else { around };
        Self { shown: shortened(&text, MAX_DOUBT_TEXT).into(), text, around }
    }

    /// Whether a place is part of this name. Looks only around the place, because there may be many names and a long text; a name
    /// that repeats itself is looked for in the whole text, once. Each call searches a little of it, and returns `None` until
    /// that is complete.
    pub(super) fn contains(&self, text: &Text, place: TextRange, inside: &mut Inside) -> Option<bool> {
        if !self.around.is_empty() {
            let is_here = |[before, name, after]: &[String; 3]| {
                without_invisible(text.slice(place)) == name.as_str() && text.is_between(place, before, after)
            };
            return Some(self.around.iter().any(is_here));
        }
        match inside {
            Inside::NotSearched => {
                *inside = Inside::Searching(Finder::new(Query::words(&self.text)), Vec::new());
                None
            }
            Inside::Searching(finder, found) => {
                if !finder.step(text, usize::MAX, found) {
                    let mut found = std::mem::take(found);
                    found.retain(|range| !text.continues_word(range.end()));
                    *inside = Inside::Searched(found);
                }
                None
            }
            Inside::Searched(found) => {
                let next = found.partition_point(|range| range.end() < place.end());
                Some(found.get(next).is_some_and(|range| range.contains(place)))
            }
        }
    }
}
