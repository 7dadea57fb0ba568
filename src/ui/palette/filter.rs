//! The field at the top of a palette of many labels: typing filters, arrows choose, Enter tags.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{PaletteProps, parts};
use crate::model::Schema;
use crate::text::Snap;
use crate::ui::shared::comes_again;
use crate::ui::store::{Action, OccurrenceAction, Store};

/// The name under which the style sheet knows what is about to be tagged.
pub(super) const PAINT: &str = "to-be-tagged";

/// The places of the labels that have something in their name or short name; those that begin with it come first.
pub(super) fn matching(schema: &Schema, wanted: &str) -> Vec<usize> {
    let wanted = wanted.trim().to_lowercase();
    let mut at_start = Vec::new();
    let mut inside = Vec::new();
    for (i, label) in schema.labels.iter().enumerate() {
        let (name, short) = (label.name.to_lowercase(), label.short.to_lowercase());
        if name.starts_with(&wanted) || short.starts_with(&wanted) {
            at_start.push(i);
        } else if name.contains(&wanted) || short.contains(&wanted) {
            inside.push(i);
        }
    }
    at_start.extend(inside);
    at_start
}

fn input() -> Option<HtmlInputElement> {
    let field = gloo::utils::document().query_selector(".palette input").ok().flatten()?;
    field.dyn_into().ok()
}

/// Empties the field.
pub(super) fn clear() {
    if let Some(field) = input() {
        field.set_value("");
    }
}

/// The field. `at` is the active one of the places `shown`.
pub(super) fn field(
    store: &Store,
    wanted: &UseStateHandle<String>,
    active: &UseStateHandle<usize>,
    at: usize,
    shown: &[usize],
    props: &PaletteProps,
) -> Html {
    // While the field has the keyboard, the browser shows nothing as selected in the text.
    let paint = |on: bool| {
        let (store, pending) = (store.clone(), props.pending.clone().filter(|_| on));
        Callback::from(move |_: FocusEvent| parts::paint(&store, PAINT, pending.as_ref()))
    };
    let schema = &props.schema;
    let oninput = {
        let (wanted, active) = (wanted.setter(), active.setter());
        Callback::from(move |_: InputEvent| {
            wanted.set(input().map(|field| field.value()).unwrap_or_default());
            active.set(0);
        })
    };
    let chosen = shown.get(at).map(|&i| schema.labels[i].id.clone());
    let onkeydown = {
        let (store, active, last) = (store.clone(), active.setter(), shown.len().saturating_sub(1));
        let (show, wanted) = (show(shown), wanted.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                _ if event.is_composing() => return,
                "Enter" if comes_again(&event, &wanted) => return,
                "ArrowDown" => (at + 1).min(last),
                "ArrowUp" => at.saturating_sub(1),
                "Enter" => {
                    event.prevent_default();
                    let how = event.alt_key().then_some(Snap::Exact);
                    return match chosen.clone() {
                        Some(id) if event.shift_key() => {
                            store.dispatch(Action::Occurrences(OccurrenceAction::Everywhere(id, how)));
                        }
                        Some(id) => store.dispatch(Action::ApplyLabel(id, how)),
                        None => {}
                    };
                }
                "Escape" => {
                    event.prevent_default();
                    return store.dispatch(Action::Escape);
                }
                _ => return,
            };
            event.prevent_default();
            active.set(next);
            show(next);
        })
    };
    let active_id = shown.get(at).map(|i| format!("palette-{i}"));
    html! {
        <input type="text" class="palette-filter" role="combobox" aria-label="Filter labels" placeholder="Type a label’s name"
            aria-expanded="true" aria-autocomplete="list" aria-controls="palette-labels" aria-activedescendant={active_id}
            autocomplete="off" spellcheck="false" {oninput} {onkeydown}
            onfocus={paint(true)} onblur={paint(false)} />
    }
}

/// Scrolls the list so that one of the labels is in view.
fn show(shown: &[usize]) -> impl Fn(usize) + 'static {
    let shown = shown.to_vec();
    move |at| {
        let id = shown.get(at).map(|i| format!("palette-{i}")).unwrap_or_default();
        if let Some(item) = gloo::utils::document().get_element_by_id(&id) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            item.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}
