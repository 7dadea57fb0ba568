//! What the page says: to a screen reader in a live region, to everybody in a bar at its foot.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::exporting;
use super::projects;
use super::shared::{on, use_store};
use super::store::{Action, Notice, Offer, Store};
use crate::limits::MESSAGE;
use crate::text::shortened;

/// How long a message that is no error stays, in milliseconds.
const NOTICE_MS: u32 = 8_000;

/// The live region. Two places take turns, so that the same words said twice are a change.
pub(super) fn announcer((number, text): &(u32, String)) -> Html {
    let (even, odd) = if number % 2 == 0 { (text.as_str(), "") } else { ("", text.as_str()) };
    html! {
        <div class="visually-hidden" role="status" aria-live="polite" id="announcer">
            <p>{ even.to_owned() }</p>
            <p>{ odd.to_owned() }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct NoticeBarProps {
    pub(super) notice: Option<Notice>,
}

/// The bar at the foot of the page.
#[component]
pub(super) fn NoticeBar(props: &NoticeBarProps) -> Html {
    let store = use_store();
    {
        let store = store.clone();
        use_effect_with(props.notice.clone(), move |notice| {
            let passing = notice.as_ref().is_some_and(|notice| !notice.is_error && notice.offer.is_none());
            let timeout = passing.then(|| Timeout::new(NOTICE_MS, move || store.dispatch(Action::Notify(None))));
            move || drop(timeout)
        });
    }
    let Some(notice) = &props.notice else { return html! { <div class="notice-bar" /> } };
    let offer = notice.offer.clone().map(|offer| offer_button(&store, offer));
    html! {
        <div class="notice-bar" role="region" aria-label="Message">
            <div class={classes!("notice", notice.is_error.then_some("error"))} role={notice.is_error.then_some("alert")}>
                <p>{ shortened(&notice.text, MESSAGE) }</p>
                <div class="row">
                    { offer.unwrap_or_default() }
                    <button type="button" class="quiet" onclick={on(&store, Action::Notify(None))}>{ "Dismiss" }</button>
                </div>
            </div>
        </div>
    }
}

/// What a message offers to do.
pub(super) fn offer_button(store: &Store, offer: Offer) -> Html {
    let words = match offer {
        Offer::Export => "Export",
        Offer::Restore(_) => "Restore it",
    };
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        store.dispatch(Action::Notify(None));
        match &offer {
            Offer::Export => {
                exporting::export(&store);
            }
            Offer::Restore(key) => projects::restore(&store, key),
        }
    });
    html! { <button type="button" {onclick}>{ words }</button> }
}
