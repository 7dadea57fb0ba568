//! Finds unfinished work: tags and articles without a value of a required attribute.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::piece_cache::PieceCache;
use crate::model::{Annotation, Attribute, AttributeValue, LabelKind, Project, Schema};

/// The number of tags of one kind without a value of a required attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The kind of the labels of these tags.
    pub kind: LabelKind,
    /// The name of the attribute.
    pub attribute: String,
    /// The number of tags.
    pub count: usize,
}

/// The unfinished tags of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unfinished {
    /// The missing values, by kind of label, then in schema order.
    pub gaps: Vec<Gap>,
    /// The number of tags with at least one missing value.
    pub tags: usize,
}

/// Whether a value is missing or empty.
pub fn is_empty(value: Option<&AttributeValue>) -> bool {
    match value {
        None => true,
        Some(AttributeValue::Text(text)) => text.trim().is_empty(),
        Some(AttributeValue::List(list)) => list.is_empty(),
        Some(AttributeValue::Number(_) | AttributeValue::YesNo(_)) => false,
    }
}

/// The required attributes without a value, given the values of an annotation or article. Leaves out attributes whose
/// condition is not met.
pub fn lacking<'a>(
    attributes: &'a [Attribute],
    values: &'a BTreeMap<String, AttributeValue>,
) -> impl Iterator<Item = &'a Attribute> {
    let is_missing = |attribute: &&Attribute| {
        attribute.required && is_empty(values.get(&attribute.name)) && attribute.is_asked(values)
    };
    attributes.iter().filter(is_missing)
}

/// The required attributes of an annotation without a value.
pub fn lacking_of<'a>(schema: &'a Schema, annotation: &'a Annotation) -> impl Iterator<Item = &'a Attribute> {
    let attributes = schema.label(&annotation.label).map_or(&[][..], |label| &label.attributes);
    lacking(attributes, &annotation.attributes)
}

/// Counts the missing values of all annotations.
pub fn unfinished(project: &Project) -> Unfinished {
    UnfinishedCache::default().count(project)
}

/// Remembers what was counted, so that a change costs what it has changed.
#[derive(Debug, Default)]
pub struct UnfinishedCache {
    schema: Option<Rc<Schema>>,
    counted: PieceCache<Unfinished>,
}

impl UnfinishedCache {
    /// Counts the missing values of all annotations of a project.
    pub fn count(&mut self, project: &Project) -> Unfinished {
        let schema = project.schema();
        if self.schema.as_ref().is_none_or(|before| !Rc::ptr_eq(before, schema)) {
            *self = Self { schema: Some(schema.clone()), ..Self::default() };
        }
        let mut found = Unfinished { gaps: possible_gaps(schema), tags: 0 };
        // Without required attributes, nothing can be missing.
        if found.gaps.is_empty() {
            return found;
        }
        let mut round = self.counted.round();
        for set in project.articles().iter().map(|article| project.annotations_of(&article.id)) {
            for counted in round.of(&set, |piece| of_annotations(schema, piece.iter())) {
                found.tags += counted.tags;
                found.gaps.iter_mut().zip(&counted.gaps).for_each(|(all, gap)| all.count += gap.count);
            }
        }
        found.gaps.retain(|gap| gap.count > 0);
        found
    }
}

/// The missing values of some annotations: all possible gaps, also those that none of them has.
fn of_annotations<'a>(schema: &Schema, annotations: impl Iterator<Item = &'a Rc<Annotation>>) -> Unfinished {
    let mut found = Unfinished { gaps: possible_gaps(schema), tags: 0 };
    for annotation in annotations {
        let Some(label) = schema.label(&annotation.label) else { continue };
        let mut is_unfinished = false;
        for attribute in lacking(&label.attributes, &annotation.attributes) {
            is_unfinished = true;
            let gap = found.gaps.iter_mut().find(|gap| gap.kind == label.kind && gap.attribute == attribute.name);
            if let Some(gap) = gap {
                gap.count += 1;
            }
        }
        found.tags += usize::from(is_unfinished);
    }
    found
}

