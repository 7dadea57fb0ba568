//! The fields of a JSON object, read one by one.

use super::{Expected, Extra, FromJson, Json, JsonError, JsonExt, JsonProblem};

/// The fields of an object, taken out one by one.
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    /// The fields of a value.
    ///
    /// # Errors
    /// When the value is not an object.
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

    /// A required field.
    ///
    /// # Errors
    /// When the field is missing or has another type.
    pub fn required<T: FromJson>(&mut self, name: &str) -> Result<T, JsonError> {
        let value = self.take(name).ok_or_else(|| JsonError::new(name, JsonProblem::Missing))?;
        T::from_json(value).map_err(|error| error.within(name))
    }

    /// A field that may be missing, and is not written if it is empty.
    ///
    /// # Errors
    /// When the field has another type.
    pub fn optional<T: FromJson + Default>(&mut self, name: &str) -> Result<T, JsonError> {
        match self.take(name) {
            Some(value) => T::from_json(value).map_err(|error| error.within(name)),
            None => Ok(T::default()),
        }
    }

    /// A field that may be missing, but is always written.
    ///
    /// # Errors
    /// When the field has another type.
    pub fn defaulted<T: FromJson + Default>(&mut self, name: &str) -> Result<T, JsonError> {
        self.optional(name)
    }

    /// The remaining fields: those that this version does not know.
    ///
    /// # Errors
    /// When a field is nested so deeply that an export of it could not be read.
    pub fn rest(self) -> Result<Extra, JsonError> {
        Extra::checked(self.0)
    }
}
