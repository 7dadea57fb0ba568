//! The title of a row, and the field that edits it.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::stop::tabindex;
use crate::analysis::claims_board::Row;
use crate::app::messages::claims_board as words;
use crate::app::{BoardAction, ByPtr};
use crate::ui::dom::focus::{give_focus, use_initial_focus};
use crate::ui::widgets::use_dispatcher;

#[derive(Properties, PartialEq)]
pub(super) struct RowTitleProps {
    pub(super) row: ByPtr<Row>,
    /// Whether the Tab key stops here.
    pub(super) is_stop: bool,
}

/// The title of a row: a button that becomes a field.
#[component]
pub(super) fn RowTitle(props: &RowTitleProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_edited = use_state_eq(|| false);
    let returns = use_mut_ref(|| false);
    let button = use_node_ref();
    {
        let (button, returns) = (button.clone(), returns.clone());
        use_effect_with(*is_edited, move |is_edited| {
            // After the keys that end editing, the focus goes back to the title.
            if !is_edited
                && returns.replace(false)
                && let Some(button) = button.cast::<web_sys::HtmlElement>()
            {
                give_focus(&button);
            }
        });
    }
    let row = &props.row;
    if *is_edited {
        let onend = {
            let (is_edited, row) = (is_edited, row.clone());
            Callback::from(move |(title, by_key): (Option<String>, bool)| {
                *returns.borrow_mut() = by_key;
                is_edited.set(false);
                let first = row.first().map(|claim| claim.annotation.id.clone());
                if let (Some(first), Some(title)) = (first, title.filter(|title| *title != row.title)) {
                    dispatcher.dispatch(BoardAction::Title(first, title));
                }
            })
        };
        return html! { <TitleField title={row.title.clone()} {onend} /> };
    }
    let onclick = Callback::from(move |_: MouseEvent| is_edited.set(true));
    let first = row.first().map(|claim| claim.annotation.id.to_string());
    html! {
        <button type="button" ref={button} class={classes!("quiet", "board-title", row.has_edited_title.then_some("edited"))} dir="auto"
            title={words::EDIT_TITLE} data-title-of={first} tabindex={tabindex(props.is_stop)} data-stop="" {onclick}>{ &row.title }</button>
    }
}

#[derive(Properties, PartialEq)]
struct TitleFieldProps {
    title: String,
    /// Editing has ended, with a title if it is to be taken, and whether by a key.
    onend: Callback<(Option<String>, bool)>,
}

/// The field for the title of a row. Enter takes the title, and so does leaving the field; Esc does not.
#[component]
fn TitleField(props: &TitleFieldProps) -> Html {
    let node = use_node_ref();
    use_initial_focus(&node, true);
    let has_ended = use_mut_ref(|| false);
    let end = {
        let (node, onend) = (node.clone(), props.onend.clone());
        Rc::new(move |takes: bool, by_key: bool| {
            // A field that is removed loses the focus too.
            if !has_ended.replace(true) {
                let title = node.cast::<HtmlInputElement>().map(|field| field.value());
                onend.emit((title.filter(|_| takes), by_key));
            }
        })
    };
    let onblur = {
        let end = end.clone();
        Callback::from(move |_: FocusEvent| end(true, false))
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        event.stop_propagation();
        match event.key().as_str() {
            "Enter" if !event.is_composing() => {
                // The button that gets the focus would be pressed by the same key.
                event.prevent_default();
                end(true, true);
            }
            "Escape" => {
                event.prevent_default();
                end(false, true);
            }
            _ => {}
        }
    });
    html! { <input ref={node} type="text" class="board-title-field" aria-label={words::TITLE} value={props.title.clone()} {onblur} {onkeydown} /> }
}
