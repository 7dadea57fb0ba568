//! Gives the labels of a draft other names.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Draft;
use super::schema::{CompleteSchema, kind_of};
use crate::model::{Label, LabelId};

/// Gives labels other names, by the names that they have. Those with the same name become one: the first, with the attributes of all.
pub(super) fn rename(complete: &mut CompleteSchema, draft: &Draft, names: &BTreeMap<String, String>) {
    if names.is_empty() {
        return;
    }
    let mut kept: Vec<Label> = Vec::new();
    // The labels that are part of another one.
    let mut joined: HashMap<LabelId, LabelId> = HashMap::new();
    for mut label in std::mem::take(&mut complete.schema.labels) {
        if let Some(new) = names.get(&label.name) {
            let is_defined = draft.schema.labels.iter().any(|defined| defined.name == label.name);
            label.name.clone_from(new);
            if !is_defined {
                label.kind = kind_of(new);
            }
        }
        match kept.iter_mut().find(|first| first.name == label.name) {
            Some(first) => {
                joined.insert(label.id, first.id.clone());
                let new = label.attributes.into_iter();
                let new: Vec<_> = new.filter(|attribute| first.attribute(&attribute.name).is_none()).collect();
                first.attributes.extend(new);
            }
            None => kept.push(label),
        }
    }
    for id in complete.labels.values_mut() {
        if let Some(first) = joined.get(id) {
            id.clone_from(first);
        }
    }
    let ids: HashSet<&LabelId> = kept.iter().map(|label| &label.id).collect();
    let is_gone = |id: &LabelId| !ids.contains(id);
    // A type that was for a label which is now part of another one is for all.
    let types = complete.schema.relation_types.iter_mut();
    for kind in types.filter(|kind| kind.from.iter().chain(&kind.to).any(is_gone)) {
        (kind.from, kind.to) = (Vec::new(), Vec::new());
    }
    complete.schema.labels = kept;
}
