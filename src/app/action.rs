//! What can happen to the page.

use std::rc::Rc;

use super::view::ScrollPosition;
use super::{
    AnnotationFilter, AttributeStep, Backup, BackupRequest, BoardAction, Cursor, Dialog, Direction, Download, Edge,
    EntityAction, ExportingAction, FilePurpose, FocusTarget, FollowAction, IncomingAction, Notice, OccurrenceAction,
    OpeningAction, Panel, ProjectRequest, ReadFiles, RelationAction, ReportAction, ReviewAction, SchemaFile,
    SearchAction, Session, SessionAction, StorageInfo, SuggestionAction, Tab, View, WindowLayout,
};
use crate::edit::{Command, Editor};
use crate::format::{ProjectInfo, SampleArticle};
use crate::model::{AnnotationId, ArticleId, AttributeValue, LabelId};
use crate::text::{Snap, Text, Unit};

/// Something that happens to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// Change the project.
    Edit(Command),
    /// Undo, redo, and steps through the history.
    History(HistoryAction),
    /// Move the caret or change the selection in the text.
    Caret(CaretAction),
    /// Select annotations.
    Select(SelectAction),
    /// Tag the selection, or change the selected annotations.
    Tag(TagAction),
    /// Set attributes by the attribute palette.
    Attributes(AttributeAction),
    /// Select the parts of discontinuous tags.
    Parts(PartAction),
    /// Make relations.
    Relation(RelationAction),
    /// The claims board.
    Board(BoardAction),
    /// The report.
    Report(ReportAction),
    /// Suggestions.
    Suggestion(SuggestionAction),
    /// The review of suggestions.
    Review(ReviewAction),
    /// Entities and the mentions of them.
    Entity(EntityAction),
    /// Columns that follow what is selected in another one.
    Follow(FollowAction),
    /// Every occurrence of a text.
    Occurrences(OccurrenceAction),
    /// Search in all articles.
    Search(SearchAction),
    /// Columns, panels, dialogs, focus and messages.
    View(ViewAction),
    /// Articles: progress and sample articles.
    Article(ArticleAction),
    /// Texts that become articles.
    Incoming(IncomingAction),
    /// Saved projects, files and backups.
    Project(ProjectAction),
    /// Saving, and sharing the project with other tabs.
    Session(SessionAction),
    /// A project that is being opened.
    Opening(OpeningAction),
    /// An export that is being written.
    Exporting(ExportingAction),
    /// Leave what the user is in the middle of, then the selection, then the selected annotations, then the message.
    Escape,
}

/// Undo, redo, and steps through the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryAction {
    /// Undo the newest transaction.
    Undo,
    /// Redo the newest undone transaction.
    Redo,
    /// Undo or redo until so many transactions are done.
    GoTo(usize),
}

/// Moving the caret and selecting text.
#[derive(Clone, Debug)]
pub enum CaretAction {
    /// Put the caret somewhere, with or without a selection.
    Place(Option<Cursor>),
    /// Select one more range: of a tag that is to be made, or of the selected tag.
    AddRange(Cursor),
    /// Move the caret by a unit in the order of the text.
    Move {
        /// The unit.
        unit: Unit,
        /// The direction.
        direction: Direction,
        /// Whether the selection is extended.
        extend: bool,
    },
    /// Move the caret to the left or right, whichever way the text runs.
    MoveSideways {
        /// The unit.
        unit: Unit,
        /// Whether to the left.
        left: bool,
        /// Whether the selection is extended.
        extend: bool,
    },
    /// Move the caret to the line above or below, or to an end of its line.
    MoveByLine {
        /// The direction.
        direction: Direction,
        /// Whether the selection is extended.
        extend: bool,
        /// Whether to the end of the line.
        to_line_end: bool,
    },
    /// Move the caret to an end of the text.
    MoveToEnd {
        /// The direction.
        direction: Direction,
        /// Whether the selection is extended.
        extend: bool,
    },
    /// Select the text of the article that has the caret.
    SelectAll,
    /// An article's text got the focus, not by a pointer.
    Focused(ArticleId),
}

