//! Doing something at most once a frame, and whenever something on the page moves.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen_futures::spawn_local;

use crate::web::frame::next_frame;

/// Does something in the next frames, but never twice in one frame, for as long as it exists.
#[derive(Clone)]
pub(in crate::ui) struct FrameTask {
    work: Rc<dyn Fn()>,
    waiting: Rc<Cell<bool>>,
}

impl FrameTask {
    /// A task that does this.
    pub(in crate::ui) fn new(work: impl Fn() + 'static) -> Self {
        Self { work: Rc::new(work), waiting: Rc::default() }
    }

    /// Does it in each of the next frames.
    pub(in crate::ui) fn request(&self, frames: u32) {
        if self.waiting.replace(true) {
            return;
        }
        let (work, waiting) = (Rc::downgrade(&self.work), self.waiting.clone());
        spawn_local(async move {
            for _ in 0..frames {
                next_frame().await;
                // Whoever asked may be gone.
                if let Some(work) = work.upgrade() {
                    work();
                }
            }
            waiting.set(false);
        });
    }
}

/// Has everything that follows the layout measured again.
pub(in crate::ui) fn notify_layout_change() {
    // An event of this name can be made, and nobody cancels it.
    let _ = web_sys::Event::new("resize").map(|event| gloo::utils::window().dispatch_event(&event));
}

/// Calls back when anything is scrolled or the window is resized, until it is dropped.
pub(in crate::ui) fn on_layout_change(callback: impl Fn() + 'static) -> [EventListener; 2] {
    let window = gloo::utils::window();
    let callback = Rc::new(callback);
    let on_scroll = callback.clone();
    // Scrolling happens inside the columns and does not bubble, so it is caught in the capture phase.
    let capture = EventListenerOptions::run_in_capture_phase();
    [
        EventListener::new_with_options(&window, "scroll", capture, move |_| on_scroll()),
        EventListener::new(&window, "resize", move |_| callback()),
    ]
}
