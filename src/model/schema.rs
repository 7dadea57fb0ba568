//! The schema: the labels, attributes and relation types of a project.

use std::collections::BTreeMap;

use super::{AttributeValue, Extra, LabelId, RelationTypeId};

/// The kind of thing that a label marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// A statement that can be true or false.
    Claim,
    /// A person, place or other thing.
    Entity,
    /// Anything else.
    Other,
}

impl LabelKind {
    /// All kinds, in display order.
    pub const ALL: [Self; 3] = [Self::Claim, Self::Entity, Self::Other];

    /// The name of the kind in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Entity => "entity",
            Self::Other => "other",
        }
    }
}

/// A colour as six hexadecimal digits of sRGB: `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u32);

impl Colour {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let hexadecimal = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        if hexadecimal { u32::from_str_radix(digits, 16).ok().map(Self) } else { None }
    }

    /// The colour as `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:06x}", self.0)
    }
}

/// A label for annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The id, which does not change when the label is renamed.
    pub id: LabelId,
    /// The kind of thing that the label marks.
    pub kind: LabelKind,
    /// The name.
    pub name: String,
    /// A short name for places with little room ("PER").
    pub short: String,
    /// The colour on a white background; other themes derive their colours from it.
    pub colour: Colour,
    /// The keyboard shortcut that tags with the label: one or two lower-case characters, pressed one after the other,
    /// or none.
    pub key: String,
    /// When to use the label.
    pub description: String,
    /// Examples of texts to tag.
    pub examples: Vec<String>,
    /// The attributes of annotations with the label.
    pub attributes: Vec<Attribute>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// The kind of the values of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeKind {
    /// One of the choices.
    Choice,
    /// Any of the choices.
    MultipleChoice,
    /// A text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// An entity of the project.
    Entity,
}

impl AttributeKind {
    /// All kinds, in display order.
    pub const ALL: [Self; 6] =
        [Self::Choice, Self::MultipleChoice, Self::Text, Self::Number, Self::YesNo, Self::Entity];

    /// The name of the kind in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::MultipleChoice => "multiple choice",
            Self::Text => "text",
            Self::Number => "number",
            Self::YesNo => "yes/no",
            Self::Entity => "entity",
        }
    }
}

/// A typed property of annotations with a label, or of articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// The name: unique within its label, or among the attributes of articles.
    pub name: String,
    /// The kind of its values.
    pub kind: AttributeKind,
    /// The choices, if the kind has choices.
    pub choices: Vec<String>,
    /// Whether an annotation without a value is unfinished.
    pub required: bool,
    /// The value of new annotations.
    pub default: Option<AttributeValue>,
    /// The attribute applies only if this condition is met.
    pub when: Option<Condition>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// The condition that another attribute of the same annotation or article has a certain value.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The name of the other attribute.
    pub attribute: String,
    /// The value that the other attribute must have.
    pub value: AttributeValue,
}

/// A type of relations.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationType {
    /// The id, which does not change when the type is renamed.
    pub id: RelationTypeId,
    /// The name.
    pub name: String,
    /// Whether the relation has no direction.
    pub symmetric: bool,
    /// When to use the relation type.
    pub description: String,
    /// The labels that are allowed at the start; all if empty.
    pub from: Vec<LabelId>,
    /// The labels that are allowed at the end; all if empty.
    pub to: Vec<LabelId>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// The labels, attributes and relation types of a project, in display order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// The name of the schema.
    pub name: String,
    /// The labels.
    pub labels: Vec<Label>,
    /// Attributes of articles, such as topic and stance.
    pub article_attributes: Vec<Attribute>,
    /// The relation types.
    pub relation_types: Vec<RelationType>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Schema {
    /// The label with an id.
    pub fn label(&self, id: &LabelId) -> Option<&Label> {
        self.labels.iter().find(|label| &label.id == id)
    }

    /// Finds a label by id, name or short name; names ignore case.
    pub fn find_label(&self, wanted: &str) -> Option<&Label> {
        let same = |text: &str| text.to_lowercase() == wanted.to_lowercase();
        let exact = self.labels.iter().find(|label| label.id.as_str() == wanted);
        exact
            .or_else(|| self.labels.iter().find(|label| same(&label.name)))
            .or_else(|| self.labels.iter().find(|label| same(&label.short)))
    }

    /// The label with this keyboard shortcut.
    pub fn label_of_keys(&self, keys: &str) -> Option<&Label> {
        self.labels.iter().find(|label| label.key == keys && !keys.is_empty())
    }

    /// Whether these keys are the beginning of a longer keyboard shortcut.
    pub fn is_key_prefix(&self, keys: &str) -> bool {
        self.labels.iter().any(|label| label.key.len() > keys.len() && label.key.starts_with(keys))
    }

    /// The article attribute with a name.
    pub fn article_attribute(&self, name: &str) -> Option<&Attribute> {
        self.article_attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The relation type with an id.
    pub fn relation_type(&self, id: &RelationTypeId) -> Option<&RelationType> {
        self.relation_types.iter().find(|kind| &kind.id == id)
    }

    /// Finds a relation type by id or name; the name ignores case.
    pub fn find_relation_type(&self, wanted: &str) -> Option<&RelationType> {
        let exact = self.relation_types.iter().find(|kind| kind.id.as_str() == wanted);
        exact.or_else(|| self.relation_types.iter().find(|kind| kind.name.to_lowercase() == wanted.to_lowercase()))
    }
}

impl Label {
    /// A label with an empty id, and without description and attributes.
    pub fn new(kind: LabelKind, name: &str, colour: Colour) -> Self {
        Self {
            id: LabelId::new(String::new()),
            kind,
            name: name.to_owned(),
            short: String::new(),
            colour,
            key: String::new(),
            description: String::new(),
            examples: Vec::new(),
            attributes: Vec::new(),
            extra: Extra::default(),
        }
    }

    /// The attribute with a name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

impl RelationType {
    /// A directed relation type between any labels, with an empty id.
    pub fn new(name: &str) -> Self {
        Self {
            id: "".into(),
            name: name.to_owned(),
            symmetric: false,
            description: String::new(),
            from: Vec::new(),
            to: Vec::new(),
            extra: Extra::default(),
        }
    }
}

impl Attribute {
    /// An optional attribute without description, choices or default.
    pub fn new(name: &str, kind: AttributeKind) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            choices: Vec::new(),
            required: false,
            default: None,
            when: None,
            extra: Extra::default(),
        }
    }

    /// Whether the attribute applies, given the values of the other attributes: its condition is met, or it has none.
    pub fn is_asked(&self, values: &BTreeMap<String, AttributeValue>) -> bool {
        self.when.as_ref().is_none_or(|when| match (values.get(&when.attribute), &when.value) {
            // It is enough that one of several selected choices is the value.
            (Some(AttributeValue::List(list)), AttributeValue::Text(choice)) => list.contains(choice),
            (value, wanted) => value == Some(wanted),
        })
    }

    /// Whether a value is valid for this attribute.
    pub fn accepts(&self, value: &AttributeValue) -> bool {
        let is_choice = |text: &String| self.choices.contains(text);
        match (self.kind, value) {
            (AttributeKind::Text | AttributeKind::Entity, AttributeValue::Text(_))
            | (AttributeKind::YesNo, AttributeValue::YesNo(_)) => true,
            (AttributeKind::Number, AttributeValue::Number(number)) => number.is_finite(),
            (AttributeKind::Choice, AttributeValue::Text(text)) => is_choice(text),
            (AttributeKind::MultipleChoice, AttributeValue::List(list)) => list.iter().all(is_choice),
            _ => false,
        }
    }
}
