//! The records of a project's schema in the native JSON, and their translation to and from the model.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::extra;
use super::value::ValueRecord;
use crate::format::ImportError;
use crate::format::error::quoted;
use crate::model::{Attribute, AttributeKind, Colour, Condition, Label, LabelId, LabelKind, RelationType, Schema};

/// The labels and relation types of a project, in the order in which they are shown.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Schema"))]
#[serde(rename_all = "camelCase", expecting = "a schema: an object")]
pub(crate) struct SchemaRecord {
    /// What the schema calls itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    /// The labels that annotations carry.
    labels: Vec<LabelRecord>,
    /// The types of links between annotations.
    #[serde(default)]
    relation_types: Vec<RelationTypeRecord>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// A label that annotations carry.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Label"))]
#[serde(expecting = "a label: an object")]
struct LabelRecord {
    /// Its id, which stays when the name changes. Has no blanks.
    #[cfg_attr(test, schemars(length(min = 1)))]
    id: String,
    /// What it marks.
    kind: LabelKindRecord,
    /// Its name.
    name: String,
    /// A short name for narrow places.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    short: String,
    /// Its colour on white.
    #[cfg_attr(test, schemars(regex(pattern = "^#[0-9a-fA-F]{6}$")))]
    colour: String,
    /// The key that tags with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<char>,
    /// When to use it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    /// Examples of what to tag.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    examples: Vec<String>,
    /// The attributes of its annotations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attributes: Vec<AttributeRecord>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// What a label marks: something said to be so, a thing in the world, or anything else.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "LabelKind"))]
#[serde(rename_all = "lowercase")]
enum LabelKindRecord {
    Claim,
    Entity,
    Other,
}

/// What values an attribute takes.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "AttributeKind"))]
enum AttributeKindRecord {
    #[serde(rename = "choice")]
    Choice,
    #[serde(rename = "multiple choice")]
    MultipleChoice,
    #[serde(rename = "text")]
    Text,
    #[serde(rename = "number")]
    Number,
    #[serde(rename = "yes/no")]
    YesNo,
    #[serde(rename = "entity")]
    Entity,
}

/// A typed property that a label gives its annotations.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Attribute"))]
#[serde(expecting = "an attribute: an object")]
struct AttributeRecord {
    /// Its name, unique in its label.
    name: String,
    /// What values it takes.
    kind: AttributeKindRecord,
    /// The choices, where the kind has any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    choices: Vec<String>,
    /// Whether an annotation without it is unfinished.
    #[serde(default, skip_serializing_if = "is_false")]
    required: bool,
    /// What a new annotation gets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    default: Option<ValueRecord>,
    /// Asked for only where another attribute has a certain value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    when: Option<ConditionRecord>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

/// "Another attribute of the same annotation has this value".
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Condition"))]
#[serde(expecting = "a condition: an object")]
struct ConditionRecord {
    /// The other attribute's name.
    attribute: String,
    /// The value it must have.
    value: ValueRecord,
}

/// A type of relation.
#[derive(Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "RelationType"))]
#[serde(expecting = "a relation type: an object")]
struct RelationTypeRecord {
    /// Its id, which stays when the name changes. Has no blanks.
    #[cfg_attr(test, schemars(length(min = 1)))]
    id: String,
    /// Its name.
    name: String,
    /// Whether its two ends mean the same.
    #[serde(default, skip_serializing_if = "is_false")]
    symmetric: bool,
    /// When to use it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    /// The ids of the labels it may go from; any if there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    from: Vec<String>,
    /// The ids of the labels it may go to; any if there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    to: Vec<String>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

// `serde` passes a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(value: &bool) -> bool {
    !value
}

impl SchemaRecord {
    pub(crate) fn of(schema: &Schema) -> Self {
        Self {
            name: schema.name.clone(),
            labels: schema.labels.iter().map(LabelRecord::of).collect(),
            relation_types: schema.relation_types.iter().map(RelationTypeRecord::of).collect(),
            extra: schema.extra.fields(),
        }
    }

