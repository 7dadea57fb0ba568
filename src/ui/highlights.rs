//! What is highlighted in the texts without changing their elements.

use yew::prelude::*;

use super::reader::{ShownCounterparts, ShownResults, use_counterpart_highlights, use_result_highlights};
use super::suggestions::use_suggestion_outlines;
use super::widgets::use_dispatcher;
use crate::analysis::suggestions::SuggestionList;
use crate::app::{ByPtr, State};
use crate::model::ArticleId;

#[derive(Properties, PartialEq)]
pub(super) struct HighlightsProps {
    results: ShownResults,
    counterparts: ShownCounterparts,
    outlined: Option<ByPtr<SuggestionList>>,
    /// The articles in the columns.
    shown: Vec<ArticleId>,
}

impl HighlightsProps {
    pub(super) fn of(state: &State) -> Self {
        Self {
            results: ShownResults::of(state),
            counterparts: ShownCounterparts::of(state),
            outlined: state.suggestions.outlined().cloned(),
            shown: state.shown().to_vec(),
        }
    }
}

/// Highlights search results, counterparts and suggestions. Renders nothing.
#[component]
pub(super) fn Highlights(props: &HighlightsProps) -> Html {
    let dispatcher = use_dispatcher();
    use_result_highlights(&dispatcher, &props.results);
    use_counterpart_highlights(&dispatcher, &props.counterparts);
    use_suggestion_outlines(&dispatcher, props.outlined.as_ref(), &props.shown);
    Html::default()
}
