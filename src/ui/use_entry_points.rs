//! Components that show what a lazy part brings.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::web::entry_points::EntryPoints;
use crate::web::frame::frames;

thread_local! {
    /// Those that wait in [`use_entry_points_after`].
    static WAITING: RefCell<Vec<UseStateSetter<bool>>> = RefCell::default();
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
pub(super) fn use_entry_points_after<T: EntryPoints>(count: usize) -> Option<&'static T> {
    let is_due = use_state(|| T::now().is_some());
    let (was_due, set_due) = (*is_due, is_due.setter());
    use_effect_with((), move |()| {
        if !was_due {
            WAITING.with_borrow_mut(|waiting| waiting.push(set_due.clone()));
            T::when_here(move |_| {
                spawn_local(async move {
                    frames(count).await;
                    set_due.set(true);
                });
            });
        }
    });
    T::now().filter(|_| *is_due)
}

/// What waits in [`use_entry_points_after`] is in the next render, because something needs it.
pub(super) fn come_now() {
    WAITING.take().into_iter().for_each(|set_due| set_due.set(true));
}
