//! Dialogs over the page.

use std::rc::Rc;

use super::{ByPtr, Incoming, ReportView, SchemaFile, ToolFiles};
use crate::model::{ArticleId, Schema};

/// A dialog over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// The command palette.
    Commands,
    /// Help.
    Help,
    /// Export in another format.
    Export,
    /// Import the files of another tool.
    Import(ByPtr<ToolFiles>),
    /// The saved projects.
    Projects,
    /// A new project.
    NewProject,
    /// Texts that become articles.
    AddArticles(Rc<Incoming>),
    /// The fields of an article.
    EditArticle(ArticleId),
    /// The list of occurrences (`State::occurrences`).
    Occurrences,
    /// The schema editor; with what was read from a file.
    Schema(Option<ByPtr<SchemaFile>>),
    /// The report.
    Report(ReportView),
    /// Whether the open project, which is in memory only, may be lost (`State::waiting`).
    Discard,
}

impl Dialog {
    /// The numbers in `web::handles` of the files that it needs.
    pub fn files(&self) -> Vec<u32> {
        match self {
            Self::AddArticles(incoming) => incoming.files(),
            _ => Vec::new(),
        }
    }

    /// The dialog that adds articles, with a field for a text that the user will paste.
    pub fn paste_text() -> Self {
        Self::AddArticles(Rc::new(Incoming::to_paste()))
    }

    /// The schema editor with a file's schema as its draft.
    pub fn schema_from(name: &str, schema: Result<Schema, String>) -> Self {
        Self::Schema(Some(ByPtr(Rc::new(SchemaFile { name: name.to_owned(), schema }))))
    }
}
