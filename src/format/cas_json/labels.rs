//! The labels of annotations: the value of the feature that has one, or the short name of the type.

use std::collections::{HashMap, HashSet};

use super::cas::{Cas, Structure};
use super::own::PACKAGE;
use super::types::short_name;

/// The features that may have the label, the more usual first.
const CANDIDATES: [&str; 2] = ["label", "value"];
/// The features of relations of DKPro Core and INCEpTION that may have the label.
const RELATION_CANDIDATES: [&str; 4] = ["label", "value", "relationType", "DependencyType"];
/// The maximum number of labels that a type may have. A feature with more values has something else, such as notes.
const MAX_LABELS: usize = 50;

/// Which feature of each type has the label.
#[derive(Debug)]
pub(super) struct Labels {
    features: HashMap<String, &'static str>,
}

impl Labels {
    /// The labels of a CAS.
    pub(super) fn of(cas: &Cas<'_>) -> Self {
        let mut values: HashMap<(&str, &'static str), HashSet<&str>> = HashMap::new();
        for structure in &cas.structures {
            for name in RELATION_CANDIDATES {
                if let Some(value) = structure.text(name).filter(|value| !value.is_empty()) {
                    values.entry((structure.kind, name)).or_default().insert(value);
                }
            }
        }
        let kinds: HashSet<&str> = values.keys().map(|(kind, _)| *kind).collect();
        let feature = |kind: &str| {
            let is_relation = cas.types.has_feature(kind, super::types::GOVERNOR);
            let candidates = if is_relation { &RELATION_CANDIDATES[..] } else { &CANDIDATES };
            let is_label = |name: &&&'static str| {
                let found = values.get(&(kind, **name)).map_or(0, HashSet::len);
                found > 0 && (found <= MAX_LABELS || kind.starts_with(PACKAGE) || short_name(kind) == "NamedEntity")
            };
            candidates.iter().find(is_label).copied()
        };
        let features = kinds.iter().filter_map(|kind| Some(((*kind).to_owned(), feature(kind)?)));
        Self { features: features.collect() }
    }

    /// The feature with the labels of a type, if there is one.
    pub(super) fn feature(&self, kind: &str) -> Option<&'static str> {
        self.features.get(kind).copied()
    }

    /// The label of an annotation.
    pub(super) fn label<'a>(&self, structure: &Structure<'a>) -> &'a str {
        let value = self.feature(structure.kind).and_then(|feature| structure.text(feature));
        value.filter(|value| !value.is_empty()).unwrap_or_else(|| short_name(structure.kind))
    }
}
