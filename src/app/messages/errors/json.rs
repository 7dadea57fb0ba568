//! Why a text or a value is not the expected JSON, with its place.

use crate::app::messages::text::counted;
use crate::app::messages::values::value;
use crate::json::{Expected, Found, JsonError, JsonProblem, Place, RecordForm};

/// Why a text or a value is not the expected JSON.
pub fn json(error: &JsonError) -> String {
    at(&error.place, &problem(&error.problem))
}

/// A problem with its place before it.
pub(super) fn at(place: &Place, problem: &str) -> String {
    match place {
        Place::Whole => problem.to_owned(),
        Place::Line { line, column } => format!("line {line}, column {column}: {problem}"),
        Place::Path(path) => format!("{path}: {problem}"),
    }
}

pub(super) fn problem(problem: &JsonProblem) -> String {
    match problem {
        JsonProblem::NotUtf8 => "not UTF-8, the encoding of projects".to_owned(),
        JsonProblem::Syntax(reason) => format!("not valid JSON: {reason}"),
        JsonProblem::EndsEarly => "not valid JSON: the text ends too early".to_owned(),
        JsonProblem::TooDeep { most } => format!("not valid JSON: {}", too_deep(*most)),
        JsonProblem::FieldTooDeep { most } => too_deep(*most),
        JsonProblem::Missing => "is missing".to_owned(),
        JsonProblem::Unexpected { expected: wanted, found: value } => {
            format!("expected {}, found {}", expected(wanted), found(value))
        }
    }
}

fn too_deep(most: usize) -> String {
    format!("nested more than {} deep", counted(most, "level", "levels"))
}

fn expected(expected: &Expected) -> String {
    let text = match expected {
        Expected::Json => "a value that can be written as JSON",
        Expected::Text => "a text",
        Expected::Character => "one character",
        Expected::Bool => "true or false",
        Expected::Number => "a number",
        Expected::Count => "a whole number from 0",
        Expected::List => "an array",
        Expected::Object => "an object",
        Expected::OneOf(names) => return format!("one of {}", names.join(", ")),
        Expected::Exactly(text) => return format!("\"{text}\""),
        Expected::Version(number) => return number.to_string(),
        Expected::AttributeValue => "a text, a list of texts, a number, or true or false",
        Expected::Time => "a time in UTC such as 2026-11-22T13:25:00Z",
        Expected::Iri => "an address (an IRI)",
        Expected::Nothing => "nothing here",
        Expected::Colour => "a colour such as #0072b2",
        Expected::Keys => "one or two characters",
        Expected::Record(form) => return format!("{}: an object", record(*form)),
    };
    text.to_owned()
}

fn record(form: RecordForm) -> &'static str {
    match form {
        RecordForm::Project => "a Crossread project",
        RecordForm::ProjectHead => "the title and time of a project",
        RecordForm::Schema => "a schema",
        RecordForm::Label => "a label",
        RecordForm::Attribute => "an attribute",
        RecordForm::Condition => "a condition",
        RecordForm::RelationType => "a relation type",
        RecordForm::Article | RecordForm::SampleArticle => "an article",
        RecordForm::Entity => "an entity",
        RecordForm::Annotation => "an annotation",
        RecordForm::Range => "a range",
        RecordForm::Relation => "a relation",
        RecordForm::Prediction => "a prediction",
        RecordForm::Step => "a step",
        RecordForm::Change => "a change",
        RecordForm::PlacedArticle => "an article and its place",
        RecordForm::ProjectInfo => "a project in the list",
        RecordForm::ProjectEntry => "the entry of a project",
        RecordForm::View => "a view of a project",
        RecordForm::WebAnnotation => "a Web Annotation with a target",
        RecordForm::Resource => "an address, or a body or target",
    }
}

/// A value as a message names it.
pub fn found(found: &Found) -> String {
    match found {
        Found::Nothing => "nothing".to_owned(),
        Found::Literal(text) => text.clone(),
        Found::Text(text) => value(text),
        Found::List => "an array".to_owned(),
        Found::Object => "an object".to_owned(),
    }
}
