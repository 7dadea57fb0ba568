//! The records of a project's schema in the native JSON, and their conversion to and from the model.

use crate::format::ReadError;
use crate::json::{Expected, Extra, Found, JsonProblem, excerpt, named, record};
use crate::model::{
    Attribute, AttributeKind, AttributeValue, Colour, Condition, Label, LabelId, LabelKind, RelationType, Schema,
};

/// The labels, attributes and relation types of a project, in display order.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Schema"))]
#[cfg_attr(test, serde(rename_all = "camelCase"))]
pub(crate) struct SchemaRecord {
    /// The name of the schema.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    name: String,
    /// The labels for annotations.
    labels: Vec<LabelRecord>,
    /// The attributes of articles.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    article_attributes: Vec<AttributeRecord>,
    /// The types of relations between annotations.
    #[cfg_attr(test, serde(default), schemars(extend("default" = [])))]
    relation_types: Vec<RelationTypeRecord>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

/// A label for annotations.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Label"))]
struct LabelRecord {
    /// The id of the label: without spaces, and unchanged when the label is renamed.
    #[cfg_attr(test, schemars(length(min = 1)))]
    id: String,
    /// The kind of thing that the label marks.
    kind: LabelKind,
    /// The name of the label.
    name: String,
    /// A short name for places with little room.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    short: String,
    /// The colour on a white background, as #rrggbb.
    #[cfg_attr(test, schemars(regex(pattern = "^#[0-9a-fA-F]{6}$")))]
    colour: String,
    /// The keyboard shortcut that tags with this label: one or two characters, pressed one after the other.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    #[cfg_attr(test, schemars(length(max = 2)))]
    key: String,
    /// When to use the label.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    description: String,
    /// Examples of texts to tag with the label.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    examples: Vec<String>,
    /// The attributes of annotations with this label.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    attributes: Vec<AttributeRecord>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

/// A typed property of annotations with a label, or of articles.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Attribute"))]
struct AttributeRecord {
    /// The name of the attribute: unique within its label, or among the attributes of articles.
    name: String,
    /// The type of the values.
    kind: AttributeKind,
    /// The choices, if the kind has choices.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    choices: Vec<String>,
    /// Whether an annotation without a value is unfinished.
    #[cfg_attr(test, serde(default, skip_serializing_if = "std::ops::Not::not"))]
    required: bool,
    /// The value of new annotations.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    default: Option<AttributeValue>,
    /// The attribute applies only if another attribute has a certain value.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    when: Option<ConditionRecord>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

/// The condition that another attribute of the same annotation or article has a certain value.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Condition"))]
struct ConditionRecord {
    /// The name of the other attribute.
    attribute: String,
    /// The value that the other attribute must have.
    value: AttributeValue,
}

/// A type of relations between annotations.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "RelationType"))]
struct RelationTypeRecord {
    /// The id of the relation type: without spaces, and unchanged when the type is renamed.
    #[cfg_attr(test, schemars(length(min = 1)))]
    id: String,
    /// The name of the relation type.
    name: String,
    /// Whether the relation has no direction.
    #[cfg_attr(test, serde(default, skip_serializing_if = "std::ops::Not::not"))]
    symmetric: bool,
    /// When to use the relation type.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    description: String,
    /// The ids of the labels that are allowed at the start of the relation; all labels if empty.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    from: Vec<String>,
    /// The ids of the labels that are allowed at the end of the relation; all labels if empty.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    to: Vec<String>,
    #[cfg_attr(test, serde(flatten))]
    extra: Extra,
}

record!(SchemaRecord, Schema, {
    optional "name": name,
    required "labels": labels,
    optional "articleAttributes": article_attributes,
    defaulted "relationTypes": relation_types,
}, rest: extra);

record!(LabelRecord, Label, {
    required "id": id,
    required "kind": kind,
    required "name": name,
    optional "short": short,
    required "colour": colour,
    optional "key": key,
    optional "description": description,
    optional "examples": examples,
    optional "attributes": attributes,
}, rest: extra);

record!(AttributeRecord, Attribute, {
    required "name": name,
    required "kind": kind,
    optional "choices": choices,
    optional "required": required,
    optional "default": default,
    optional "when": when,
}, rest: extra);

record!(ConditionRecord, Condition, { required "attribute": attribute, required "value": value });

record!(RelationTypeRecord, RelationType, {
    required "id": id,
    required "name": name,
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

    /// Converts the record to a schema. Does not check its invariants: see [`crate::model::Project::check_schema`].
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
