//! The fields of a JSON object, read one by one.

use super::{Expected, Extra, FromJson, Json, JsonError, JsonExt, JsonProblem};

/// The largest number of levels of an unknown field. Other files may contain the record at a deeper level.
const EXTRA_DEPTH: usize = 64;

/// The fields of an object, taken out one by one.
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    /// The fields of what should be an object.
    ///
    /// # Errors
    /// When it is none.
    pub fn of(json: Json, expected: Expected) -> Result<Self, JsonError> {
        match json {
            Json::Object(fields) => Ok(Self(fields.into_iter().collect())),
            other => Err(other.instead_of(expected)),
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
    pub fn needed<T: FromJson>(&mut self, name: &str) -> Result<T, JsonError> {
        let value = self.take(name).ok_or_else(|| JsonError::new(name, JsonProblem::Missing))?;
        T::from_json(value).map_err(|error| error.within(name))
    }

    /// A field that may be missing.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn optional<T: FromJson + Default>(&mut self, name: &str) -> Result<T, JsonError> {
        match self.take(name) {
            Some(value) => T::from_json(value).map_err(|error| error.within(name)),
            None => Ok(T::default()),
        }
    }

    /// A field that is always written but may be missing.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn usual<T: FromJson + Default>(&mut self, name: &str) -> Result<T, JsonError> {
        self.optional(name)
    }

    /// The fields that were not taken out: those that this version does not know.
    ///
    /// # Errors
    /// When one is nested so deep that it could not be read again.
    pub fn rest(self) -> Result<Extra, JsonError> {
        match self.0.iter().find(|(_, value)| is_deeper(value, EXTRA_DEPTH)) {
            Some((name, _)) => Err(JsonError::new(name.as_str(), JsonProblem::FieldTooDeep { most: EXTRA_DEPTH })),
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
