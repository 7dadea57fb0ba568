//! Violated invariants of records, as data.

use super::AttributeKind;
use crate::text::RangeError;

/// The kinds of records that others refer to by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// An article.
    Article,
    /// An annotation.
    Annotation,
    /// An entity.
    Entity,
    /// A relation.
    Relation,
    /// A prediction.
    Prediction,
    /// A label of the schema.
    Label,
    /// A relation type of the schema.
    RelationType,
}

/// The fields whose length is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// A title.
    Title,
    /// The source of an article.
    Source,
    /// The language of an article.
    Language,
    /// A note.
    Note,
    /// Who created a record.
    Creator,
    /// Who last changed a record.
    Modifier,
    /// The title of a row of the claims board.
    RowTitle,
    /// A name.
    Name,
    /// An alias of an entity.
    Alias,
    /// An identifier of an entity.
    Identifier,
    /// The short name of a label.
    Short,
    /// The description of a label or relation type.
    Description,
    /// An example of a label.
    Example,
    /// A choice of an attribute.
    Choice,
    /// The text of an attribute.
    Attribute,
    /// The model of a prediction.
    Model,
}

impl TextField {
    /// The name of the field in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Source => "source",
            Self::Language => "language",
            Self::Note => "note",
            Self::Creator => "creator",
            Self::Modifier => "modifier",
            Self::RowTitle => "rowTitle",
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Identifier => "identifier",
            Self::Short => "short",
            Self::Description => "description",
            Self::Example => "example",
            Self::Choice => "choice",
            Self::Attribute => "attribute",
            Self::Model => "model",
        }
    }
}

/// The owner of attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributesOf {
    /// Annotations with the label of this name.
    Label(String),
    /// Articles.
    Articles,
}

/// Why an attribute does not fit the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeProblem {
    /// The schema has no such attribute.
    Unknown(AttributesOf),
    /// The attribute does not accept the value.
    Value {
        /// The kind of the attribute.
        kind: AttributeKind,
        /// The choices, if the kind has any.
        choices: Vec<String>,
    },
    /// The condition refers to this attribute, which is not another attribute of the same owner.
    Condition(String),
}

/// Why a record cannot be part of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// Two records of one kind have the same id.
    DuplicateId(String),
    /// Two attributes have the same name.
    DuplicateAttribute(String),
    /// An id is empty or too long, or has spaces or control characters.
    BadId(String),
    /// A record refers to another that does not exist.
    Dangling {
        /// The kind of the missing record.
        kind: RecordKind,
        /// The id of the missing record.
        id: String,
    },
    /// A range is not valid in the article's text.
    Range(RangeError),
    /// There are no ranges, or they overlap, or they are not in order.
    RangesOutOfOrder,
    /// An attribute or its value does not fit the schema.
    Attribute {
        /// The name of the attribute.
        name: String,
        /// Why it does not fit.
        problem: AttributeProblem,
    },
    /// A relation has the same annotation at both ends.
    RelatesToItself,
    /// The type of a relation does not allow this label at one of its ends.
    EndLabel(String),
    /// A prediction refers to an entity.
    PredictedEntity,
    /// The score of a prediction is not a finite number.
    Score,
    /// The text of an article begins with a byte order mark or has CR line ends, so an export of it could not be read.
    NotNormalised,
    /// The date of an article is not YYYY, YYYY-MM or YYYY-MM-DD.
    Date(String),
    /// The language of an article is not a BCP 47 tag.
    Language(String),
    /// A text is longer than the limit.
    TooLong {
        /// The field.
        field: TextField,
        /// Its length in characters.
        found: usize,
        /// The limit in characters.
        most: usize,
    },
    /// A schema has more labels than the limit.
    TooManyLabels {
        /// The number of labels.
        found: usize,
        /// The limit.
        most: usize,
    },
}

impl Invalid {
    /// The error that a record refers to another that does not exist.
    pub(crate) fn dangling(kind: RecordKind, id: &impl ToString) -> Self {
        Self::Dangling { kind, id: id.to_string() }
    }
}

impl From<RangeError> for Invalid {
    fn from(error: RangeError) -> Self {
        Self::Range(error)
    }
}