/// Selecting annotations.
#[derive(Clone, Debug)]
pub enum SelectAction {
    /// Only this one, or none.
    Only(Option<AnnotationId>),
    /// Only this one, and scroll to it.
    Reveal(AnnotationId),
    /// This one too, or this one no longer.
    Toggle(AnnotationId),
    /// These; the first is the one that the inspector shows.
    All(Vec<AnnotationId>),
    /// The innermost at the caret, or the next one out.
    AtCaret,
    /// The next one in the article, or the one before.
    Next(Direction),
}

/// Tagging the selection, and changing the selected annotations.
#[derive(Clone, Debug)]
pub enum TagAction {
    /// Tag the selection, or relabel the selected annotations.
    Apply(LabelId, Option<Snap>),
    /// The first key of a label that has two was pressed.
    Chord(String),
    /// Keys were pressed that no label has.
    UnknownChord,
    /// Choose the label that becomes the active one.
    ChooseActive,
    /// Make this label the active one, or end with it.
    Activate(Option<LabelId>),
    /// The user has finished selecting: the active label, if there is one, tags the selection.
    SelectionMade,
    /// The user has selected this, beginning with what was selected before. What the active label has tagged of it grows with it.
    SelectionGrown(Cursor),
    /// Tag all that is selected with the active label.
    ApplyActive,
    /// Choose another label for the selected annotations.
    Relabel,
    /// Move an edge of the selected annotation by a unit.
    MoveEdge(Edge, Direction, Unit),
    /// Remove the selected annotations.
    Remove,
}

/// The attribute palette.
#[derive(Clone, Debug)]
pub enum AttributeAction {
    /// Open it, or show something else in it.
    Show(AttributeStep),
    /// Close it.
    Close,
    /// A key was pressed in it.
    Key(AttributeKey),
    /// Choose or toggle an option of an attribute, by the attribute's name.
    Choose(String, AttributeValue),
}

/// A key in the attribute palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeKey {
    /// A digit: chooses the attribute or the value of that number; 0 clears.
    Digit(usize),
    /// Clears the attribute whose values are shown.
    Clear,
    /// Goes back to the attributes, then out.
    Back,
    /// A letter without a meaning here; it must not act elsewhere.
    Ignore,
}

/// The parts of discontinuous tags.
#[derive(Clone, Debug)]
pub enum PartAction {
    /// Keep the selection as a part, and select the next one. With only a tag selected: select another part of it.
    Keep,
    /// Forget the kept parts.
    Drop,
    /// Remove a part of an annotation, by its index.
    Remove(AnnotationId, usize),
}

/// Columns, panels, dialogs, focus and messages.
#[derive(Clone, Debug)]
pub enum ViewAction {
    /// The window has another size.
    Window(WindowLayout),
    /// Show so many columns.
    Columns(usize),
    /// Show an article in a column.
    Show(ArticleId),
    /// Show an article and move the focus to its text.
    GoTo(ArticleId),
    /// Close the column of an article.
    Hide(ArticleId),
    /// An article was scrolled.
    Scrolled(ArticleId, ScrollPosition),
    /// Show or hide the right-hand panel.
    HidePanel(bool),
    /// Show or hide the left-hand panel.
    HideLeft(bool),
    /// Show or hide the minimaps beside the texts.
    HideMinimap(bool),
    /// Give a panel a size in CSS pixels, or its usual size.
    Resize(Panel, Option<u32>),
    /// Show the right-hand panel with the relations of the selected annotation, and move the focus there.
    ShowInspectorRelations,
    /// Show a tab of the right-hand panel.
    ShowTab(Tab),
    /// Show a tab and move the focus to it.
    GoToTab(Tab),
    /// Filter the list of annotations.
    Filter(AnnotationFilter),
    /// Show the list of annotations with this filter, and move the focus to it.
    GoToFiltered(AnnotationFilter),
    /// Open or close a dialog.
    Open(Option<Dialog>),
    /// Move the focus.
    Focus(FocusTarget),
    /// Move the focus to the field for the user's name.
    EditAuthor,
    /// Change the user's name.
    SetAuthor(String),
    /// Show or dismiss a message.
    Notify(Option<Notice>),
    /// Do what the message at the foot of the page offers.
    TakeOffer,
    /// Say something to screen readers.
    Announce(String),
    /// A command was run from the command palette, by its title.
    Ran(String),
}

