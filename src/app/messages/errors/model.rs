//! Why a record cannot be part of a project.

use crate::app::messages::text::counted;
use crate::app::messages::values::{value, values};
use crate::limits::ID;
use crate::model::{AttributeKind, AttributeProblem, AttributesOf, Invalid, RecordKind, TextField};
use crate::text::RangeError;

/// Why a range cannot be one of a text.
pub fn range(error: &RangeError) -> String {
    match error {
        RangeError::Empty { start, end } => {
            format!("the range {start} to {end} is empty; its end must be greater than its start")
        }
        RangeError::Outside { start, end, length } => {
            format!("the range {start} to {end} is outside the text, which has {length} code points")
        }
        RangeError::CutsGrapheme { offset } => {
            format!("the offset {offset} cuts a character that consists of several code points")
        }
    }
}

/// Why a record cannot be part of a project.
pub fn invalid(invalid: &Invalid) -> String {
    match invalid {
        Invalid::DuplicateId(id) => format!("the id {} is used twice", value(id)),
        Invalid::DuplicateAttribute(name) => format!("two attributes have the name {}", value(name)),
        Invalid::BadId(id) => {
            format!("{} cannot be an id; expected 1 to {ID} characters without spaces", value(id))
        }
        Invalid::Dangling { kind, id } => format!("there is no {} with the id {}", record(*kind), value(id)),
        Invalid::Range(error) => range(error),
        Invalid::RangesOutOfOrder => {
            "expected at least one range, in the order of the text and without overlaps".to_owned()
        }
        Invalid::Attribute { name, problem } => attribute(name, problem),
        Invalid::RelatesToItself => "a relation needs two different annotations".to_owned(),
        Invalid::EndLabel(label) => {
            format!("{} is not a label that this relation type allows at that end", value(label))
        }
        Invalid::PredictedEntity => "a prediction cannot refer to an entity".to_owned(),
        Invalid::Score => "the score of a prediction must be a finite number".to_owned(),
        Invalid::NotNormalised => "expected a text without a byte order mark and with LF line ends".to_owned(),
        Invalid::Date(text) => format!("{} is not a date; expected a date such as 2021-11-28", value(text)),
        Invalid::Language(text) => {
            format!("{} is not a language tag; expected a tag such as en or pt-BR", value(text))
        }
        Invalid::TooLong { field, found, most } => {
            let found = counted(*found, "character", "characters");
            format!("the {} has {found}; the limit is {most}", text_field(*field))
        }
        Invalid::TooManyLabels { found, most } => {
            let are = counted(*found, "label", "labels");
            format!("there {} {are}; the limit is {most}", if *found == 1 { "is" } else { "are" })
        }
    }
}

fn record(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Article => "article",
        RecordKind::Annotation => "annotation",
        RecordKind::Entity => "entity",
        RecordKind::Relation => "relation",
        RecordKind::Prediction => "prediction",
        RecordKind::Label => "label",
        RecordKind::RelationType => "relation type",
    }
}

fn text_field(field: TextField) -> &'static str {
    match field {
        TextField::Title => "title",
        TextField::Source => "source",
        TextField::Language => "language",
        TextField::Note => "note",
        TextField::Creator => "creator",
        TextField::Modifier => "modifier",
        TextField::RowTitle => "title of the row",
        TextField::Name => "name",
        TextField::Alias => "alias",
        TextField::Identifier => "identifier",
        TextField::Short => "short name",
        TextField::Description => "description",
        TextField::Example => "example",
        TextField::Choice => "choice",
        TextField::Attribute => "attribute",
        TextField::Model => "model",
    }
}

fn attribute(name: &str, problem: &AttributeProblem) -> String {
    let name = value(name);
    match problem {
        AttributeProblem::Unknown(AttributesOf::Label(label)) => {
            format!("the label {} has no attribute {name}", value(label))
        }
        AttributeProblem::Unknown(AttributesOf::Articles) => format!("articles have no attribute {name}"),
        AttributeProblem::Value { kind, choices } => {
            format!("the value of the attribute {name} does not fit; expected {}", expected_value(*kind, choices))
        }
        AttributeProblem::Condition(other) => {
            let other = value(other);
            format!("the attribute {name} depends on {other}, which is not another attribute of the same label")
        }
    }
}

fn expected_value(kind: AttributeKind, choices: &[String]) -> String {
    match kind {
        AttributeKind::Choice => format!("one of {}", values(choices)),
        AttributeKind::MultipleChoice => format!("a list of any of {}", values(choices)),
        AttributeKind::Text => "a text".to_owned(),
        AttributeKind::Number => "a number".to_owned(),
        AttributeKind::YesNo => "true or false".to_owned(),
        AttributeKind::Entity => "the id of an entity".to_owned(),
    }
}
