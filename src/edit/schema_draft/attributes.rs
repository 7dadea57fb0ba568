//! The attributes of a draft. When an attribute or a choice is renamed or removed, conditions and defaults are updated.

use super::{AttributeDraft, ChoiceDraft, Part, SchemaDraft, unused};
use crate::model::{Attribute, AttributeKind, AttributeValue, Condition};

impl AttributeDraft {
    /// The drafted attribute.
    pub fn built(&self) -> Attribute {
        let choices = match self.has_choices() {
            true => self.choices.iter().filter(|one| !one.text.is_empty()).map(|one| one.text.clone()).collect(),
            false => Vec::new(),
        };
        Attribute { choices, ..self.attribute.clone() }
    }

    /// Whether its kind has choices.
    pub fn has_choices(&self) -> bool {
        matches!(self.attribute.kind, AttributeKind::Choice | AttributeKind::MultipleChoice)
    }

    /// Converts the text of a form field to a value, for a default or a condition on this attribute; `None` if empty or
    /// invalid.
    pub fn value_of(&self, text: &str) -> Option<AttributeValue> {
        match self.attribute.kind {
            AttributeKind::Number => {
                text.trim().parse().ok().filter(|n: &f64| n.is_finite()).map(AttributeValue::Number)
            }
            AttributeKind::YesNo => Some(AttributeValue::YesNo(text == "yes")),
            _ => Some(AttributeValue::Text(text.to_owned())),
        }
        .filter(|_| !text.is_empty())
    }

    /// Whether the attribute can have this value.
    fn allows(&self, value: &AttributeValue) -> bool {
        match value {
            AttributeValue::Text(text) if self.has_choices() => self.choices.iter().any(|one| &one.text == text),
            _ => self.attribute.accepts(value),
        }
    }
}

impl SchemaDraft {
    /// The attributes of a part; relation types have none.
    pub fn attributes(&self, part: Part) -> &[AttributeDraft] {
        match part {
            Part::Label(label) => self.labels.get(label).map_or(&[], |label| &label.attributes),
            Part::About => &self.about,
            Part::RelationTypes => &[],
        }
    }

    /// The attributes of a part, mutable; `None` for relation types.
    pub fn attributes_mut(&mut self, part: Part) -> Option<&mut Vec<AttributeDraft>> {
        match part {
            Part::Label(label) => self.labels.get_mut(label).map(|label| &mut label.attributes),
            Part::About => Some(&mut self.about),
            Part::RelationTypes => None,
        }
    }

    /// An attribute of a part, mutable.
    pub fn attribute_mut(&mut self, part: Part, at: usize) -> Option<&mut AttributeDraft> {
        self.attributes_mut(part)?.get_mut(at)
    }

    pub(super) fn attribute_drafts<'a>(
        &mut self,
        attributes: &[Attribute],
        before: impl Fn(&str) -> Option<&'a Attribute>,
    ) -> Vec<AttributeDraft> {
        let mut drafts = Vec::new();
        for attribute in attributes {
            let was = before(&attribute.name);
            let choices = attribute.choices.iter().map(|choice| ChoiceDraft {
                row: self.next_row(),
                was: was.and_then(|was| was.choices.iter().find(|one| *one == choice).cloned()),
                text: choice.clone(),
            });
            let choices = choices.collect();
            let attribute = Attribute { choices: Vec::new(), ..attribute.clone() };
            drafts.push(AttributeDraft {
                row: self.next_row(),
                was: was.map(|was| was.name.clone()),
                attribute,
                choices,
            });
        }
        drafts
    }

    /// Adds an attribute at the end of a part, with a name made unique by a number; returns its row number.
    pub fn add_attribute(&mut self, part: Part, name: &str) -> u32 {
        let row = self.next_row();
        if let Some(attributes) = self.attributes_mut(part) {
            let name = unused(name, attributes.iter().map(|one| one.attribute.name.as_str()));
            let attribute = Attribute::new(&name, AttributeKind::Text);
            attributes.push(AttributeDraft { row, was: None, attribute, choices: Vec::new() });
        }
        row
    }

    /// Adds an empty choice at the end; returns its row number.
    pub fn add_choice(&mut self, part: Part, at: usize) -> u32 {
        let row = self.next_row();
        if let Some(one) = self.attribute_mut(part, at) {
            one.choices.push(ChoiceDraft { row, was: None, text: String::new() });
        }
        row
    }

    /// Renames an attribute, also in the conditions on it.
    pub fn rename_attribute(&mut self, part: Part, at: usize, name: &str) {
        let Some(one) = self.attribute_mut(part, at) else { return };
        let before = std::mem::replace(&mut one.attribute.name, name.to_owned());
        for condition in self.conditions_on(part, &before) {
            name.clone_into(&mut condition.attribute);
        }
    }

    /// Renames a choice, also in the default and in conditions.
    pub fn reword_choice(&mut self, part: Part, at: usize, choice: usize, text: &str) {
        let Some(one) = self.attribute_mut(part, at) else { return };
        let Some(choice) = one.choices.get_mut(choice) else { return };
        let before = std::mem::replace(&mut choice.text, text.to_owned());
        let rename = |value: &mut String| {
            if *value == before {
                text.clone_into(value);
            }
        };
        match &mut one.attribute.default {
            Some(AttributeValue::Text(value)) => rename(value),
            Some(AttributeValue::List(list)) => list.iter_mut().for_each(rename),
            _ => {}
        }
        let name = one.attribute.name.clone();
        for condition in self.conditions_on(part, &name) {
            if let AttributeValue::Text(value) = &mut condition.value {
                rename(value);
            }
        }
        self.prune(part);
    }

    fn conditions_on(&mut self, part: Part, name: &str) -> impl Iterator<Item = &mut Condition> {
        let all = self.attributes_mut(part).into_iter().flatten().filter_map(|one| one.attribute.when.as_mut());
        all.filter(move |when| when.attribute == name)
    }

    /// Sets the condition of an attribute: another attribute, with its first possible value.
    pub fn set_condition(&mut self, part: Part, at: usize, other: &str) {
        let other_attribute = self.attributes(part).iter().find(|one| one.attribute.name == other);
        let when = other_attribute.map(|one| {
            let value = match one.attribute.kind {
                AttributeKind::YesNo => AttributeValue::YesNo(true),
                AttributeKind::Number => AttributeValue::Number(0.0),
                _ => AttributeValue::Text(one.choices.first().map(|one| one.text.clone()).unwrap_or_default()),
            };
            Condition { attribute: other.to_owned(), value }
        });
        if let Some(one) = self.attribute_mut(part, at) {
            one.attribute.when = when;
        }
    }

    /// Removes defaults and conditions that are no longer possible.
    pub fn prune(&mut self, part: Part) {
        let all = self.attributes(part).to_vec();
        for one in self.attributes_mut(part).into_iter().flatten() {
            let built = one.built();
            if let Some(AttributeValue::List(list)) = &mut one.attribute.default {
                list.retain(|choice| built.choices.contains(choice));
            }
            let is_empty = one.attribute.default == Some(AttributeValue::List(Vec::new()));
            if is_empty || one.attribute.default.as_ref().is_some_and(|value| !built.accepts(value)) {
                one.attribute.default = None;
            }
            if let Some(when) = &one.attribute.when
                && !all.iter().any(|other| other.attribute.name == when.attribute && other.allows(&when.value))
            {
                one.attribute.when = None;
            }
        }
    }
}
