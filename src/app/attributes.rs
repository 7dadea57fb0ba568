//! Attributes as controls: which attributes are asked for, their values, and the command that changes them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::messages::attributes as words;
use crate::analysis::is_empty;
use crate::edit::{AnnotationPatch, Command};
use crate::json::show_number;
use crate::model::{Annotation, AnnotationId, Attribute, AttributeKind, AttributeValue, EntityId, Label, Project};

/// The value that several annotations have of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum Common {
    /// None has a value.
    Nothing,
    /// All have this value.
    Same(AttributeValue),
    /// They differ.
    Mixed,
}

/// An attribute that a control shows, with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownAttribute {
    /// The attribute.
    pub attribute: Attribute,
    /// Its value.
    pub value: Common,
    /// The value as people read it; empty if there is none.
    pub text: String,
}

impl ShownAttribute {
    fn new(project: &Project, attribute: &Attribute, value: Common) -> Self {
        let text = match &value {
            Common::Same(value) => value_text(project, attribute, value),
            Common::Nothing | Common::Mixed => String::new(),
        };
        Self { attribute: attribute.clone(), value, text }
    }

    /// The value, if there is exactly one.
    pub fn same(&self) -> Option<&AttributeValue> {
        match &self.value {
            Common::Same(value) => Some(value),
            Common::Nothing | Common::Mixed => None,
        }
    }

    /// Whether it is required and has no value.
    pub fn is_missing(&self) -> bool {
        self.attribute.required && self.value != Common::Mixed && is_empty(self.same())
    }

    /// The remark beside its name: required, or mixed values; else empty.
    pub fn remark(&self) -> &'static str {
        match self.value {
            Common::Mixed => words::MIXED,
            _ if self.is_missing() => words::REQUIRED,
            _ => "",
        }
    }

    /// Its choices with the value that each stands for; none where it has no choices.
    pub fn options(&self) -> Vec<(String, AttributeValue)> {
        let choices = self.attribute.choices.iter();
        match self.attribute.kind {
            AttributeKind::Choice => choices.map(|one| (one.clone(), AttributeValue::Text(one.clone()))).collect(),
            AttributeKind::MultipleChoice => {
                choices.map(|one| (one.clone(), AttributeValue::List(vec![one.clone()]))).collect()
            }
            AttributeKind::YesNo => [true, false].map(|yes| (yes_no(yes), AttributeValue::YesNo(yes))).to_vec(),
            AttributeKind::Text | AttributeKind::Number | AttributeKind::Entity => vec![],
        }
    }

    /// Whether an option is chosen.
    pub fn has(&self, option: &AttributeValue) -> bool {
        match (self.same(), option) {
            (Some(AttributeValue::List(list)), AttributeValue::List(one)) => one.iter().all(|one| list.contains(one)),
            (value, option) => value == Some(option),
        }
    }

    /// The value after an option was toggled. Of several choices the others stay.
    pub fn toggled(&self, option: &AttributeValue) -> Option<AttributeValue> {
        let AttributeValue::List(one) = option else {
            return Some(option.clone()).filter(|_| !self.has(option));
        };
        let wanted = |choice: &&String| {
            let there = self.has(&AttributeValue::List(vec![(*choice).clone()]));
            there != one.contains(choice)
        };
        let list: Vec<String> = self.attribute.choices.iter().filter(wanted).cloned().collect();
        (!list.is_empty()).then_some(AttributeValue::List(list))
    }
}

/// The attributes of annotations that are changed together: those that all of their labels have.
pub fn attributes_of_tags(project: &Project, ids: &[AnnotationId]) -> Vec<ShownAttribute> {
    let all: Vec<&Rc<Annotation>> = ids.iter().filter_map(|id| project.annotation(id)).collect();
    let label_of = |annotation: &Annotation| project.schema().label(&annotation.label);
    let Some((first, label)) = all.first().and_then(|first| Some((first, label_of(first)?))) else { return vec![] };
    let has = |label: &Label, wanted: &Attribute| {
        let found = label.attribute(&wanted.name);
        found.is_some_and(|one| one.kind == wanted.kind && one.choices == wanted.choices)
    };
    let is_shown = |wanted: &&Attribute| {
        all.iter().all(|one| {
            (one.label == first.label || label_of(one).is_some_and(|label| has(label, wanted)))
                && wanted.is_asked(&one.attributes)
        })
    };
    let shown = label.attributes.iter().filter(is_shown);
    shown
        .map(|attribute| {
            let value = |one: &Annotation| one.attributes.get(&attribute.name).cloned();
            let common = match value(first) {
                of_first if all.iter().any(|one| value(one) != of_first) => Common::Mixed,
                of_first => of_first.map_or(Common::Nothing, Common::Same),
            };
            ShownAttribute::new(project, attribute, common)
        })
        .collect()
}

/// The attributes of an article as a whole that are shown beside these values.
pub fn attributes_of_article(project: &Project, values: &BTreeMap<String, AttributeValue>) -> Vec<ShownAttribute> {
    let all = project.schema().article_attributes.iter();
    all.filter(|attribute| attribute.is_asked(values))
        .map(|attribute| {
            let value = values.get(&attribute.name).cloned();
            ShownAttribute::new(project, attribute, value.map_or(Common::Nothing, Common::Same))
        })
        .collect()
}

/// A value as people read it.
pub fn value_text(project: &Project, attribute: &Attribute, value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(id) if attribute.kind == AttributeKind::Entity => {
            project.entity(&EntityId::from(id.as_str())).map_or_else(|| id.clone(), |entity| entity.name.clone())
        }
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::List(list) => list.join(", "),
        AttributeValue::Number(number) => show_number(*number),
        AttributeValue::YesNo(yes) => yes_no(*yes),
    }
}

fn yes_no(yes: bool) -> String {
    if yes { words::YES } else { words::NO }.to_owned()
}

/// The command that changes one annotation, or several alike.
pub fn update_tags(ids: &[AnnotationId], patch: AnnotationPatch) -> Command {
    match ids {
        [one] => Command::Update(one.clone(), patch),
        several => Command::UpdateAll(several.to_vec(), patch),
    }
}

/// The command that sets or clears an attribute of annotations.
pub fn set_attribute(ids: &[AnnotationId], name: &str, value: Option<AttributeValue>) -> Command {
    let attributes = [(name.to_owned(), value)].into_iter().collect();
    update_tags(ids, AnnotationPatch { attributes, ..Default::default() })
}
