//! The button that begins a relation.

use yew::prelude::*;

use crate::app::commands::{aria_keys, shown_keys};
use crate::app::messages::relations as words;
use crate::app::{FocusTarget, RelationAction};
use crate::ui::dom::focus::use_focus_target;
use crate::ui::widgets::{on, use_dispatcher};

/// Begins a relation at the selected annotation.
#[component]
pub(super) fn RelateButton() -> Html {
    let dispatcher = use_dispatcher();
    let node = use_node_ref();
    use_focus_target(FocusTarget::RelateButton, &node);
    let keys = shown_keys("relation.begin");
    html! {
        <button ref={node} type="button" id="link-button" aria-keyshortcuts={aria_keys("relation.begin")} title={words::relate_title(&keys)}
            onclick={on(&dispatcher, RelationAction::Begin { repeat: false })}>
            { words::RELATE }<kbd aria-hidden="true">{ keys }</kbd>
        </button>
    }
}
