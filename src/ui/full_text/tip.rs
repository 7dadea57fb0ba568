//! Which text of a control is cut off.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};

use crate::ui::dom::events::elements;

/// A tooltip belongs to the smallest of these around the mouse or the focus.
const CONTROLS: &str = "button, a, summary, select, h2, h3, p, [role=option], [role=menuitem], .found, .row-entry, .parts > li, \
                        .file-name, .active-label-name";
/// What is inside a control and may be cut off.
const PARTS: &str = "span, b, p, h2, div";
/// What the tooltip must not cover.
const AROUND: &str = ".palette, .link-popover";
/// The panel at the right, beside whose controls the tooltip is.
const SIDE: &str = "#side";
/// The attribute with a description that is shown too.
const DESCRIPTION: &str = "data-description";
/// About so much of the font size is the average width of a character.
const CHARACTER_WIDTH: f64 = 0.5;
/// The arrow of a select with the space around it, as a multiple of the font size.
const SELECT_ARROW: f64 = 1.5;

/// What the tooltip shows, and beside what.
#[derive(Clone, PartialEq)]
pub(super) struct Tip {
    pub(super) text: String,
    pub(super) description: String,
    pub(super) beside: Element,
    /// Whether it must not cover what it is beside.
    pub(super) must_not_cover: bool,
}

impl Tip {
    /// The tip for an element; `None` where all of its text is shown, and it has no description.
    pub(super) fn of(target: &Element) -> Option<Self> {
        let control = target.closest(CONTROLS).ok().flatten()?;
        let parts = std::iter::once(control.clone()).chain(elements(&control, PARTS));
        let cut: Vec<String> = parts.filter_map(|part| cut_text(&part)).collect();
        let description = control.get_attribute(DESCRIPTION).unwrap_or_default();
        if cut.is_empty() && description.is_empty() {
            return None;
        }
        let around = control.closest(AROUND).ok().flatten();
        let must_not_cover = around.is_some();
        Some(Self { text: cut.join("\n"), description, beside: around.unwrap_or(control), must_not_cover })
    }

    /// Whether its control is in the panel at the right.
    pub(super) fn is_in_side(&self) -> bool {
        self.beside.closest(SIDE).is_ok_and(|side| side.is_some())
    }
}

/// The full text of an element that shows only a part of it.
fn cut_text(element: &Element) -> Option<String> {
    let style = gloo::utils::window().get_computed_style(element).ok()??;
    let value = |property: &str| style.get_property_value(property).unwrap_or_default();
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        let chosen = select.selected_options().item(0)?.text_content()?;
        let font_size: f64 = value("font-size").trim_end_matches("px").parse().ok()?;
        // Browsers do not say how wide the text of a select is.
        let width = (chosen.chars().count() as f64 * CHARACTER_WIDTH + SELECT_ARROW) * font_size;
        return (width > f64::from(element.client_width())).then_some(chosen);
    }
    let is_wide = value("text-overflow") == "ellipsis" && element.scroll_width() > element.client_width();
    let clamp = value("-webkit-line-clamp");
    // Lines of fonts may be a pixel higher than their box.
    let is_high = clamp != "none" && !clamp.is_empty() && element.scroll_height() > element.client_height() + 2;
    if is_wide || is_high { seen_text(element) } else { None }
}

/// The text of an element without what is there for screen readers only.
fn seen_text(element: &Element) -> Option<String> {
    let hidden = elements(element, ".visually-hidden").into_iter().filter_map(|part| part.text_content());
    Some(hidden.fold(element.text_content()?, |text, part| text.replacen(&part, "", 1)))
}
