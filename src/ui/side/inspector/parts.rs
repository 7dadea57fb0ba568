//! The parts of a tag that has several, each to be taken out.

use yew::prelude::*;

use crate::model::Annotation;
use crate::text::{TextRange, shortened};
use crate::ui::shared::{back_to_text, counted};
use crate::ui::store::{Action, State, Store};

/// Whether the next selection is to become a part of this tag.
fn is_extended(state: &State, annotation: &Annotation) -> bool {
    state.view.extending.as_ref() == Some(&annotation.id)
}

/// Asks for another part; pressed again, no longer.
pub(super) fn add_part(store: &Store, state: &State, annotation: &Annotation) -> Html {
    let is_extended = is_extended(state, annotation);
    let store = store.clone();
    // The part is selected in the text, so that is where the keyboard has to be.
    let onclick = Callback::from(move |_: MouseEvent| {
        back_to_text();
        store.dispatch(if is_extended { Action::DropParts } else { Action::KeepPart });
    });
    html! {
        <button type="button" class="add-part" aria-pressed={is_extended.to_string()} {onclick}
            title="Then select the part in the text (+, or drag with Ctrl)">{ "Add a part " }<kbd aria-hidden="true">{ "+" }</kbd></button>
    }
}

/// The parts, where there are several, each with a button that takes it out.
pub(super) fn parts(store: &Store, state: &State, annotation: &Annotation) -> Html {
    let remove = |at: usize| {
        let (store, id) = (store.clone(), annotation.id.clone());
        Callback::from(move |_: MouseEvent| {
            back_to_text();
            store.dispatch(Action::RemovePart(id.clone(), at));
        })
    };
    let several = annotation.ranges.len() > 1;
    let article = state.project().article(&annotation.article).filter(|_| several);
    let rows = article.map(|article| {
        let row = |(at, range): (usize, &TextRange)| {
            let words = shortened(article.text.slice(*range), 60);
            html! {
                <li key={at}>
                    <span class="part-text">{ words.clone() }</span>
                    <button type="button" class="icon" aria-label={format!("Remove this part: {words}")} title="Remove this part" onclick={remove(at)}>{ "×" }</button>
                </li>
            }
        };
        html! {
            <ol class="parts" aria-label={counted(annotation.ranges.len(), "part", "parts")}>
                { for annotation.ranges.iter().enumerate().map(row) }
            </ol>
        }
    });
    html! {
        <>
            { rows.unwrap_or_default() }
            if is_extended(state, annotation) {
                <p class="muted">{ "Select the part in the text, then press " }<kbd>{ "+" }</kbd>{ " or choose “Add to”." }</p>
            }
        </>
    }
}
