//! Events of the window: its size, and leaving the page.

use gloo::events::{EventListener, EventListenerOptions};

use super::{Store, window_layout};
use crate::app::{Saving, Session, ViewAction};

/// Adds the listeners, which are never removed.
pub(super) fn listen(store: &Store) {
    let window = gloo::utils::window();
    let (on_resize, on_hide, on_invisible, on_leave) = (store.clone(), store.clone(), store.clone(), store.clone());
    EventListener::new(&window, "resize", move |_| {
        let layout = window_layout::measure();
        if layout != on_resize.state().window {
            on_resize.dispatch(ViewAction::Window(layout));
        }
    })
    .forget();
    EventListener::new(&window, "pagehide", move |_| remember_view(&on_hide)).forget();
    // Fires after "pagehide", in which the columns report their scroll positions.
    let document = gloo::utils::document();
    EventListener::new(&document, "visibilitychange", move |_| remember_view(&on_invisible)).forget();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        remember_view(&on_leave);
        // The browser then asks whether to leave.
        if is_unsaved(&on_leave) {
            event.prevent_default();
        }
    })
    .forget();
}

/// Stores the view of the open project. Before the later part is there, no project is open that has one.
fn remember_view(store: &Store) {
    if let Some(later) = Store::later() {
        (later.remember_view)(store);
    }
}

/// Whether something would be lost if the page were closed now.
fn is_unsaved(store: &Store) -> bool {
    match &store.state().session {
        Session::Owner(Saving::Saved) | Session::Follower { unsaved: None, .. } => !store.is_saved(),
        Session::MemoryOnly { .. } => store.state().project().annotation_count() > 0,
        Session::Opening
        | Session::Reading
        | Session::Owner(Saving::Writing)
        | Session::Failed { .. }
        | Session::Follower { .. } => true,
    }
}
