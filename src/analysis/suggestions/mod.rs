//! Suggestions: what the program proposes, and a user accepts or rejects. Each kind is one file with one [`Rule`]; [`RULES`] lists them.

mod accept;
mod claim;
mod entity;
mod found;
mod id;
mod mention;
mod number;
mod repeat;
mod rule;
mod same_entity;
mod speaker;
mod suggestion;

pub use accept::{ConflictNote, accept, claim_label};
pub use claim::ClaimFeature;
pub use found::Suggestions;
pub use id::id_of;
pub use rule::Rule;
pub use suggestion::{
    Attribution, FigureValue, SpokenBy, SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind,
    SuggestionReason,
};

/// The rules of all kinds, in the order of [`SuggestionKind::ALL`].
pub static RULES: [&Rule; 7] =
    [&entity::RULE, &mention::RULE, &same_entity::RULE, &claim::RULE, &speaker::RULE, &repeat::RULE, &number::RULE];
