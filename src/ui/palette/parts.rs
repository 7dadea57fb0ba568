//! What the palette offers for a tag with several parts.

use yew::prelude::*;

use crate::app::commands::{aria_keys, shown_keys};
use crate::app::messages::palette as words;
use crate::app::{Action, PartAction};
use crate::ui::dom::focus::focus_current_text;
use crate::ui::widgets::{on, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(super) struct PartsProps {
    /// How many parts are kept.
    pub(super) kept: usize,
    /// Whether there is a selection to keep.
    pub(super) has_selection: bool,
    /// The text of the annotation that the selection becomes a part of.
    pub(super) extended: Option<String>,
}

/// How many parts are kept, and the buttons for another one or none.
#[component]
pub(super) fn Parts(props: &PartsProps) -> Html {
    let dispatcher = use_dispatcher();
    let keep = {
        let dispatcher = dispatcher.clone();
        // The next part is selected in the text, so that is where the focus has to be.
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(PartAction::Keep);
            focus_current_text(&dispatcher.state());
        })
    };
    let name = props.extended.as_ref().map_or_else(|| words::ADD_PART.to_owned(), |text| words::add_to(text));
    html! {
        <div class="palette-parts">
            if props.kept > 0 { <span class="muted">{ words::parts_kept(props.kept) }</span> }
            if props.has_selection {
                <button type="button" class="quiet" aria-keyshortcuts={aria_keys("part.keep")} onclick={keep}>
                    { name }<kbd aria-hidden="true">{ shown_keys("part.keep") }</kbd>
                </button>
            }
            if props.kept > 0 {
                <button type="button" class="quiet" onclick={on(&dispatcher, Action::Escape)}>{ words::DROP_PARTS }</button>
            }
        </div>
    }
}
