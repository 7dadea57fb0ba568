//! A claim as it stands in a cell of the board: its quote, speaker and attributes.

use std::rc::Rc;

use super::figures::figures;
use super::found::Found;
use super::{BoardFigure, Stance};
use crate::analysis::is_empty;
use crate::analysis::parsed::ParsedArticle;
use crate::json::show_number;
use crate::model::{Annotation, Attribute, AttributeKind, AttributeValue, EntityId, Label, Project};

/// The names of the attributes that say who makes a claim, the first first. A label without one of them that has an
/// attribute for an entity uses that.
const SPEAKER_NAMES: [&str; 3] = ["source", "speaker", "claimant"];

/// Who makes a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name of the entity, or the text of the attribute.
    pub name: String,
    /// The entity, if the attribute names one.
    pub entity: Option<EntityId>,
}

/// A claim in a cell of the board.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardClaim {
    /// The annotation.
    pub annotation: Rc<Annotation>,
    /// The index of its article: the column.
    pub column: usize,
    /// The text of each of its parts.
    pub quotes: Vec<String>,
    /// Who makes the claim, if a source is given.
    pub speaker: Option<Speaker>,
    /// The other attributes that have another value than their default, with their values as text, in the order of the schema.
    pub attributes: Vec<(String, String)>,
    /// The figures in the quotes, with their hedges.
    pub figures: Vec<BoardFigure>,
    /// The entities that the claim or a tag inside it mentions, and those of its attributes; sorted, without duplicates.
    pub entities: Vec<EntityId>,
    /// How the claim relates to the first claim of its row.
    pub stance: Stance,
}

impl BoardClaim {
    /// The quotes as one text; parts are joined by " … ".
    pub fn text(&self) -> String {
        self.quotes.join(" … ")
    }
}

/// A claim as the only one of its row. Its entities are those of its own fields.
pub(super) fn claim(project: &Project, found: &Found, parsed: Option<&ParsedArticle>) -> BoardClaim {
    let Found { column, annotation } = found;
    let article = project.articles().get(*column);
    let quote = |&range| article.map_or_else(String::new, |article| article.text.slice(range).to_owned());
    let quotes: Vec<String> = annotation.ranges.iter().map(quote).collect();
    let label = project.schema().label(&annotation.label);
    let attributes = label.map_or(&[][..], |label| &label.attributes);
    let source = label.and_then(speaker_attribute);
    let has_value = |one: &&Attribute| !is_empty(annotation.attributes.get(&one.name));
    let values = attributes.iter().filter(|one| source.is_none_or(|source| source.name != one.name));
    let values = values.filter(has_value).filter_map(|one| {
        let value = annotation.attributes.get(&one.name).filter(|value| one.default.as_ref() != Some(value))?;
        Some((one.name.clone(), shown(project, one.kind, value)))
    });
    let entities = attributes.iter().filter(|one| one.kind == AttributeKind::Entity).filter_map(|one| match annotation
        .attributes
        .get(&one.name)?
    {
        AttributeValue::Text(id) => Some(EntityId::from(id.as_str())),
        _ => None,
    });
    BoardClaim {
        annotation: annotation.clone(),
        column: *column,
        figures: parsed.map(|parsed| figures(parsed, annotation)).unwrap_or_default(),
        quotes,
        speaker: source.filter(has_value).and_then(|source| speaker(project, source, annotation)),
        attributes: values.collect(),
        entities: annotation.entity.iter().cloned().chain(entities).collect(),
        stance: Stance::First,
    }
}

/// The attribute of a label that says who makes the claim.
pub fn speaker_attribute(label: &Label) -> Option<&Attribute> {
    let can_name = |one: &&Attribute| matches!(one.kind, AttributeKind::Entity | AttributeKind::Text);
    let named = |name: &str| label.attributes.iter().filter(can_name).find(|one| one.name.to_lowercase() == name);
    let of_entity = || label.attributes.iter().find(|one| one.kind == AttributeKind::Entity);
    SPEAKER_NAMES.iter().find_map(|name| named(name)).or_else(of_entity)
}

fn speaker(project: &Project, source: &Attribute, annotation: &Annotation) -> Option<Speaker> {
    let value = annotation.attributes.get(&source.name)?;
    let entity = match (source.kind, value) {
        (AttributeKind::Entity, AttributeValue::Text(id)) => Some(EntityId::from(id.as_str())),
        _ => None,
    };
    Some(Speaker { name: shown(project, source.kind, value), entity })
}

/// The value of an attribute as text: the name of an entity, the words of choices.
fn shown(project: &Project, kind: AttributeKind, value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(id) if kind == AttributeKind::Entity => {
            project.entity(&id.as_str().into()).map_or_else(|| id.clone(), |entity| entity.name.clone())
        }
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::List(list) => list.join(", "),
        AttributeValue::Number(number) => show_number(*number),
        AttributeValue::YesNo(yes) => yes.to_string(),
    }
}
