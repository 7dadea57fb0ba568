//! The lazy parts of the program: which there are, and what each one brings. Each is a wasm file of its own in the release
//! (`scripts/split/`); what only a function here reaches is in its file. `web::parts` loads them once and retries.
//!
//! A new part is a variant of [`Part`], a function here, and a limit for its size in `scripts/size.mjs`.
#![allow(unsafe_code, reason = "the attribute makes an import and an export of each function")]

use std::pin::Pin;

use crossread::web::parts::Part;
use crossread::{runtime, ui};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Loads a part; resolves to whether it is there now.
pub(crate) fn load(part: Part) -> Pin<Box<dyn Future<Output = bool>>> {
    Box::pin(async move {
        match part {
            Part::Later => later().await,
        }
        .is_ok()
    })
}

/// What the first paint does not need: the reducer and all effects, storage, dialogs, panels, palettes, the script API.
#[wasm_split(later, fallible)]
fn later() -> Result<(), SplitLoaderError> {
    runtime::install_later();
    ui::install_later();
    Ok(())
}
