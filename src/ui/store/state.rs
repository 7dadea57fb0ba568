//! Everything the page shows, as one value that is never changed in place.

use std::rc::Rc;

use super::{Access, Linking, Occurrences, Registry, SaveStatus, Search, View};
use crate::app::messages::summaries::summary;
use crate::edit::Editor;
use crate::model::{AnnotationId, ArticleId, Project, Schema, Timestamp};
use crate::ui::shared::counted;
use crate::web::bundled::BundledArticle;
use crate::web::storage::ProjectInfo;

/// How far a bundled article has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// It is being fetched.
    Loading,
    /// It could not be fetched, and why.
    Failed(String),
}

/// A bundled article on its way into the project.
#[derive(Clone, Debug, PartialEq)]
pub struct Arriving {
    /// What the index says of it.
    pub article: BundledArticle,
    /// How far it has come.
    pub arrival: Arrival,
}

/// A message that stands at the foot of the page for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// Whether something went wrong: it then stays until it is dismissed.
    pub is_error: bool,
    /// What can be done about it at once; the message then stays until that is done or it is dismissed.
    pub offer: Option<Offer>,
}

/// How the open project is backed up to a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// What the file is called.
    pub name: String,
    /// When it was written last in this visit.
    pub at: Option<Timestamp>,
    /// How that goes.
    pub stage: BackupStage,
}

/// How backing up goes.
#[derive(Clone, Debug, PartialEq)]
pub enum BackupStage {
    /// What is done is written some seconds later.
    Running,
    /// The browser wants the person to let the page write, as after a reload.
    Paused,
    /// The file could not be written; why, and what to do.
    Failed(String),
}

/// What a message offers to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Export the project.
    Export,
    /// Take the saved project of this key out of the bin.
    Restore(String),
}

/// A dialog over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Every action, label, article and entity.
    Commands,
    /// Keys and what they do.
    Help,
    /// The format to export in.
    ExportAs,
    /// The saved projects.
    Projects,
    /// A new project.
    NewProject,
    /// Texts to be added as articles: each with a suggested title, its text, and what was said of its encoding.
    AddArticles(Rc<Vec<IncomingText>>),
    /// What is known about an article.
    EditArticle(ArticleId),
    /// Every occurrence of some words.
    Occurrences,
    /// The labels, attributes and relation types; with a schema that is to take the place of the project's.
    Schema(Option<Rc<Schema>>),
}

/// A text that waits to become an article.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingText {
    /// A title to begin with.
    pub title: String,
    /// The text, normalised; empty where it is still to be pasted.
    pub text: String,
    /// What was changed or guessed on the way, in words.
    pub remarks: Vec<String>,
}

/// Everything the page shows.
#[derive(Clone, Debug)]
pub struct State {
    /// The project and its history.
    pub editor: Editor,
    /// Where the project is stored.
    pub key: String,
    /// How it is looked at.
    pub view: View,
    /// Bundled articles that are not in the project yet.
    pub arriving: Vec<Arriving>,
    /// The ids of all bundled articles, in the order of their index.
    pub bundled_order: Vec<String>,
    /// How many columns the window has room for.
    pub room: usize,
    /// Whether the project is edited here or in another tab.
    pub access: Access,
    /// Whether what was done is on disk.
    pub save: SaveStatus,
    /// Why what was done is not on disk, until it is: retries do not change that.
    pub unsaved: Option<String>,
    /// The file that the open project is backed up to, if there is one.
    pub backup: Option<Backup>,
    /// The saved projects, as far as they have been listed.
    pub saved_projects: Rc<Vec<ProjectInfo>>,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// The message at the foot of the page.
    pub notice: Option<Notice>,
    /// What a screen reader is told; the number tells two equal messages apart.
    pub announcement: (u32, String),
    /// The search in all articles.
    pub search: Search,
    /// The occurrences of some words that are being looked at.
    pub occurrences: Option<Occurrences>,
    /// The relation that is being made, and which are looked at.
    pub linking: Linking,
    /// The registry of entities, as it is looked at.
    pub registry: Registry,
    /// Counts up each time a project is opened.
    pub generation: u32,
}

impl State {
    /// The open project.
    pub fn project(&self) -> &Project {
        self.editor.project()
    }

    /// Says something to a screen reader.
    pub fn announce(&mut self, text: impl Into<String>) {
        self.announcement = (self.announcement.0 + 1, text.into());
    }

    /// Shows an error at the foot of the page.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), is_error: true, offer: None });
    }

    /// Shows a message at the foot of the page for a while.
    pub fn tell(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.announce(text.clone());
        self.notice = Some(Notice { text, is_error: false, offer: None });
    }

    /// What stepping through the history did, in words.
    pub(super) fn stepped_words(&self, back: bool, steps: usize) -> String {
        let way = if back { "back" } else { "forward" };
        let steps = counted(steps, "step", "steps");
        let to = self
            .editor
            .history()
            .next_undo()
            .map_or_else(|| "the start".to_owned(), |transaction| summary(&transaction.summary));
        format!("Went {way} {steps}, to: {to}")
    }

    /// How many columns there are: as many as wanted, if there is room for them.
    pub fn columns(&self) -> usize {
        self.view.columns.min(self.room)
    }

    /// The articles that the columns show.
    pub fn shown(&self) -> Vec<ArticleId> {
        self.view.open.iter().take(self.columns()).cloned().collect()
    }

    /// Where an annotation stands in the order of its article, and among how many, for a screen reader.
    pub fn selected_words(&self, id: &AnnotationId) -> Option<String> {
        let annotation = self.project().annotation(id)?;
        let label = self.project().label_name(&annotation.label);
        Some(format!("{label}: {}", self.project().exact(annotation)))
    }
}
