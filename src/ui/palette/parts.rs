//! What the palette offers for a tag of several ranges, and the paint over the parts that were kept.

use yew::prelude::*;

use super::{PaletteProps, leave, to_text};
use crate::model::ArticleId;
use crate::text::{TextRange, isolated, shortened};
use crate::ui::shared::{counted, on};
use crate::ui::store::{Action, Cursor, Store};
use crate::web::{dom_text, highlight};

/// The name under which the style sheet knows what is painted.
pub(super) const PAINT: &str = "kept-part";

/// Paints parts that the browser does not show as selected: it has one selection only.
pub(super) fn paint(store: &Store, name: &str, kept: Option<&(ArticleId, Vec<TextRange>)>) {
    let paint = || {
        let (article, ranges) = kept?;
        let root = crate::ui::reader::root_of(article)?;
        let text = &store.state().project().article(article)?.text.clone();
        let stretches = ranges.iter().filter_map(|range| dom_text::stretch_of(&root, text, *range));
        Some(highlight::set(name, &stretches.collect::<Vec<_>>()))
    };
    if paint().is_none() {
        highlight::clear(name);
    }
}

/// How many parts there are, and the buttons for another one or none.
pub(super) fn buttons(store: &Store, props: &PaletteProps) -> Html {
    let state = store.state();
    let extended = props.extending.as_ref().and_then(|id| state.project().annotation(id));
    let has_selection = state.view.cursor.as_ref().is_some_and(Cursor::is_selection);
    let count = props.kept.as_ref().map_or(0, |(_, ranges)| ranges.len());
    let keep = {
        let store = store.clone();
        // The next part is selected in the text, so that is where the keyboard has to be.
        Callback::from(move |_: MouseEvent| {
            store.dispatch(Action::KeepPart);
            leave(&store);
            to_text(&store);
        })
    };
    let name = match extended {
        Some(annotation) => format!("Add to “{}”", isolated(&shortened(&state.project().exact(annotation), 24))),
        None => "Add another part".to_owned(),
    };
    html! {
        <div class="palette-parts">
            if count > 0 { <span class="muted">{ format!("{} kept", counted(count, "part", "parts")) }</span> }
            if has_selection {
                <button type="button" class="quiet" aria-keyshortcuts="+" onclick={keep}>{ name }<kbd aria-hidden="true">{ "+" }</kbd></button>
            }
            if count > 0 {
                <button type="button" class="quiet" onclick={on(store, Action::Escape)}>{ "Drop" }</button>
            }
        </div>
    }
}
