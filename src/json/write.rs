//! From values to JSON text, over many lines or on one.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Extra, Json, show_number};

/// What can be written as a JSON value.
pub trait ToJson {
    /// Writes it.
    fn write(&self, out: &mut Writer);

    /// Whether an optional field is left out.
    fn is_empty(&self) -> bool {
        false
    }
}

/// Writes a value over many lines, with a line end after the last.
pub fn to_pretty(value: &impl ToJson) -> String {
    let mut out = Writer { text: String::new(), is_pretty: true, levels: 0, is_first: true };
    value.write(&mut out);
    out.text.push('\n');
    out.text
}

/// Writes a value on one line; line ends inside texts are escaped.
pub fn to_line(value: &impl ToJson) -> String {
    let mut out = Writer { text: String::new(), is_pretty: false, levels: 0, is_first: true };
    value.write(&mut out);
    out.text
}

/// The text written so far.
pub struct Writer {
    text: String,
    is_pretty: bool,
    /// How many arrays and objects are open.
    levels: usize,
    /// Whether the innermost of them is still empty.
    is_first: bool,
}

impl Writer {
    /// Begins an array or an object.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.levels += 1;
        self.is_first = true;
    }

    /// Ends it.
    pub fn close(&mut self, bracket: char) {
        self.levels -= 1;
        if !self.is_first {
            self.break_line();
        }
        self.text.push(bracket);
        self.is_first = false;
    }

    fn break_line(&mut self) {
        if self.is_pretty {
            self.text.push('\n');
            (0..self.levels).for_each(|_| self.text.push_str("  "));
        }
    }

    /// Begins the next item of an array, or field of an object.
    fn next(&mut self) {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        self.break_line();
    }

    /// Writes a field's name; its value is to follow.
    fn name(&mut self, name: &str) {
        self.next();
        self.string(name);
        self.text.push_str(if self.is_pretty { ": " } else { ":" });
    }

    /// Writes a field that must be there.
    pub fn needed(&mut self, name: &str, value: &impl ToJson) {
        self.name(name);
        value.write(self);
    }

    /// Writes a field that may be missing, but is not.
    pub fn usual(&mut self, name: &str, value: &impl ToJson) {
        self.needed(name, value);
    }

    /// Writes a field unless it is empty.
    pub fn optional(&mut self, name: &str, value: &impl ToJson) {
        if !value.is_empty() {
            self.needed(name, value);
        }
    }

    /// Writes the fields that this version does not know.
    pub fn rest(&mut self, extra: &Extra) {
        for (name, value) in extra.fields() {
            self.needed(name, value);
        }
    }

    /// Writes a string.
    pub fn string(&mut self, string: &str) {
        self.text.push('"');
        let mut from = 0;
        for (at, byte) in string.bytes().enumerate().filter(|(_, byte)| matches!(byte, 0..b' ' | b'"' | b'\\')) {
            self.text.push_str(&string[from..at]);
            from = at + 1;
            self.text.push('\\');
            match byte {
                b'\n' => self.text.push('n'),
                b'\r' => self.text.push('r'),
                b'\t' => self.text.push('t'),
                8 => self.text.push('b'),
                12 => self.text.push('f'),
                0..b' ' => self.show(format_args!("u{byte:04x}")),
                _ => self.text.push(char::from(byte)),
            }
        }
        self.text.push_str(&string[from..]);
        self.text.push('"');
    }

    /// Writes what is JSON as it stands, such as a number.
    pub fn show(&mut self, json: std::fmt::Arguments<'_>) {
        // A `String` takes everything.
        let _ = self.text.write_fmt(json);
    }
}

impl ToJson for Json {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Null => out.text.push_str("null"),
            Self::Bool(yes) => yes.write(out),
            Self::Number(digits) => out.text.push_str(digits),
            Self::Text(text) => out.string(text),
            Self::List(items) => items.write(out),
            Self::Object(fields) => {
                out.open('{');
                fields.iter().for_each(|(name, value)| out.needed(name, value));
                out.close('}');
            }
        }
    }
}

impl ToJson for str {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl ToJson for String {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }

    fn is_empty(&self) -> bool {
        String::is_empty(self)
    }
}

impl ToJson for bool {
    fn write(&self, out: &mut Writer) {
        out.text.push_str(if *self { "true" } else { "false" });
    }

    fn is_empty(&self) -> bool {
        !self
    }
}

impl ToJson for u32 {
    fn write(&self, out: &mut Writer) {
        out.show(format_args!("{self}"));
    }
}

/// A number that is neither infinite nor NaN: JSON has neither.
impl ToJson for f64 {
    fn write(&self, out: &mut Writer) {
        out.text.push_str(&show_number(*self));
    }
}

impl ToJson for char {
    fn write(&self, out: &mut Writer) {
        out.string(self.encode_utf8(&mut [0; 4]));
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => Json::Null.write(out),
        }
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.open('[');
        for item in self {
            out.next();
            item.write(out);
        }
        out.close(']');
    }

    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}

impl<T: ToJson> ToJson for BTreeMap<String, T> {
    fn write(&self, out: &mut Writer) {
        out.open('{');
        self.iter().for_each(|(name, value)| out.needed(name, value));
        out.close('}');
    }

    fn is_empty(&self) -> bool {
        BTreeMap::is_empty(self)
    }
}
