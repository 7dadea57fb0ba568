//! Which part of an element can be seen, whichever of the elements around it scrolls: in narrow windows it is another one.

use std::ops::Range;

use web_sys::{Element, Window};

/// The elements around an element that cut off what does not fit into them.
pub(super) fn clipping(element: &Element) -> Vec<Element> {
    let window = gloo::utils::window();
    let around = std::iter::successors(element.parent_element(), |element| element.parent_element());
    around.filter(|element| clips(&window, element)).collect()
}

fn clips(window: &Window, element: &Element) -> bool {
    let style = window.get_computed_style(element).ok().flatten();
    let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
    !matches!(overflow.as_deref(), None | Some("visible" | ""))
}

/// The part of an element that is seen through the elements around it, as distances from its top in CSS pixels; empty if none is.
pub(super) fn seen(element: &Element, clipping: &[Element]) -> Range<f64> {
    let own = element.get_bounding_client_rect();
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let (mut top, mut bottom) = (0.0_f64, height);
    for frame in clipping.iter().map(Element::get_bounding_client_rect) {
        top = top.max(frame.top());
        bottom = bottom.min(frame.bottom());
    }
    if own.width() == 0.0 {
        return 0.0..0.0;
    }
    top - own.top()..bottom - own.top()
}