/// All gaps that are possible under a schema, with a count of zero.
fn possible_gaps(schema: &Schema) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for kind in LabelKind::ALL {
        let labels = schema.labels.iter().filter(|label| label.kind == kind);
        for attribute in labels.flat_map(|label| &label.attributes).filter(|attribute| attribute.required) {
            if !gaps.iter().any(|gap| gap.kind == kind && gap.attribute == attribute.name) {
                gaps.push(Gap { kind, attribute: attribute.name.clone(), count: 0 });
            }
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{AnnotationPatch, Command, Editor, NewAnnotation, NewArticle, Stamp};
    use crate::model::{Condition, Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    fn text(value: &str) -> AttributeValue {
        AttributeValue::Text(value.to_owned())
    }

    fn attribute<'a>(schema: &'a mut Schema, label: &str, name: &str) -> &'a mut Attribute {
        let label = schema.labels.iter_mut().find(|one| one.name == label).expect("a label");
        label.attributes.iter_mut().find(|one| one.name == name).expect("an attribute")
    }

    fn tagged(change: impl FnOnce(&mut Schema), labels: &[&str]) -> Editor {
        let mut schema = news_claims();
        change(&mut schema);
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let mut editor = Editor::new(Project::new("P", schema, at.clone()));
        let mut perform = |command| editor.perform(command, Stamp { at: at.clone(), by: String::new() }).expect("done");
        let fields = crate::edit::ArticleFields { title: "X".to_owned(), ..Default::default() };
        let text = Text::new("Some words of an article".to_owned());
        perform(Command::AddArticles(vec![NewArticle { id: Some("x".into()), index: None, fields, text }]));
        for label in labels {
            let new = NewAnnotation::tag("x".into(), TextRange::from_indices(0, 4), (*label).into());
            perform(Command::Annotate(new));
        }
        editor
    }

    fn set(editor: &mut Editor, id: &str, name: &str, value: AttributeValue) {
        let patch = AnnotationPatch {
            attributes: [(name.to_owned(), Some(value))].into_iter().collect(),
            ..Default::default()
        };
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        editor.perform(Command::Update(id.into(), patch), Stamp { at, by: String::new() }).expect("done");
    }

    /// Each gap as count, kind and attribute.
    fn gaps(editor: &Editor) -> Vec<String> {
        let shown = |gap: &Gap| format!("{} {} {}", gap.count, gap.kind.name(), gap.attribute);
        unfinished(editor.project()).gaps.iter().map(shown).collect()
    }

    #[test]
    fn without_required_attributes_nothing_is_unfinished() {
        let editor = tagged(|_| {}, &["Claim", "Person"]);
        assert_eq!(unfinished(editor.project()), Unfinished::default());
    }

    #[test]
    fn missing_values_are_counted_by_kind_and_attribute() {
        let required = |schema: &mut Schema| {
            attribute(schema, "Claim", "type").required = true;
            attribute(schema, "Claim", "attribution").required = true;
            let mut gender = attribute(schema, "Claim", "certainty").clone();
            (gender.name, gender.required) = ("gender".to_owned(), true);
            schema.labels[1].attributes.push(gender);
        };
        let mut editor = tagged(required, &["Claim", "Claim", "Person", "Location"]);
        assert_eq!(gaps(&editor), ["2 claim type", "2 claim attribution", "1 entity gender"]);
        assert_eq!(unfinished(editor.project()).tags, 3);
        set(&mut editor, "a1", "type", text("Causal"));
        assert_eq!(gaps(&editor)[0], "1 claim type");
        assert_eq!(unfinished(editor.project()).tags, 3, "the first has no attribution yet");
        set(&mut editor, "a1", "attribution", text("direct"));
        assert_eq!(unfinished(editor.project()).tags, 2);
    }

    #[test]
    fn an_attribute_whose_condition_is_not_met_is_not_missing() {
        let conditional = |schema: &mut Schema| {
            let source = attribute(schema, "Claim", "source");
            source.required = true;
            source.when = Some(Condition { attribute: "attribution".to_owned(), value: text("direct") });
        };
        let mut editor = tagged(conditional, &["Claim"]);
        assert!(gaps(&editor).is_empty());
        set(&mut editor, "a1", "attribution", text("direct"));
        assert_eq!(gaps(&editor), ["1 claim source"]);
    }

    #[test]
    fn spaces_are_empty_and_false_is_a_value() {
        assert!(is_empty(Some(&text(" "))) && is_empty(Some(&AttributeValue::List(vec![]))) && is_empty(None));
        assert!(!is_empty(Some(&AttributeValue::YesNo(false))) && !is_empty(Some(&AttributeValue::Number(0.0))));
    }
}
