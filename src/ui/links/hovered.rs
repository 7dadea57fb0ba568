//! Which tags are under the pointer, with patience: a hand on its way to a chip crosses other tags.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::model::AnnotationId;
use crate::ui::store::Store;

/// How long the pointer rests on a tag before its links are drawn, in milliseconds.
const ENTER_MS: u32 = 150;
/// How long they stay after it has left.
const LEAVE_MS: u32 = 500;

/// The linked tags under the pointer, innermost first.
#[hook]
pub(super) fn use_hovered(store: &Store, selected: Option<&AnnotationId>) -> Rc<Vec<AnnotationId>> {
    let hovered = use_state_eq(|| Rc::new(Vec::new()));
    {
        // A press on a chip leads elsewhere, while the pointer still stands where the chip was.
        let setter = hovered.setter();
        use_effect_with(selected.cloned(), move |_| setter.set(Rc::new(Vec::new())));
    }
    let (setter, store) = (hovered.setter(), store.clone());
    use_effect_with((), move |()| {
        let waiting: RefCell<Option<Timeout>> = RefCell::default();
        let over = EventListener::new(&gloo::utils::document(), "pointerover", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "mouse") else {
                return;
            };
            let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
            if event.buttons() > 0 || is_in(&element, ".links") {
                // Over a chip or a line the links stay; while something is dragged nothing comes up.
                return drop(waiting.take());
            }
            let ids = if is_in(&element, "[role=document]") { linked_at(&store, &element) } else { Vec::new() };
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

fn linked_at(store: &Store, element: &Element) -> Vec<AnnotationId> {
    let mark = element.closest("mark").ok().flatten();
    let ids = mark.and_then(|mark| mark.get_attribute("data-annotation")).unwrap_or_default();
    let state = store.state();
    let ids = ids.split(' ').rev().map(AnnotationId::from);
    ids.filter(|id| state.project().relations_of(id).next().is_some()).collect()
}
