//! The lazy parts of the program: which there are, and what each one brings. Each is a wasm file of its own in the release
//! (`scripts/split/`); what only a function here reaches is in its file. What several of them reach is in a file that each of them
//! needs. `web::parts` loads them once and retries.
//!
//! A new part is a variant of [`Part`], a function here, and a limit for its size in `scripts/size.mjs`.
#![allow(unsafe_code, reason = "the attribute makes an import and an export of each function")]

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use crossread::web::part_files;
use crossread::web::parts::{Loader, Part};
use crossread::{runtime, ui};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What loads the parts.
pub(crate) const LOADER: Loader = Loader {
    load: |part| Box::pin(async move { part_files::compile(part).await && install(part) }),
    load_now: |part| part_files::compile_now(part) && install(part),
};

/// Instantiates a compiled part, and installs its entry points; returns whether that succeeded. The script that instantiates it answers
/// at once, so that the second poll has the result.
fn install(part: Part) -> bool {
    let mut installed: Pin<&mut dyn Future<Output = Result<(), SplitLoaderError>>> = match part {
        Part::Later => pin!(later()),
        Part::Analysis => pin!(analysis()),
        Part::Formats => pin!(formats()),
        Part::Documents => pin!(documents()),
    };
    let mut context = Context::from_waker(Waker::noop());
    (0..2).any(|_| matches!(installed.as_mut().poll(&mut context), Poll::Ready(Ok(()))))
}

/// What the first paint does not need: the reducer and all effects, storage, dialogs, panels, palettes, the script API.
#[wasm_split(later, fallible)]
fn later() -> Result<(), SplitLoaderError> {
    runtime::install_later();
    ui::install_later();
    ui::come_in_turn();
    Ok(())
}

/// What compares the articles.
#[wasm_split(analysis, fallible)]
fn analysis() -> Result<(), SplitLoaderError> {
    runtime::install_analysis();
    ui::install_analysis();
    Ok(())
}

/// Reads and writes the files of other tools.
#[wasm_split(formats, fallible)]
fn formats() -> Result<(), SplitLoaderError> {
    runtime::install_formats();
    ui::install_formats();
    Ok(())
}

/// Reads web pages, Markdown, Word documents and archives.
#[wasm_split(documents, fallible)]
fn documents() -> Result<(), SplitLoaderError> {
    runtime::install_documents();
    Ok(())
}