/// Articles: progress and sample articles.
#[derive(Clone, Debug)]
pub enum ArticleAction {
    /// Go to the next article that is not done.
    NextUnfinished {
        /// Whether the current one is marked as done first.
        finish: bool,
    },
    /// The index of sample articles was read.
    SamplesListed(Vec<SampleArticle>),
    /// The sample article of an id has come, or why it has not, as a message. The number is the state's generation when
    /// it was asked for.
    SampleArrived(u32, String, Result<Text, String>),
    /// Fetch a sample article again.
    RetrySample(String),
}

/// Saved projects, files and backups.
#[derive(Clone, Debug)]
pub enum ProjectAction {
    /// Do something with projects; asks first where the open one would be lost.
    Request(ProjectRequest),
    /// Do what waits for the user's agreement; first export the open project, or lose it.
    Proceed {
        /// Whether the open project is exported first.
        export: bool,
    },
    /// Another project was opened.
    Opened(Box<OpenedProject>),
    /// The saved projects were listed.
    Listed(Rc<Vec<ProjectInfo>>),
    /// Open the browser's file chooser.
    PickFiles(FilePurpose),
    /// The user chose or dropped files; the number of their list in `web::handles`.
    ReceivedFiles(FilePurpose, u32),
    /// Files that were chosen or dropped at once were read.
    FilesRead(ReadFiles),
    /// A file was read for the schema editor.
    SchemaRead(SchemaFile),
    /// Download a file.
    Download(Download),
    /// A file was downloaded, or not.
    Downloaded(Downloaded),
    /// Begin, resume or end backups.
    RequestBackup(BackupRequest),
    /// Backing up went on, or ended.
    Backup(Option<Backup>),
    /// The project was exported or backed up: when, as people read it; and whether it has changed since.
    Exported {
        /// When.
        at: Option<String>,
        /// Whether there are changes since.
        is_current: bool,
    },
    /// The browser told what it does with what it stores.
    StorageInspected(StorageInfo),
    /// Ask the browser to protect saved projects.
    ProtectStorage,
    /// Find out what the browser does with what it stores.
    InspectStorage,
    /// Try at once to write what could not be written.
    RetrySaving,
    /// Edit the project in this tab.
    TakeOver,
}

/// A project that was opened.
#[derive(Clone, Debug)]
pub struct OpenedProject {
    /// The project with its history.
    pub editor: Editor,
    /// Its storage key.
    pub key: String,
    /// How the user last looked at it.
    pub view: View,
    /// How this tab stands to it.
    pub session: Session,
    /// When it was last exported, as people read it.
    pub last_export: Option<String>,
}

/// What came of a download.
#[derive(Clone, Debug)]
pub struct Downloaded {
    /// The file's name, or why it could not be written, as a message.
    pub file: Result<String, String>,
    /// What the format left out, one item each ("3 relations").
    pub dropped: Vec<String>,
    /// Whether it is the project itself, and not another file.
    pub is_project: bool,
}

macro_rules! actions {
    ($($variant:ident($action:ty)),+ $(,)?) => {
        $(impl From<$action> for Action {
            fn from(action: $action) -> Self {
                Self::$variant(action)
            }
        })+
    };
}

actions! {
    Edit(Command), History(HistoryAction), Caret(CaretAction), Select(SelectAction), Tag(TagAction),
    Attributes(AttributeAction), Parts(PartAction), Relation(RelationAction), Board(BoardAction), Entity(EntityAction), Follow(FollowAction),
    Report(ReportAction),
    Occurrences(OccurrenceAction), Search(SearchAction), View(ViewAction), Article(ArticleAction),
    Incoming(IncomingAction), Project(ProjectAction), Session(SessionAction), Suggestion(SuggestionAction),
    Review(ReviewAction), Opening(OpeningAction), Exporting(ExportingAction),
}
