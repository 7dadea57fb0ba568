//! The form for the name of an entity that is split off another one.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::messages::entities as words;
use crate::ui::dom::focus::use_initial_focus;

#[derive(Properties, PartialEq)]
pub(super) struct SplitFormProps {
    /// The name in the field at first.
    pub(super) proposed: String,
    /// Gets the name.
    pub(super) onsplit: Callback<String>,
}

/// Asks for the name.
#[component]
pub(super) fn SplitForm(props: &SplitFormProps) -> Html {
    let field = use_node_ref();
    use_initial_focus(&field, true);
    let onsubmit = {
        let (field, onsplit) = (field.clone(), props.onsplit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                onsplit.emit(field.value());
            }
        })
    };
    html! {
        <form class="split-off" {onsubmit}>
            <input ref={field} type="text" aria-label={words::SPLIT_NAME} required={true} ~defaultValue={props.proposed.clone()} />
            <button type="submit" class="primary">{ words::SPLIT_CONFIRM }</button>
        </form>
    }
}
