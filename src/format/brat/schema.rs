//! The schema of what is read: what the configurations of the folders say, with what the documents use.

use std::collections::HashMap;

use super::attributes::Attributes;
use super::configuration::{Configuration, RelationRule};
use super::kinds::{Form, is_event, set_event};
use crate::format::draft::kind_of;
use crate::model::{Colour, Label, LabelId, RelationType, RelationTypeId, Schema};

/// A schema that is being put together. Types are found by the names that are stored in files; those of labels become their ids.
#[derive(Default)]
pub(super) struct SchemaBuilder {
    labels: Vec<Label>,
    label_indices: HashMap<String, usize>,
    relation_types: Vec<RelationKind>,
    relation_indices: HashMap<(String, Form), usize>,
    /// The attributes of the labels, by index.
    pub(super) attributes: Attributes,
}

/// A relation type, and the labels at both ends.
struct RelationKind {
    kind: RelationType,
    ends: [Ends; 2],
}

/// The labels at one end of relations of a type.
#[derive(Clone)]
enum Ends {
    /// No configuration says it.
    Unsaid,
    /// Any label.
    Any,
    /// These.
    Some(Vec<LabelId>),
}

impl Ends {
    fn of(types: &[String], from: &Configuration) -> Self {
        if types.is_empty() || types.iter().any(|name| name == "<ANY>") {
            return Self::Any;
        }
        let labels: Vec<_> = from.resolve(types).iter().map(|name| LabelId::new(*name)).collect();
        if labels.is_empty() { Self::Any } else { Self::Some(labels) }
    }

    fn widen(&mut self, with: Self) {
        match (&mut *self, with) {
            (Self::Some(labels), Self::Some(more)) => {
                let new: Vec<_> = more.into_iter().filter(|label| !labels.contains(label)).collect();
                labels.extend(new);
            }
            (Self::Unsaid, with) => *self = with,
            (_, Self::Any) => *self = Self::Any,
            _ => {}
        }
    }
}

impl SchemaBuilder {
    /// Adds what a configuration says.
    pub(super) fn add(&mut self, from: &Configuration) {
        for name in &from.entities {
            self.label(name, from);
        }
        for event in &from.events {
            let label = self.label(&event.name, from);
            self.set_event(label);
        }
        for rule in &from.relations {
            self.add_relation(rule, from);
        }
        for event in &from.events {
            for (role, types) in &event.roles {
                let kind = self.relation_type(role, Form::Argument, from);
                let events = Ends::Some(vec![LabelId::new(event.name.as_str())]);
                self.widen(kind, [events, Ends::of(types, from)]);
            }
        }
        for rule in &from.attributes {
            let labels = from.resolve(&rule.types).into_iter().filter_map(|name| self.label_indices.get(name).copied());
            self.attributes.add_rule(rule, labels.collect(), from);
        }
    }

    fn add_relation(&mut self, rule: &RelationRule, from: &Configuration) {
        let is_equivalence = rule.is_symmetric && rule.is_transitive;
        let form = if is_equivalence { Form::Equivalence } else { Form::Relation(rule.roles.clone()) };
        let kind = self.relation_type(&rule.name, form, from);
        self.relation_types[kind].kind.symmetric = rule.is_symmetric;
        self.widen(kind, rule.types.each_ref().map(|types| Ends::of(types, from)));
    }

    /// The index of a label, which is added if it is missing.
    pub(super) fn label(&mut self, stored: &str, from: &Configuration) -> usize {
        if let Some(&known) = self.label_indices.get(stored) {
            return known;
        }
        let (name, short) = from.shown(stored);
        let spare = || Colour::spare(self.labels.iter().map(|label| &label.colour));
        let colour = from.colours.get(stored).copied().unwrap_or_else(spare);
        self.labels.push(Label { id: LabelId::new(stored), short, ..Label::new(kind_of(&name), &name, colour) });
        self.label_indices.insert(stored.to_owned(), self.labels.len() - 1);
        self.labels.len() - 1
    }

    /// Makes a label that of events.
    pub(super) fn set_event(&mut self, label: usize) {
        if let Some(label) = self.labels.get_mut(label).filter(|label| !is_event(label)) {
            set_event(label);
        }
    }

    /// The index of a relation type of a form, which is added if it is missing. Relations of a type that is an equivalence are
    /// equivalences.
    pub(super) fn relation_type(&mut self, stored: &str, form: Form, from: &Configuration) -> usize {
        let known = |form: Form| self.relation_indices.get(&(stored.to_owned(), form)).copied();
        let as_equivalence = matches!(form, Form::Relation(_)).then(|| known(Form::Equivalence)).flatten();
        if let Some(known) = known(form.clone()).or(as_equivalence) {
            return known;
        }
        let is_free = |id: &String| self.relation_types.iter().all(|one| one.kind.id.as_str() != id);
        let mut ids = (2..).map(|number| format!("{stored}-{number}"));
        let id = Some(stored.to_owned()).filter(is_free).or_else(|| ids.find(is_free)).unwrap_or_default();
        let kind = RelationType {
            id: RelationTypeId::new(id),
            symmetric: form == Form::Equivalence,
            extra: form.fields(),
            ..RelationType::new(&from.shown(stored).0)
        };
        self.relation_types.push(RelationKind { kind, ends: [Ends::Unsaid, Ends::Unsaid] });
        self.relation_indices.insert((stored.to_owned(), form), self.relation_types.len() - 1);
        self.relation_types.len() - 1
    }

    fn widen(&mut self, kind: usize, with: [Ends; 2]) {
        let Some(kind) = self.relation_types.get_mut(kind) else { return };
        kind.ends.iter_mut().zip(with).for_each(|(ends, with)| ends.widen(with));
    }

    /// Allows the labels between which a document has a relation, whatever the configuration says.
    pub(super) fn allow(&mut self, kind: usize, labels: [usize; 2]) {
        let Some(kind) = self.relation_types.get_mut(kind) else { return };
        for (ends, label) in kind.ends.iter_mut().zip(labels) {
            if let (Ends::Some(allowed), Some(label)) = (ends, self.labels.get(label))
                && !allowed.contains(&label.id)
            {
                allowed.push(label.id.clone());
            }
        }
    }

    /// The name by which a draft refers to a label.
    pub(super) fn label_id(&self, label: usize) -> String {
        self.labels.get(label).map(|label| label.id.to_string()).unwrap_or_default()
    }

    /// The name by which a draft refers to a relation type.
    pub(super) fn relation_type_id(&self, kind: usize) -> String {
        self.relation_types.get(kind).map(|one| one.kind.id.to_string()).unwrap_or_default()
    }

    /// The schema, and the relation types.
    pub(super) fn finish(mut self) -> (Schema, Vec<RelationType>) {
        self.attributes.add_to(&mut self.labels);
        let finished = self.relation_types.into_iter().map(|one| {
            let [from, to] = one.ends.map(|ends| match ends {
                Ends::Some(labels) => labels,
                Ends::Unsaid | Ends::Any => Vec::new(),
            });
            RelationType { from, to, ..one.kind }
        });
        let relation_types = finished.collect();
        (Schema { labels: self.labels, ..Schema::default() }, relation_types)
    }
}
