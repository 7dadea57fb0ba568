//! What a language states about itself.

use super::claim_words::ClaimWords;
use super::figure_words::FigureWords;
use super::lexicon::Lexicon;
use super::name_patterns::NamePatterns;
use super::naming::Naming;
use super::number_rules::NumberRules;
use super::speech_words::SpeechWords;
use super::support_words::SupportWords;
use super::vocabulary::Vocabulary;
use crate::analysis::dates::Meaning;
use crate::analysis::parsed::Words;

/// Finds the date at a token: its first token, the token after it, and what it means. It may begin before the token, with a hedge.
type FindDate = fn(&Words, usize) -> Option<(usize, usize, Meaning)>;

/// The words and rules of a language.
#[derive(Debug)]
pub struct Language {
    /// Whether a word before a full stop is an abbreviation, so that the full stop usually ends no sentence.
    pub is_abbreviation: fn(&str) -> bool,
    /// Its words and phrases by class.
    pub lexicon: fn() -> &'static Lexicon,
    /// How its names are formed.
    pub name_patterns: NamePatterns,
    /// Dates, times and durations.
    pub date: FindDate,
    /// Whether a noun in lower case is a person of a country: "norwegian", but not "french", who are all.
    pub is_nationality_noun: fn(&str) -> bool,
    /// Whether a role is an office of a country, so that it does not tell where its holder is from.
    pub is_office: fn(&str) -> bool,
    /// The minutes since midnight of the time of day at a token, if it is told whether that is in the morning, and no time zone.
    pub minutes: fn(&Words, usize) -> Option<u32>,
    /// Numbers and their units.
    pub numbers: NumberRules,
    /// Words around figures.
    pub figure_words: FigureWords,
    /// Whether a line or sentence is a credit, a byline, a caption, a link or the like, and states nothing.
    pub is_boilerplate: fn(&str) -> bool,
    /// What tells who or what a name names.
    pub naming: fn() -> &'static Naming,
    /// Its words, for comparing sentences.
    pub vocabulary: fn() -> &'static Vocabulary,
    /// What tells who says what.
    pub speech: SpeechWords,
    /// What tells that a sentence states something that can be checked.
    pub claims: ClaimWords,
    /// What tells that a claim gives a reason or evidence for another.
    pub support: SupportWords,
}
