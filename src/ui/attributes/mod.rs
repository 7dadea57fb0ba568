//! Attributes as controls: what is asked of tags or of an article, and how a change of it becomes a command.

mod entity_field;
mod field;

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::Callback;

use super::store::{Action, Store};
use crate::analysis::is_empty;
use crate::edit::{AnnotationPatch, Command};
use crate::json::show_number;
use crate::model::{Annotation, AnnotationId, Attribute, AttributeKind, AttributeValue, EntityId, Label, Project};
pub(super) use field::Field;

/// What several annotations have of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Common {
    /// None has a value.
    Nothing,
    /// All have this value.
    Same(AttributeValue),
    /// They differ.
    Various,
}

/// An attribute that is asked for, and what is there of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// The attribute.
    pub(super) attribute: Attribute,
    /// Its value.
    pub(super) value: Common,
    /// The value in words; empty if there is none.
    pub(super) words: String,
}

impl Asked {
    fn of(project: &Project, attribute: &Attribute, value: Common) -> Self {
        let words = match &value {
            Common::Same(value) => words(project, attribute, value),
            Common::Nothing | Common::Various => String::new(),
        };
        Self { attribute: attribute.clone(), value, words }
    }

    /// The value, if there is one and one only.
    pub(super) fn same(&self) -> Option<&AttributeValue> {
        match &self.value {
            Common::Same(value) => Some(value),
            Common::Nothing | Common::Various => None,
        }
    }

    /// Whether it is required and nothing is there.
    pub(super) fn is_lacking(&self) -> bool {
        self.attribute.required && self.value != Common::Various && is_empty(self.same())
    }

    /// What stands beside its name: that it is required, or that the values differ.
    pub(super) fn remark(&self) -> &'static str {
        match self.value {
            Common::Various => "various",
            _ if self.is_lacking() => "required",
            _ => "",
        }
    }

    /// Its choices with the value that each stands for; none where it has no choices.
    pub(super) fn options(&self) -> Vec<(String, AttributeValue)> {
        let choices = self.attribute.choices.iter();
        match self.attribute.kind {
            AttributeKind::Choice => choices.map(|one| (one.clone(), AttributeValue::Text(one.clone()))).collect(),
            AttributeKind::MultipleChoice => {
                choices.map(|one| (one.clone(), AttributeValue::List(vec![one.clone()]))).collect()
            }
            AttributeKind::YesNo => [("yes", true), ("no", false)]
                .into_iter()
                .map(|(name, yes)| (name.to_owned(), AttributeValue::YesNo(yes)))
                .collect(),
            AttributeKind::Text | AttributeKind::Number | AttributeKind::Entity => vec![],
        }
    }

    /// Whether an option is chosen.
    pub(super) fn has(&self, option: &AttributeValue) -> bool {
        match (self.same(), option) {
            (Some(AttributeValue::List(list)), AttributeValue::List(one)) => one.iter().all(|one| list.contains(one)),
            (value, option) => value == Some(option),
        }
    }

    /// The value after an option was pressed: it is chosen, or no longer. Of several choices the others stay.
    pub(super) fn pressed(&self, option: &AttributeValue) -> Option<AttributeValue> {
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

/// What is asked of annotations that are changed together: the attributes that all of their labels have.
pub(super) fn asked_of_tags(project: &Project, ids: &[AnnotationId]) -> Vec<Asked> {
    let all: Vec<&Rc<Annotation>> = ids.iter().filter_map(|id| project.annotation(id)).collect();
    let label_of = |annotation: &Annotation| project.schema().label(&annotation.label);
    let Some((first, label)) = all.first().and_then(|first| Some((first, label_of(first)?))) else { return vec![] };
    let has = |label: &Label, wanted: &Attribute| {
        let found = label.attribute(&wanted.name);
        found.is_some_and(|one| one.kind == wanted.kind && one.choices == wanted.choices)
    };
    let is_asked = |wanted: &&Attribute| {
        all.iter().all(|one| {
            (one.label == first.label || label_of(one).is_some_and(|label| has(label, wanted)))
                && wanted.is_asked(&one.attributes)
        })
    };
    let asked = label.attributes.iter().filter(is_asked);
    asked
        .map(|attribute| {
            let value = |one: &Annotation| one.attributes.get(&attribute.name).cloned();
            let common = match value(first) {
                of_first if all.iter().any(|one| value(one) != of_first) => Common::Various,
                of_first => of_first.map_or(Common::Nothing, Common::Same),
            };
            Asked::of(project, attribute, common)
        })
        .collect()
}

/// What is asked of an article as a whole, beside these values.
pub(super) fn asked_of_article(project: &Project, values: &BTreeMap<String, AttributeValue>) -> Vec<Asked> {
    let all = project.schema().article_attributes.iter();
    all.filter(|attribute| attribute.is_asked(values))
        .map(|attribute| {
            let value = values.get(&attribute.name).cloned();
            Asked::of(project, attribute, value.map_or(Common::Nothing, Common::Same))
        })
        .collect()
}

/// A value as people read it.
pub(super) fn words(project: &Project, attribute: &Attribute, value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(id) if attribute.kind == AttributeKind::Entity => {
            project.entity(&EntityId::from(id.as_str())).map_or_else(|| id.clone(), |entity| entity.name.clone())
        }
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::List(list) => list.join(", "),
        AttributeValue::Number(number) => show_number(*number),
        AttributeValue::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
    }
}

/// What a control changes.
#[derive(Clone, PartialEq)]
pub(super) enum Target {
    /// Annotations, at once.
    Tags(Rc<Vec<AnnotationId>>),
    /// A form, which keeps the value until it is sent.
    Form(Callback<(String, Option<AttributeValue>)>),
}

impl Target {
    /// Sets or clears an attribute.
    pub(super) fn set(&self, store: &Store, name: &str, value: Option<AttributeValue>) {
        match self {
            Self::Form(keep) => keep.emit((name.to_owned(), value)),
            Self::Tags(ids) => {
                let attributes = [(name.to_owned(), value)].into_iter().collect();
                store.dispatch(Action::Edit(change(ids, AnnotationPatch { attributes, ..Default::default() })));
            }
        }
    }
}

/// The command that changes one annotation, or several alike.
pub(super) fn change(ids: &[AnnotationId], patch: AnnotationPatch) -> Command {
    match ids {
        [one] => Command::Update(one.clone(), patch),
        several => Command::UpdateAll(several.to_vec(), patch),
    }
}
