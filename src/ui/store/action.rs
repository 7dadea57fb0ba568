//! What can happen to the page.

use std::rc::Rc;

use super::{
    Access, Arrival, Backup, Cursor, Describing, Dialog, EntityAction, Filter, IncomingText, LinkAction, Notice,
    OccurrenceAction, SaveStatus, SearchAction, Tab,
};
use crate::edit::{Command, Editor};
use crate::model::{AnnotationId, ArticleId, LabelId};
use crate::text::{Snap, Unit};
use crate::web::bundled::BundledArticle;
use crate::web::storage::ProjectInfo;

/// Which edge of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning of the text.
    Back,
    /// Towards its end.
    Forward,
}

/// Something that happens to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// Change the project.
    Edit(Command),
    /// Take the newest change back.
    Undo,
    /// Do it again.
    Redo,
    /// Take back or do again, one after the other, until so many transactions are done.
    StepTo(usize),
    /// Tag what is selected, or change the selected annotation's label.
    ApplyLabel(LabelId, Option<Snap>),
    /// Put the caret somewhere, with or without a selection.
    Place(Option<Cursor>),
    /// Select one more range: of a tag to be made, or of the selected tag.
    AddRange(Cursor),
    /// Keep what is selected as a part of a tag to be made, while the next part is selected. With only a tag selected:
    /// the next selection is to become a part of it.
    KeepPart,
    /// Forget the parts that were kept.
    DropParts,
    /// Take a range out of an annotation that has several, by its place among them.
    RemovePart(AnnotationId, usize),
    /// Move the caret, or extend the selection.
    Move {
        /// By what.
        unit: Unit,
        /// Which way.
        direction: Direction,
        /// Whether the selection grows.
        extend: bool,
    },
    /// Put the caret at an end of the text.
    MoveToEnd(Direction, bool),
    /// Select an annotation or none.
    Select(Option<AnnotationId>),
    /// Select an annotation and bring it into view.
    Reveal(AnnotationId),
    /// Select an annotation along with those that are selected, or no longer.
    Toggle(AnnotationId),
    /// Select these annotations; the inspector and keys act on the first where only one can be meant.
    SelectAll(Vec<AnnotationId>),
    /// Select the innermost annotation at the caret, or the next one out.
    SelectAtCursor,
    /// Select the next annotation of the article, or the one before.
    SelectNext(Direction),
    /// Move an edge of the selected annotation by one word or character.
    MoveEdge(Edge, Direction, Unit),
    /// Open or close the palette for another label of the selected annotation.
    Relabel(bool),
    /// Open, change or close the palette for the attributes of the selected annotations.
    Describe(Describing),
    /// Go to the next article that is not done; first mark the current one as done, if so wanted.
    NextUnfinished(bool),
    /// The first key was pressed of a label that has two; or it is forgotten.
    Chord(String),
    /// Remove the selected annotations.
    RemoveSelected,
    /// Give up what is being done: palette, selection, then selected annotation.
    Escape,
    /// The window has room for so many columns.
    Room(usize),
    /// Show or hide the panel of annotations.
    HidePanel(bool),
    /// Never propose a suggestion again.
    Reject(String),
    /// Show so many columns.
    Columns(usize),
    /// Show an article.
    Show(ArticleId),
    /// Take an article out of its column.
    Hide(ArticleId),
    /// Show a tab.
    ShowTab(Tab),
    /// Filter the list of annotations.
    SetFilter(Filter),
    /// Open or close a dialog.
    Open(Option<Dialog>),
    /// Ask for titles of texts that came in.
    Incoming(Vec<IncomingText>),
    /// Show or dismiss a message.
    Notify(Option<Notice>),
    /// Tell a screen reader.
    Announce(String),
    /// Another project was opened.
    Opened {
        /// The project with its history.
        editor: Box<Editor>,
        /// Where it is stored.
        key: String,
        /// Bundled articles that it still waits for.
        awaiting: Vec<BundledArticle>,
        /// How it was looked at.
        view: Box<super::View>,
    },
    /// The index of bundled articles was read.
    Awaiting(Vec<BundledArticle>),
    /// A bundled article has come, or has not.
    Arrived(String, Result<crate::text::Text, String>),
    /// A bundled article is fetched again.
    Retry(String),
    /// The saved projects were listed.
    Listed(Rc<Vec<ProjectInfo>>),
    /// Backing up to a file went on, or has ended.
    Backup(Option<Backup>),
    /// The open project is edited here from now on, or in another tab.
    Access(Access),
    /// Another tab has gone on without what was done here, which is a project of its own now, under this key.
    PartWays(String),
    /// Saving went on.
    Saved(SaveStatus),
    /// Search in all articles.
    Search(SearchAction),
    /// Every occurrence of some words.
    Occurrences(OccurrenceAction),
    /// Link annotations by relations.
    Link(LinkAction),
    /// Look at entities.
    Entities(EntityAction),
}

impl Arrival {
    /// Why an article is not there, if it failed.
    pub fn failure(&self) -> Option<&str> {
        match self {
            Self::Loading => None,
            Self::Failed(reason) => Some(reason),
        }
    }
}
