//! The labels of annotations: the value of the feature that has one, or the short name of the type.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cas::{Cas, Feature, Structure};
use super::own::PACKAGE;
use super::types::{GOVERNOR, short_name};
use crate::json::Json;

/// The features that may have the label, the more usual first.
const CANDIDATES: [&str; 2] = ["label", "value"];
/// The features of relations of DKPro Core that may have the label, besides.
const OF_RELATIONS: [&str; 2] = ["relationType", "DependencyType"];
/// The maximum number of labels that a type may have. A feature with more values has something else, such as notes.
const MAX_LABELS: usize = 50;

/// Which feature of each type has the label.
#[derive(Debug)]
pub(super) struct Labels<'a> {
    features: HashMap<&'a str, &'a str>,
}

/// The features of a type that are texts, with their values.
type Values<'a> = BTreeMap<&'a str, HashSet<&'a str>>;

impl<'a> Labels<'a> {
    /// The labels of a CAS.
    pub(super) fn of(cas: &Cas<'a>) -> Self {
        let mut kinds: HashMap<&str, Values<'_>> = HashMap::new();
        for structure in &cas.structures {
            for (name, value) in structure.features() {
                if let Feature::Value(Json::String(text)) = value
                    && !text.is_empty()
                {
                    kinds.entry(structure.kind).or_default().entry(name).or_default().insert(text);
                }
            }
        }
        let features = kinds.iter().filter_map(|(&kind, values)| {
            let is_relation = cas.types.has_feature(kind, GOVERNOR);
            Some((kind, label_feature(kind, values, is_relation)?))
        });
        Self { features: features.collect() }
    }

    /// The feature with the labels of a type, if there is one.
    pub(super) fn feature(&self, kind: &str) -> Option<&'a str> {
        self.features.get(kind).copied()
    }

    /// The label of an annotation.
    pub(super) fn label<'s>(&self, structure: &Structure<'s>) -> &'s str {
        let value = self.feature(structure.kind).and_then(|feature| structure.text(feature));
        value.filter(|value| !value.is_empty()).unwrap_or_else(|| short_name(structure.kind))
    }
}

/// The feature that has the labels of a type. A relation has nothing else in its only text.
fn label_feature<'a>(kind: &str, values: &Values<'a>, is_relation: bool) -> Option<&'a str> {
    let is_known = kind.starts_with(PACKAGE) || short_name(kind) == "NamedEntity";
    let is_label = |name: &&str| values.get(name).is_some_and(|found| is_known || found.len() <= MAX_LABELS);
    let usual = CANDIDATES.into_iter().chain(OF_RELATIONS.into_iter().filter(|_| is_relation)).find(is_label);
    let only = || values.keys().next().copied().filter(|_| is_relation && values.len() == 1).filter(is_label);
    // The name as the file has it.
    usual.and_then(|name| values.keys().find(|key| **key == name).copied()).or_else(only)
}
