//! The names of labels and relation types in files that have no ids of them.

use std::collections::HashMap;
use std::hash::Hash;

use crate::model::{LabelId, RelationTypeId, Schema};

/// A name for each label and relation type, which differs from the others: its name, or its id where several have the same name or
/// none.
pub(super) struct ExportNames {
    labels: HashMap<LabelId, String>,
    relation_types: HashMap<RelationTypeId, String>,
}

impl ExportNames {
    pub(super) fn of(schema: &Schema) -> Self {
        let labels = schema.labels.iter().map(|label| (&label.id, label.id.as_str(), label.name.as_str()));
        let types = schema.relation_types.iter().map(|kind| (&kind.id, kind.id.as_str(), kind.name.as_str()));
        Self { labels: unique(labels), relation_types: unique(types) }
    }

    /// The name of a label.
    pub(super) fn label(&self, id: &LabelId) -> &str {
        self.labels.get(id).map_or("", String::as_str)
    }

    /// The name of a relation type.
    pub(super) fn relation_type(&self, id: &RelationTypeId) -> &str {
        self.relation_types.get(id).map_or("", String::as_str)
    }
}

/// For each key, the name, or the id where several have the same name or none: given as key, id and name.
pub(super) fn unique<'a, K: Clone + Eq + Hash + 'a>(
    all: impl Iterator<Item = (&'a K, &'a str, &'a str)>,
) -> HashMap<K, String> {
    let all: Vec<_> = all.collect();
    let mut uses: HashMap<&str, usize> = HashMap::new();
    all.iter().for_each(|(_, _, name)| *uses.entry(name).or_default() += 1);
    let is_own = |name: &str| !name.trim().is_empty() && uses.get(name) == Some(&1);
    let mut names = HashMap::new();
    for (key, id, name) in all {
        let mut unique = if is_own(name) { name } else { id }.to_owned();
        while !is_own(name) && uses.contains_key(unique.as_str()) {
            unique.push('_');
        }
        names.insert(key.clone(), unique);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Colour, Label, LabelKind};

    #[test]
    fn names_that_are_not_unique_are_replaced_by_ids() {
        let label = |id: &str, name: &str| Label { id: id.into(), ..Label::new(LabelKind::Other, name, Colour(0)) };
        let labels = vec![label("a", "One"), label("b", "Two"), label("c", "Two"), label("d", " "), label("Two", " ")];
        let names = ExportNames::of(&Schema { labels: labels.clone(), ..Schema::default() });
        let all: Vec<_> = labels.iter().map(|label| names.label(&label.id)).collect();
        assert_eq!(all, ["One", "b", "c", "d", "Two_"]);
    }
}
