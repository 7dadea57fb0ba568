//! The entry points of the page into the part [`Part::Formats`].

use std::rc::Rc;

use yew::prelude::*;

use super::dialogs::{ExportDialog, ExportProps, ImportDialog, ImportProps};
use super::panels::{Reanchored, ReanchoredProps};
use super::use_entry_points::use_entry_points;
use super::widgets::Dialog;
use crate::app::messages::{export as export_words, import as words};
use crate::web::entry_points::entry_points;
use crate::web::parts::{self, Part};

/// The entry points.
pub(super) struct Formats {
    export: fn(ExportProps) -> Html,
    import: fn(ImportProps) -> Html,
    reanchored: fn(ReanchoredProps) -> Html,
}

static FORMATS: Formats = Formats {
    export: |props| html! { <ExportDialog ..props /> },
    import: import_dialog,
    reanchored: |props| html! { <Reanchored ..props /> },
};

/// A dialog of its own for other files: nothing of what was chosen about those before it stays.
fn import_dialog(props: ImportProps) -> Html {
    let files = Rc::as_ptr(&props.files.0) as usize;
    html! { <ImportDialog key={files} ..props /> }
}

entry_points!(Formats, Formats, &FORMATS, install_formats);

/// The dialog that exports in another format, when its part is there.
#[component]
pub(super) fn ExportPlace(props: &ExportProps) -> Html {
    let formats = use_entry_points::<Formats>();
    use_effect_with((), |()| parts::request(Part::Formats));
    match formats {
        Some(formats) => (formats.export)(props.clone()),
        None => {
            html! { <Dialog heading={export_words::HEADING}><p class="muted" role="status">{ words::LOADING }</p></Dialog> }
        }
    }
}

/// The dialog that imports files of other tools, when its part is there.
#[component]
pub(super) fn ImportPlace(props: &ImportProps) -> Html {
    let formats = use_entry_points::<Formats>();
    use_effect_with((), |()| parts::request(Part::Formats));
    match formats {
        Some(formats) => (formats.import)(props.clone()),
        None => {
            html! { <Dialog heading={words::HEADING}><p class="muted" role="status">{ words::LOADING }</p></Dialog> }
        }
    }
}

/// The tags that were made for another version of a text, when their part is there.
#[component]
pub(super) fn ReanchoredPlace(props: &ReanchoredProps) -> Html {
    let formats = use_entry_points::<Formats>();
    use_effect_with((), |()| parts::request(Part::Formats));
    match formats {
        Some(formats) => (formats.reanchored)(props.clone()),
        None => html! { <p class="muted" role="status">{ words::LOADING }</p> },
    }
}
