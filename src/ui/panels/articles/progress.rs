//! How many articles have which status, each count a filter; and the way to the next unfinished one.

use yew::prelude::*;

use crate::app::messages::articles as words;
use crate::app::{ArticleAction, Dispatcher};
use crate::model::ArticleStatus;
use crate::ui::widgets::on;

/// The counts, and the button. `wanted`: the status that is filtered by.
pub(super) fn progress(
    dispatcher: &Dispatcher,
    statuses: &[ArticleStatus],
    wanted: Option<ArticleStatus>,
    onfilter: &Callback<Option<ArticleStatus>>,
) -> Html {
    let filter = |status: Option<ArticleStatus>| {
        let count = statuses.iter().filter(|one| status.is_none_or(|status| status == **one)).count();
        let name = status.map_or(words::ALL, words::status);
        html! {
            <button type="button" key={name} aria-pressed={(wanted == status).to_string()}
                onclick={onfilter.reform(move |_: MouseEvent| status)}>{ name }<span class="count">{ " " }{ count }</span></button>
        }
    };
    html! {
        <>
            <div class="progress-filter" role="group" aria-label={words::SHOW}>
                { filter(None) }{ for ArticleStatus::ALL.into_iter().map(|status| filter(Some(status))) }
            </div>
            <button type="button" class="next-unfinished" title={words::NEXT_UNFINISHED_TITLE}
                onclick={on(dispatcher, ArticleAction::NextUnfinished { finish: false })}>{ words::NEXT_UNFINISHED }</button>
        </>
    }
}
