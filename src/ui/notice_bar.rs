//! The message at the foot of the page.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::widgets::{on, use_dispatcher};
use crate::app::messages::notices as words;
use crate::app::{Dispatcher, Notice, Offer, ViewAction};
use crate::limits::MESSAGE;
use crate::text::shortened;

/// How long a message that is no error and offers nothing stays, in milliseconds.
const NOTICE_MS: u32 = 8_000;

#[derive(Properties, PartialEq)]
pub(super) struct NoticeBarProps {
    pub(super) notice: Option<Notice>,
}

/// The bar at the foot of the page.
#[component]
pub(super) fn NoticeBar(props: &NoticeBarProps) -> Html {
    let dispatcher = use_dispatcher();
    {
        let dispatcher = dispatcher.clone();
        use_effect_with(props.notice.clone(), move |notice| {
            let passes = notice.as_ref().is_some_and(|notice| !notice.is_error && notice.offer.is_none());
            let dismiss = move || dispatcher.dispatch(ViewAction::Notify(None));
            let timeout = passes.then(|| Timeout::new(NOTICE_MS, dismiss));
            move || drop(timeout)
        });
    }
    let Some(notice) = &props.notice else { return html! { <div class="notice-bar" /> } };
    let offer = notice.offer.as_ref().map(|offer| offer_button(&dispatcher, offer));
    html! {
        <div class="notice-bar" role="region" aria-label={words::REGION}>
            <div class={classes!("notice", notice.is_error.then_some("error"))} role={notice.is_error.then_some("alert")}>
                <p>{ shortened(&notice.text, MESSAGE) }</p>
                <div class="row">
                    { offer.unwrap_or_default() }
                    <button type="button" class="quiet" onclick={on(&dispatcher, ViewAction::Notify(None))}>{ words::DISMISS }</button>
                </div>
            </div>
        </div>
    }
}

/// What a message offers to do.
pub(super) fn offer_button(dispatcher: &Dispatcher, offer: &Offer) -> Html {
    let text = match offer {
        Offer::Export => words::EXPORT,
        Offer::Restore(_) => words::RESTORE,
    };
    html! { <button type="button" onclick={on(dispatcher, ViewAction::TakeOffer)}>{ text }</button> }
}
