//! The hidden file inputs of the page.

use super::Store;
use crate::app::messages::files as words;
use crate::app::{FilePurpose, ProjectAction};
use crate::web::file_picker::{FilePicker, install};

/// Adds them to the page.
pub(super) fn add(store: &Store) {
    for purpose in FilePurpose::ALL {
        let (accept, multiple) = match purpose {
            FilePurpose::Import => (".json,.txt,.text,.md,application/json,text/plain", true),
            FilePurpose::Articles => (".txt,.text,.md,text/plain", true),
            FilePurpose::Schema => (".json,application/json", false),
        };
        let picker = FilePicker { id: purpose.input_id(), label: words::file_input(purpose), accept, multiple };
        let store = store.clone();
        install(picker, move |files| store.dispatch(ProjectAction::ReceivedFiles(purpose, files)));
    }
}
