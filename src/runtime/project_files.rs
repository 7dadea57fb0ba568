//! Reads and writes complete projects in slices, so that the page can be used meanwhile; the bytes stay in the memory of the
//! browser.

use crate::format::checksummed::{self, Checksum, Header, MAX_HEADER};
use crate::format::native::{NativeReader, NativeWriter};
use crate::format::recovery::Unreadable;
use crate::format::{Imported, ReadError, native};
use crate::json::Source as _;
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

/// Reads a file of native JSON.
///
/// # Errors
/// With the place in the file and what was expected there.
pub(super) async fn import(bytes: JsBytes) -> Result<Imported, ReadError> {
    let (project, journal) = read(bytes).await?;
    Ok(native::with_journal(project, &journal))
}

async fn read(bytes: JsBytes) -> Result<(Project, Vec<String>), ReadError> {
    let (mut reader, mut slices) = (NativeReader::new(bytes)?, Slices::default());
    while reader.step()? {
        if slices.is_over() {
            slices.pause().await;
        }
    }
    reader.into_project()
}

/// Reads the stored snapshot of a project before the step `seq`.
///
/// # Errors
/// When it is damaged, or is not a project.
pub(super) async fn read_snapshot(key: &str, seq: u32, bytes: &JsBytes) -> Result<Project, Unreadable> {
    let header = Header::read(&bytes.head(MAX_HEADER), bytes.len()).map_err(Unreadable::Damaged)?;
    let payload = bytes.from_offset(header.payload_at);
    let (project, _) = read(payload.clone()).await.map_err(Unreadable::Content)?;
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
    Ok(project)
}
