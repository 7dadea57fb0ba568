//! Reads and writes complete projects in slices, so that the page can be used meanwhile; the bytes stay in the memory of the
//! browser.

use super::opening::Opening;
use crate::format::checksummed::{self, Checksum, Header, MAX_HEADER};
use crate::format::native::{NativeReader, NativeWriter};
use crate::format::recovery::Unreadable;
use crate::format::{Imported, ReadError, native};
use crate::json::Source;
use crate::model::Project;
use crate::web::bytes::{JsBytes, JsParts};
use crate::web::storage::Snapshot;
use crate::web::turn::Slices;

/// How many bytes are fetched at once to compute a checksum.
const CHECKED: usize = 1 << 18;

/// A snapshot of a project before the step `seq`.
pub(super) async fn snapshot(project: &Project, key: &str, seq: u32) -> Snapshot {
    let mut snapshot = Snapshot::new(key, seq);
    write(project, |part| snapshot.push(part)).await;
    snapshot
}

/// Like [`snapshot`], but at once: nothing can change meanwhile.
pub(super) fn snapshot_now(project: &Project, key: &str, seq: u32) -> Snapshot {
    let (mut writer, mut snapshot) = (NativeWriter::new(project), Snapshot::new(key, seq));
    while let Some(part) = writer.part() {
        snapshot.push(&part);
    }
    snapshot
}

/// The native JSON of a project.
pub(super) async fn native_json(project: &Project) -> JsParts {
    let mut parts = JsParts::default();
    write(project, |part| parts.push(part.as_bytes())).await;
    parts
}

/// Like [`native_json`], but at once.
pub(super) fn native_json_now(project: &Project) -> JsParts {
    let (mut writer, mut parts) = (NativeWriter::new(project), JsParts::default());
    while let Some(part) = writer.part() {
        parts.push(part.as_bytes());
    }
    parts
}

async fn write(project: &Project, mut take: impl FnMut(&str)) {
    let (mut writer, mut slices) = (NativeWriter::new(project), Slices::in_background());
    while let Some(part) = writer.part() {
        take(&part);
        if slices.is_over() {
            slices.pause().await;
        }
    }
}

/// Reads native JSON; `None` if the user cancels that.
///
/// # Errors
/// With the place in the file and what was expected there.
pub(super) async fn import(source: Box<dyn Source>, opening: &mut Opening) -> Result<Option<Imported>, ReadError> {
    let read = read(source, Some(opening)).await?;
    Ok(read.map(|(project, journal)| native::with_journal(project, &journal)))
}

async fn read(
    source: Box<dyn Source>,
    mut opening: Option<&mut Opening>,
) -> Result<Option<(Project, Vec<String>)>, ReadError> {
    let (mut reader, mut slices) = (NativeReader::new(source)?, Slices::default());
    while reader.step()? {
        if slices.is_over() {
            if opening.as_mut().is_some_and(|opening| !opening.go_on(&reader)) {
                return Ok(None);
            }
            slices.pause().await;
        }
    }
    reader.into_project().map(Some)
}

/// Reads the stored snapshot of a project before the step `seq`; `None` if the user cancels that.
///
/// # Errors
/// When it is damaged, or is not a project.
pub(super) async fn read_snapshot(
    key: &str,
    seq: u32,
    bytes: &JsBytes,
    opening: Option<&mut Opening>,
) -> Result<Option<Project>, Unreadable> {
    let header = Header::read(&bytes.head(MAX_HEADER), bytes.len()).map_err(Unreadable::Damaged)?;
    let payload = bytes.from_offset(header.payload_at);
    let read = read(Box::new(payload.clone()), opening).await.map_err(Unreadable::Content)?;
    let Some((project, _)) = read else { return Ok(None) };
    let mut checksum = Checksum::of(&checksummed::snapshot_name(key, seq));
    let (mut part, mut slices) = (Vec::new(), Slices::default());
    for at in (0..payload.len()).step_by(CHECKED) {
        part.clear();
        payload.fetch(at, CHECKED.min(payload.len() - at), &mut part);
        checksum.add(&part);
        if slices.is_over() {
            slices.pause().await;
        }
    }
    checksum.check(&header).map_err(Unreadable::Damaged)?;
    Ok(Some(project))
}
