//! The button that begins a relation.

use yew::prelude::*;

use crate::app::commands::{aria_keys, shown_keys};
use crate::app::messages::relations as words;
use crate::app::{Dispatcher, FocusTarget, RelationAction};
use crate::ui::dom::focus;
use crate::ui::widgets::on;

/// Begins a relation at each of so many selected annotations.
pub(super) fn relate_button(dispatcher: &Dispatcher, selected: usize) -> Html {
    let keys = shown_keys("relation.begin");
    html! {
        <button ref={focus::target(FocusTarget::RelateButton)} type="button" id="link-button" aria-keyshortcuts={aria_keys("relation.begin")} title={words::relate_title(selected, &keys)}
            onclick={on(dispatcher, RelationAction::Begin { repeat: false })}>
            { words::RELATE }<kbd aria-hidden="true">{ keys }</kbd>
        </button>
    }
}
