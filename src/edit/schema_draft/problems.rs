//! What keeps a draft from being a schema, in words that stand beside the field.

use super::{Part, SchemaDraft};
use crate::order;

impl SchemaDraft {
    /// What is wrong with a label's name.
    pub fn name_problem(&self, at: usize) -> Option<&'static str> {
        let names = self.labels.iter().map(|one| one.label.name.as_str());
        name_problem(names, at, "Another label has this name.")
    }

    /// What is wrong with a relation type's name.
    pub fn relation_problem(&self, at: usize) -> Option<&'static str> {
        let names = self.relation_types.iter().map(|one| one.kind.name.as_str());
        name_problem(names, at, "Another relation type has this name.")
    }

    /// What is wrong with a label's keys, where those of `taken` do something else.
    pub fn keys_problem(&self, at: usize, taken: &str) -> Option<String> {
        let keys = &self.labels.get(at)?.label.key;
        let first = keys.chars().next()?;
        if keys.chars().count() > 2 || keys.chars().any(char::is_whitespace) {
            return Some("One or two characters, pressed one after the other.".to_owned());
        }
        if taken.contains(first) {
            return Some(format!("{first} does something else with a tag or selection. Take another."));
        }
        let clash = self.labels.iter().enumerate().find(|(i, other)| {
            let other = &other.label.key;
            *i != at && !other.is_empty() && (other.starts_with(keys.as_str()) || keys.starts_with(other.as_str()))
        });
        let (_, other) = clash?;
        let (name, theirs) = (&other.label.name, &other.label.key);
        Some(match theirs == keys {
            true => format!("{name} has this key."),
            false => format!("{name} has {theirs}: one would hide the other."),
        })
    }

    /// What is wrong with an attribute's name, or with what it is made of.
    pub fn attribute_problem(&self, part: Part, at: usize) -> Option<&'static str> {
        let all = self.attributes(part);
        let names = all.iter().map(|one| one.attribute.name.as_str());
        let problem = name_problem(names, at, "Another attribute has this name.");
        problem.or_else(|| {
            let one = all.get(at)?;
            let mut choices: Vec<&str> =
                one.choices.iter().map(|c| c.text.as_str()).filter(|c| !c.is_empty()).collect();
            if one.has_choices() && choices.is_empty() {
                return Some("It has no choice yet.");
            }
            order::sort(&mut choices);
            if one.has_choices() && choices.windows(2).any(|pair| pair[0] == pair[1]) {
                return Some("Two of its choices are the same.");
            }
            self.is_circular(part, at).then_some("It is shown only with others that are shown only with it.")
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

    /// Where the first thing is that is wrong.
    pub fn first_problem(&self, taken: &str) -> Option<Part> {
        let of_attributes = |part| {
            (0..self.attributes(part).len()).any(|at| self.attribute_problem(part, at).is_some()).then_some(part)
        };
        let of_label = |at| {
            let wrong = self.name_problem(at).is_some() || self.keys_problem(at, taken).is_some();
            wrong.then_some(Part::Label(at)).or_else(|| of_attributes(Part::Label(at)))
        };
        let of_relations = || {
            let wrong = (0..self.relation_types.len()).any(|at| self.relation_problem(at).is_some());
            wrong.then_some(Part::RelationTypes)
        };
        (0..self.labels.len()).find_map(of_label).or_else(|| of_attributes(Part::About)).or_else(of_relations)
    }
}

fn name_problem<'a>(names: impl Iterator<Item = &'a str>, at: usize, twice: &'static str) -> Option<&'static str> {
    let names: Vec<&str> = names.collect();
    let name = names.get(at)?;
    if name.is_empty() {
        return Some("It needs a name.");
    }
    let lower = name.to_lowercase();
    let same = names.iter().enumerate().any(|(i, other)| i != at && other.to_lowercase() == lower);
    same.then_some(twice)
}
