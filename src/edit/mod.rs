//! Edits projects: every edit is a transaction, which can be undone, saved and sent to other tabs.

mod bulk_edit;
mod change;
mod command;
mod conflict;
mod editor;
mod error;
mod history;
mod ids;
mod plan;
mod schema_draft;
mod schema_edit;
mod summary;
mod transaction;

pub use bulk_edit::{BulkEdit, PlannedEdit};
pub use change::{Change, Checks, RecordChange};
pub use command::{
    AcceptedPrediction, AnnotationPatch, ArticleFields, AttributePatch, BulkCommand, Command, EntityFields, LinkTo,
    NewAnnotation, NewArticle, NewEntity, NewSource, PlannedChanges, RelationPatch, Side,
};
pub use conflict::{Conflict, ProjectPart};
pub use editor::{Editor, Step, StepKind};
pub use error::EditError;
pub use history::History;
pub use schema_draft::{
    AttributeDraft, ChoiceDraft, DraftProblem, LabelDraft, Part, RelationTypeDraft, Remap, SchemaDraft,
};
pub use schema_edit::{
    AttributeMove, AttributeOwner, ChoiceMove, InUse, SchemaEdit, relations_without_place, uses_without_remap,
};
pub use summary::{Places, SchemaChange, Summary, Tags};
pub use transaction::{Stamp, Transaction};
