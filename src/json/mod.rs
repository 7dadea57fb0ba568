//! JSON: a value, a reader that says where a text is wrong, a writer, and records of named fields.
//!
//! A page that is fetched before its first word can be read has no room for a general framework: derived code for each
//! type and each way of reading it took about a seventh of the program.

mod error;
mod extra;
mod number;
mod parse;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use error::{ImportError, quoted};
pub use extra::Extra;
pub use number::show_number;
pub use parse::parse;
pub use read::{Fields, FromJson};
pub use write::{ToJson, Writer, to_line, to_pretty};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written, so that it is written back digit for digit.
    Number(String),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object: its fields in the order in which they were written, each name once.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A field of an object; `None` if there is none, or this is no object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The names of an object's fields; none if this is something else.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let fields: &[(String, Self)] = if let Self::Object(fields) = self { fields } else { &[] };
        fields.iter().map(|(name, _)| name.as_str())
    }

    /// The text that this is.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number that this is.
    pub fn as_f64(&self) -> Option<f64> {
        if let Self::Number(digits) = self { number::parse(digits) } else { None }
    }

    /// The whole number from 0 that this is.
    pub fn as_u32(&self) -> Option<u32> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }

    /// The items of the array that this is; none if it is something else.
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The value in a message, short enough for one.
    pub fn shown(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(true) => "true".to_owned(),
            Self::Bool(false) => "false".to_owned(),
            Self::Number(digits) => digits.chars().take(24).collect(),
            Self::Text(text) => quoted(text),
            Self::List(_) => "an array".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }

    /// The error of this value standing where something else was expected.
    pub fn instead_of(&self, expected: &str) -> ImportError {
        ImportError::new("", format!("expected {expected}, found {}", self.shown()))
    }

    fn is_deeper(&self, levels: usize) -> bool {
        let deeper = |value: &Self| levels == 0 || value.is_deeper(levels - 1);
        match self {
            Self::List(items) => items.iter().any(deeper),
            Self::Object(fields) => fields.iter().any(|(_, value)| deeper(value)),
            _ => false,
        }
    }
}

/// The first name, in alphabetical order, that stands among others more than once.
pub fn first_twice(mut names: Vec<&str>) -> Option<&str> {
    names.sort_unstable();
    names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

/// Reads and writes a record's fields under their names, in the order in which they are written. Each is `needed`;
/// `usual`, which is always written but may be missing; or `optional`, which is left out where it is empty.
macro_rules! record {
    ($record:ty, $what:literal, { $($mode:ident $name:literal: $field:ident),+ $(,)? } $(, rest: $rest:ident)?) => {
        impl $crate::json::FromJson for $record {
            // Inlined, it would be there as often as it is called.
            #[inline(never)]
            fn from_json(json: $crate::json::Json) -> Result<Self, $crate::json::ImportError> {
                let mut fields = $crate::json::Fields::of(json, $what)?;
                Ok(Self { $($field: fields.$mode($name)?,)+ $($rest: fields.rest()?)? })
            }
        }

        impl $crate::json::ToJson for $record {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.open('{');
                $(out.$mode($name, &self.$field);)+
                $(out.rest(&self.$rest);)?
                out.close('}');
            }
        }
    };
}
pub(crate) use record;

/// Reads and writes a choice among a few names.
macro_rules! named {
    ($choice:ty) => {
        impl $crate::json::FromJson for $choice {
            fn from_json(json: $crate::json::Json) -> Result<Self, $crate::json::ImportError> {
                let found = Self::ALL.into_iter().find(|choice| json.as_str() == Some(choice.name()));
                found.ok_or_else(|| json.instead_of(&format!("one of {}", Self::ALL.map(Self::name).join(", "))))
            }
        }

        impl $crate::json::ToJson for $choice {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.string(self.name());
            }
        }
    };
}
pub(crate) use named;
