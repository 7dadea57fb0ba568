//! The features of a sentence.

/// What a sentence has that tells whether it states something that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimFeature {
    /// A figure.
    Figure,
    /// Several figures.
    Figures,
    /// A name.
    Name,
    /// Several names.
    Names,
    /// A date.
    Date,
    /// A verb of saying.
    Saying,
    /// A comparison.
    Comparison,
    /// A cause.
    Cause,
    /// A superlative.
    Superlative,
    /// A change.
    Change,
    /// Something that somebody did.
    Act,
    /// A verb in the past.
    Past,
    /// Many words.
    Long,
    /// Few words.
    Short,
    /// Most of it is quoted.
    Quoted,
    /// Words of opinion and feeling, and the first person.
    Opinion,
    /// Words of wishes and demands.
    Wish,
    /// Words of possibility.
    Possibility,
    /// A heading.
    Heading,
    /// A question.
    Question,
}
