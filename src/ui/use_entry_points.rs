//! Components that show what a lazy part brings.

use std::cell::{Cell, RefCell};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::web::entry_points::EntryPoints;
use crate::web::frame::frames;

/// How many frames after the part all components of [`use_entry_points_after`] are rendered.
const LAST_FRAME: usize = 8;

thread_local! {
    /// The number of frames since the part came; all have passed where the program is not split.
    static FRAMES: Cell<usize> = const { Cell::new(if cfg!(feature = "split") { 0 } else { LAST_FRAME }) };
    /// The components that wait, with the frame for which each waits.
    static WAITING: RefCell<Vec<(usize, UseForceUpdateHandle)>> = RefCell::default();
}

/// The entry points, for rendering; the component is rendered again when the part comes.
#[hook]
pub(super) fn use_entry_points<T: EntryPoints>() -> Option<&'static T> {
    let update = use_force_update();
    let table = T::now();
    use_effect_with((), move |()| {
        if table.is_none() {
            T::when_here(move |_| update.force_update());
        }
    });
    table
}

/// The same for what a text can be read and tagged without: it comes so many frames after the part, or when [`come_now`] is called.
#[hook]
pub(super) fn use_entry_points_after<T: EntryPoints>(frame: usize) -> Option<&'static T> {
    let update = use_force_update();
    let is_due = FRAMES.get() >= frame;
    use_effect_with((), move |()| {
        if !is_due {
            WAITING.with_borrow_mut(|waiting| waiting.push((frame, update)));
        }
    });
    T::now().filter(|_| is_due)
}

/// Renders the components of [`use_entry_points_after`], each in its frame. For the part, when it has come.
pub fn come_in_turn() {
    spawn_local(async {
        while FRAMES.get() < LAST_FRAME {
            frames(1).await;
            come(FRAMES.get() + 1);
        }
    });
}

/// Renders them at once, because something needs them.
pub(super) fn come_now() {
    come(LAST_FRAME);
}

fn come(frame: usize) {
    FRAMES.set(frame);
    let due = WAITING.with_borrow_mut(|waiting| waiting.extract_if(.., |(due, _)| *due <= frame).collect::<Vec<_>>());
    due.into_iter().for_each(|(_, update)| update.force_update());
}
