//! What the rules of claims know of a language.

/// Words by which check-worthy sentences are found. All arguments are in lower case.
#[derive(Debug)]
pub struct ClaimWords {
    /// What a word says about its sentence.
    pub cue: fn(&str) -> Option<ClaimCue>,
}

/// What a word says about whether its sentence states something that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimCue {
    /// "seventeen", "million".
    Figure,
    /// "more", "fewer", "than", "double".
    Comparison,
    /// "because", "caused", "led".
    Cause,
    /// "deadliest", "first", "record".
    Superlative,
    /// "rose", "fell", "cut".
    Change,
    /// "arrested", "signed", "voted": what somebody did.
    Act,
    /// "I", "hopefully", "beautiful": an opinion or a feeling.
    Opinion,
    /// "should", "must", "hope": a wish or a demand.
    Wish,
    /// "may", "could", "perhaps".
    Possibility,
}
