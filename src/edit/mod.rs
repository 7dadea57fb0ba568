//! The one door: every change of a project is a transaction, which can be undone, saved and sent.

mod change;
mod command;
mod editor;
mod history;
mod ids;
mod plan;
mod transaction;

pub use change::{Change, Swap};
pub use command::{AnnotationPatch, ArticleFields, Command, NewAnnotation, NewArticle};
pub use editor::{Editor, Step, StepKind};
pub use history::History;
pub use plan::EditError;
pub use transaction::{Conflict, Stamp, Transaction};
