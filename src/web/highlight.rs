//! Highlights ranges of text, such as search results, with the CSS Custom Highlight API. `::highlight(name)` in a style
//! sheet sets the style. Does nothing in browsers without the API.

use js_sys::{Array, Function, Map, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Node, StaticRange, StaticRangeInit};

/// A range in the DOM: start node and offset, end node and offset. Offsets in text nodes are UTF-16 units.
pub type DomRange = (Node, u32, Node, u32);

/// Highlights ranges under a name. Replaces the previous ranges of that name, and leaves out invalid ones.
///
/// Returns `false` if the browser does not have the API.
pub fn set(name: &str, dom_ranges: &[DomRange]) -> bool {
    set_with_priority(name, dom_ranges, 0)
}

/// Like [`set`], but under all highlights that are set by it.
pub fn set_below(name: &str, dom_ranges: &[DomRange]) -> bool {
    set_with_priority(name, dom_ranges, -1)
}

fn set_with_priority(name: &str, dom_ranges: &[DomRange], priority: i32) -> bool {
    let (Some(registry), Some(constructor)) = (registry(), constructor()) else { return false };
    let ranges: Array = dom_ranges.iter().filter_map(static_range).collect();
    let Ok(highlight) = Reflect::construct(&constructor, &ranges) else { return false };
    // A browser that does not know priorities paints the highlights in the order in which they were set.
    let _ = Reflect::set(&highlight, &"priority".into(), &priority.into());
    registry.set(&JsValue::from_str(name), &highlight);
    true
}

/// Removes the highlight of this name.
pub fn clear(name: &str) {
    if let Some(registry) = registry() {
        registry.delete(&JsValue::from_str(name));
    }
}

/// A `StaticRange`: the browser would update a live `Range` at every change of the text, which takes milliseconds.
fn static_range((start, start_offset, end, end_offset): &DomRange) -> Option<JsValue> {
    let init = StaticRangeInit::new(end, *end_offset, start, *start_offset);
    StaticRange::new(&init).ok().map(Into::into)
}

fn global(name: &str) -> Option<JsValue> {
    let value = Reflect::get(&js_sys::global(), &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn constructor() -> Option<Function> {
    global("Highlight")?.dyn_into().ok()
}

/// The `HighlightRegistry`. Not a `Map`, but with the same methods.
fn registry() -> Option<Map> {
    let registry = Reflect::get(&global("CSS")?, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
