//! The UI root as the store sees it: new states are rendered, effects run in the DOM; and the listeners of the page as a whole.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, FileList};
use yew::prelude::*;

use super::dom::events::{closest, key_press};
use super::dom::{focus, visible_focus};
use super::later::Later;
use super::use_entry_points::come_now;
use crate::app::keymap::{is_plain_key_of, may_act};
use crate::app::keys::KeyFocus;
use crate::app::{
    Dialog, Dispatcher, FilePurpose, IncomingAction, Page, ProjectAction, State, TagAction, UiEffect, ViewAction,
};
use crate::web::entry_points::EntryPoints as _;
use crate::web::files::files_of;
use crate::web::{clipboard, file_picker, handles};

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
        // Effects come from the reducer, which is a part of what is loaded later.
        if let Some(later) = Later::now() {
            let waiting =
                effects.into_iter().filter_map(|effect| (later.run_at_once)(&self.dispatcher, &state, effect));
            let waiting: Vec<UiEffect> = waiting.collect();
            if waiting.iter().any(|effect| matches!(effect, UiEffect::Focus(_))) {
                come_now();
            }
            self.pending.0.borrow_mut().extend(waiting);
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
        if let Some(later) = Later::now().filter(|_| !effects.is_empty()) {
            (later.run_rendered)(state, effects);
        }
    }
}

/// Listeners of the page as a whole: keys, and files that are dropped on it.
pub(super) fn listeners(dispatcher: &Dispatcher) -> Vec<EventListener> {
    let window = gloo::utils::window();
    let options = EventListenerOptions::enable_prevent_default();
    let [on_keys, on_key_up, on_drop, on_paste] = std::array::from_fn(|_| dispatcher.clone());
    let mut listeners = Vec::from(visible_focus::watch_input());
    listeners.extend(["pointerdown", "focusin"].map(|event| close_drawer_on(event, dispatcher.clone())));
    listeners.extend([
        EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                key_pressed(&on_keys, event);
            }
        }),
        EventListener::new(&window, "keyup", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                key_released(&on_key_up, event);
            }
        }),
        EventListener::new_with_options(&window, "dragover", options, Event::prevent_default),
        EventListener::new_with_options(&window, "drop", options, move |event| {
            event.prevent_default();
            let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if let Some(transfer) = transfer.filter(|transfer| transfer.files().is_some()) {
                on_drop.dispatch(ProjectAction::ReceivedFiles(FilePurpose::Import, handles::keep_dropped(&transfer)));
            }
        }),
        EventListener::new_with_options(&window, "paste", options, move |event| {
            if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
                pasted(&on_paste, event);
            }
        }),
    ]);
    listeners
}

/// Shift is released in a text: a selection made by keys is finished.
fn key_released(dispatcher: &Dispatcher, event: &KeyboardEvent) {
    let state = dispatcher.state();
    let is_by_keys = state.view.cursor.as_ref().is_some_and(|cursor| cursor.is_selection() && !cursor.by_pointer);
    let is_in_text = matches!(key_press(event).focus, KeyFocus::Text(_));
    if event.key() == "Shift" && state.active_label.is_some() && is_by_keys && is_in_text && state.dialog.is_none() {
        dispatcher.dispatch(TagAction::SelectionMade);
    }
}

/// Pasting outside of fields: a text or files become articles. While their dialog is open, it takes more of them.
fn pasted(dispatcher: &Dispatcher, event: &ClipboardEvent) {
    let is_field = closest(event.target(), "input, textarea, select, [contenteditable]").is_some();
    if event.default_prevented() || is_field {
        return;
    }
    if !matches!(dispatcher.state().dialog, None | Some(Dialog::AddArticles(_))) {
        return;
    }
    let Some(transfer) = event.clipboard_data() else { return };
    let (text, broken) = clipboard::text_of_transfer(&transfer);
    let has_text = !text.trim().is_empty();
    let files = transfer.files().filter(|files| files.length() > 0);
    // Office programs add a picture of the text.
    match files.filter(|files| !has_text || !only_pictures(files)) {
        Some(files) => {
            dispatcher.dispatch(ProjectAction::ReceivedFiles(FilePurpose::Import, handles::keep_files(&files)));
        }
        None if has_text => dispatcher.dispatch(IncomingAction::Pasted { text, broken }),
        None => return,
    }
    event.prevent_default();
}

fn only_pictures(files: &FileList) -> bool {
    files_of(files).iter().all(|file| file.type_().starts_with("image/"))
}

/// Closes what lies over the text of a narrow window when something else is pressed or gets the focus.
fn close_drawer_on(event: &'static str, dispatcher: Dispatcher) -> EventListener {
    EventListener::new(&gloo::utils::window(), event, move |event| {
        if dispatcher.state().drawer && closest(event.target(), ".left, .bar, dialog").is_none() {
            dispatcher.dispatch(ViewAction::HideLeft(true));
        }
    })
}

/// Keys that no widget has taken.
fn key_pressed(dispatcher: &Dispatcher, event: &KeyboardEvent) {
    if event.default_prevented() || closest(event.target(), "dialog").is_some() {
        return;
    }
    if let Some(later) = Later::now() {
        return (later.key_pressed)(dispatcher, event);
    }
    let press = key_press(event);
    if may_act(&dispatcher.state(), &press) {
        event.prevent_default();
    }
    if is_plain_key_of("import", &press) {
        // The browser opens a picker for the press itself only.
        return file_picker::open(FilePurpose::Import.input_id());
    }
    let (dispatcher, event) = (dispatcher.clone(), event.clone());
    Later::with(move |later| (later.key_pressed_before)(&dispatcher, &event, &press));
}
