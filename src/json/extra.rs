//! What a file said of a record that this version does not know: kept, and written back.

use std::rc::Rc;

use super::Json;

/// Fields unknown to this version, by name; empty for most records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Option<Rc<Vec<(String, Json)>>>);

impl Extra {
    /// Keeps the fields.
    pub fn new(fields: Vec<(String, Json)>) -> Self {
        Self((!fields.is_empty()).then(|| Rc::new(fields)))
    }

    /// The fields, to be written back.
    pub fn fields(&self) -> &[(String, Json)] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
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
