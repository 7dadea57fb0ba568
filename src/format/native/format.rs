//! The native JSON as an interchange format. An export of the rescue page contains a journal, which is applied to its
//! project.

use super::{NAME, NativeReader, NativeWriter, without_bom};
use crate::edit::Editor;
use crate::format::recovery;
use crate::format::{
    Dropped, ExportOptions, Format, FormatInfo, ImportWarning, Imported, ReadError, WrittenFile, file_name,
};
use crate::model::Project;

/// A project as native JSON.
pub fn write(project: &Project) -> String {
    let mut writer = NativeWriter::new(project);
    std::iter::from_fn(|| writer.part()).collect()
}

/// A project from native JSON. Ignores the journal in an export of the rescue page: only [`Native`] reads it.
///
/// # Errors
/// With the place in the file and what was expected there.
pub fn read(json: &str) -> Result<Project, ReadError> {
    open(json.as_bytes()).map(|(project, _)| project)
}

/// The project in a file, and the records of the steps that follow it, which only exports of the rescue page have.
fn open(bytes: &[u8]) -> Result<(Project, Vec<String>), ReadError> {
    let mut reader = NativeReader::new(bytes)?;
    while reader.step()? {}
    reader.into_project()
}

/// The format.
pub const INFO: FormatInfo = FormatInfo::new(NAME, "crossread.json", "application/json");

/// Whether a file is one of these, by its name and its beginning.
pub fn is_native(file_name: &str, bytes: &[u8]) -> bool {
    let head = without_bom(&bytes[..bytes.len().min(4_096)]).trim_ascii_start();
    // As the value of a field: Web Annotations have a prefix with this name.
    let is_value = |at: usize| head[..at].trim_ascii_end().ends_with(b":");
    file_name.ends_with(".crossread.json")
        || (head.starts_with(b"{") && memchr::memmem::find_iter(head, b"\"crossread\"").any(is_value))
}

/// The native JSON as a [`Format`].
pub struct Native;

impl Format for Native {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        is_native(file_name, bytes)
    }

    fn dropped(&self, _: &Project) -> Vec<Dropped> {
        Vec::new()
    }

    fn write(&self, project: &Project, _: ExportOptions) -> Vec<WrittenFile> {
        vec![WrittenFile { name: file_name(&project.title, self.extension()), bytes: write(project).into_bytes() }]
    }

    fn import(&self, bytes: &[u8]) -> Result<Imported, ReadError> {
        let (project, journal) = open(bytes)?;
        Ok(with_journal(project, &journal))
    }
}

/// A project after the steps of a journal, as far as they fit.
pub fn with_journal(project: Project, journal: &[String]) -> Imported {
    let mut editor = Editor::new(project);
    let loss = recovery::replay_records(&mut editor, journal);
    let (project, history) = editor.into_parts();
    Imported { project, history, warnings: loss.into_iter().map(ImportWarning::Loss).collect() }
}
