//! The entry points of the runtime into the part [`Part::Later`]. Nothing else in the first file may name what is behind them: one
//! direct call would bring it back into the first file.

use std::cell::Cell;
use std::pin::Pin;

use wasm_bindgen::JsValue;

use super::{Store, backup, file_inputs, samples, script_api, start, stored_panels, tab_sync, view_persistence};
use crate::app::{self, Action, Effect, State};
use crate::edit::{Command, EditError, Stamp, Step};
use crate::format::SampleArticle;
use crate::json::{FromJson, JsonError, parse};
use crate::web::parts::{self, Part};

/// What [`app::perform`] returns.
type Performed = Result<(Option<Step>, Vec<Effect>), EditError>;

/// The entry points.
pub(super) struct Later {
    /// The reducer.
    pub(super) update: fn(&mut State, Action, Stamp) -> Vec<Effect>,
    /// Performs a command for a caller that shows errors itself.
    pub(super) perform: fn(&mut State, Command, Stamp) -> Performed,
    /// Performs an effect.
    pub(super) carry_out: fn(&Store, Effect),
    /// Restores the panels, adds the file inputs, and the listeners of backups and of other tabs.
    pub(super) listen: fn(&Store),
    /// Opens the last project, or stores the new one; resolves to whether there was one.
    pub(super) open_last_or_new: fn(Store) -> Pin<Box<dyn Future<Output = bool>>>,
    /// Reads the index of the sample articles, with the position of an error.
    pub(super) read_index: fn(&str) -> Result<Vec<SampleArticle>, JsonError>,
    /// Stores which sample articles are missing.
    pub(super) store_missing_samples: fn(Store),
    /// Stores the view of the open project.
    pub(super) remember_view: fn(&Store),
    /// Sets `window.crossread`.
    pub(super) install_api: fn(&Store) -> Result<(), JsValue>,
}

static LATER: Later = Later {
    update: app::update,
    perform: app::perform,
    carry_out: Store::carry_out,
    listen: |store| {
        if let Some(panels) = stored_panels::recall() {
            store.set_panels(panels);
        }
        file_inputs::add(store);
        backup::listen(store);
        tab_sync::listen(store);
    },
    open_last_or_new: |store| Box::pin(async move { start::open_last_or_new(&store).await }),
    read_index: |text| parse(text).and_then(Vec::from_json),
    store_missing_samples: samples::store_missing,
    remember_view: view_persistence::remember,
    install_api: script_api::install,
};

thread_local! {
    static INSTALLED: Cell<Option<&'static Later>> = const { Cell::new(None) };
}

/// Called by the part when it is loaded.
pub fn install_later() {
    INSTALLED.set(Some(&LATER));
}

impl Store {
    /// The entry points; `None` until the part is there.
    pub(super) fn later() -> Option<&'static Later> {
        // Without the feature, there is no part that calls it.
        #[cfg(not(feature = "split"))]
        install_later();
        INSTALLED.get()
    }

    /// Does something with the entry points, at once or when the part is there.
    pub(super) fn with_later(act: impl FnOnce(&'static Later) + 'static) {
        parts::when_here(Part::Later, move || {
            if let Some(later) = Self::later() {
                act(later);
            }
        });
    }
}

/// Sets `window.crossread`, and dispatches the event `crossread:ready`. [`start`](super::start()) has to be over.
///
/// # Errors
/// When the property cannot be set, or there is no window.
pub fn install_script_api(store: &Store) -> Result<(), JsValue> {
    Store::later().map_or(Ok(()), |later| (later.install_api)(store))
}
