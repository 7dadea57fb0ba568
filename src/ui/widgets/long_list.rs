//! Long lists: rows are rendered in chunks, and only the chunks near what can be seen. Any number of rows costs as little as a
//! few.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::ui::dom::events::elements;
use crate::ui::dom::focus::focused;
use crate::ui::dom::near::use_near_children;

/// Chunks have about so many rows.
const CHUNK: u32 = 40;
/// So many chunks are rendered before it is known which can be seen.
const FIRST: usize = 3;
/// Chunks that were never rendered have classes `rows-1` to `rows-N`, which estimate their height.
const HEIGHT_CLASSES: usize = 8;

/// A row of a long list: all that it shows, cheap to clone and to compare.
pub(in crate::ui) trait Row: Clone + PartialEq + 'static {
    /// Its key, unique in the list.
    fn key(&self) -> AttrValue;

    /// Its element, with `key`.
    fn view(&self, place: RowPlace) -> Html;
}

/// Where a row is in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct RowPlace {
    /// Its index, from 0.
    pub(in crate::ui) index: usize,
    /// How many rows the list has.
    pub(in crate::ui) count: usize,
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct LongListProps<R: Row> {
    /// The rows.
    pub(in crate::ui) rows: Vec<R>,
    /// A row that is rendered wherever it is, such as the active one; by its index.
    #[prop_or_default]
    pub(in crate::ui) shown: Option<usize>,
    /// The selector of the element that scrolls the list.
    #[prop_or(".tab-panel")]
    pub(in crate::ui) scroller: &'static str,
}

/// The chunks of a list, inside of the caller's element with its role and name.
#[component]
pub(in crate::ui) fn LongList<R: Row>(props: &LongListProps<R>) -> Html {
    let node = use_node_ref();
    let chunks = chunks_of(&props.rows);
    let near = use_near_children(&node, props.scroller, (), chunks.len(), FIRST);
    let (count, chunks_count) = (props.rows.len(), chunks.len());
    let chunk = |(number, (start, rows)): (usize, (usize, &[R]))| {
        let has_shown = props.shown.is_some_and(|shown| (start..start + rows.len()).contains(&shown));
        let is_rendered = chunks_count <= FIRST || near.contains(number) || has_shown;
        let key = rows[0].key().to_string();
        let estimated = format!("rows-{}", (rows.len() / 10 + 1).min(HEIGHT_CLASSES));
        let (place, rows, height) = match is_rendered {
            true => ((start, count), rows.to_vec(), None),
            false => ((0, 0), Vec::new(), Some(estimated)),
        };
        html! { <Chunk<R> {key} {number} {place} {rows} {height} /> }
    };
    html! { <div ref={node} class="rows" role="presentation">{ for chunks.into_iter().enumerate().map(chunk) }</div> }
}

/// The chunks, each with the index of its first row. A row tells by its key alone whether a chunk begins with it, so that a
/// new row moves no other into another chunk.
fn chunks_of<R: Row>(rows: &[R]) -> Vec<(usize, &[R])> {
    let mut chunks = Vec::new();
    let mut start = 0;
    for at in 1..=rows.len() {
        if at == rows.len() || begins_chunk(&rows[at].key()) {
            chunks.push((start, &rows[start..at]));
            start = at;
        }
    }
    chunks
}

fn begins_chunk(key: &str) -> bool {
    let hash = key.bytes().fold(0u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    hash.is_multiple_of(CHUNK)
}

#[derive(Properties, PartialEq)]
struct ChunkProps<R: Row> {
    number: usize,
    /// The index of the first row, and how many rows the list has; zero while the rows are not rendered, so that a chunk out
    /// of view does not render again for what it does not show.
    place: (usize, usize),
    /// The rows; none while they are not rendered.
    rows: Vec<R>,
    /// A class that estimates the height while the rows are not rendered.
    height: Option<String>,
}

#[component]
fn Chunk<R: Row>(props: &ChunkProps<R>) -> Html {
    let (start, count) = props.place;
    let rows = props.rows.iter().zip(start..).map(|(row, index)| row.view(RowPlace { index, count }));
    html! {
        <div class={classes!("chunk", props.height.clone())} role="presentation" data-block={props.number.to_string()}>{ for rows }</div>
    }
}

/// The arrow keys, Home and End move the focus among the rendered rows of a list of buttons or check boxes: the elements
/// with `data-row`.
pub(in crate::ui) fn row_keys() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let Some(list) = event.current_target().and_then(|list| list.dyn_into::<Element>().ok()) else { return };
        let rows = elements(&list, "[data-row]");
        let active = focused();
        let at = active.and_then(|active| rows.iter().position(|row| row.contains(Some(&active))));
        let next = match (event.key().as_str(), at) {
            ("ArrowDown", Some(at)) => at + 1,
            ("ArrowUp", Some(at)) => match at.checked_sub(1) {
                Some(before) => before,
                None => return,
            },
            ("Home", _) => 0,
            ("End", _) => rows.len().saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(row) = rows.get(next).and_then(|row| row.dyn_ref::<HtmlElement>()) {
            let _ = row.focus();
        }
    })
}
