//! Attributes as controls: which attributes are asked for, their values, and the command that changes them.

use std::collections::BTreeMap;

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
    let mut all = ids.iter().filter_map(|id| project.annotation(id));
    let label_of = |annotation: &Annotation| project.schema().label(&annotation.label);
    let Some((first, label)) = all.next().and_then(|first| Some((first, label_of(first)?))) else { return vec![] };
    let has = |label: &Label, wanted: &Attribute| {
        let found = label.attribute(&wanted.name);
        found.is_some_and(|one| one.kind == wanted.kind && one.choices == wanted.choices)
    };
    // Each with whether all annotations so far have the same value.
    let own = label.attributes.iter().filter(|attribute| attribute.is_asked(&first.attributes));
    let mut shown: Vec<(&Attribute, bool)> = own.map(|attribute| (attribute, true)).collect();
    for one in all {
        // Of many annotations, most have nothing in common.
        if shown.is_empty() {
            break;
        }
        let label = (one.label != first.label).then(|| label_of(one));
        shown.retain(|(attribute, _)| {
            label.is_none_or(|label| label.is_some_and(|label| has(label, attribute)))
                && attribute.is_asked(&one.attributes)
        });
        for (attribute, is_same) in &mut shown {
            *is_same &= one.attributes.get(&attribute.name) == first.attributes.get(&attribute.name);
        }
    }
    let common = |(attribute, is_same): (&Attribute, bool)| {
        let of_first = || first.attributes.get(&attribute.name).cloned().map_or(Common::Nothing, Common::Same);
        ShownAttribute::new(project, attribute, if is_same { of_first() } else { Common::Mixed })
    };
    shown.into_iter().map(common).collect()
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use proptest::prelude::*;

    use super::*;
    use crate::edit::{ArticleFields, Editor, NewAnnotation, NewArticle, Stamp};
    use crate::model::{Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    /// A project with two labels that have attributes in common, and tags with these labels and values.
    fn project(tags: &[(&str, Option<&str>)]) -> Rc<Project> {
        let stamp = Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: String::new() };
        let mut schema = news_claims();
        let mut attributes = schema.labels[0].attributes.clone();
        attributes.retain(|one| one.name != "source");
        attributes[1].choices.clear();
        attributes[1].kind = AttributeKind::Text;
        schema.labels.iter_mut().filter(|one| one.name == "Event").for_each(|one| one.attributes = attributes.clone());
        let mut editor = Editor::new(Project::new("Test", schema, stamp.at.clone()));
        let (id, fields) = (Some("x".into()), ArticleFields { title: "News".to_owned(), ..Default::default() });
        let article = NewArticle { id, index: None, fields, text: Text::new("a ".repeat(tags.len())) };
        editor.perform(Command::AddArticles(vec![article]), stamp.clone()).expect("an article");
        for (at, (label, value)) in tags.iter().enumerate() {
            let range = TextRange::from_indices(2 * at, 2 * at + 1);
            let mut tag = NewAnnotation::tag("x".into(), range, (*label).into());
            if let (Some(value), true) = (value, *label != "Person") {
                tag.attributes.insert("type".to_owned(), AttributeValue::Text((*value).to_owned()));
            }
            editor.perform(Command::Annotate(tag), stamp.clone()).expect("a tag");
        }
        editor.project().clone()
    }

    /// Looks at all annotations for each attribute.
    fn simply(project: &Project, all: &[&Annotation]) -> Vec<ShownAttribute> {
        let label_of = |one: &Annotation| project.schema().label(&one.label).expect("a label");
        let Some(first) = all.first() else { return Vec::new() };
        let is_of = |one: &Annotation, wanted: &Attribute| {
            let same = label_of(one).attribute(&wanted.name);
            same.is_some_and(|same| same.kind == wanted.kind && same.choices == wanted.choices)
                && wanted.is_asked(&one.attributes)
        };
        let shown = label_of(first).attributes.iter().filter(|wanted| all.iter().all(|one| is_of(one, wanted)));
        let common = |attribute: &Attribute| {
            let values: Vec<_> = all.iter().map(|one| one.attributes.get(&attribute.name)).collect();
            match values[0] {
                of_first if values.iter().any(|value| *value != of_first) => Common::Mixed,
                of_first => of_first.cloned().map_or(Common::Nothing, Common::Same),
            }
        };
        shown.map(|attribute| ShownAttribute::new(project, attribute, common(attribute))).collect()
    }

    proptest! {
        #[test]
        fn what_several_tags_have_in_common_is_what_each_of_them_has(tags in proptest::collection::vec(
            (
                prop::sample::select(vec!["Claim", "Claim", "Event", "Person"]),
                prop::sample::select(vec![None, Some("Causal"), Some("Numerical")]),
            ),
            0..6,
        )) {
            let project = project(&tags);
            let all: Vec<&Annotation> = project.all_annotations().map(AsRef::as_ref).collect();
            let ids: Vec<AnnotationId> = all.iter().map(|one| one.id.clone()).collect();
            prop_assert_eq!(attributes_of_tags(&project, &ids), simply(&project, &all));
        }
    }
}
