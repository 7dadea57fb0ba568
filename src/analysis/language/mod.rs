//! What the rules of suggestions know of a language. One folder per language; [`of`] chooses.

mod claim_words;
mod definition;
pub mod en;
mod figure_words;
mod lexicon;
mod name_patterns;
mod naming;
mod number_rules;
mod saying;
mod speech_words;
mod support_words;
mod vocabulary;
mod word_class;

pub use claim_words::{ClaimCue, ClaimWords};
pub use definition::Language;
pub use figure_words::{FigureWords, Kind, Marks, Update};
pub use lexicon::{Classes, Lexicon, Stems};
pub use name_patterns::NamePatterns;
pub use naming::{Naming, NamingWords};
pub use number_rules::NumberRules;
pub use saying::{Follows, SayingVerb, VerbForm};
pub use speech_words::SpeechWords;
pub use support_words::{Connective, SupportWords};
pub use vocabulary::{Entry, Lists, RARE, Vocabulary, hash};
pub use word_class::{Gender, Referent, WordClass};

/// The language of a BCP 47 tag; English where it is not known, as most rules for names and numbers hold for others too.
pub fn of(_tag: &str) -> &'static Language {
    &en::LANGUAGE
}
