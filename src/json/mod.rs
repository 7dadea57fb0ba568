//! JSON values (from serde_json), and records with named fields.
//!
//! Records are read and written by macros of this module instead of derived serde code: derived code that reports the
//! path of each error took about a seventh of the wasm size.

mod error;
mod extra;
mod fields;
mod read;
mod stream;
mod write;
mod writer;

#[cfg(test)]
mod tests;

pub use error::{Expected, Found, JsonError, JsonProblem, Located, Place, RecordForm, excerpt};
pub use extra::Extra;
pub use fields::Fields;
pub(crate) use read::utf8;
pub use read::{FromJson, parse, parse_first};
pub use serde_json::Value as Json;
pub use stream::{JsonStream, Source};
pub use write::{NewObject, show_number, to_line, to_pretty};
pub use writer::{FieldSink, JsonWriter, ToJson};

/// Methods for JSON values.
pub trait JsonExt {
    /// The value as a non-negative integer. Accepts "3.0", because JavaScript has one number type.
    fn as_u32(&self) -> Option<u32>;

    /// The names of an object's fields; none if this is something else.
    fn names(&self) -> impl Iterator<Item = &str>;

    /// A description of the value for errors.
    fn found(&self) -> Found;

    /// The error that this value was found instead of the expected one.
    fn instead_of(&self, expected: Expected) -> JsonError;
}

impl JsonExt for Json {
    fn as_u32(&self) -> Option<u32> {
        let number = self.as_f64()?;
        Some(number as u32).filter(|whole| f64::from(*whole) == number)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.as_object().into_iter().flat_map(|fields| fields.keys().map(String::as_str))
    }

    fn found(&self) -> Found {
        match self {
            Self::Null | Self::Bool(_) | Self::Number(_) => Found::Literal(self.to_string()),
            Self::String(text) => Found::Text(excerpt(text)),
            Self::Array(_) => Found::List,
            Self::Object(_) => Found::Object,
        }
    }

    fn instead_of(&self, expected: Expected) -> JsonError {
        JsonError::new("", JsonProblem::Unexpected { expected, found: self.found() })
    }
}

/// Implements reading and writing of a record. Lists the fields with their names, in the order in which they are
/// written. A field is `required`; or `defaulted`, which is always written but may be missing in a file; or `optional`,
/// which is not written if it is empty.
macro_rules! record {
    ($record:ty, $form:ident, { $($mode:ident $name:literal: $field:ident),+ $(,)? } $(, rest: $rest:ident)?) => {
        impl $crate::json::FromJson for $record {
            // Inlining would repeat the code at every call.
            #[inline(never)]
            fn from_json(json: $crate::json::Json) -> Result<Self, $crate::json::JsonError> {
                let form = $crate::json::Expected::Record($crate::json::RecordForm::$form);
                let mut fields = $crate::json::Fields::of(json, form)?;
                Ok(Self { $($field: fields.$mode($name)?,)+ $($rest: fields.rest()?)? })
            }
        }

        impl $crate::json::ToJson for $record {
            fn to_json(&self) -> $crate::json::Json {
                let mut object = $crate::json::NewObject::default();
                self.give_fields(&mut object);
                object.into()
            }

            fn write(&self, out: &mut $crate::json::JsonWriter) {
                out.object(|out| self.give_fields(out));
            }
        }

        impl $record {
            #[inline(never)]
            fn give_fields(&self, sink: &mut dyn $crate::json::FieldSink) {
                $(sink.$mode($name, &self.$field);)+
                $(sink.rest(&self.$rest);)?
            }
        }
    };
}
pub(crate) use record;

/// Implements reading and writing of an enum without data, by the names of its variants.
macro_rules! named {
    ($choice:ty) => {
        impl $crate::json::FromJson for $choice {
            fn from_json(json: $crate::json::Json) -> Result<Self, $crate::json::JsonError> {
                let found = Self::ALL.into_iter().find(|choice| json.as_str() == Some(choice.name()));
                let names = || $crate::json::Expected::OneOf(Self::ALL.map(Self::name).to_vec());
                found.ok_or_else(|| $crate::json::JsonExt::instead_of(&json, names()))
            }
        }

        impl $crate::json::ToJson for $choice {
            fn to_json(&self) -> $crate::json::Json {
                self.name().into()
            }
        }
    };
}
pub(crate) use named;
