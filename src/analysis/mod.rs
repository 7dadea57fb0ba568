//! What is computed from a project and never stored.

mod mentions;
mod suggestion;

pub use mentions::mentions;
pub use suggestion::{SuggestedSpan, Suggestion, SuggestionKind};
