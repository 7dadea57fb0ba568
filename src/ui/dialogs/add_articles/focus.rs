//! The focus in the dialog: an element that had it may go, as a row that is removed, or all fields when the form becomes a table.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::ui::dom::events::target_element;
use crate::ui::dom::focus::{focused, give_focus};

/// The id of the button that closes the dialog, which is always there.
pub(super) const CANCEL: &str = "add-cancel";

#[derive(Debug, Default)]
struct Inner {
    /// The id of the element that gets the focus when the one that has it goes.
    next: Option<String>,
    /// The id of the element that had it last.
    last: Option<String>,
}

/// Where the focus goes when the element that has it goes; cloning it is cheap.
#[derive(Clone)]
pub(super) struct Focus(Rc<RefCell<Inner>>);

/// After each render, gives a lost focus to the element that is to have it next, to the one with the same id, or to one of the
/// dialog.
#[hook]
pub(super) fn use_focus() -> Focus {
    let focus = Focus(use_mut_ref(Inner::default));
    {
        let focus = focus.clone();
        use_effect(move || focus.recover());
    }
    focus
}

impl Focus {
    /// The element of this id gets the focus when the one that has it goes.
    pub(super) fn set_next(&self, id: String) {
        self.0.borrow_mut().next = Some(id);
    }

    /// Remembers which element has the focus.
    pub(super) fn on_focus(&self) -> Callback<FocusEvent> {
        let focus = self.clone();
        Callback::from(move |event: FocusEvent| {
            let id = target_element(&event).map(|element| element.id()).filter(|id| !id.is_empty());
            *focus.0.borrow_mut() = Inner { next: None, last: id };
        })
    }

    fn recover(&self) {
        if focused().is_some() {
            return;
        }
        let found = {
            let Inner { next, last } = &*self.0.borrow();
            let ids = next.iter().chain(last).map(String::as_str).chain([CANCEL]);
            ids.filter_map(element).find(|element| element.offset_parent().is_some())
        };
        found.iter().for_each(give_focus);
    }
}

/// The element of an id.
fn element(id: &str) -> Option<HtmlElement> {
    gloo::utils::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element of an id.
pub(super) fn focus_id(id: &str) {
    element(id).iter().for_each(give_focus);
}
