//! Reading JSON with the place of every error, and writing it in two layouts.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::format::ImportError;

/// How much of what the parser says is shown: it quotes values, and a value may be an article.
const SHOWN: usize = 200;

/// Reads one JSON value.
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, ImportError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| describe(&error.path().to_string(), error.inner()))?;
    json.end().map_err(|error| describe(".", &error))?;
    Ok(value)
}

fn describe(path: &str, error: &serde_json::Error) -> ImportError {
    let position = format!("line {}, column {}", error.line(), error.column());
    let place = match path {
        "." => position,
        path => format!("{path} ({position})"),
    };
    let suffix = format!(" at line {} column {}", error.line(), error.column());
    let said = error.to_string();
    // The parser names Rust's types; a person does not know them.
    let said = said.trim_end_matches(&suffix).replace("expected u32", "expected a whole number from 0");
    let reason = match said.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}… {}", &said[..cut], said.rsplit_once(", expected").map_or("", |(_, end)| end)),
        None => said,
    };
    if error.is_data() {
        return ImportError::new(place, reason);
    }
    ImportError::new(place, format!("not valid JSON: {reason}"))
}

/// Writes a value over many lines, with a line end after the last.
pub(crate) fn to_pretty(value: &impl Serialize) -> String {
    // Records have text keys and no serializer of theirs fails, so there is always a text.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// Writes a value on one line. Line ends inside strings are escaped, so only the layout has any; taking them out is
/// less code on the wire than a second serializer.
pub(crate) fn to_line(value: &impl Serialize) -> String {
    to_pretty(value).lines().map(str::trim_start).collect()
}
