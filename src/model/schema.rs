//! The schema: which labels, attributes and relation types a project has.

use std::collections::BTreeMap;

use super::{AttributeValue, Extra, LabelId, RelationTypeId};

/// What sort of thing a label marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// A statement that can be true or false.
    Claim,
    /// A thing in the world.
    Entity,
    /// Anything else.
    Other,
}

impl LabelKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Claim, Self::Entity, Self::Other];

    /// The kind's name in files.
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

/// A label that annotations carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its id, which stays when the name changes.
    pub id: LabelId,
    /// What it marks.
    pub kind: LabelKind,
    /// Its name.
    pub name: String,
    /// A short name for narrow places ("PER").
    pub short: String,
    /// Its colour on white; other themes derive theirs from it.
    pub colour: Colour,
    /// The keys that tag with it, one after the other: one or two lower-case characters, or none.
    pub key: String,
    /// When to use it.
    pub description: String,
    /// Examples of what to tag.
    pub examples: Vec<String>,
    /// The attributes of its annotations.
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
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 6] =
        [Self::Choice, Self::MultipleChoice, Self::Text, Self::Number, Self::YesNo, Self::Entity];

    /// The kind's name in files.
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

/// A typed property that a label gives its annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// Its name, unique in its label.
    pub name: String,
    /// The kind of its values.
    pub kind: AttributeKind,
    /// The choices, where the kind has any.
    pub choices: Vec<String>,
    /// Whether an annotation without it is unfinished.
    pub required: bool,
    /// What a new annotation gets.
    pub default: Option<AttributeValue>,
    /// Shown only under this condition.
    pub when: Option<Condition>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// "Another attribute of the same annotation has this value".
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The other attribute's name.
    pub attribute: String,
    /// The value it must have.
    pub value: AttributeValue,
}

/// A type of relation.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationType {
    /// Its id, which stays when the name changes.
    pub id: RelationTypeId,
    /// Its name.
    pub name: String,
    /// Whether its two ends mean the same.
    pub symmetric: bool,
    /// When to use it.
    pub description: String,
    /// The labels that it may start at; any if empty.
    pub from: Vec<LabelId>,
    /// The labels that it may end at; any if empty.
    pub to: Vec<LabelId>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// The labels and relation types of a project, in the order in which they are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// What the schema calls itself.
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
    /// The label of an id.
    pub fn label(&self, id: &LabelId) -> Option<&Label> {
        self.labels.iter().find(|label| &label.id == id)
    }

    /// The label that a user or a program means: by id, name or short name, in any case.
    pub fn find_label(&self, wanted: &str) -> Option<&Label> {
        let same = |text: &str| text.to_lowercase() == wanted.to_lowercase();
        let exact = self.labels.iter().find(|label| label.id.as_str() == wanted);
        exact
            .or_else(|| self.labels.iter().find(|label| same(&label.name)))
            .or_else(|| self.labels.iter().find(|label| same(&label.short)))
    }

    /// The label that keys pressed one after the other tag with.
    pub fn label_of_keys(&self, keys: &str) -> Option<&Label> {
        self.labels.iter().find(|label| label.key == keys && !keys.is_empty())
    }

    /// Whether more keys after these could name a label.
    pub fn is_key_prefix(&self, keys: &str) -> bool {
        self.labels.iter().any(|label| label.key.len() > keys.len() && label.key.starts_with(keys))
    }

    /// The article attribute of a name.
    pub fn article_attribute(&self, name: &str) -> Option<&Attribute> {
        self.article_attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The relation type of an id.
    pub fn relation_type(&self, id: &RelationTypeId) -> Option<&RelationType> {
        self.relation_types.iter().find(|kind| &kind.id == id)
    }

    /// The relation type that a user or a program means: by id or name, in any case.
    pub fn find_relation_type(&self, wanted: &str) -> Option<&RelationType> {
        let exact = self.relation_types.iter().find(|kind| kind.id.as_str() == wanted);
        exact.or_else(|| self.relation_types.iter().find(|kind| kind.name.to_lowercase() == wanted.to_lowercase()))
    }
}

impl Label {
    /// A label without id, description or attributes.
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

    /// The attribute of a name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

impl RelationType {
    /// A directed relation type between any labels, without id.
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

    /// Whether its condition is met by the values of the other attributes.
    pub fn is_asked(&self, values: &BTreeMap<String, AttributeValue>) -> bool {
        self.when.as_ref().is_none_or(|when| match (values.get(&when.attribute), &when.value) {
            // One of several choices is enough.
            (Some(AttributeValue::List(list)), AttributeValue::Text(choice)) => list.contains(choice),
            (value, wanted) => value == Some(wanted),
        })
    }

    /// Whether a value is one of this attribute's.
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
