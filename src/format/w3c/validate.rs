//! Checks what the Web Annotation Data Model says an annotation MUST have. Stricter than the schemas of the W3C's test suite, which
//! accept any value of `format`, `language`, `creator` and `generator`.

use super::bodies::list;
use super::iri::CONTEXT;
use crate::json::{Expected, Json, JsonError, JsonExt as _, JsonProblem, RecordForm};
use crate::model::Timestamp;

const TYPES_WITH_ITEMS: [&str; 4] = ["Choice", "Composite", "List", "Independents"];
const DIRECTIONS: [&str; 3] = ["ltr", "rtl", "auto"];
/// The selectors that have a text, with its field.
const TEXT_SELECTORS: [(&str, &str); 4] = [
    ("FragmentSelector", "value"),
    ("CssSelector", "value"),
    ("XPathSelector", "value"),
    ("TextQuoteSelector", "exact"),
];

/// Checks what is in a file: an annotation, a page or a collection of some, or a list. Annotations in a page have its context.
pub fn validate_all(json: &Json) -> Vec<JsonError> {
    let mut errors = Vec::new();
    match json {
        Json::Array(all) => {
            for (index, one) in all.iter().enumerate() {
                errors.extend(validate_all(one).into_iter().map(|error| error.within(&format!("[{index}]"))));
            }
        }
        json if has(json, "type", "AnnotationCollection") || has(json, "type", "AnnotationPage") => {
            if !has(json, "@context", CONTEXT) {
                errors.push(unexpected(&json["@context"], Expected::Exactly(CONTEXT), "@context"));
            }
            errors.extend(iri(json, "id", true).err());
            let pages = if json["first"].is_object() { vec![("first.items", &json["first"])] } else { Vec::new() };
            for (place, page) in pages.into_iter().chain([("items", json)]) {
                for (index, one) in list(&page["items"]).into_iter().enumerate().filter(|(_, one)| one.is_object()) {
                    let mut one = one.clone();
                    if let Some(fields) = one.as_object_mut() {
                        fields.entry("@context").or_insert_with(|| CONTEXT.into());
                    }
                    errors.extend(validate(&one).err().map(|error| error.within(&format!("{place}[{index}]"))));
                }
            }
        }
        one => errors.extend(validate(one).err()),
    }
    errors
}

/// Whether a field has a value, or a list with it.
fn has(json: &Json, field: &str, value: &str) -> bool {
    list(&json[field]).iter().any(|one| one.as_str() == Some(value))
}

/// Checks an annotation.
///
/// # Errors
/// With the first field that is not as the model says it must be (sections 3 and 4).
pub fn validate(annotation: &Json) -> Result<(), JsonError> {
    if !annotation.is_object() {
        return Err(annotation.instead_of(Expected::Record(RecordForm::WebAnnotation)));
    }
    if !has(annotation, "@context", CONTEXT) {
        return Err(unexpected(&annotation["@context"], Expected::Exactly(CONTEXT), "@context"));
    }
    iri(annotation, "id", true)?;
    if !has(annotation, "type", "Annotation") {
        return Err(unexpected(&annotation["type"], Expected::Exactly("Annotation"), "type"));
    }
    for field in ["created", "modified", "generated"] {
        time(annotation, field)?;
    }
    iri(annotation, "canonical", false)?;
    iris(annotation, "rights")?;
    iris(annotation, "via")?;
    for field in ["creator", "generator"] {
        each(annotation, field, agent)?;
    }
    if let Some(value) = annotation.get("bodyValue") {
        if !value.is_string() {
            return Err(unexpected(value, Expected::Text, "bodyValue"));
        }
        if annotation.get("body").is_some() {
            return Err(unexpected(value, Expected::Nothing, "bodyValue"));
        }
    }
    each(annotation, "body", resource)?;
    if list(&annotation["target"]).is_empty() {
        return Err(JsonError::new("target", JsonProblem::Missing));
    }
    each(annotation, "target", |target| match target["type"].as_str() {
        Some("TextualBody") => Err(unexpected(&target["type"], Expected::Record(RecordForm::Resource), "type")),
        _ => resource(target),
    })
}

/// Checks each value of a field that has one or a list of them.
fn each(json: &Json, field: &str, check: impl Fn(&Json) -> Result<(), JsonError>) -> Result<(), JsonError> {
    match &json[field] {
        Json::Array(all) => all
            .iter()
            .enumerate()
            .try_for_each(|(index, one)| check(one).map_err(|error| error.within(&format!("{field}[{index}]")))),
        Json::Null => Ok(()),
        one => check(one).map_err(|error| error.within(field)),
    }
}

fn unexpected(found: &Json, expected: Expected, place: &str) -> JsonError {
    match found {
        Json::Null => JsonError::new(place, JsonProblem::Missing),
        other => other.instead_of(expected).within(place),
    }
}

/// Whether a text has the form of an absolute IRI (RFC 3987): a scheme, and none of the characters that an IRI cannot have.
fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let mut letters = scheme.chars();
    let is_scheme = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme
        && !rest.is_empty()
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

fn is_iri_json(json: &Json) -> bool {
    json.as_str().is_some_and(is_iri)
}

