//! Suggestions: the panel that lists them, the review that walks through them, and their outlines in the text.

mod kind_rows;
mod outlines;
mod panel;
mod review;
mod review_buttons;
mod row;
mod sides;

pub(super) use outlines::use_suggestion_outlines;
pub(super) use panel::{SuggestionsPanel, SuggestionsPanelProps};
pub(super) use review::{ReviewCard, ReviewCardProps};
pub(super) use sides::sides;
