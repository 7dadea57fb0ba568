//! What a file said of a record that this version does not know: kept, and written back.

use std::rc::Rc;

use serde_json::{Map, Value};

/// Fields unknown to this version, by name; empty for most records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Option<Rc<Map<String, Value>>>);

impl Extra {
    /// Keeps the fields.
    pub fn new(fields: Map<String, Value>) -> Self {
        Self((!fields.is_empty()).then(|| Rc::new(fields)))
    }

    /// The fields, to be written back.
    pub fn fields(&self) -> Map<String, Value> {
        self.0.as_deref().cloned().unwrap_or_default()
    }
}
