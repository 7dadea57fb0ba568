//! Requests about saved projects.

use std::rc::Rc;

use super::Incoming;
use super::incoming::IncomingText;
use crate::edit::Editor;
use crate::format::ProjectInfo;
use crate::model::Schema;

/// What is to be done with projects; the runtime's project manager does it.
#[derive(Clone, Debug)]
pub enum ProjectRequest {
    /// Open the saved project of this storage key.
    Open(String),
    /// Open the open project again as it is stored.
    Reopen,
    /// Create a project and open it.
    Create(NewProject),
    /// Open a project that was imported.
    Adopt(ImportedProject),
    /// Rename a saved project that is not open.
    Rename(ProjectInfo, String),
    /// Copy a saved project.
    Duplicate(ProjectInfo),
    /// Move a saved project to the deleted ones.
    Delete(ProjectInfo),
    /// Take a project back from the deleted ones.
    Restore(String),
    /// Delete a project for good.
    DeleteForever(String),
    /// List the saved projects again.
    Refresh,
    /// List the saved projects again once the open one is on disk.
    RefreshWhenSaved,
}

/// A project to be created.
#[derive(Clone, Debug, PartialEq)]
pub struct NewProject {
    /// Its title; a default one where it is empty.
    pub title: String,
    /// Its schema.
    pub schema: Box<Schema>,
    /// Whether it begins with the sample articles.
    pub with_samples: bool,
}

/// A project that was read from a file.
#[derive(Clone, Debug)]
pub struct ImportedProject {
    /// The name of the file.
    pub name: String,
    /// The project, with its history where the file has one.
    pub editor: Box<Editor>,
    /// What to say once it is open.
    pub message: String,
    /// What was chosen together with it and comes afterwards.
    pub rest: Box<ReadFiles>,
}

/// A file that was read for the schema editor.
#[derive(Clone, Debug)]
pub struct SchemaFile {
    /// The file's name.
    pub name: String,
    /// The schema, or what is wrong with the file, as a message.
    pub schema: Result<Schema, String>,
}

/// Files of another tool, about which the user decides how they are imported.
#[derive(Clone, Debug)]
pub struct ToolFiles {
    /// The name of the first file, for the heading and the project.
    pub name: String,
    /// The files with their names.
    pub files: Rc<Vec<(String, Vec<u8>)>>,
    /// The name of the format that was recognised.
    pub format: &'static str,
    /// Those that are called texts, as texts: the user may want them as articles.
    pub as_texts: Vec<IncomingText>,
    /// What was chosen together with them and comes afterwards.
    pub rest: Box<ReadFiles>,
}

/// The content of files that were chosen at once.
#[derive(Clone, Debug, Default)]
pub struct ReadFiles {
    /// Files of other tools.
    pub of_tools: Vec<ToolFiles>,
    /// Projects.
    pub projects: Vec<ImportedProject>,
    /// Schemas.
    pub schemas: Vec<SchemaFile>,
    /// Texts, and files that are not added.
    pub incoming: Incoming,
}

impl ReadFiles {
    /// Whether there is nothing to do about them.
    pub fn is_empty(&self) -> bool {
        self.of_tools.is_empty()
            && self.projects.is_empty()
            && self.schemas.is_empty()
            && self.incoming == Incoming::default()
    }
}

impl From<Incoming> for ReadFiles {
    fn from(incoming: Incoming) -> Self {
        Self { incoming, ..Self::default() }
    }
}

impl ProjectRequest {
    /// Whether another project takes the open one's place.
    pub fn replaces_open(&self) -> bool {
        matches!(self, Self::Open(_) | Self::Create(_) | Self::Adopt(_))
    }
}
