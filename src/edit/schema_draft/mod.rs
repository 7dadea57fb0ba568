//! The draft of a schema in the schema editor. It stores previous names, so that a rename is distinguished from a
//! removal and an addition.

mod attributes;
mod problems;

pub use problems::DraftProblem;

use super::{AttributeMove, AttributeOwner, ChoiceMove, InUse, SchemaEdit};
use crate::model::{Attribute, Colour, Extra, Label, LabelId, LabelKind, RelationType, RelationTypeId, Schema};

/// The draft of a schema.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemaDraft {
    /// The name of the schema.
    pub name: String,
    /// The labels.
    pub labels: Vec<LabelDraft>,
    /// The attributes of articles.
    pub about: Vec<AttributeDraft>,
    /// The relation types.
    pub relation_types: Vec<RelationTypeDraft>,
    extra: Extra,
    /// The last assigned row number.
    rows: u32,
}

/// The draft of a label. Its row number does not change when it is moved or renamed.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelDraft {
    /// The row number: identifies the row in the editor.
    pub row: u32,
    /// Whether the id is still to be made from the name.
    pub is_new: bool,
    /// The label, without its attributes.
    pub label: Label,
    /// The attributes.
    pub attributes: Vec<AttributeDraft>,
}

/// The draft of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeDraft {
    /// The row number: identifies the row in the editor.
    pub row: u32,
    /// The previous name; `None` if the attribute is new.
    pub was: Option<String>,
    /// The attribute, without its choices.
    pub attribute: Attribute,
    /// The choices.
    pub choices: Vec<ChoiceDraft>,
}

/// The draft of a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceDraft {
    /// The row number: identifies the row in the editor.
    pub row: u32,
    /// The previous wording; `None` if the choice is new.
    pub was: Option<String>,
    /// The wording; empty choices are ignored.
    pub text: String,
}

/// The draft of a relation type.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationTypeDraft {
    /// The row number: identifies the row in the editor.
    pub row: u32,
    /// Whether the id is still to be made from the name.
    pub is_new: bool,
    /// The relation type.
    pub kind: RelationType,
}

/// The parts of a schema that are edited one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The label with this index, and its attributes.
    Label(usize),
    /// The attributes of articles.
    About,
    /// The relation types.
    RelationTypes,
}

/// What to do with the records that use a removed part of the schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Remap {
    /// What is removed.
    pub of: InUse,
    /// The replacement: the id of a label or relation type, or a choice. With `None`, the records or values that use it
    /// are removed.
    pub to: Option<String>,
}

impl SchemaDraft {
    /// The draft of a schema that will replace `before`, which may be the same one.
    pub fn of(schema: &Schema, before: &Schema) -> Self {
        let mut draft = Self {
            name: schema.name.clone(),
            labels: Vec::new(),
            about: Vec::new(),
            relation_types: Vec::new(),
            extra: schema.extra.clone(),
            rows: 0,
        };
        for label in &schema.labels {
            let attributes = draft.attribute_drafts(&label.attributes, |name| before.label(&label.id)?.attribute(name));
            let label = Label { attributes: Vec::new(), ..label.clone() };
            let row = draft.next_row();
            draft.labels.push(LabelDraft { row, is_new: false, label, attributes });
        }
        draft.about = draft.attribute_drafts(&schema.article_attributes, |name| before.article_attribute(name));
        for kind in &schema.relation_types {
            let row = draft.next_row();
            draft.relation_types.push(RelationTypeDraft { row, is_new: false, kind: kind.clone() });
        }
        draft
    }

    fn next_row(&mut self) -> u32 {
        self.rows += 1;
        self.rows
    }

    /// Adds a label at the end, with a name made unique by a number, and an unused colour; returns its index.
    pub fn add_label(&mut self, name: &str) -> usize {
        let row = self.next_row();
        let name = unused(name, self.labels.iter().map(|one| one.label.name.as_str()));
        let colour = Colour::spare(self.labels.iter().map(|one| &one.label.colour));
        let kind = self.labels.last().map_or(LabelKind::Entity, |last| last.label.kind);
        // A provisional id. Real ids have no spaces, so it is unique.
        let label = Label { id: LabelId::new(format!("new {row}")), ..Label::new(kind, &name, colour) };
        self.labels.push(LabelDraft { row, is_new: true, label, attributes: Vec::new() });
        self.labels.len() - 1
    }

    /// Adds a relation type at the end, with a name made unique by a number.
    pub fn add_relation_type(&mut self, name: &str) {
        let row = self.next_row();
        let name = unused(name, self.relation_types.iter().map(|one| one.kind.name.as_str()));
        let kind = RelationType::new(&name);
        self.relation_types.push(RelationTypeDraft { row, is_new: true, kind });
    }

