//! The UI root as the store sees it: new states are rendered, effects run in the DOM; and the listeners of the page as a whole.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::dom::events::{closest, key_press};
use super::dom::{focus, line_caret, live_region, scroll};
use crate::app::keymap::action_for;
use crate::app::{CaretAction, Dispatcher, FilePurpose, Page, ProjectAction, State, UiEffect};
use crate::web::{file_picker, handles};

/// The effects that wait for the next render.
#[derive(Clone, Default)]
pub(super) struct PendingEffects(Rc<RefCell<Vec<UiEffect>>>);

/// The page that the store updates.
pub(super) struct Root {
    pub(super) dispatcher: Dispatcher,
    pub(super) set_state: Callback<Rc<State>>,
    pub(super) pending: PendingEffects,
}

impl Page for Root {
    fn update(&self, state: Rc<State>, effects: Vec<UiEffect>) {
        for effect in effects {
            match effect {
                UiEffect::PickFiles(purpose) => file_picker::open(purpose.input_id()),
                UiEffect::MoveByLine(movement) => {
                    if let Some(cursor) = line_caret::moved(&state, &movement) {
                        self.dispatcher.dispatch(CaretAction::Place(Some(cursor)));
                    }
                }
                later => self.pending.0.borrow_mut().push(later),
            }
        }
        // A caret movement has made a newer state meanwhile.
        self.set_state.emit(self.dispatcher.state());
    }
}

impl PendingEffects {
    /// Runs what waits, now that the state is rendered.
    pub(super) fn run(&self, state: &State) {
        focus::rendered();
        let effects = self.0.take();
        for effect in effects {
            match effect {
                UiEffect::Focus(target) => focus::focus(&target),
                UiEffect::ScrollTo(article, position) => {
                    if let Some(article) = state.project().article(&article) {
                        scroll::scroll_to(&article.id, &article.text, position);
                    }
                }
                UiEffect::Announce(text) => live_region::announce(&text),
                // These have run at once.
                UiEffect::PickFiles(_) | UiEffect::MoveByLine(_) => {}
            }
        }
    }
}

/// Listeners of the page as a whole: keys, and files that are dropped on it.
pub(super) fn listeners(dispatcher: &Dispatcher) -> Vec<EventListener> {
    let window = gloo::utils::window();
    let options = EventListenerOptions::enable_prevent_default();
    let (on_keys, on_drop) = (dispatcher.clone(), dispatcher.clone());
    vec![
        EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                key_pressed(&on_keys, event);
            }
        }),
        EventListener::new_with_options(&window, "dragover", options, Event::prevent_default),
        EventListener::new_with_options(&window, "drop", options, move |event| {
            event.prevent_default();
            let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if let Some(files) = transfer.and_then(|transfer| transfer.files()) {
                on_drop.dispatch(ProjectAction::ReceivedFiles(FilePurpose::Import, handles::keep_files(&files)));
            }
        }),
    ]
}

/// Keys that no widget has taken.
fn key_pressed(dispatcher: &Dispatcher, event: &KeyboardEvent) {
    if event.default_prevented() || event.is_composing() || closest(event.target(), "dialog").is_some() {
        return;
    }
    if let Some(action) = action_for(&dispatcher.state(), &key_press(event)) {
        event.prevent_default();
        dispatcher.dispatch(action);
    }
}
