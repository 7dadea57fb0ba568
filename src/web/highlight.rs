//! Short-lived paint over text, such as search hits, by the CSS Custom Highlight API: `::highlight(name)` in a style
//! sheet gives its look. Browsers without it paint nothing, and everything else works.

use js_sys::{Array, Function, Map, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Node, StaticRange, StaticRangeInit};

/// Where a range of paint begins and ends: a node and an offset in it (UTF-16 units in a text node), twice.
pub type Stretch = (Node, u32, Node, u32);

/// Paints these ranges under this name, and replaces the earlier ones.
///
/// Returns `false` where the browser cannot; a range that it refuses is left out.
pub fn set(name: &str, stretches: &[Stretch]) -> bool {
    let (Some(registry), Some(constructor)) = (registry(), constructor()) else { return false };
    let ranges: Array = stretches.iter().filter_map(static_range).collect();
    let Ok(highlight) = Reflect::construct(&constructor, &ranges) else { return false };
    registry.set(&JsValue::from_str(name), &highlight);
    true
}

/// Removes the highlight of this name.
pub fn clear(name: &str) {
    if let Some(registry) = registry() {
        registry.delete(&JsValue::from_str(name));
    }
}

/// A live `Range` would be kept up to date at every change of the text, which costs milliseconds.
fn static_range((start, start_offset, end, end_offset): &Stretch) -> Option<JsValue> {
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

/// The registry is no `Map`, but it has a map's methods.
fn registry() -> Option<Map> {
    let registry = Reflect::get(&global("CSS")?, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
