//! Keys on the table of the board.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::stop::{Stop, Stops, all_stops};
use crate::analysis::claims_board::ClaimsBoard;
use crate::app::claims_board::next_stop;
use crate::app::{BoardAction, Dispatcher};
use crate::ui::dom::events::closest;

/// The arrow keys, Home and End move the focus; T picks or ties the claim with the focus, P removes its relations.
pub(super) fn table_keys(dispatcher: &Dispatcher, shown: &Rc<ClaimsBoard>, stops: &Stops) -> Callback<KeyboardEvent> {
    let (dispatcher, shown, stops) = (dispatcher.clone(), shown.clone(), stops.clone());
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
        let key = event.key();
        let is_arrow = key.starts_with("Arrow");
        if !is_arrow && !matches!(key.as_str(), "Home" | "End") {
            return;
        }
        let (places, all) = all_stops(&shown);
        let index_of = |stop: &Stop| all.iter().position(|one| one == stop);
        let at = stop.as_ref().and_then(Stop::of).as_ref().and_then(index_of);
        // From outside of the table, to where the Tab key stops.
        let last = || stops.current.as_ref().and_then(index_of);
        let entered = if at.is_none() && is_arrow && !event.ctrl_key() { last() } else { None };
        let next = entered.or_else(|| next_stop(&places, at, &key, event.ctrl_key()));
        if let Some(next) = next.and_then(|next| all.get(next)) {
            event.prevent_default();
            stops.move_to(next);
        }
    })
}

fn claim_action(stop: &Element, event: &KeyboardEvent) -> Option<BoardAction> {
    let claim = stop.get_attribute("data-claim")?.as_str().into();
    let key = event.key().to_lowercase();
    // Where the keyboard types other letters, the place of the key counts.
    let is = |letter: &str, code: &str| key == letter || (!key.is_ascii() && event.code() == code);
    if is("t", "KeyT") { Some(BoardAction::Pick(claim)) } else { is("p", "KeyP").then_some(BoardAction::Part(claim)) }
}