    /// The schema; whether it is sound in itself is for the model to say.
    pub(crate) fn read(self) -> Result<Schema, ImportError> {
        let labels = super::read_each("labels", self.labels, LabelRecord::read)?;
        let relation_types = super::read_each("relationTypes", self.relation_types, RelationTypeRecord::read)?;
        Ok(Schema { name: self.name, labels, relation_types, extra: extra(self.extra)? })
    }
}

impl LabelRecord {
    fn of(label: &Label) -> Self {
        Self {
            id: label.id.to_string(),
            kind: match label.kind {
                LabelKind::Claim => LabelKindRecord::Claim,
                LabelKind::Entity => LabelKindRecord::Entity,
                LabelKind::Other => LabelKindRecord::Other,
            },
            name: label.name.clone(),
            short: label.short.clone(),
            colour: label.colour.hex(),
            key: label.key,
            description: label.description.clone(),
            examples: label.examples.clone(),
            attributes: label.attributes.iter().map(AttributeRecord::of).collect(),
            extra: label.extra.fields(),
        }
    }

    fn read(self) -> Result<Label, ImportError> {
        let colour = Colour::parse(&self.colour).ok_or_else(|| {
            ImportError::new("colour", format!("expected a colour such as #0072b2, found {}", quoted(&self.colour)))
        })?;
        Ok(Label {
            id: LabelId::new(self.id),
            kind: match self.kind {
                LabelKindRecord::Claim => LabelKind::Claim,
                LabelKindRecord::Entity => LabelKind::Entity,
                LabelKindRecord::Other => LabelKind::Other,
            },
            name: self.name,
            short: self.short,
            colour,
            key: self.key,
            description: self.description,
            examples: self.examples,
            attributes: super::read_each("attributes", self.attributes, AttributeRecord::read)?,
            extra: extra(self.extra)?,
        })
    }
}

impl AttributeRecord {
    fn of(attribute: &Attribute) -> Self {
        Self {
            name: attribute.name.clone(),
            kind: match attribute.kind {
                AttributeKind::Choice => AttributeKindRecord::Choice,
                AttributeKind::MultipleChoice => AttributeKindRecord::MultipleChoice,
                AttributeKind::Text => AttributeKindRecord::Text,
                AttributeKind::Number => AttributeKindRecord::Number,
                AttributeKind::YesNo => AttributeKindRecord::YesNo,
                AttributeKind::Entity => AttributeKindRecord::Entity,
            },
            choices: attribute.choices.clone(),
            required: attribute.required,
            default: attribute.default.clone().map(ValueRecord),
            when: attribute
                .when
                .clone()
                .map(|Condition { attribute, value }| ConditionRecord { attribute, value: ValueRecord(value) }),
            extra: attribute.extra.fields(),
        }
    }

    fn read(self) -> Result<Attribute, ImportError> {
        Ok(Attribute {
            name: self.name,
            kind: match self.kind {
                AttributeKindRecord::Choice => AttributeKind::Choice,
                AttributeKindRecord::MultipleChoice => AttributeKind::MultipleChoice,
                AttributeKindRecord::Text => AttributeKind::Text,
                AttributeKindRecord::Number => AttributeKind::Number,
                AttributeKindRecord::YesNo => AttributeKind::YesNo,
                AttributeKindRecord::Entity => AttributeKind::Entity,
            },
            choices: self.choices,
            required: self.required,
            default: self.default.map(|value| value.0),
            when: self.when.map(|when| Condition { attribute: when.attribute, value: when.value.0 }),
            extra: extra(self.extra)?,
        })
    }
}

impl RelationTypeRecord {
    fn of(kind: &RelationType) -> Self {
        let ids = |labels: &[LabelId]| labels.iter().map(ToString::to_string).collect();
        Self {
            id: kind.id.to_string(),
            name: kind.name.clone(),
            symmetric: kind.symmetric,
            description: kind.description.clone(),
            from: ids(&kind.from),
            to: ids(&kind.to),
            extra: kind.extra.fields(),
        }
    }

    fn read(self) -> Result<RelationType, ImportError> {
        let ids = |labels: Vec<String>| labels.into_iter().map(LabelId::new).collect();
        Ok(RelationType {
            id: self.id.as_str().into(),
            name: self.name,
            symmetric: self.symmetric,
            description: self.description,
            from: ids(self.from),
            to: ids(self.to),
            extra: extra(self.extra)?,
        })
    }
}
