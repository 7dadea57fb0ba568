//! Suggestions: what the program or another tool proposes, and a user accepts or rejects. Each kind is one file with one [`Rule`];
//! [`RULES`] lists them. What other tools propose is stored, and listed by [`PredictionSteps`].

mod accept;
mod claim;
mod claims;
mod entity;
mod found;
mod grouping;
mod id;
mod list;
mod mention;
mod number;
mod prediction;
mod relation;
mod repeat;
mod rule;
mod same_entity;
mod speaker;
mod suggestion;

pub use accept::{ConflictNote, accept};
pub use claim::ClaimFeature;
pub use claims::claim_label;
pub use entity::is_date_label;
pub use found::{Opening, Suggestions};
pub use grouping::Grouping;
pub use id::id_of;
pub use list::{SuggestionGroup, SuggestionList};
pub use number::unrelated_figures;
pub use prediction::PredictionSteps;
pub use repeat::{Passage, repeated_passages};
pub use rule::{Open, OpenSome, OpenSteps, Rule, Sources};
pub use suggestion::{
    Attribution, FigureValue, NewSource, SpokenBy, SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion,
    SuggestionKind, SuggestionReason,
};

/// The rules of all kinds that are computed from the texts, in the order of [`SuggestionKind::ALL`].
pub static RULES: [&Rule; 8] = [
    &entity::RULE,
    &mention::RULE,
    &same_entity::RULE,
    &claim::RULE,
    &speaker::RULE,
    &repeat::RULE,
    &number::RULE,
    &relation::RULE,
];
