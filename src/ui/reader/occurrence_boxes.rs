//! Boxes behind the occurrences in the text, while the list of them is open. It is a modal dialog, and WebKit paints no
//! `::highlight()` in the text behind one.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MutationRecord};

use crate::text::{Text, TextRange};
use crate::web::dom_text::{self, Rect};

/// The element in front of each text that contains the boxes, by its class.
const LAYER: &str = "occurrence-boxes";
/// The class of the boxes of the current occurrence.
const CURRENT: &str = "current";

/// Boxes of the ranges of one article that were not drawn yet. All are measured before any is drawn, so that the browser lays out
/// the page once.
pub(super) struct Boxes {
    layer: Element,
    rects: Vec<(Rect, bool)>,
}

impl Boxes {
    /// Measures the boxes of ranges, each with whether it is the current occurrence. `None` if the text is not rendered.
    pub(super) fn measure(root: &Element, text: &Text, ranges: &[(TextRange, bool)]) -> Option<Self> {
        let layer = root.parent_element()?.get_elements_by_class_name(LAYER).item(0)?;
        let origin = layer.get_bounding_client_rect();
        let moved = |rect: Rect| Rect {
            left: rect.left - origin.left(),
            top: rect.top - origin.top(),
            right: rect.right - origin.left(),
            bottom: rect.bottom - origin.top(),
        };
        let of_range = |&(range, is_current): &(TextRange, bool)| {
            dom_text::rects(root, text, range).into_iter().map(move |rect| (moved(rect), is_current))
        };
        Some(Self { rects: ranges.iter().flat_map(of_range).collect(), layer })
    }

    /// Draws them in place of the earlier ones.
    pub(super) fn draw(&self) {
        self.layer.set_text_content(None);
        for (rect, is_current) in &self.rects {
            // A box that cannot be created is missing, and nothing else.
            if let Some(drawn) = drawn(rect, *is_current) {
                let _ = self.layer.append_child(&drawn);
            }
        }
    }
}

fn drawn(rect: &Rect, is_current: bool) -> Option<HtmlElement> {
    let element = gloo::utils::document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    if is_current {
        element.set_class_name(CURRENT);
    }
    let style = element.style();
    for (property, pixels) in
        [("left", rect.left), ("top", rect.top), ("width", rect.width()), ("height", rect.height())]
    {
        // Whole pixels, as formatting fractions needs much code. A property that is refused leaves the box where it was.
        let _ = style.set_property(property, &format!("{}px", pixels.round() as i32));
    }
    Some(element)
}

/// Removes all boxes.
pub(super) fn clear() {
    let layers = gloo::utils::document().get_elements_by_class_name(LAYER);
    for layer in (0..layers.length()).filter_map(|index| layers.item(index)) {
        layer.set_text_content(None);
    }
}

/// Whether a change of the DOM is the drawing of boxes.
pub(super) fn is_drawing(change: &MutationRecord) -> bool {
    change.target().is_some_and(|target| target.dyn_ref::<Element>().is_some_and(|it| it.class_name() == LAYER))
}
