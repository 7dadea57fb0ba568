//! What an update wants done outside of the state.

use std::rc::Rc;

use super::incoming::ReadAs;
use super::{ByPtr, Cursor, Direction, FilePurpose, OccurrenceRequest, Panels, ProjectRequest, SearchRequest};
use crate::edit::Step;
use crate::format::SampleArticle;
use crate::model::{AnnotationId, ArticleId, Project};
use crate::text::ByteOffset;

/// What an update wants done outside of the state. The runtime carries effects out in order.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Write a step to the storage.
    Save {
        /// The step.
        step: Step,
        /// The project right after it.
        project: Rc<Project>,
    },
    /// Tell the subscribers of the script API about a step.
    Notify(Step),
    /// Open, create, copy or delete projects.
    Project(ProjectRequest),
    /// Fetch a sample article again.
    FetchSample(SampleArticle),
    /// Read files that the user chose or dropped; the number of the list in `web::handles`.
    ReadFiles(FilePurpose, u32),
    /// Read a file of the dialog that adds articles again; in this way, or as plain text in the encoding that it probably has.
    ReadTextAgain(u32, Option<ReadAs>),
    /// Forget the files with these numbers in `web::handles`: they are not needed any more.
    ReleaseFiles(Vec<u32>),
    /// Download the project, or another file.
    Download(Download),
    /// Compute the report of a project.
    ComputeReport(Rc<Project>),
    /// Begin, resume or end backups to a file.
    Backup(BackupRequest),
    /// Try at once to write what could not be written.
    RetrySaving,
    /// Ask the tab that edits the project to let this one edit it.
    TakeOver,
    /// Look for this in all articles, after a pause in typing; whatever was looked for before is dropped.
    Search(SearchRequest),
    /// Compute the suggestions for this project, unless it has changed meanwhile.
    Suggest(Rc<Project>),
    /// Find occurrences, or change what is at them, for as long as the state waits for that.
    Occurrences(Box<OccurrenceRequest>),
    /// Stop searching.
    CancelSearch,
    /// Find, in the next frame, the counterparts that the following columns show.
    FindCounterparts,
    /// Remember under which name the user makes changes.
    StoreAuthor(String),
    /// Remember which panels are shown, and their sizes.
    StorePanels(Panels),
    /// Ask the browser not to clear saved projects when disk space runs low.
    ProtectStorage,
    /// Find out whether the browser protects saved projects, and how much space there is.
    InspectStorage,
    /// Something for the UI root.
    Ui(UiEffect),
}

/// What the UI root does.
#[derive(Clone, Debug, PartialEq)]
pub enum UiEffect {
    /// Move the focus.
    Focus(FocusTarget),
    /// Scroll an article's column to a position, unless it is in view.
    ScrollTo(ArticleId, ByteOffset),
    /// Say something to screen readers.
    Announce(String),
    /// Move the caret by a screen line: only the browser knows where lines break.
    MoveByLine(LineMovement),
    /// Print the page. It needs what is rendered now, and runs at once.
    Print,
    /// Open the browser's file chooser. It needs the user's click or key press, so it runs at once.
    PickFiles(FilePurpose),
}

/// A caret movement that depends on the layout.
#[derive(Clone, Debug, PartialEq)]
pub struct LineMovement {
    /// Where the caret is.
    pub cursor: Cursor,
    /// The direction.
    pub direction: Direction,
    /// Whether the selection is extended.
    pub extend: bool,
    /// Whether the caret goes to the end of its line, and not to the next line.
    pub to_line_end: bool,
}

/// What can get the focus.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FocusTarget {
    /// An article's text.
    Text(ArticleId),
    /// The palette of labels: its filter field, else its first label.
    Palette,
    /// The note on the selected annotation.
    Note,
    /// The field that finds an entity for the selected mention.
    EntityField,
    /// The search field, with its text selected.
    SearchField,
    /// The active tab of the right-hand panel.
    Tab,
    /// The list of annotations.
    AnnotationList,
    /// The field for the user's name.
    AuthorField,
    /// The claims board.
    Board,
    /// A claim on the board.
    BoardClaim(AnnotationId),
    /// The suggestion that is reviewed: its button Accept.
    Review,
    /// The type of the relation that the reviewed suggestion would make.
    ReviewType,
    /// The relations of the selected annotation, in the inspector.
    InspectorRelations,
    /// The button of the inspector that begins a relation.
    RelateButton,
    /// The next or previous region of the page.
    Region(Direction),
}

/// A file to download.
#[derive(Clone, Debug, PartialEq)]
pub enum Download {
    /// The project in the format of this name.
    Project {
        /// `Format::name`.
        format: &'static str,
        /// How it is written.
        options: crate::format::ExportOptions,
    },
    /// The rows of the claims board that are shown.
    Board {
        /// The format.
        format: crate::format::claims_board::BoardFormat,
        /// How it is written.
        options: crate::format::ExportOptions,
    },
    /// A report.
    Report {
        /// The report.
        report: ByPtr<crate::analysis::report::Report>,
        /// When it was made, as text.
        made: String,
    },
    /// A schema on its own.
    Schema(Box<crate::model::Schema>),
}

/// What to do about backups to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupRequest {
    /// Let the user choose a file; where the browser cannot write to one, download a backup.
    Choose,
    /// Go on writing, or try again.
    Resume,
    /// Write to the file no more.
    Stop,
}

impl From<UiEffect> for Effect {
    fn from(effect: UiEffect) -> Self {
        Self::Ui(effect)
    }
}

impl Effect {
    /// Says something to screen readers.
    pub fn announce(text: impl Into<String>) -> Self {
        Self::Ui(UiEffect::Announce(text.into()))
    }

    /// Moves the focus.
    pub fn focus(target: FocusTarget) -> Self {
        Self::Ui(UiEffect::Focus(target))
    }
}

impl Effect {
    /// Downloads the project as JSON.
    pub fn export() -> Self {
        let (format, options) = (crate::format::native::NAME, crate::format::ExportOptions::default());
        Self::Download(Download::Project { format, options })
    }
}