    /// The drafted schema.
    pub fn schema(&self) -> Schema {
        let mut schema = Schema {
            name: self.name.clone(),
            labels: Vec::new(),
            article_attributes: self.about.iter().map(AttributeDraft::built).collect(),
            relation_types: Vec::new(),
            extra: self.extra.clone(),
        };
        let mut renamed: Vec<(&LabelId, LabelId)> = Vec::new();
        for one in &self.labels {
            let mut label = one.label.clone();
            if one.is_new {
                let kept = self.labels.iter().filter(|other| !other.is_new).map(|other| other.label.id.as_str());
                let made = renamed.iter().map(|(_, id)| id.as_str());
                label.id = LabelId::new(unused(&id_of(&label.name), kept.chain(made)));
                renamed.push((&one.label.id, label.id.clone()));
            }
            label.attributes = one.attributes.iter().map(AttributeDraft::built).collect();
            schema.labels.push(label);
        }
        for one in &self.relation_types {
            let mut kind = one.kind.clone();
            if one.is_new {
                let kept = self.relation_types.iter().filter(|other| !other.is_new).map(|o| o.kind.id.as_str());
                let made = schema.relation_types.iter().map(|kind| kind.id.as_str());
                kind.id = RelationTypeId::new(unused(&id_of(&kind.name), kept.chain(made)));
            }
            for end in kind.from.iter_mut().chain(&mut kind.to) {
                if let Some((_, id)) = renamed.iter().find(|(provisional, _)| *provisional == end) {
                    *end = id.clone();
                }
            }
            schema.relation_types.push(kind);
        }
        schema
    }

    /// The edit that applies the draft. Removed labels without a remap are also removed from the ends of relation
    /// types.
    pub fn edit(&self, remaps: &[Remap]) -> SchemaEdit {
        let mut edit = SchemaEdit::to(self.schema());
        for Remap { of, to } in remaps {
            let to = to.clone();
            match of.clone() {
                InUse::Label(id, _) => drop(edit.labels.insert(id, to.map(LabelId::new))),
                InUse::RelationType(id, _) => drop(edit.relation_types.insert(id, to.map(RelationTypeId::new))),
                InUse::Attribute(owner, from, _) => edit.attributes.push(AttributeMove { owner, from, to: None }),
                InUse::Choice(owner, attribute, from, _) => {
                    edit.choices.push(ChoiceMove { owner, attribute, from, to });
                }
            }
        }
        for label in &self.labels {
            add_renames(&mut edit, &AttributeOwner::Label(label.label.id.clone()), &label.attributes);
        }
        add_renames(&mut edit, &AttributeOwner::Articles, &self.about);
        let mut kinds = std::mem::take(&mut edit.schema.relation_types);
        for ends in kinds.iter_mut().flat_map(|kind| [&mut kind.from, &mut kind.to]) {
            let mut after: Vec<LabelId> = Vec::new();
            for label in ends.iter().filter_map(|label| edit.label_after(label)) {
                if !after.contains(&label) {
                    after.push(label);
                }
            }
            *ends = after;
        }
        edit.schema.relation_types = kinds;
        edit
    }
}

/// Adds the renames of existing attributes and choices.
fn add_renames(edit: &mut SchemaEdit, owner: &AttributeOwner, attributes: &[AttributeDraft]) {
    for one in attributes {
        let Some(was) = &one.was else { continue };
        let to = Some(one.attribute.name.clone());
        edit.attributes.push(AttributeMove { owner: owner.clone(), from: was.clone(), to });
        for choice in one.choices.iter().filter(|choice| !choice.text.is_empty()) {
            let Some(from) = choice.was.clone() else { continue };
            let to = Some(choice.text.clone());
            edit.choices.push(ChoiceMove { owner: owner.clone(), attribute: was.clone(), from, to });
        }
    }
}

/// Makes an id from a name, without spaces.
fn id_of(name: &str) -> String {
    let kept: Vec<&str> = name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|s| !s.is_empty()).collect();
    if kept.is_empty() { "label".to_owned() } else { kept.join("-") }
}

/// An unused name: the wanted name, with a number if it is taken.
fn unused<'a>(wanted: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let separator = if wanted.contains(' ') { " " } else { "-" };
    let mut name = wanted.to_owned();
    let mut number = 2;
    while taken.contains(&name.as_str()) {
        name = format!("{wanted}{separator}{number}");
        number += 1;
    }
    name
}
