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

/// The event on the window after panels got another size.
const PANELS_RESIZED: &str = "crossread-panels-resized";

/// Has everything that depends on the layout measured again, after panels got another size.
pub(in crate::ui) fn notify_panels_resized() {
    // An event of this name can be made, and nothing cancels it.
    let _ = web_sys::Event::new(PANELS_RESIZED).map(|event| gloo::utils::window().dispatch_event(&event));
}

/// Calls back when the window or panels are resized, until it is dropped.
pub(in crate::ui) fn on_resize(callback: impl Fn() + 'static) -> [EventListener; 2] {
    let window = gloo::utils::window();
    let callback = Rc::new(callback);
    ["resize", PANELS_RESIZED].map(|event| {
        let callback = callback.clone();
        EventListener::new(&window, event, move |_| callback())
    })
}

/// Calls back when anything is scrolled, and when the window or panels are resized, until it is dropped.
pub(in crate::ui) fn on_layout_change(callback: impl Fn() + 'static) -> [EventListener; 3] {
    let callback = Rc::new(callback);
    let on_scroll = callback.clone();
    // Scrolling happens inside the columns and does not bubble, so it is caught in the capture phase.
    let capture = EventListenerOptions::run_in_capture_phase();
    let scroll = EventListener::new_with_options(&gloo::utils::window(), "scroll", capture, move |_| on_scroll());
    let [window, panels] = on_resize(move || callback());
    [scroll, window, panels]
}
