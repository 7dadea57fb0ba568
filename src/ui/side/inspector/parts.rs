//! The parts of a tag that has several, each to be taken out.

use yew::prelude::*;

use super::back_to_text;
use crate::model::{Annotation, Project};
use crate::ui::shared::{counted, shortened};
use crate::ui::store::{Action, Store};

/// The parts, where there are several, and the way to another one.
pub(super) fn parts(store: &Store, project: &Project, annotation: &Annotation) -> Html {
    let is_waiting = store.state().view.extending.as_ref() == Some(&annotation.id);
    let add = {
        let store = store.clone();
        // The part is selected in the text, so that is where the keyboard has to be.
        Callback::from(move |_: MouseEvent| {
            back_to_text();
            store.dispatch(if is_waiting { Action::Escape } else { Action::KeepPart });
        })
    };
    let remove = |at: usize| {
        let (store, id) = (store.clone(), annotation.id.clone());
        Callback::from(move |_: MouseEvent| {
            back_to_text();
            store.dispatch(Action::RemovePart(id.clone(), at));
        })
    };
    let several = annotation.ranges.len() > 1;
    let article = project.article(&annotation.article).filter(|_| several);
    let rows = article.map(|article| {
        let row = |(at, range): (usize, &crate::text::TextRange)| {
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
        <div class="parts-row">
            { rows.unwrap_or_default() }
            <button type="button" class="quiet" aria-pressed={is_waiting.to_string()} onclick={add}
                title="Then select the part in the text (+, or drag with Ctrl)">{ "Add a part" }</button>
            if is_waiting { <p class="muted">{ "Select the part in the text, then press + or choose “Add to”." }</p> }
        </div>
    }
}
