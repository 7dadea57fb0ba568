//! The bar at the foot of the page while a project is being opened.

use yew::prelude::*;

use super::widgets::{on, use_dispatcher};
use crate::app::messages::opening as words;
use crate::app::{OpeningAction, State};

#[derive(Properties, PartialEq)]
pub(super) struct OpeningBarProps {
    /// The name of what is opened.
    pub(super) name: String,
    /// How much of it is read, in percent.
    pub(super) percent: u8,
}

/// The bar of a project that takes more than a moment; else nothing.
pub(super) fn opening_bar(state: &State) -> Html {
    let opening = state.opening.as_ref().and_then(|opening| opening.percent.map(|percent| (opening, percent)));
    opening.map(|(opening, percent)| html! { <OpeningBar name={opening.name.clone()} {percent} /> }).unwrap_or_default()
}

#[component]
fn OpeningBar(props: &OpeningBarProps) -> Html {
    let dispatcher = use_dispatcher();
    let name = words::opening(&props.name);
    html! {
        <section class="notice-bar opening" data-region="" aria-label={words::REGION}>
            <div class="notice">
                <p>{ &name }</p>
                <progress aria-label={name.clone()} max="100" value={props.percent.to_string()} />
                <span class="opening-percent" aria-hidden="true">{ words::percent(props.percent) }</span>
                <button type="button" data-region-stop="" onclick={on(&dispatcher, OpeningAction::Cancel)}>{ words::CANCEL }</button>
            </div>
        </section>
    }
}
