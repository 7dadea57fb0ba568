//! Fields of records that this version does not know. They are kept and written back.

use std::rc::Rc;

use super::{FromJson as _, Json, JsonError, JsonProblem};

/// The maximum nesting depth of an unknown field. Less than that of a file, because another file may contain the record
/// at a deeper level.
const EXTRA_DEPTH: usize = 64;

/// Fields unknown to this version, by name; empty for most records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Option<Rc<Vec<(String, Json)>>>);

impl Extra {
    /// Keeps the fields.
    pub fn new(fields: Vec<(String, Json)>) -> Self {
        Self((!fields.is_empty()).then(|| Rc::new(fields)))
    }

    /// Keeps the fields of a file.
    ///
    /// # Errors
    /// When a field is nested so deeply that an export of it could not be read.
    pub fn checked(fields: Vec<(String, Json)>) -> Result<Self, JsonError> {
        match fields.iter().find(|(_, value)| is_deeper(value, EXTRA_DEPTH)) {
            Some((name, _)) => Err(JsonError::new(name.as_str(), JsonProblem::FieldTooDeep { most: EXTRA_DEPTH })),
            None => Ok(Self::new(fields)),
        }
    }

    /// Removes a field that is a list of strings, and returns the strings. Leaves a field of another type, and returns
    /// none.
    pub fn take_texts(&mut self, name: &str) -> Vec<String> {
        let Some(fields) = self.0.as_mut().and_then(Rc::get_mut) else { return Vec::new() };
        let Some(at) = fields.iter().position(|(field, _)| field == name) else { return Vec::new() };
        let Ok(texts) = Vec::from_json(fields[at].1.clone()) else { return Vec::new() };
        fields.remove(at);
        texts
    }

    /// The fields, to be written back.
    pub fn fields(&self) -> &[(String, Json)] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
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

#[cfg(test)]
impl schemars::JsonSchema for Extra {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Extra".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object", "additionalProperties": true })
    }
}
