//! The name under which the user makes changes.

use yew::prelude::*;

use crate::app::messages::history as words;
use crate::app::{Dispatcher, FocusTarget, ViewAction};
use crate::ui::dom::events::value_of;
use crate::ui::dom::focus;

/// The field for the user's name.
pub(super) fn author_field(dispatcher: &Dispatcher, author: &str) -> Html {
    let dispatcher = dispatcher.clone();
    let onchange = Callback::from(move |event: Event| {
        dispatcher.dispatch(ViewAction::SetAuthor(value_of(&event).trim().to_owned()));
    });
    html! {
        <label class="author"><span>{ words::YOUR_NAME }</span>
            <input ref={focus::target(FocusTarget::AuthorField)} type="text" autocomplete="name" maxlength="80" placeholder={words::YOUR_NAME_PLACEHOLDER}
                ~defaultValue={author.to_owned()} {onchange} />
        </label>
    }
}
