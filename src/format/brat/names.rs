//! The names under which types, attributes and values are stored, with what `visual.conf` shows for them.
//!
//! Stored names consist of letters of ASCII, digits, `_` and `-`. A name that does not is stored by the rule of brat, and shown as it
//! is. `visual.conf` has one list for all, so a name that means something else elsewhere gets a number.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::kinds::{Form, is_name, is_name_of, name_of};
use crate::model::{AttributeKind, AttributeValue, LabelId, Project, RelationType, RelationTypeId, Schema};

/// The stored names of a project.
#[derive(Default)]
pub(super) struct Names {
    labels: HashMap<LabelId, String>,
    relation_types: HashMap<RelationTypeId, String>,
    attributes: HashMap<String, String>,
    values: HashMap<String, String>,
    /// What is shown, by stored name: the long name and a short one.
    shown: BTreeMap<String, (String, String)>,
    /// The stored names of each section.
    taken: HashSet<(Section, String)>,
}

/// A section of `annotation.conf`, in which each name is once.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Section {
    Types,
    /// Those of different forms may have the same name.
    Relations(Form),
    Attributes,
    Values,
}

impl Names {
    /// The names for everything in a project.
    pub(super) fn new(project: &Project) -> Self {
        let mut names = Self::default();
        let schema = project.schema();
        for label in &schema.labels {
            let wanted = if is_name(label.id.as_str()) { label.id.to_string() } else { name_of(&label.name) };
            let stored = names.take(&Section::Types, &wanted, &label.name, &label.short);
            names.labels.insert(label.id.clone(), stored);
        }
        for kind in &schema.relation_types {
            let stored = names.take(&Section::Relations(Form::of(kind)), &wanted(schema, kind), &kind.name, "");
            names.relation_types.insert(kind.id.clone(), stored);
        }
        let attributes = || schema.labels.iter().flat_map(|label| &label.attributes);
        for attribute in attributes() {
            if !names.attributes.contains_key(&attribute.name) {
                let stored = names.take(&Section::Attributes, &name_of(&attribute.name), &attribute.name, "");
                names.attributes.insert(attribute.name.clone(), stored);
            }
            if matches!(attribute.kind, AttributeKind::Choice | AttributeKind::MultipleChoice) {
                attribute.choices.iter().for_each(|choice| names.add_choice(choice));
            }
        }
        let used = project.all_annotations().flat_map(|tag| tag.attributes.values());
        for value in used {
            if let AttributeValue::Text(text) = value {
                names.add_text(text);
            }
        }
        names
    }

    /// A choice, which `annotation.conf` lists.
    fn add_choice(&mut self, value: &str) {
        if !self.values.contains_key(value) {
            let wanted = if is_listable(value) { value.to_owned() } else { name_of(value) };
            let stored = self.take(&Section::Values, &wanted, value, "");
            self.values.insert(value.to_owned(), stored);
        }
    }

    /// A text, which needs a name of its own only if it would be read as something else.
    fn add_text(&mut self, value: &str) {
        let is_mistaken = self.shown.get(value).is_some_and(|(name, _)| name != value && is_name_of(value, name));
        if is_mistaken {
            self.add_choice(value);
        }
    }

    /// A free name in a section, which is shown like this.
    fn take(&mut self, section: &Section, wanted: &str, name: &str, short: &str) -> String {
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        for stored in [wanted.to_owned()].into_iter().chain(numbered) {
            let short = if is_showable(short) { short } else { "" };
            let (name, short) = if is_showable(name) { (name, short) } else { (stored.as_str(), "") };
            let shown = (name.to_owned(), short.to_owned());
            let is_same = self.shown.get(&stored).is_none_or(|known| *known == shown);
            if is_same && self.taken.insert((section.clone(), stored.clone())) {
                self.shown.insert(stored.clone(), shown);
                return stored;
            }
        }
        wanted.to_owned()
    }

    pub(super) fn label(&self, id: &LabelId) -> &str {
        self.labels.get(id).map_or("_", String::as_str)
    }

    pub(super) fn relation_type(&self, id: &RelationTypeId) -> &str {
        self.relation_types.get(id).map_or("_", String::as_str)
    }

    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("_", String::as_str)
    }

    /// The stored form of a value.
    pub(super) fn value<'a>(&'a self, value: &'a str) -> &'a str {
        self.values.get(value).map_or(value, String::as_str)
    }

    /// What is read for a stored name: the long name and the short one.
    pub(super) fn shown<'a>(&'a self, stored: &'a str) -> (&'a str, &'a str) {
        self.shown.get(stored).map_or((stored, ""), |(name, short)| (name, short))
    }

    /// Whether a value is read as it is, once it was written.
    pub(super) fn is_kept(&self, value: &str) -> bool {
        let stored = self.value(value);
        let is_line = !stored.is_empty() && stored.trim() == stored && !stored.contains(['\t', '\n', '\r']);
        let read = self.shown(stored).0;
        is_line && if is_name_of(stored, read) { read == value } else { stored == value }
    }

    /// The names that are shown otherwise than they are stored: the stored one, the long one and the short one.
    pub(super) fn lines(&self) -> impl Iterator<Item = [&str; 3]> {
        let differs = |stored: &str, name: &str, short: &str| stored != name || !short.is_empty();
        let all = self.shown.iter().map(|(stored, (name, short))| [stored.as_str(), name, short]);
        all.filter(move |[stored, name, short]| differs(stored, name, short))
    }
}

/// The name that a relation type should have in files. The id of a type that was read may be the name with a number, if another type of
/// the same name has another form.
fn wanted(schema: &Schema, kind: &RelationType) -> String {
    let is_other = |other: &&RelationType| {
        other.id != kind.id
            && other.name == kind.name
            && Form::of(other) != Form::of(kind)
            && is_name(other.id.as_str())
            && is_name_of(kind.id.as_str(), other.id.as_str())
    };
    match schema.relation_types.iter().find(is_other) {
        Some(other) => other.id.to_string(),
        None if is_name(kind.id.as_str()) => kind.id.to_string(),
        None => name_of(&kind.name),
    }
}

/// Whether a name can stand in the list of `visual.conf`.
fn is_showable(name: &str) -> bool {
    name.trim() == name && !name.is_empty() && !name.contains(['|', '\n', '\r'])
}

/// Whether a value can stand in the list of values of `annotation.conf`.
pub(super) fn is_listable(value: &str) -> bool {
    !value.is_empty() && !value.contains(|one: char| one.is_whitespace() || one == '|' || one == ',')
}
