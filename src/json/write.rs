//! Converts values to JSON, and JSON to text.

use std::collections::BTreeMap;

use serde_json::{Map, Number};

use super::Json;
use super::writer::{FieldSink, JsonWriter, ToJson};

/// Integers from here on cannot all be represented as floating-point numbers.
const EXACT: f64 = (1_u64 << 53) as f64;

/// Writes a value as indented JSON, with a final line end.
pub fn to_pretty(value: &impl ToJson) -> String {
    let mut out = JsonWriter::pretty();
    value.write(&mut out);
    out.line_end();
    out.take()
}

/// Writes a value on one line; line ends in texts are escaped.
pub fn to_line(value: &impl ToJson) -> String {
    let mut out = JsonWriter::line();
    value.write(&mut out);
    out.take()
}

/// A number in decimal notation; integers have no fraction.
pub fn show_number(number: f64) -> String {
    number.to_json().to_string()
}

/// An object that is built field by field, in writing order.
#[derive(Default)]
pub struct NewObject(Map<String, Json>);

impl NewObject {
    /// Adds a field.
    pub fn required(&mut self, name: &str, value: &impl ToJson) {
        self.0.insert(name.to_owned(), value.to_json());
    }

    /// Adds a field unless it is empty.
    pub fn optional(&mut self, name: &str, value: &impl ToJson) {
        if !value.is_empty() {
            self.required(name, value);
        }
    }
}

impl FieldSink for NewObject {
    fn required(&mut self, name: &str, value: &dyn ToJson) {
        self.0.insert(name.to_owned(), value.to_json());
    }
}

impl From<NewObject> for Json {
    fn from(object: NewObject) -> Self {
        Self::Object(object.0)
    }
}

impl ToJson for str {
    fn to_json(&self) -> Json {
        self.into()
    }

    fn write(&self, out: &mut JsonWriter) {
        out.string(self);
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn to_json(&self) -> Json {
        (**self).to_json()
    }

    fn write(&self, out: &mut JsonWriter) {
        (**self).write(out);
    }

    fn is_empty(&self) -> bool {
        (**self).is_empty()
    }
}

impl ToJson for String {
    fn to_json(&self) -> Json {
        self.as_str().into()
    }

    fn write(&self, out: &mut JsonWriter) {
        out.string(self);
    }

    fn is_empty(&self) -> bool {
        String::is_empty(self)
    }
}

impl ToJson for bool {
    fn to_json(&self) -> Json {
        (*self).into()
    }

    fn is_empty(&self) -> bool {
        !self
    }
}

impl ToJson for u32 {
    fn to_json(&self) -> Json {
        (*self).into()
    }

    fn write(&self, out: &mut JsonWriter) {
        out.raw(&self.to_string());
    }
}

/// The number must be finite: JSON has neither infinity nor NaN.
impl ToJson for f64 {
    fn to_json(&self) -> Json {
        let is_integer = self.abs() < EXACT && self.trunc() == *self;
        if is_integer { (*self as i64).into() } else { Number::from_f64(*self).into() }
    }
}

impl ToJson for char {
    fn to_json(&self) -> Json {
        self.to_string().into()
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self) -> Json {
        self.as_ref().map_or(Json::Null, T::to_json)
    }

    fn write(&self, out: &mut JsonWriter) {
        match self {
            Some(value) => value.write(out),
            None => out.raw("null"),
        }
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Json {
        self.iter().map(T::to_json).collect()
    }

    fn write(&self, out: &mut JsonWriter) {
        out.list(self);
    }

    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}

impl<T: ToJson> ToJson for BTreeMap<String, T> {
    fn to_json(&self) -> Json {
        Json::Object(self.iter().map(|(name, value)| (name.clone(), value.to_json())).collect())
    }

    fn write(&self, out: &mut JsonWriter) {
        out.object(|out| self.iter().for_each(|(name, value)| FieldSink::required(out, name, value)));
    }

    fn is_empty(&self) -> bool {
        BTreeMap::is_empty(self)
    }
}
