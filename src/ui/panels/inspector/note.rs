//! The note on the selected annotation.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::FocusTarget;
use crate::app::commands::{aria_keys, shown_keys};
use crate::app::messages::inspector as words;
use crate::edit::{AnnotationPatch, Command};
use crate::model::AnnotationId;
use crate::ui::dom::focus::{self, focus_current_text};
use crate::ui::widgets::use_dispatcher;

#[derive(Properties, PartialEq)]
pub(super) struct NoteProps {
    pub(super) id: AnnotationId,
    pub(super) note: String,
}

/// The note. It makes one change when it is left. Escape, or Ctrl and Enter, move the focus back to the text. It is a component so
/// that what is half typed stays while other things in the inspector change.
#[component]
pub(super) fn Note(props: &NoteProps) -> Html {
    let dispatcher = use_dispatcher();
    let field = focus::target(FocusTarget::Note);
    let save = {
        let (dispatcher, field) = (dispatcher.clone(), field.clone());
        let (id, before) = (props.id.clone(), props.note.clone());
        move || {
            let typed = field.cast::<HtmlTextAreaElement>().map(|field| field.value());
            if let Some(note) = typed.filter(|note| *note != before) {
                let patch = AnnotationPatch { note: Some(note), ..Default::default() };
                dispatcher.dispatch(Command::Update(id.clone(), patch));
            }
        }
    };
    let onchange = {
        let save = save.clone();
        Callback::from(move |_: Event| save())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let is_done = event.key() == "Escape" || (event.key() == "Enter" && (event.ctrl_key() || event.meta_key()));
        if is_done {
            event.prevent_default();
            event.stop_propagation();
            save();
            focus_current_text(&dispatcher.state());
        }
    });
    html! {
        <label class="field note-field">
            <span>{ words::NOTE }<kbd aria-hidden="true">{ shown_keys("tag.note") }</kbd></span>
            <textarea id="note" ref={field} rows="1" aria-keyshortcuts={aria_keys("tag.note")} value={props.note.clone()} {onchange} {onkeydown} />
        </label>
    }
}
