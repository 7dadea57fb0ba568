//! Writes JSON as text, value by value, without a tree of the whole.

use std::fmt::Write as _;

use super::{Extra, Json};

/// The spaces of one level of indentation.
const INDENT: &str = "  ";

/// A type that can be written as a JSON value.
pub trait ToJson {
    /// The value.
    fn to_json(&self) -> Json;

    /// Writes the value.
    fn write(&self, out: &mut JsonWriter) {
        out.tree(&self.to_json());
    }

    /// Whether an optional field is left out.
    fn is_empty(&self) -> bool {
        false
    }
}

/// A text of JSON that grows at its end.
pub struct JsonWriter {
    out: String,
    /// The number of levels around the next value; `None` if everything is on one line.
    level: Option<usize>,
    /// Whether the innermost list or object has no entries yet.
    is_first: bool,
}

/// What the fields of an object are given to.
pub trait FieldSink {
    /// Adds a field that readers need.
    fn required(&mut self, name: &str, value: &dyn ToJson);

    /// Adds a field that readers accept as missing, but that is always written.
    fn defaulted(&mut self, name: &str, value: &dyn ToJson) {
        self.required(name, value);
    }

    /// Adds a field unless it is empty.
    fn optional(&mut self, name: &str, value: &dyn ToJson) {
        if !value.is_empty() {
            self.required(name, value);
        }
    }

    /// Adds the fields that this version does not know.
    fn rest(&mut self, extra: &Extra) {
        for (name, value) in extra.fields() {
            self.required(name, value);
        }
    }
}

impl JsonWriter {
    /// A writer of indented JSON.
    pub fn pretty() -> Self {
        Self { out: String::new(), level: Some(0), is_first: true }
    }

    /// A writer of JSON on one line.
    pub fn line() -> Self {
        Self { out: String::new(), level: None, is_first: true }
    }

    /// The number of bytes that were written and not taken yet.
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether nothing was written that was not taken yet.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// Takes what was written.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// Writes text that is JSON already.
    pub(super) fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Writes a line end.
    pub fn line_end(&mut self) {
        self.out.push('\n');
    }

    /// Begins a list or an object.
    pub fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.level = self.level.map(|level| level + 1);
        self.is_first = true;
    }

    /// Ends a list or an object.
    pub fn close(&mut self, bracket: char) {
        self.level = self.level.map(|level| level - 1);
        if !self.is_first {
            self.next_line();
        }
        self.out.push(bracket);
        self.is_first = false;
    }

    fn next_line(&mut self) {
        if let Some(level) = self.level {
            self.out.push('\n');
            (0..level).for_each(|_| self.out.push_str(INDENT));
        }
    }

    /// Begins the next entry of a list or an object.
    pub fn entry(&mut self) {
        if !self.is_first {
            self.out.push(',');
        }
        self.next_line();
        self.is_first = false;
    }

    /// Begins the next field of an object; its value follows.
    pub fn name(&mut self, name: &str) {
        self.entry();
        self.string(name);
        self.out.push_str(if self.level.is_some() { ": " } else { ":" });
    }

    /// Writes an object.
    pub fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.open('{');
        fields(self);
        self.close('}');
    }

    /// Writes a list.
    pub fn list<'a, T: ToJson + 'a>(&mut self, items: impl IntoIterator<Item = &'a T>) {
        self.open('[');
        for item in items {
            self.entry();
            item.write(self);
        }
        self.close(']');
    }

    /// Writes a text.
    pub fn string(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        // Everything that is escaped is ASCII.
        while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            let (plain, from) = rest.split_at(at);
            self.out.push_str(plain);
            self.escape(from.as_bytes()[0]);
            rest = &from[1..];
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0x08 => 'b',
            0x0c => 'f',
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(self.out, "\\u{byte:04x}");
                return;
            }
        };
        self.out.extend(['\\', short]);
    }

    /// Writes a value.
    pub(super) fn tree(&mut self, value: &Json) {
        match value {
            Json::String(text) => self.string(text),
            Json::Array(items) => self.list(items),
            Json::Object(fields) => self.object(|out| {
                for (name, value) in fields {
                    out.required(name, value);
                }
            }),
            other => self.out.push_str(&other.to_string()),
        }
    }
}

impl FieldSink for JsonWriter {
    fn required(&mut self, name: &str, value: &dyn ToJson) {
        self.name(name);
        value.write(self);
    }
}

impl ToJson for Json {
    fn to_json(&self) -> Json {
        self.clone()
    }

    fn write(&self, out: &mut JsonWriter) {
        out.tree(self);
    }
}
