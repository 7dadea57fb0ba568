//! How many articles have which status, each count a filter; and the way to the next unfinished one.

use yew::prelude::*;

use crate::app::ArticleAction;
use crate::app::messages::articles as words;
use crate::model::ArticleStatus;
use crate::ui::widgets::{on, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(super) struct ProgressProps {
    /// The status of each article.
    pub(super) statuses: Vec<ArticleStatus>,
    /// The status that is filtered by.
    pub(super) wanted: Option<ArticleStatus>,
    pub(super) onfilter: Callback<Option<ArticleStatus>>,
}

/// The counts, and the button.
#[component]
pub(super) fn Progress(props: &ProgressProps) -> Html {
    let dispatcher = use_dispatcher();
    let filter = |status: Option<ArticleStatus>| {
        let count = props.statuses.iter().filter(|one| status.is_none_or(|status| status == **one)).count();
        let name = status.map_or(words::ALL, words::status);
        html! {
            <button type="button" key={name} aria-pressed={(props.wanted == status).to_string()}
                onclick={props.onfilter.reform(move |_: MouseEvent| status)}>{ name }<span class="count">{ " " }{ count }</span></button>
        }
    };
    html! {
        <>
            <div class="progress-filter" role="group" aria-label={words::SHOW}>
                { filter(None) }{ for ArticleStatus::ALL.into_iter().map(|status| filter(Some(status))) }
            </div>
            <button type="button" class="next-unfinished" title={words::NEXT_UNFINISHED_TITLE}
                onclick={on(&dispatcher, ArticleAction::NextUnfinished { finish: false })}>{ words::NEXT_UNFINISHED }</button>
        </>
    }
}
