//! What goes out: the project as a file.

use super::backup;
use super::store::{Action, Notice, Store};
use crate::format::{Dropped, ExportOptions, Exported, Format, native};
use crate::web::files;

/// Downloads the project as JSON.
pub(super) fn export(store: &Store) -> bool {
    export_as(store, &native::Native, ExportOptions::default())
}

/// Downloads the project in some format.
pub(super) fn export_as(store: &Store, format: &dyn Format, options: ExportOptions) -> bool {
    let Exported { name, mime, bytes, dropped } = format.export(store.state().project(), options);
    let text = match files::download(&name, mime, &bytes) {
        Ok(()) if dropped.is_empty() => {
            backup::exported(store);
            store.note_export();
            format!("Exported {name}")
        }
        // Only what holds everything is a copy of the work.
        Ok(()) => format!("Exported {name}, without {}", in_words(&dropped)),
        Err(reason) => format!("The file could not be written: {reason}"),
    };
    store.dispatch(Action::Notify(Some(Notice { text: text.clone(), is_error: false, offer: None })));
    store.dispatch(Action::Announce(text));
    true
}

/// What a format leaves out, counted.
fn in_words(dropped: &[Dropped]) -> String {
    dropped.iter().map(|dropped| format!("{} ({})", dropped.what, dropped.count)).collect::<Vec<_>>().join(", ")
}
