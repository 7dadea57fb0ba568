//! The palette of labels that stands beside what is selected. With many labels, typing filters them.

mod filter;
mod parts;

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::place;
use super::shared::{Shared, aria_keys, can_follow, key_caps, use_store};
use super::store::{Action, OccurrenceAction, Store};
use crate::model::{AnnotationId, ArticleId, Label, Schema};
use crate::text::TextRange;
use crate::web::dom_text;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct PaletteProps {
    pub(in crate::ui) schema: Shared<Schema>,
    /// What a label would tag.
    pub(in crate::ui) pending: Option<(ArticleId, Vec<TextRange>)>,
    /// What of it was kept while the rest is selected.
    pub(in crate::ui) kept: Option<(ArticleId, Vec<TextRange>)>,
    /// The annotation that what is selected is to become a part of.
    pub(in crate::ui) extending: Option<AnnotationId>,
    /// The annotation that is to get another label, when that is what the palette is for.
    pub(in crate::ui) relabelling: Option<AnnotationId>,
    /// The keys pressed so far of a label that has two.
    pub(in crate::ui) chord: AttrValue,
}

/// More labels than this are filtered by typing.
const FEW: usize = 9;

/// The palette; nothing but an empty place while nothing is selected.
#[component]
pub(in crate::ui) fn Palette(props: &PaletteProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let target = target(&store, props);
    let wanted = use_state(String::new);
    let active = use_state(|| 0_usize);
    {
        let (node, store) = (node.clone(), store.clone());
        let (wanted, active) = (wanted.clone(), active.clone());
        use_effect_with((target.clone(), props.kept.clone()), move |(target, kept)| {
            let (target, kept) = (target.clone(), kept.clone());
            if !wanted.is_empty() || *active > 0 {
                filter::clear();
                wanted.set(String::new());
                active.set(0);
            }
            if target.is_none() {
                parts::paint(&store, filter::PAINT, None);
                leave(&store);
            }
            let follow = move || {
                if let (Some(element), Some((article, range))) = (node.cast::<HtmlElement>(), &target) {
                    put_beside(&store, &element, article, *range, kept.is_some());
                }
                parts::paint(&store, parts::PAINT, kept.as_ref());
            };
            follow();
            // Scrolling happens inside the columns and does not bubble, so it is caught on its way down.
            let window = gloo::utils::window();
            let capture = EventListenerOptions::run_in_capture_phase();
            let follow = std::rc::Rc::new(follow);
            let (on_scroll, on_resize) = (follow.clone(), follow);
            let scroll = EventListener::new_with_options(&window, "scroll", capture, move |_| on_scroll());
            let resize = EventListener::new(&window, "resize", move |_| on_resize());
            move || drop((scroll, resize))
        });
    }
    if target.is_none() {
        return html! { <div class="palette" hidden={true} ref={node} /> };
    }
    let heading = if props.relabelling.is_some() { "Change to" } else { "Tag as" };
    // A press must not take the selection away from the text, unless it is in the field.
    let onmousedown = Callback::from(|event: MouseEvent| {
        if !event.target().is_some_and(|target| target.has_type::<HtmlInputElement>()) {
            event.prevent_default();
        }
    });
    let current = props.relabelling.as_ref().and_then(|id| Some(store.state().project().annotation(id)?.label.clone()));
    let filtered = props.schema.labels.len() > FEW;
    let shown = filter::matching(&props.schema, &wanted);
    let at = (*active).min(shown.len().saturating_sub(1));
    let items = shown.iter().enumerate().map(|(place, &i)| {
        let label = &props.schema.labels[i];
        let follows = can_follow(&label.key, &props.chord);
        item(
            &store,
            i,
            label,
            Look { filtered, follows, active: place == at, current: current.as_ref() == Some(&label.id) },
        )
    });
    let field = filtered.then(|| filter::field(&store, &wanted, &active, at, &shown, props));
    html! {
        <div class={classes!("palette", filtered.then_some("filtered"))} ref={node} {onmousedown} onkeydown={(!filtered).then(arrow_keys)}>
            <p class="palette-heading" id="palette-heading" aria-hidden="true">{ heading }</p>
            { field.unwrap_or_default() }
            <div role={if filtered { "listbox" } else { "menu" }} id="palette-labels" aria-label={heading}>{ for items }</div>
            if shown.is_empty() { <p class="palette-heading" role="status">{ "No label has this in its name." }</p> }
            if props.relabelling.is_none() { { parts::buttons(&store, props) } }
            { hint(&props.chord) }
        </div>
    }
}

