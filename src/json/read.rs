//! Parses JSON, and reads values of Rust types from it, with the place of each error.

use std::collections::BTreeMap;

use super::{Expected, Json, JsonError, JsonExt, JsonProblem, Place};

/// The maximum nesting depth of a text: the limit of serde_json.
const DEPTH: usize = 127;
/// The message of serde_json for a text with more levels.
const PARSER_TOO_DEEP: &str = "recursion limit exceeded";

/// Parses a text that is one JSON value.
///
/// # Errors
/// With the line and column of the syntax error.
pub fn parse(text: &str) -> Result<Json, JsonError> {
    serde_json::from_str(text).map_err(|error| located(text, &error))
}

/// Parses the first value of a text that may go on after it; returns it with the number of bytes up to its end. `None` if there is only
/// white space.
pub fn parse_first(text: &str) -> Option<Result<(Json, usize), JsonError>> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Json>();
    let value = values.next()?;
    Some(value.map(|value| (value, values.byte_offset())).map_err(|error| located(text, &error)))
}

/// An error of the parser, with its place in the text.
fn located(text: &str, error: &serde_json::Error) -> JsonError {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default().as_bytes();
    let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
    JsonError::new(line_and_column(error.line(), before), reason_of(error))
}

/// What the parser says is wrong.
pub(super) fn reason_of(error: &serde_json::Error) -> JsonProblem {
    let message = error.to_string();
    // The message ends with the place; its column counts bytes.
    match message.rsplit_once(" at ").map_or(message.as_str(), |(reason, _)| reason) {
        _ if error.is_eof() => JsonProblem::EndsEarly,
        PARSER_TOO_DEEP => JsonProblem::TooDeep { most: DEPTH },
        reason => JsonProblem::Syntax(reason.to_owned()),
    }
}

/// The bytes of a file as text.
///
/// # Errors
/// With the line and column of the first bytes that are not UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, JsonError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let ends = before.iter().filter(|byte| **byte == b'\n').count();
        JsonError::new(line_and_column(ends + 1, line), JsonProblem::NotUtf8)
    })
}

/// The place as text editors show it: line and column, from the bytes before it in the line. Columns count characters.
pub(super) fn line_and_column(line: usize, before: &[u8]) -> Place {
    let characters = before.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    Place::Line { line, column: characters + 1 }
}

/// A type that can be read from a JSON value.
pub trait FromJson: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// With the path from this value to the one of another type, and what was expected there.
    fn from_json(json: Json) -> Result<Self, JsonError>;
}

impl FromJson for String {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        if let Json::String(text) = json { Ok(text) } else { Err(json.instead_of(Expected::Text)) }
    }
}

impl FromJson for bool {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        if let Json::Bool(yes) = json { Ok(yes) } else { Err(json.instead_of(Expected::Bool)) }
    }
}

impl FromJson for u32 {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        json.as_u32().ok_or_else(|| json.instead_of(Expected::Count))
    }
}

impl FromJson for f64 {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        json.as_f64().ok_or_else(|| json.instead_of(Expected::Number))
    }
}

impl FromJson for char {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        let mut chars = json.as_str().unwrap_or_default().chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(json.instead_of(Expected::Character)),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        if json == Json::Null { Ok(None) } else { T::from_json(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        let Json::Array(items) = json else { return Err(json.instead_of(Expected::List)) };
        let mut out = Self::with_capacity(items.len());
        for (i, item) in items.into_iter().enumerate() {
            out.push(T::from_json(item).map_err(|error| error.within(&format!("[{i}]")))?);
        }
        Ok(out)
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        let mut out = Self::new();
        let Json::Object(fields) = json else { return Err(json.instead_of(Expected::Object)) };
        for (name, value) in fields {
            let value = T::from_json(value).map_err(|error| error.within(&name))?;
            out.insert(name, value);
        }
        Ok(out)
    }
}
