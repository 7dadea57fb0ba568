//! The attributes of labels: what the configurations say of their values, with the values that documents have.

use std::collections::HashMap;

use super::configuration::{AttributeRule, Configuration};
use super::kinds::is_name_of;
use crate::model::{Attribute, AttributeKind, AttributeValue, Label};

/// The attributes of all labels.
#[derive(Default)]
pub(super) struct Attributes {
    /// By the index of the label and the name, in the order in which they were found.
    of_labels: HashMap<usize, Vec<(String, Values)>>,
    /// The values that configurations give, by name, for tags whose label they do not name.
    rules: HashMap<String, Vec<String>>,
}

/// The values of an attribute of a label.
#[derive(Default)]
struct Values {
    /// Those of the configuration, and then those that documents have too.
    choices: Vec<String>,
    /// Whether a configuration says which values there are.
    is_said: bool,
    /// Whether a tag has several.
    is_multiple: bool,
    /// Whether a tag has the attribute without a value.
    is_bare: bool,
}

/// The value of an attribute that a tag has without a value, if others have values.
const BARE: &str = "true";

impl Attributes {
    /// Adds the rule of a configuration for these labels.
    pub(super) fn add_rule(&mut self, rule: &AttributeRule, labels: Vec<usize>, from: &Configuration) {
        let name = original(&rule.name, from);
        let values: Vec<String> = rule.values.iter().map(|value| original(value, from)).collect();
        for label in labels {
            self.of(label, &name).add_said(&values);
        }
        self.rules.entry(name).or_insert(values);
    }

    /// Adds what a tag has: none for a binary attribute, several where it has several lines.
    pub(super) fn add_used(&mut self, label: usize, name: &str, used: &[String]) {
        let said = self.rules.get(name).cloned().unwrap_or_default();
        let values = self.of(label, name);
        values.add_said(&said);
        values.is_multiple |= used.len() > 1;
        values.is_bare |= used.is_empty();
        add_new(&mut values.choices, used);
    }

    fn of(&mut self, label: usize, name: &str) -> &mut Values {
        let all = self.of_labels.entry(label).or_default();
        let at = all.iter().position(|(one, _)| one == name).unwrap_or(all.len());
        if at == all.len() {
            all.push((name.to_owned(), Values::default()));
        }
        &mut all[at].1
    }

    /// The value of a tag: of the kind that the attribute gets.
    pub(super) fn value(&self, label: usize, name: &str, used: &[String]) -> AttributeValue {
        let all = self.of_labels.get(&label);
        let values = all.and_then(|all| all.iter().find(|(one, _)| one == name)).map(|(_, values)| values);
        let has_values = values.is_some_and(|values| !values.choices.is_empty());
        let bare = [BARE.to_owned()];
        match if used.is_empty() && has_values { &bare } else { used } {
            [] => AttributeValue::YesNo(true),
            used if values.is_some_and(|values| values.is_multiple) => AttributeValue::List(used.to_vec()),
            [first, ..] => AttributeValue::Text(first.clone()),
        }
    }

    /// Adds the attributes to the labels.
    pub(super) fn add_to(self, labels: &mut [Label]) {
        for (index, attributes) in self.of_labels {
            let Some(label) = labels.get_mut(index) else { continue };
            label.attributes = attributes.into_iter().map(|(name, values)| values.attribute(&name)).collect();
        }
    }
}

impl Values {
    fn add_said(&mut self, values: &[String]) {
        self.is_said |= !values.is_empty();
        add_new(&mut self.choices, values);
    }

    fn attribute(mut self, name: &str) -> Attribute {
        if self.is_bare && !self.choices.is_empty() {
            add_new(&mut self.choices, &[BARE.to_owned()]);
        }
        let kind = match (self.choices.is_empty(), self.is_multiple, self.is_said) {
            (true, ..) => AttributeKind::YesNo,
            (_, true, _) => AttributeKind::MultipleChoice,
            (_, _, true) => AttributeKind::Choice,
            _ => AttributeKind::Text,
        };
        let has_choices = matches!(kind, AttributeKind::MultipleChoice | AttributeKind::Choice);
        let choices = if has_choices { self.choices } else { Vec::new() };
        Attribute { choices, ..Attribute::new(name, kind) }
    }
}

fn add_new(values: &mut Vec<String>, more: &[String]) {
    for value in more {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
}

/// The name or value of an attribute, of which the stored name may have been made; `visual.conf` has the original then.
pub(super) fn original(stored: &str, from: &Configuration) -> String {
    let shown = from.shown(stored).0;
    if is_name_of(stored, &shown) { shown } else { stored.to_owned() }
}
