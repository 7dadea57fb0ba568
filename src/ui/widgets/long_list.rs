//! Long lists: rows are rendered in chunks, and only the chunks near what can be seen. Any number of rows costs as little as a
//! few.

use std::any::Any;
use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::use_dispatcher;
use crate::app::Dispatcher;
use crate::ui::dom::events::elements;
use crate::ui::dom::focus::{focused, give_focus};
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
    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html;
}

/// Where a row is in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct RowPlace {
    /// Its index, from 0.
    pub(in crate::ui) index: usize,
    /// How many rows the list has.
    pub(in crate::ui) count: usize,
}

/// The rows of a list, whatever their type: the list is compiled once for all of them.
#[derive(Clone)]
pub(in crate::ui) struct Rows(Rc<dyn AnyRows>);

trait AnyRows {
    fn len(&self) -> usize;
    fn key(&self, at: usize) -> AttrValue;
    fn view(&self, at: usize, place: RowPlace, dispatcher: &Dispatcher) -> Html;
    fn slice(&self, range: Range<usize>) -> Rows;
    fn is_same(&self, other: &dyn AnyRows) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<R: Row> AnyRows for Vec<R> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn key(&self, at: usize) -> AttrValue {
        self[at].key()
    }

    fn view(&self, at: usize, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        self[at].view(place, dispatcher)
    }

    fn slice(&self, range: Range<usize>) -> Rows {
        Rows(Rc::new(self[range].to_vec()))
    }

    fn is_same(&self, other: &dyn AnyRows) -> bool {
        other.as_any().downcast_ref::<Self>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl<R: Row> From<Vec<R>> for Rows {
    fn from(rows: Vec<R>) -> Self {
        Self(Rc::new(rows))
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.is_same(&*other.0)
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct LongListProps {
    /// The rows.
    pub(in crate::ui) rows: Rows,
    /// A row that is rendered wherever it is, such as the active one; by its index.
    #[prop_or_default]
    pub(in crate::ui) shown: Option<usize>,
}

/// The chunks of a list, inside of the caller's element with its role and name.
#[component]
pub(in crate::ui) fn LongList(props: &LongListProps) -> Html {
    let node = use_node_ref();
    let rows = &*props.rows.0;
    let chunks = chunks_of(rows);
    let near = use_near_children(&node, (), chunks.len(), FIRST);
    let (count, chunks_count) = (rows.len(), chunks.len());
    let chunk = |(number, range): (usize, Range<usize>)| {
        let is_rendered =
            chunks_count <= FIRST || near.contains(number) || props.shown.is_some_and(|at| range.contains(&at));
        let key = rows.key(range.start).to_string();
        let (rows, place, height) = match is_rendered {
            true => (Some(rows.slice(range.clone())), (range.start, count), None),
            false => (None, (0, 0), Some(format!("rows-{}", (range.len() / 10 + 1).min(HEIGHT_CLASSES)))),
        };
        html! { <Chunk {key} {number} {place} {rows} {height} /> }
    };
    html! { <div ref={node} class="rows" role="presentation">{ for chunks.into_iter().enumerate().map(chunk) }</div> }
}

/// The chunks, as ranges of rows. A row tells by its key alone whether a chunk begins with it, so that a new row moves no other
/// into another chunk.
fn chunks_of(rows: &dyn AnyRows) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let mut start = 0;
    for at in 1..=rows.len() {
        if at == rows.len() || begins_chunk(&rows.key(at)) {
            chunks.push(start..at);
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
struct ChunkProps {
    number: usize,
    /// The index of the first row, and how many rows the list has; zero while the rows are not rendered, so that a chunk out
    /// of view does not render again for what it does not show.
    place: (usize, usize),
    /// The rows, while they are rendered.
    rows: Option<Rows>,
    /// A class that estimates the height while the rows are not rendered.
    height: Option<String>,
}

#[component]
fn Chunk(props: &ChunkProps) -> Html {
    let dispatcher = use_dispatcher();
    let (start, count) = props.place;
    let view = |Rows(rows): &Rows| -> Vec<Html> {
        (0..rows.len()).map(|at| rows.view(at, RowPlace { index: start + at, count }, &dispatcher)).collect()
    };
    html! {
        <div class={classes!("chunk", props.height.clone())} role="presentation" data-block={props.number.to_string()}>
            { for props.rows.iter().flat_map(view) }
        </div>
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
            give_focus(row);
        }
    })
}
