//! Validates a draft: the problem of each field, as data.

use super::{Part, SchemaDraft};
use crate::order;

/// What is wrong with a field of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// The name is empty.
    NoName,
    /// Another label has this name.
    LabelNameTaken,
    /// Another relation type has this name.
    RelationTypeNameTaken,
    /// Another attribute of the same owner has this name.
    AttributeNameTaken,
    /// The keys are more than two characters, or contain spaces.
    KeysForm,
    /// The first key is reserved for another command.
    KeyReserved(char),
    /// The label with this name has the same keys.
    KeysTaken(String),
    /// The keys of one label are the beginning of those of another, which could then not be typed.
    KeysHidden {
        /// The name of the other label.
        label: String,
        /// Its keys.
        keys: String,
    },
    /// An attribute with choices has no choice.
    NoChoice,
    /// Two choices of an attribute are the same.
    DuplicateChoice,
    /// The conditions of attributes form a circle.
    CircularCondition,
}

impl SchemaDraft {
    /// The problem of a label's name.
    pub fn name_problem(&self, at: usize) -> Option<DraftProblem> {
        let names = self.labels.iter().map(|one| one.label.name.as_str());
        name_problem(names, at, DraftProblem::LabelNameTaken)
    }

    /// The problem of a relation type's name.
    pub fn relation_problem(&self, at: usize) -> Option<DraftProblem> {
        let names = self.relation_types.iter().map(|one| one.kind.name.as_str());
        name_problem(names, at, DraftProblem::RelationTypeNameTaken)
    }

    /// The problem of a label's keys; the keys in `reserved` are used by other commands.
    pub fn keys_problem(&self, at: usize, reserved: &str) -> Option<DraftProblem> {
        let keys = &self.labels.get(at)?.label.key;
        let first = keys.chars().next()?;
        if keys.chars().count() > 2 || keys.chars().any(char::is_whitespace) {
            return Some(DraftProblem::KeysForm);
        }
        if reserved.contains(first) {
            return Some(DraftProblem::KeyReserved(first));
        }
        let clash = self.labels.iter().enumerate().find(|(i, other)| {
            let other = &other.label.key;
            *i != at && !other.is_empty() && (other.starts_with(keys.as_str()) || keys.starts_with(other.as_str()))
        });
        let (_, other) = clash?;
        let (name, theirs) = (&other.label.name, &other.label.key);
        Some(match theirs == keys {
            true => DraftProblem::KeysTaken(name.clone()),
            false => DraftProblem::KeysHidden { label: name.clone(), keys: theirs.clone() },
        })
    }

    /// The problem of an attribute's name, choices or condition.
    pub fn attribute_problem(&self, part: Part, at: usize) -> Option<DraftProblem> {
        let all = self.attributes(part);
        let names = all.iter().map(|one| one.attribute.name.as_str());
        let problem = name_problem(names, at, DraftProblem::AttributeNameTaken);
        problem.or_else(|| {
            let one = all.get(at)?;
            let mut choices: Vec<&str> =
                one.choices.iter().map(|c| c.text.as_str()).filter(|c| !c.is_empty()).collect();
            if one.has_choices() && choices.is_empty() {
                return Some(DraftProblem::NoChoice);
            }
            order::sort(&mut choices);
            if one.has_choices() && choices.windows(2).any(|pair| pair[0] == pair[1]) {
                return Some(DraftProblem::DuplicateChoice);
            }
            self.is_circular(part, at).then_some(DraftProblem::CircularCondition)
        })
    }

    /// Whether the conditions of an attribute lead back to it.
    fn is_circular(&self, part: Part, at: usize) -> bool {
        let all = self.attributes(part);
        let mut name = &all[at].attribute.name;
        for _ in all {
            let one = all.iter().find(|one| &one.attribute.name == name);
            let Some(when) = one.and_then(|one| one.attribute.when.as_ref()) else { return false };
            name = &when.attribute;
            if *name == all[at].attribute.name {
                return true;
            }
        }
        false
    }

    /// The first part with a problem; the keys in `reserved` are used by other commands.
    pub fn first_problem(&self, reserved: &str) -> Option<Part> {
        let of_attributes = |part| {
            (0..self.attributes(part).len()).any(|at| self.attribute_problem(part, at).is_some()).then_some(part)
        };
        let of_label = |at| {
            let wrong = self.name_problem(at).is_some() || self.keys_problem(at, reserved).is_some();
            wrong.then_some(Part::Label(at)).or_else(|| of_attributes(Part::Label(at)))
        };
        let of_relations = || {
            let wrong = (0..self.relation_types.len()).any(|at| self.relation_problem(at).is_some());
            wrong.then_some(Part::RelationTypes)
        };
        (0..self.labels.len()).find_map(of_label).or_else(|| of_attributes(Part::About)).or_else(of_relations)
    }
}

fn name_problem<'a>(names: impl Iterator<Item = &'a str>, at: usize, taken: DraftProblem) -> Option<DraftProblem> {
    let names: Vec<&str> = names.collect();
    let name = names.get(at)?;
    if name.is_empty() {
        return Some(DraftProblem::NoName);
    }
    let lower = name.to_lowercase();
    let same = names.iter().enumerate().any(|(i, other)| i != at && other.to_lowercase() == lower);
    same.then_some(taken)
}
