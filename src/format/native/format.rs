//! The native JSON as an interchange format. An export of the rescue page contains a journal, which is applied to its
//! project.

use super::{NAME, open, without_bom, write};
use crate::edit::Editor;
use crate::format::recovery;
use crate::format::{Dropped, ExportOptions, Exported, Format, ImportWarning, Imported, ReadError, file_name};
use crate::model::Project;

/// The native JSON as a [`Format`].
pub struct Native;

impl Format for Native {
    fn name(&self) -> &'static str {
        NAME
    }

    fn extension(&self) -> &'static str {
        "crossread.json"
    }

    fn mime(&self) -> &'static str {
        "application/json"
    }

    fn can_be_read(&self) -> bool {
        true
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        let head = &bytes[..bytes.len().min(4_096)];
        let name = b"\"crossread\"";
        file_name.ends_with(".crossread.json")
            || (without_bom(head).trim_ascii_start().starts_with(b"{") && head.windows(name.len()).any(|w| w == name))
    }

    fn dropped(&self, _: &Project) -> Vec<Dropped> {
        Vec::new()
    }

    fn export(&self, project: &Project, _: ExportOptions) -> Exported {
        let bytes = write(project).into_bytes();
        let name = file_name(&project.title, self.extension());
        Exported { name, mime: self.mime(), bytes, dropped: Vec::new() }
    }

    fn import(&self, bytes: &[u8]) -> Result<Imported, ReadError> {
        let (project, journal) = open(bytes)?;
        let mut editor = Editor::new(project);
        let loss = recovery::replay_records(&mut editor, &journal);
        let (project, history) = editor.into_parts();
        Ok(Imported { project, history, warnings: loss.into_iter().map(ImportWarning::Loss).collect() })
    }
}
