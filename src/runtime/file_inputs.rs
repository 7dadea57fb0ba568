//! The hidden file inputs of the page.

use super::Store;
use crate::app::messages::files as words;
use crate::app::{FilePurpose, ProjectAction};
use crate::format::{CATALOGUE, TEXT_EXTENSIONS};
use crate::web::file_picker::{FilePicker, install};

/// The files that may be a project or a schema, as in the attribute `accept`.
const JSON: &str = ".json,application/json";

/// Configuration of other tools.
const CONFIGURATION: &str = ".conf";

/// The extensions of the files of other tools, as in the attribute `accept`.
fn of_tools() -> String {
    let readable = CATALOGUE.iter().filter(|format| format.can_be_read);
    readable.map(|format| format!(".{}", format.extension)).collect::<Vec<_>>().join(",")
}

/// Adds them to the page.
pub(super) fn add(store: &Store) {
    let extensions = TEXT_EXTENSIONS.map(|extension| format!(".{extension},")).concat();
    let texts = format!("{extensions}text/plain");
    for purpose in FilePurpose::ALL {
        let (accept, multiple) = match purpose {
            FilePurpose::Import | FilePurpose::Add => (format!("{JSON},{texts},{CONFIGURATION},{}", of_tools()), true),
            FilePurpose::Articles => (texts.clone(), true),
            FilePurpose::Schema => (JSON.to_owned(), false),
        };
        let picker = FilePicker { id: purpose.input_id(), label: words::file_input(purpose), accept, multiple };
        let store = store.clone();
        install(&picker, move |files| store.dispatch(ProjectAction::ReceivedFiles(purpose, files)));
    }
}
