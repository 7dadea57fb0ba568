//! The note on the selected annotation.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::edit::{AnnotationPatch, Command};
use crate::model::AnnotationId;
use crate::ui::shared::{back_to_text, use_store};
use crate::ui::store::Action;

#[derive(Properties, PartialEq)]
pub(super) struct NoteProps {
    pub(super) id: AnnotationId,
    pub(super) note: String,
}

/// The note; it is one change when the field is left, not one for each letter.
#[component]
pub(super) fn Note(props: &NoteProps) -> Html {
    let store = use_store();
    let field = use_node_ref();
    let save = {
        let (field, id, before) = (field.clone(), props.id.clone(), props.note.clone());
        move || {
            let Some(written) = field.cast::<HtmlTextAreaElement>().map(|field| field.value()) else { return };
            if written != before {
                let patch = AnnotationPatch { note: Some(written), ..Default::default() };
                store.dispatch(Action::Edit(Command::Update(id.clone(), patch)));
            }
        }
    };
    let onchange = {
        let save = save.clone();
        Callback::from(move |_: Event| save())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let done = event.key() == "Escape" || (event.key() == "Enter" && (event.ctrl_key() || event.meta_key()));
        if done {
            event.prevent_default();
            event.stop_propagation();
            save();
            back_to_text();
        }
    });
    html! {
        <label class="field note-field">
            <span>{ "Note " }<kbd aria-hidden="true">{ "N" }</kbd></span>
            <textarea id="note" ref={field} rows="1" aria-keyshortcuts="n" value={props.note.clone()} {onchange} {onkeydown} />
        </label>
    }
}
