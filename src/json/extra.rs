//! Fields of records that this version does not know. They are kept and written back.

use std::rc::Rc;

use super::{FromJson as _, Json};

/// Fields unknown to this version, by name; empty for most records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Option<Rc<Vec<(String, Json)>>>);

impl Extra {
    /// Keeps the fields.
    pub fn new(fields: Vec<(String, Json)>) -> Self {
        Self((!fields.is_empty()).then(|| Rc::new(fields)))
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
