//! What the rules of claims that support each other know of a language.

/// Words by which a sentence gives a reason or evidence for another. All arguments are in lower case.
#[derive(Debug)]
pub struct SupportWords {
    /// What the first words of a sentence say of the sentence before, and how many words say it.
    pub connective: fn(&[&str]) -> Option<(Connective, usize)>,
    /// Whether a noun is something that gives evidence: "figures", "report".
    pub is_evidence: fn(&str) -> bool,
    /// Whether a word is what evidence does: "show", "found".
    pub is_finding: fn(&str) -> bool,
    /// Whether a word states what needs grounds, which its speaker may give next: "denied", "rejects", "causes".
    pub calls_for_grounds: fn(&str) -> bool,
    /// Whether a word says that something happens often, so that a single case shows it: "common", "often".
    pub is_general: fn(&str) -> bool,
    /// Whether a word stands for somebody who was named before, or for what is theirs: "it", "its", "their".
    pub is_back_reference: fn(&str) -> bool,
}

/// What the beginning of a sentence says of the sentence before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connective {
    /// The sentence gives a reason or an example for the one before: "this is because", "for example".
    Reason,
    /// The sentence follows from the one before: "as a result".
    Consequence,
}
