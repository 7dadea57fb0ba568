//! The entry points of the runtime into the part [`Part::Later`](crate::web::parts::Part).

use std::pin::Pin;

use wasm_bindgen::JsValue;

use super::{Store, backup, samples, script_api, start, stored_panels, tab_sync, view_persistence};
use crate::app::{self, Action, Effect, State};
use crate::edit::{Command, EditError, Stamp, Step};
use crate::format::SampleArticle;
use crate::json::{FromJson, JsonError, parse};
use crate::web::entry_points::{EntryPoints, entry_points};

/// What [`app::perform`] returns.
type Performed = Result<(Option<Step>, Vec<Effect>), EditError>;

/// The entry points.
pub(super) struct Later {
    /// The reducer.
    pub(super) update: fn(&mut State, Action, Stamp) -> Vec<Effect>,
    /// Copies an action.
    pub(super) copy: fn(&Action) -> Action,
    /// Performs a command for a caller that shows errors itself.
    pub(super) perform: fn(&mut State, Command, Stamp) -> Performed,
    /// Performs an effect.
    pub(super) carry_out: fn(&Store, Effect),
    /// Restores the panels, and adds the listeners of backups and of other tabs.
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
    copy: Action::clone,
    perform: app::perform,
    carry_out: Store::carry_out,
    listen: |store| {
        if let Some(panels) = stored_panels::recall() {
            store.set_panels(panels);
        }
        backup::listen(store);
        tab_sync::listen(store);
    },
    open_last_or_new: |store| Box::pin(async move { start::open_last_or_new(&store).await }),
    read_index: |text| parse(text).and_then(Vec::from_json),
    store_missing_samples: samples::store_missing,
    remember_view: view_persistence::remember,
    install_api: script_api::install,
};

entry_points!(Later, Later, &LATER, install_later);

impl Store {
    /// The entry points; `None` until the part is there.
    pub(super) fn later() -> Option<&'static Later> {
        Later::now()
    }

    /// Does something with the entry points, at once or when the part is there.
    pub(super) fn with_later(act: impl FnOnce(&'static Later) + 'static) {
        Later::when_here(act);
    }
}

/// Sets `window.crossread`, and dispatches the event `crossread:ready`. [`start`](super::start()) has to be over.
///
/// # Errors
/// When the property cannot be set, or there is no window.
pub fn install_script_api(store: &Store) -> Result<(), JsValue> {
    Later::now().map_or(Ok(()), |later| (later.install_api)(store))
}
