//! The regions of the page, which F6 goes through.
//!
//! A region is an element with `data-region`. Inside of it, the first element with `data-region-stop` that can be seen gets
//! the focus. The text of an article is both.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::events::elements;
use super::visible_focus::give_focus;
use crate::app::Direction;

const REGIONS: &str = "[data-region]";
const STOP: &str = "[data-region-stop]";

/// Moves the focus to the next or previous region that has something to focus. From nowhere, to the first text.
pub(in crate::ui) fn move_focus(direction: Direction) {
    let document = gloo::utils::document();
    let all: Vec<(Element, HtmlElement)> = elements(&document, REGIONS)
        .into_iter()
        .filter_map(|region| Some((region.clone(), stop_of(&region)?)))
        .collect();
    let active = document.active_element().and_then(|active| active.closest(REGIONS).ok().flatten());
    let current = active.and_then(|active| all.iter().position(|(region, _)| *region == active));
    let count = all.len();
    let next = match (current, direction) {
        (_, _) if count == 0 => return,
        (Some(at), Direction::Forward) => (at + 1) % count,
        (Some(at), Direction::Back) => (at + count - 1) % count,
        (None, _) => all.iter().position(|(region, _)| region.has_attribute("data-article")).unwrap_or(0),
    };
    give_focus(&all[next].1);
}

fn stop_of(region: &Element) -> Option<HtmlElement> {
    let is_shown = |element: &HtmlElement| element.get_client_rects().length() > 0;
    if region.matches(STOP).unwrap_or(false) {
        return region.clone().dyn_into::<HtmlElement>().ok().filter(is_shown);
    }
    let stops = elements(region.as_ref(), STOP);
    stops.into_iter().filter_map(|stop| stop.dyn_into::<HtmlElement>().ok()).find(is_shown)
}
