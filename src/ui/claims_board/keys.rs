//! Keys on the table of the board.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::claims_board::next_stop;
use crate::app::{BoardAction, Dispatcher};
use crate::ui::dom::events::{closest, elements};
use crate::ui::dom::focus::give_focus;

/// The arrow keys, Home and End move the focus; T picks or ties the claim with the focus, P removes its relations.
pub(super) fn table_keys(dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.alt_key() || event.meta_key() {
            return;
        }
        let stop = closest(event.target(), "[data-stop]");
        if !event.ctrl_key()
            && let Some(action) = stop.as_ref().and_then(|stop| claim_action(stop, &event))
        {
            event.prevent_default();
            return dispatcher.dispatch(action);
        }
        let Some(table) = event.current_target().and_then(|table| table.dyn_into::<Element>().ok()) else { return };
        let stops = elements(&table, "[data-stop]");
        let at = stop.and_then(|stop| stops.iter().position(|one| *one == stop));
        // From outside of the table, to where the Tab key stops.
        let last = || stops.iter().position(|one| one.get_attribute("tabindex").as_deref() == Some("0"));
        let places: Vec<(usize, usize)> =
            stops.iter().map(|stop| (number(stop, "data-row"), number(stop, "data-column"))).collect();
        let is_arrow = event.key().starts_with("Arrow") && !event.ctrl_key();
        let entered = if at.is_none() && is_arrow { last() } else { None };
        let next = entered.or_else(|| next_stop(&places, at, &event.key(), event.ctrl_key()));
        let Some(next) = next else { return };
        event.prevent_default();
        if let Some(next) = stops.get(next).and_then(|stop| stop.dyn_ref::<HtmlElement>()) {
            give_focus(next);
        }
    })
}

fn number(stop: &Element, attribute: &str) -> usize {
    stop.get_attribute(attribute).and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn claim_action(stop: &Element, event: &KeyboardEvent) -> Option<BoardAction> {
    let claim = stop.get_attribute("data-claim")?.as_str().into();
    let key = event.key().to_lowercase();
    // Where the keyboard types other letters, the place of the key counts.
    let is = |letter: &str, code: &str| key == letter || (!key.is_ascii() && event.code() == code);
    if is("t", "KeyT") { Some(BoardAction::Pick(claim)) } else { is("p", "KeyP").then_some(BoardAction::Part(claim)) }
}
