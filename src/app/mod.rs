//! What the page is, without a browser: its state, the actions that change it, and the effects that these have.
//!
//! [`update()`] is the reducer. The runtime calls it for each action, replaces the state, and carries the effects out;
//! components get slices of the state as props, and a [`Dispatcher`].

mod action;
pub mod annotation_filter;
pub mod attributes;
mod backup;
mod by_ptr;
pub mod claims_board;
pub mod command_palette;
pub mod commands;
mod cursor;
mod dialog;
mod dispatcher;
mod effect;
pub mod entities;
mod file_purpose;
mod follow;
mod follow_source;
pub mod incoming;
mod key_layout;
pub mod keymap;
pub mod keys;
pub mod label_colours;
pub mod label_filter;
mod listed_annotations;
pub mod messages;
pub mod minimap;
mod mode;
mod notice;
pub mod occurrences;
mod panels;
mod projects;
pub mod relations;
mod report;
mod sample_arrival;
mod samples;
pub mod search;
mod selected_mention;
mod selection;
mod session;
mod shown_panels;
mod state;
mod suggestion_outlines;
pub mod suggestions;
mod update;
mod view;
mod window_layout;

pub use action::{
    Action, ArticleAction, AttributeAction, AttributeKey, CaretAction, Downloaded, HistoryAction, OpenedProject,
    PartAction, ProjectAction, SelectAction, TagAction, ViewAction,
};
pub use annotation_filter::{AnnotationFilter, MissingFilter};
pub use backup::{Backup, BackupStage, StorageInfo};
pub use by_ptr::ByPtr;
pub use claims_board::{BoardAction, BoardDrag, BoardView, DropTarget};
pub use cursor::{Cursor, Direction, Edge};
pub use dialog::{Dialog, SchemaFile};
pub use dispatcher::{Dispatcher, Host, Page};
pub use effect::{BackupRequest, Download, Effect, FocusTarget, LineMovement, UiEffect};
pub use entities::{EntityAction, EntityPage, EntityPanel};
pub use file_purpose::FilePurpose;
pub use follow::{FollowAction, Followed, Following};
pub use follow_source::FollowSource;
pub use incoming::{Incoming, IncomingAction};
pub use listed_annotations::{FilterCache, ListedAnnotations};
pub use mode::{AttributeStep, Mode};
pub use notice::{Notice, Offer};
pub use occurrences::{OccurrenceAction, Occurrences};
pub use panels::{Panel, PanelSize, PanelSizes, Panels};
pub use projects::{ImportedProject, NewProject, ProjectRequest, ReadFiles};
pub use relations::{PendingRelation, RelationAction, RelationFilter, RelationPanel};
pub use report::{ReportAction, ReportView};
pub use sample_arrival::SampleOutcome;
pub use samples::PendingSample;
pub use search::{Search, SearchAction, SearchProblem, SearchQuery, SearchRequest, SearchResults};
pub use selection::Selection;
pub use session::{Saving, Session, SessionAction};
pub use state::{State, innermost_or_next_out};
pub use suggestion_outlines::{Outline, outlined_parts};
pub use suggestions::{Review, ReviewAction, SuggestionAction, SuggestionView};
pub use update::{follow, perform, update};
pub use view::{ScrollPosition, Tab, View};
pub use window_layout::{PanelPlaces, WindowLayout};
