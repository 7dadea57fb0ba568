//! What is searched for in a text.

/// A search query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The text to search for.
    pub text: String,
    /// Whether the search is case-sensitive. Otherwise, straight quotation marks match curly ones, too.
    pub case: bool,
    /// Whether to match whole words only.
    pub whole: bool,
    /// Whether a whole word also matches before an ending: "Patel’s", "Patels". The match does not contain the ending.
    pub endings: bool,
}

impl Query {
    /// A case-sensitive query for whole words, also before an ending.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), case: true, whole: true, endings: true }
    }
}
