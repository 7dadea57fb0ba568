//! Messages of the script API: what a call expected.

/// There is no window to put the API on.
pub const NO_WINDOW: &str = "there is no window";
/// The part of the program that a call needs does not come.
pub const NOT_LOADED: &str = "a part of Crossread does not come from the server; try again later";
/// The argument of `load` is not an object.
pub const LOAD_NEEDS_OBJECT: &str = "load: expected a project as an object";

/// What is expected as an argument or field.
#[allow(missing_docs)]
pub mod expected {
    pub const OBJECT: &str = "an object";
    pub const TEXT: &str = "a text";
    pub const BYTES: &str = "a Uint8Array, an ArrayBuffer or a text";
    pub const FUNCTION: &str = "a function";
    pub const ARTICLE: &str = "the id of an article";
    pub const ANNOTATION: &str = "the id of an annotation";
    pub const LABEL: &str = "the id or name of a label";
    pub const RELATION_TYPE: &str = "the id or name of a relation type";
    pub const SCHEME: &str = "IOB2, IOB1, BIOES or BILOU";
    pub const TOKENISER: &str = "words or spaces";
}

/// An argument, or the field `name` of it, is of another kind.
pub fn wrong_argument(call: &str, name: &str, expected: &str, found: &str) -> String {
    let of = if name.is_empty() { String::new() } else { format!("{name}: ") };
    format!("{call}: {of}expected {expected}, found {found}")
}

/// An argument cannot be written as JSON.
pub fn not_json(call: &str) -> String {
    format!("{call}: expected what can be written as JSON")
}

/// A field has a name that the call does not know.
pub fn unknown_field(call: &str, name: &str, known: &[&str]) -> String {
    format!("{call}: there is no field \"{name}\": expected any of {}", known.join(", "))
}

/// A field is missing.
pub fn missing_field(call: &str, name: &str, expected: &str) -> String {
    format!("{call}: {name} is missing: expected {expected}")
}

/// Something is wrong inside of an argument.
pub fn in_call(call: &str, error: &str) -> String {
    format!("{call}: {error}")
}

/// There is no label of this id or name.
pub fn no_such_label(call: &str, label: &str) -> String {
    format!("{call}: there is no label \"{label}\"")
}

/// There is no annotation of this id.
pub fn no_such_annotation(call: &str, id: &str) -> String {
    format!("{call}: there is no annotation \"{id}\"")
}

/// There is no relation type of this id or name.
pub fn no_such_relation_type(call: &str, kind: &str) -> String {
    format!("{call}: there is no relation type \"{kind}\"")
}

/// There is no article of this id.
pub fn no_such_article(call: &str, id: &str) -> String {
    format!("{call}: there is no article \"{id}\"")
}

/// There is no suggestion of this id.
pub fn no_such_suggestion(call: &str, id: &str) -> String {
    format!("{call}: there is no suggestion \"{id}\"")
}

/// The suggestion of this id is not rejected.
pub fn not_rejected(id: &str) -> String {
    format!("restore: the suggestion \"{id}\" is not rejected")
}

/// There is no kind of suggestion of this name.
pub fn no_such_suggestion_kind(kind: &str, known: &[&str]) -> String {
    format!("suggestions: kind: expected one of {}, found \"{kind}\"", known.join(", "))
}

/// There is no format of this name.
pub fn no_such_format(name: &str, known: &[&str]) -> String {
    format!("export: there is no format \"{name}\": expected one of {}", known.join(", "))
}

/// Ranges are not written as the call expects.
pub fn ranges_expected(call: &str) -> String {
    format!("{call}: ranges: expected a list of {{start, end}}, in code points")
}

/// A range is not one of the article's text.
pub fn wrong_range(call: &str, index: usize, error: &str) -> String {
    format!("{call}: ranges[{index}]: {error}")
}
