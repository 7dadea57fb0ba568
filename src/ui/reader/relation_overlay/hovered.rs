//! Which related tags are under the pointer, with a delay: on its way to a chip the pointer crosses other tags.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::app::Dispatcher;
use crate::model::AnnotationId;
use crate::ui::dom::events::target_element;

/// How long the pointer rests on a tag before its relations are drawn, in milliseconds.
const ENTER_MS: u32 = 150;
/// How long they stay after it has left, in milliseconds.
const LEAVE_MS: u32 = 500;

/// The related tags under the pointer, innermost first.
#[hook]
pub(super) fn use_hovered(dispatcher: &Dispatcher, selected: Option<&AnnotationId>) -> Rc<Vec<AnnotationId>> {
    let hovered = use_state_eq(|| Rc::new(Vec::new()));
    {
        // A click on a chip goes elsewhere, while the pointer stays where the chip was.
        let setter = hovered.setter();
        use_effect_with(selected.cloned(), move |_| setter.set(Rc::new(Vec::new())));
    }
    let (setter, dispatcher) = (hovered.setter(), dispatcher.clone());
    use_effect_with((), move |()| {
        let waiting: RefCell<Option<Timeout>> = RefCell::default();
        let over = EventListener::new(&gloo::utils::document(), "pointerover", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "mouse") else {
                return;
            };
            let Some(element) = target_element(event) else { return };
            if event.buttons() > 0 || is_in(&element, ".links") {
                // Over a chip or a line the relations stay; while something is dragged nothing is drawn.
                return drop(waiting.take());
            }
            let ids = if is_in(&element, "[role=document]") { related_at(&dispatcher, &element) } else { Vec::new() };
            let pause = if ids.is_empty() { LEAVE_MS } else { ENTER_MS };
            let setter = setter.clone();
            waiting.replace(Some(Timeout::new(pause, move || setter.set(Rc::new(ids)))));
        });
        move || drop(over)
    });
    (*hovered).clone()
}

fn is_in(element: &Element, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|found| found.is_some())
}

fn related_at(dispatcher: &Dispatcher, element: &Element) -> Vec<AnnotationId> {
    let mark = element.closest("mark").ok().flatten();
    let ids = mark.and_then(|mark| mark.get_attribute("data-annotation")).unwrap_or_default();
    let state = dispatcher.state();
    let ids = ids.split(' ').rev().map(AnnotationId::from);
    ids.filter(|id| state.project().relations_of(id).next().is_some()).collect()
}
