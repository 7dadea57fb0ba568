//! What goes out: the project as a file.

use super::backup;
use super::store::{Action, Notice, Store};
use crate::app::messages;
use crate::app::messages::errors::files::not_downloaded;
use crate::format::{ExportOptions, Exported, Format, native};
use crate::web::files;

/// Downloads the project as JSON; the key that asks for it is used up.
pub(super) fn export(store: &Store) -> bool {
    export_as(store, &native::Native, ExportOptions::default());
    true
}

/// Downloads the project in some format.
pub(super) fn export_as(store: &Store, format: &dyn Format, options: ExportOptions) {
    let Exported { name, mime, bytes, dropped } = format.export(store.state().project(), options);
    let text = match files::download(&name, mime, &bytes) {
        Ok(()) if dropped.is_empty() => {
            backup::exported(store);
            store.note_export();
            format!("Exported {name}")
        }
        // Only what holds everything is a copy of the work.
        Ok(()) => {
            let lost: Vec<_> = dropped.iter().map(messages::formats::dropped).collect();
            format!("Exported {name}, without {}", lost.join(", "))
        }
        Err(reason) => not_downloaded(&name, reason.as_deref()),
    };
    store.dispatch(Action::Notify(Some(Notice { text: text.clone(), is_error: false, offer: None })));
    store.dispatch(Action::Announce(text));
}
