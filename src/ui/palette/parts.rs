//! What the palette offers for a tag with several parts.

use yew::prelude::*;

use crate::app::commands::{aria_keys, shown_keys};
use crate::app::messages::palette as words;
use crate::app::{Action, Dispatcher, PartAction};
use crate::ui::dom::focus::focus_current_text;
use crate::ui::widgets::on;

/// How many parts are kept, and the buttons for another one or none. `has_selection`: whether there is a selection to keep;
/// `extended`: the text of the annotation that the selection becomes a part of.
pub(super) fn parts(dispatcher: &Dispatcher, kept: usize, has_selection: bool, extended: Option<&str>) -> Html {
    let keep = {
        let dispatcher = dispatcher.clone();
        // The next part is selected in the text, so that is where the focus has to be.
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(PartAction::Keep);
            focus_current_text(&dispatcher.state());
        })
    };
    let name = extended.map_or_else(|| words::ADD_PART.to_owned(), words::add_to);
    html! {
        <div class="palette-parts">
            if kept > 0 { <span class="muted">{ words::parts_kept(kept) }</span> }
            if has_selection {
                <button type="button" class="quiet" aria-keyshortcuts={aria_keys("part.keep")} onclick={keep}>
                    { name }<kbd aria-hidden="true">{ shown_keys("part.keep") }</kbd>
                </button>
            }
            if kept > 0 {
                <button type="button" class="quiet" onclick={on(dispatcher, Action::Escape)}>{ words::DROP_PARTS }</button>
            }
        </div>
    }
}
