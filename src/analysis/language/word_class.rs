//! Classes of words that the rules for speech and claims tell apart.

/// The class of a function word. All other words are [`WordClass::Content`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// "the", "a", "this", "his", "many".
    Determiner,
    /// "he", "them", "everyone".
    Pronoun,
    /// "who", "which", "that".
    Relative,
    /// "of", "in", "for".
    Preposition,
    /// "and", "but", "or".
    Coordinator,
    /// "while", "because", "if".
    Subordinator,
    /// "is", "has", "would", "don't", "it's".
    Auxiliary,
    /// "also", "then", "not".
    Adverb,
    /// "yesterday", "Monday", "last", "night".
    Time,
    /// Nouns, verbs, adjectives and names.
    Content,
}

/// A gender that a title, a given name or a pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "Mr", "he".
    Male,
    /// "Ms", "she".
    Female,
}

/// What a pronoun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    /// "he", "she".
    Person(Gender),
    /// "it".
    Thing,
    /// "they".
    Several,
    /// "I", "we", "you", "everyone": whoever speaks or reads, or nobody known.
    Unknown,
}
