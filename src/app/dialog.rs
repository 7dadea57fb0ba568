//! Dialogs over the page.

use std::rc::Rc;

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
    /// The schema editor; with a schema from a file as its draft.
    Schema(Option<Rc<Schema>>),
    /// Whether the open project, which is in memory only, may be lost (`State::waiting`).
    Discard,
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
