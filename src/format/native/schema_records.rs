//! The records of a project's schema in the native JSON, and their translation to and from the model.

use crate::format::ReadError;
use crate::json::{Expected, Extra, Found, JsonProblem, excerpt, named, record};
use crate::model::{
    Attribute, AttributeKind, AttributeValue, Colour, Condition, Label, LabelId, LabelKind, RelationType, Schema,
};

/// The labels and relation types of a project, in the order in which they are shown.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Schema"))]
#[cfg_attr(test, serde(rename_all = "camelCase"))]
pub(crate) struct SchemaRecord {
    /// What the schema calls itself.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    name: String,
    /// The labels that annotations carry.
    labels: Vec<LabelRecord>,
    /// What is asked of an article as a whole.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    article_attributes: Vec<AttributeRecord>,
    /// The types of links between annotations.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    relation_types: Vec<RelationTypeRecord>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

/// A label that annotations carry.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Label"))]
struct LabelRecord {
    /// Its id, which stays when the name changes. Has no blanks.
    #[cfg_attr(test, schemars(length(min = 1)))]
    id: String,
    /// What it marks.
    kind: LabelKind,
    /// Its name.
    name: String,
    /// A short name for narrow places.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    short: String,
    /// Its colour on white.
    #[cfg_attr(test, schemars(regex(pattern = "^#[0-9a-fA-F]{6}$")))]
    colour: String,
    /// The keys that tag with it, one after the other: one or two characters.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    #[cfg_attr(test, schemars(length(max = 2)))]
    key: String,
    /// When to use it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    description: String,
    /// Examples of what to tag.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    examples: Vec<String>,
    /// The attributes of its annotations.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    attributes: Vec<AttributeRecord>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

/// A typed property that a label gives its annotations.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Attribute"))]
struct AttributeRecord {
    /// Its name, unique in its label.
    name: String,
    /// What values it takes.
    kind: AttributeKind,
    /// The choices, where the kind has any.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    choices: Vec<String>,
    /// Whether an annotation without it is unfinished.
    #[cfg_attr(test, serde(default, skip_serializing_if = "std::ops::Not::not"))]
    required: bool,
    /// What a new annotation gets.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    default: Option<AttributeValue>,
    /// Asked for only where another attribute has a certain value.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    when: Option<ConditionRecord>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

/// "Another attribute of the same annotation has this value".
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Condition"))]
struct ConditionRecord {
    /// The other attribute's name.
    attribute: String,
    /// The value it must have.
    value: AttributeValue,
}

/// A type of relation.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "RelationType"))]
struct RelationTypeRecord {
    /// Its id, which stays when the name changes. Has no blanks.
    #[cfg_attr(test, schemars(length(min = 1)))]
    id: String,
    /// Its name.
    name: String,
    /// Whether its two ends mean the same.
    #[cfg_attr(test, serde(default, skip_serializing_if = "std::ops::Not::not"))]
    symmetric: bool,
    /// When to use it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    description: String,
    /// The ids of the labels it may go from; any if there is none.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    from: Vec<String>,
    /// The ids of the labels it may go to; any if there is none.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    to: Vec<String>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

record!(SchemaRecord, Schema, {
    optional "name": name,
    needed "labels": labels,
    optional "articleAttributes": article_attributes,
    usual "relationTypes": relation_types,
}, rest: extra);

record!(LabelRecord, Label, {
    needed "id": id,
    needed "kind": kind,
    needed "name": name,
    optional "short": short,
    needed "colour": colour,
    optional "key": key,
    optional "description": description,
    optional "examples": examples,
    optional "attributes": attributes,
}, rest: extra);

record!(AttributeRecord, Attribute, {
    needed "name": name,
    needed "kind": kind,
    optional "choices": choices,
    optional "required": required,
    optional "default": default,
    optional "when": when,
}, rest: extra);

record!(ConditionRecord, Condition, { needed "attribute": attribute, needed "value": value });

record!(RelationTypeRecord, RelationType, {
    needed "id": id,
    needed "name": name,
    optional "symmetric": symmetric,
    optional "description": description,
    optional "from": from,
    optional "to": to,
}, rest: extra);

named!(LabelKind);
named!(AttributeKind);

impl SchemaRecord {
    pub(crate) fn of(schema: &Schema) -> Self {
        Self {
            name: schema.name.clone(),
            labels: schema.labels.iter().map(LabelRecord::of).collect(),
            article_attributes: schema.article_attributes.iter().map(AttributeRecord::of).collect(),
            relation_types: schema.relation_types.iter().map(RelationTypeRecord::of).collect(),
            extra: schema.extra.clone(),
        }
    }

    /// The schema; whether it is sound in itself is for the model to say.
    pub(crate) fn read(self) -> Result<Schema, ReadError> {
        let labels = super::read_each("labels", self.labels, LabelRecord::read)?;
        let article_attributes = super::read_each("articleAttributes", self.article_attributes, AttributeRecord::read)?;
        let relation_types = super::read_each("relationTypes", self.relation_types, RelationTypeRecord::read)?;
        Ok(Schema { name: self.name, labels, article_attributes, relation_types, extra: self.extra })
    }
}

impl LabelRecord {
    fn of(label: &Label) -> Self {
        Self {
            id: label.id.to_string(),
            kind: label.kind,
            name: label.name.clone(),
            short: label.short.clone(),
            colour: label.colour.hex(),
            key: label.key.clone(),
            description: label.description.clone(),
            examples: label.examples.clone(),
            attributes: label.attributes.iter().map(AttributeRecord::of).collect(),
            extra: label.extra.clone(),
        }
    }

    fn read(self) -> Result<Label, ReadError> {
        let unexpected = |field: &str, expected, text: &str| {
            ReadError::new(field, JsonProblem::Unexpected { expected, found: Found::Text(excerpt(text)) })
        };
        let colour = Colour::parse(&self.colour);
        let colour = colour.ok_or_else(|| unexpected("colour", Expected::Colour, &self.colour))?;
        if self.key.chars().count() > 2 {
            return Err(unexpected("key", Expected::Keys, &self.key));
        }
        Ok(Label {
            id: LabelId::new(self.id),
            kind: self.kind,
            name: self.name,
            short: self.short,
            colour,
            key: self.key,
            description: self.description,
            examples: self.examples,
            attributes: super::read_each("attributes", self.attributes, AttributeRecord::read)?,
            extra: self.extra,
        })
    }
}

impl AttributeRecord {
    fn of(attribute: &Attribute) -> Self {
        Self {
            name: attribute.name.clone(),
            kind: attribute.kind,
            choices: attribute.choices.clone(),
            required: attribute.required,
            default: attribute.default.clone(),
            when: attribute.when.clone().map(|Condition { attribute, value }| ConditionRecord { attribute, value }),
            extra: attribute.extra.clone(),
        }
    }

    fn read(self) -> Result<Attribute, ReadError> {
        Ok(Attribute {
            name: self.name,
            kind: self.kind,
            choices: self.choices,
            required: self.required,
            default: self.default,
            when: self.when.map(|when| Condition { attribute: when.attribute, value: when.value }),
            extra: self.extra,
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
            extra: kind.extra.clone(),
        }
    }

    fn read(self) -> Result<RelationType, ReadError> {
        let ids = |labels: Vec<String>| labels.into_iter().map(LabelId::new).collect();
        Ok(RelationType {
            id: self.id.as_str().into(),
            name: self.name,
            symmetric: self.symmetric,
            description: self.description,
            from: ids(self.from),
            to: ids(self.to),
            extra: self.extra,
        })
    }
}
