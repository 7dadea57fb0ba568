//! How the names of a language are formed.

/// Parts of words that tell what they name, with commas between them, and the words before names.
#[derive(Debug)]
pub struct NamePatterns {
    /// Endings of surnames.
    pub surname_endings: &'static str,
    /// Beginnings of surnames.
    pub surname_beginnings: &'static str,
    /// Endings of names of places.
    pub place_endings: &'static str,
    /// What names begin with in lower case, before a hyphen or apostrophe: "al".
    pub lower_beginnings: &'static str,
    /// Abbreviations at the end of names of which the full stop is part of the name.
    pub abbreviated_endings: &'static str,
    /// Prepositions, sorted, and how much they say for a place, an organization and a person after them.
    pub prepositions: &'static [(&'static str, [f32; 3])],
}