/// The keys that do something now.
fn hint(chord: &str) -> Html {
    if !chord.is_empty() {
        return html! { <p class="palette-hint" aria-hidden="true">{ key_caps(chord) }{ " and the next key of a label. " }<kbd>{ "Esc" }</kbd>{ " forgets it" }</p> };
    }
    html! {
        <p class="palette-hint" aria-hidden="true">
            <kbd>{ "Shift" }</kbd>{ " every occurrence " }<kbd>{ "Alt" }</kbd>{ " exact characters " }<kbd>{ "Esc" }</kbd>{ " close" }
        </p>
    }
}

/// How an item of the palette looks now.
#[derive(Clone, Copy)]
struct Look {
    filtered: bool,
    follows: bool,
    active: bool,
    current: bool,
}

fn item(store: &Store, i: usize, label: &Label, look: Look) -> Html {
    let id = label.id.clone();
    let onclick = {
        let store = store.clone();
        Callback::from(move |event: MouseEvent| {
            let how = event.alt_key().then_some(crate::text::Snap::Exact);
            store.dispatch(match event.shift_key() {
                true => Action::Occurrences(OccurrenceAction::Everywhere(id.clone(), how)),
                false => Action::ApplyLabel(id.clone(), how),
            });
        })
    };
    let class = classes!("palette-item", format!("label-{i}"), (!look.follows).then_some("off"));
    html! {
        <button type="button" role={if look.filtered { "option" } else { "menuitem" }} key={label.id.to_string()} id={format!("palette-{i}")}
            {class} tabindex={if i == 0 && !look.filtered { "0" } else { "-1" }} aria-keyshortcuts={aria_keys(&label.key)}
            aria-selected={look.filtered.then(|| look.active.to_string())}
            aria-current={look.current.then_some("true")} title={label.description.clone()} {onclick}>
            <span class={classes!("swatch", label.kind.name())} aria-hidden="true" />
            <span class="palette-name">{ &label.name }</span>
            { key_caps(&label.key) }
        </button>
    }
}

/// The arrows move between the items, as in any menu.
pub(in crate::ui) fn arrow_keys() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let focused = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let next = focused.and_then(|item| match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => item.next_element_sibling(),
            "ArrowUp" | "ArrowLeft" => item.previous_element_sibling(),
            _ => None,
        });
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            event.stop_propagation();
            let _ = next.focus();
        }
    })
}

fn target(store: &Store, props: &PaletteProps) -> Option<(ArticleId, TextRange)> {
    let state = store.state();
    let relabelled = props.relabelling.as_ref().and_then(|id| {
        let annotation = state.project().annotation(id)?;
        Some((annotation.article.clone(), *annotation.ranges.last()?))
    });
    let pending = || props.pending.as_ref().and_then(|(article, ranges)| Some((article.clone(), *ranges.last()?)));
    relabelled.or_else(pending)
}

/// While parts are gathered, the palette stands at the foot of the column: the next part is often just below the last.
pub(in crate::ui) fn put_beside(
    store: &Store,
    element: &HtmlElement,
    article: &ArticleId,
    range: TextRange,
    gathering: bool,
) {
    let state = store.state();
    let Some(article) = state.project().article(article) else { return };
    let Some(root) = super::reader::root_of(&article.id) else { return };
    if gathering {
        let frame = root.closest(".scroller").ok().flatten().unwrap_or(root).get_bounding_client_rect();
        place::at_foot(element, frame.left(), frame.bottom());
    } else if let Some(rect) = dom_text::rect_of(&root, &article.text, range) {
        place::beside(element, &rect);
    }
}

thread_local! {
    /// Whether the keyboard was given to the palette, and has to go back to the text when it closes.
    static ENTERED: Cell<bool> = const { Cell::new(false) };
}

/// Gives the keyboard back to the text that it came from.
fn leave(store: &Store) {
    if ENTERED.replace(false) {
        to_text(store);
    }
}

/// Gives the keyboard to the text that the cursor stands in.
pub(in crate::ui) fn to_text(store: &Store) {
    let article = store.state().view.cursor.as_ref().map(|cursor| cursor.article.clone());
    let root = article.and_then(|article| super::reader::root_of(&article));
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let _ = root.focus();
    }
}

/// Gives the keyboard to the palette: to the field that filters it, or to its first label.
pub(in crate::ui) fn focus() {
    ENTERED.set(true);
    let first = gloo::utils::document().query_selector(".palette input, .palette [role=menuitem]").ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}
