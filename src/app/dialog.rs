//! Dialogs over the page.

use std::rc::Rc;

use super::ByPtr;
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
    /// The saved projects.
    Projects,
    /// A new project.
    NewProject,
    /// Texts that become articles.
    AddArticles(Rc<Vec<IncomingText>>),
    /// The fields of an article.
    EditArticle(ArticleId),
    /// The list of occurrences (`State::occurrences`).
    Occurrences,
    /// The schema editor; with what was read from a file.
    Schema(Option<ByPtr<SchemaFile>>),
    /// Whether the open project, which is in memory only, may be lost (`State::waiting`).
    Discard,
}

/// A file that was read for the schema editor.
#[derive(Clone, Debug)]
pub struct SchemaFile {
    /// The file's name.
    pub name: String,
    /// The schema, or what is wrong with the file, as a message.
    pub schema: Result<Schema, String>,
}

impl Dialog {
    /// The schema editor with a file's schema as its draft.
    pub fn schema_from(name: &str, schema: Result<Schema, String>) -> Self {
        Self::Schema(Some(ByPtr(Rc::new(SchemaFile { name: name.to_owned(), schema }))))
    }
}

/// A text that is to become an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingText {
    /// The proposed title.
    pub title: String,
    /// The text, normalised; empty where it is still to be pasted.
    pub text: String,
    /// What was changed or guessed while reading it, one message each.
    pub remarks: Vec<String>,
}

impl IncomingText {
    /// A text that the user will paste.
    pub fn to_paste() -> Self {
        Self { title: String::new(), text: String::new(), remarks: Vec::new() }
    }

    /// Whether it is still to be pasted.
    pub fn is_to_paste(&self) -> bool {
        self.text.is_empty() && self.title.is_empty()
    }
}
