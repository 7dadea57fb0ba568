//! From text to JSON values, and from these to what they stand for; an error names the place of what does not fit.

use std::collections::BTreeMap;

use super::{Extra, ImportError, Json, JsonExt};

/// How many levels deep an unknown field may be nested. Leaves room for the record to stand deeper in other files.
const MAX_EXTRA_DEPTH: usize = 64;

/// Reads a text that is one JSON value.
///
/// # Errors
/// With the line and column of what is no JSON, and what was expected there.
pub fn parse(text: &str) -> Result<Json, ImportError> {
    serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        // It ends with the place, whose column counts bytes.
        let said = said.split_once(" at line ").map_or(said.as_str(), |(reason, _)| reason);
        let reason = match said {
            _ if error.is_eof() => "the text ends too early",
            "recursion limit exceeded" => "lists and objects are nested more than 127 levels deep",
            said => said,
        };
        let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default().as_bytes();
        let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
        ImportError::new(line_and_column(error.line(), before), format!("not valid JSON: {reason}"))
    })
}

/// The bytes of a file as text.
///
/// # Errors
/// With the line and column of what is not UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, ImportError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let ends = before.iter().filter(|byte| **byte == b'\n').count();
        ImportError::new(line_and_column(ends + 1, line), "not UTF-8, in which a project is written")
    })
}

/// A place that people find in an editor: the line, and in it the character after those that stand before.
fn line_and_column(line: usize, before: &[u8]) -> String {
    let characters = before.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    format!("line {line}, column {}", characters + 1)
}

/// What can be read from a JSON value.
pub trait FromJson: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// With the path from this value to the one that does not fit, and what was expected there.
    fn from_json(json: Json) -> Result<Self, ImportError>;
}

/// The fields of an object, taken out one by one.
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    /// The fields of what should be an object.
    ///
    /// # Errors
    /// When it is none.
    pub fn of(json: Json, what: &str) -> Result<Self, ImportError> {
        match json {
            Json::Object(fields) => Ok(Self(fields.into_iter().collect())),
            other => Err(other.instead_of(what)),
        }
    }

    /// The name of the first field.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(|(name, _)| name.as_str())
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.0.iter().position(|(other, _)| other == name)?;
        Some(self.0.remove(at).1)
    }

    /// A field that must be there.
    ///
    /// # Errors
    /// When it is not, or does not fit.
    pub fn needed<T: FromJson>(&mut self, name: &str) -> Result<T, ImportError> {
        let value = self.take(name).ok_or_else(|| ImportError::new(name, "is missing"))?;
        T::from_json(value).map_err(|error| error.within(name))
    }

    /// A field that may be missing.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn optional<T: FromJson + Default>(&mut self, name: &str) -> Result<T, ImportError> {
        match self.take(name) {
            Some(value) => T::from_json(value).map_err(|error| error.within(name)),
            None => Ok(T::default()),
        }
    }

    /// A field that is always written but may be missing.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn usual<T: FromJson + Default>(&mut self, name: &str) -> Result<T, ImportError> {
        self.optional(name)
    }

    /// The fields that were not taken out: those that this version does not know.
    ///
    /// # Errors
    /// When one is nested so deep that it could not be read again.
    pub fn rest(self) -> Result<Extra, ImportError> {
        match self.0.iter().find(|(_, value)| is_deeper(value, MAX_EXTRA_DEPTH)) {
            Some((name, _)) => Err(ImportError::new(name, format!("nested more than {MAX_EXTRA_DEPTH} levels deep"))),
            None => Ok(Extra::new(self.0)),
        }
    }
}

fn is_deeper(value: &Json, levels: usize) -> bool {
    let deeper = |value| levels == 0 || is_deeper(value, levels - 1);
    match value {
        Json::Array(items) => items.iter().any(deeper),
        Json::Object(fields) => fields.values().any(deeper),
        _ => false,
    }
}

impl FromJson for String {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        if let Json::String(text) = json { Ok(text) } else { Err(json.instead_of("a text")) }
    }
}

impl FromJson for bool {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        if let Json::Bool(yes) = json { Ok(yes) } else { Err(json.instead_of("true or false")) }
    }
}

impl FromJson for u32 {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        json.as_u32().ok_or_else(|| json.instead_of("a whole number from 0"))
    }
}

impl FromJson for f64 {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        json.as_f64().ok_or_else(|| json.instead_of("a number"))
    }
}

impl FromJson for char {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        let mut chars = json.as_str().unwrap_or_default().chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(json.instead_of("one character")),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        if json == Json::Null { Ok(None) } else { T::from_json(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        let Json::Array(items) = json else { return Err(json.instead_of("an array")) };
        let mut out = Self::with_capacity(items.len());
        for (i, item) in items.into_iter().enumerate() {
            out.push(T::from_json(item).map_err(|error| error.within(&format!("[{i}]")))?);
        }
        Ok(out)
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn from_json(json: Json) -> Result<Self, ImportError> {
        let mut out = Self::new();
        for (name, value) in Fields::of(json, "an object")?.0 {
            let value = T::from_json(value).map_err(|error| error.within(&name))?;
            out.insert(name, value);
        }
        Ok(out)
    }
}