/// A field that has one IRI at most.
fn iri(json: &Json, field: &str, is_required: bool) -> Result<(), JsonError> {
    match &json[field] {
        Json::Null if !is_required => Ok(()),
        value if is_iri_json(value) => Ok(()),
        other => Err(unexpected(other, Expected::Iri, field)),
    }
}

fn iris(json: &Json, field: &str) -> Result<(), JsonError> {
    each(json, field, |one| if is_iri_json(one) { Ok(()) } else { Err(unexpected(one, Expected::Iri, "")) })
}

/// A field with a time in UTC at most.
fn time(json: &Json, field: &str) -> Result<(), JsonError> {
    match &json[field] {
        Json::Null => Ok(()),
        value if value.as_str().is_some_and(|text| Timestamp::parse(text).is_some()) => Ok(()),
        other => Err(unexpected(other, Expected::Time, field)),
    }
}

fn agent(json: &Json) -> Result<(), JsonError> {
    match json {
        Json::Object(_) => iri(json, "id", false),
        value if is_iri_json(value) => Ok(()),
        other => Err(unexpected(other, Expected::Iri, "")),
    }
}

fn text(json: &Json, field: &str) -> Result<(), JsonError> {
    match &json[field] {
        Json::String(_) => Ok(()),
        other => Err(unexpected(other, Expected::Text, field)),
    }
}

/// A body or a target.
fn resource(json: &Json) -> Result<(), JsonError> {
    if json.is_string() {
        return if is_iri_json(json) { Ok(()) } else { Err(unexpected(json, Expected::Iri, "")) };
    }
    if !json.is_object() {
        return Err(json.instead_of(Expected::Record(RecordForm::Resource)));
    }
    iri(json, "id", false)?;
    for field in ["created", "modified"] {
        time(json, field)?;
    }
    for field in ["format", "language"] {
        each(json, field, |one| if one.is_string() { Ok(()) } else { Err(unexpected(one, Expected::Text, "")) })?;
    }
    if json.get("processingLanguage").is_some() {
        text(json, "processingLanguage")?;
    }
    let direction = &json["textDirection"];
    if !direction.is_null() && !direction.as_str().is_some_and(|one| DIRECTIONS.contains(&one)) {
        return Err(unexpected(direction, Expected::OneOf(DIRECTIONS.to_vec()), "textDirection"));
    }
    for field in ["rights", "via"] {
        iris(json, field)?;
    }
    each(json, "creator", agent)?;
    kind_of_resource(json)
}

/// What depends on which kind of resource it is: one of several, a text, or a part of another resource.
fn kind_of_resource(json: &Json) -> Result<(), JsonError> {
    let types: Vec<&str> = list(&json["type"]).into_iter().filter_map(Json::as_str).collect();
    let with_items = types.iter().filter(|one| TYPES_WITH_ITEMS.contains(one)).count();
    if with_items > 1 || (json.get("items").is_some() && with_items == 0) {
        return Err(unexpected(&json["type"], Expected::OneOf(TYPES_WITH_ITEMS.to_vec()), "type"));
    }
    if with_items == 1 {
        return match json["items"].as_array() {
            Some(items) if !items.is_empty() => each(json, "items", resource),
            _ => Err(unexpected(&json["items"], Expected::List, "items")),
        };
    }
    if types.contains(&"TextualBody") || json.get("value").is_some() && json.get("source").is_none() {
        return text(json, "value");
    }
    let is_part = types.contains(&"SpecificResource")
        || ["source", "selector", "state"].iter().any(|field| json.get(*field).is_some());
    if is_part {
        return specific_resource(json);
    }
    iri(json, "id", true)
}

fn specific_resource(json: &Json) -> Result<(), JsonError> {
    match &json["source"] {
        source if is_iri_json(source) => {}
        source if source.is_object() => iri(source, "id", true).map_err(|error| error.within("source"))?,
        other => return Err(unexpected(other, Expected::Iri, "source")),
    }
    each(json, "selector", selector)?;
    each(json, "state", |state| match state {
        Json::Object(_) => ["sourceDateStart", "sourceDateEnd"].iter().try_for_each(|field| time(state, field)),
        value if is_iri_json(value) => Ok(()),
        other => Err(unexpected(other, Expected::Iri, "")),
    })
}

fn selector(json: &Json) -> Result<(), JsonError> {
    if json.is_string() {
        return if is_iri_json(json) { Ok(()) } else { Err(unexpected(json, Expected::Iri, "")) };
    }
    let kind = json["type"].as_str().unwrap_or_default();
    if let Some((_, field)) = TEXT_SELECTORS.iter().find(|(name, _)| *name == kind) {
        text(json, field)?;
    }
    match kind {
        "TextPositionSelector" | "DataPositionSelector" => {
            for field in ["start", "end"] {
                if json[field].as_u32().is_none() {
                    return Err(unexpected(&json[field], Expected::Count, field));
                }
            }
        }
        "RangeSelector" => {
            for field in ["startSelector", "endSelector"] {
                if !json[field].is_object() {
                    return Err(unexpected(&json[field], Expected::Object, field));
                }
                selector(&json[field]).map_err(|error| error.within(field))?;
            }
        }
        "" => return Err(unexpected(&json["type"], Expected::Text, "type")),
        _ => {}
    }
    each(json, "refinedBy", selector)
}
