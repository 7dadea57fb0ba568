//! The name under which the user makes changes.

use yew::prelude::*;

use crate::app::messages::history as words;
use crate::app::{FocusTarget, ViewAction};
use crate::ui::dom::events::value_of;
use crate::ui::dom::focus::use_focus_target;
use crate::ui::widgets::use_dispatcher;

#[derive(Properties, PartialEq)]
pub(super) struct AuthorFieldProps {
    pub(super) author: String,
}

/// The field for the user's name.
#[component]
pub(super) fn AuthorField(props: &AuthorFieldProps) -> Html {
    let dispatcher = use_dispatcher();
    let field = use_node_ref();
    use_focus_target(FocusTarget::AuthorField, &field);
    let onchange = Callback::from(move |event: Event| {
        dispatcher.dispatch(ViewAction::SetAuthor(value_of(&event).trim().to_owned()));
    });
    html! {
        <label class="author"><span>{ words::YOUR_NAME }</span>
            <input ref={field} type="text" autocomplete="name" maxlength="80" placeholder={words::YOUR_NAME_PLACEHOLDER}
                ~defaultValue={props.author.clone()} {onchange} />
        </label>
    }
}
