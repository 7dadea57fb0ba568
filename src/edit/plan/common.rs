//! Shared by the plans of all commands: their result type, and lookups of records.

use std::rc::Rc;

use crate::edit::{Change, EditError, Summary};
use crate::model::{Annotation, AnnotationId, Invalid, Label, LabelId, Project, RecordKind};
use crate::text::shortened;

/// The maximum length of a tagged text in a summary, in characters.
const MAX_TEXT: usize = 40;

/// The summary and changes of a command.
pub(super) type Planned = Result<(Summary, Vec<Change>), EditError>;

/// The plan of a command that would change nothing.
pub(super) fn nothing() -> Planned {
    Ok((Summary::Text(String::new()), Vec::new()))
}

pub(super) fn existing<'a>(project: &'a Project, id: &AnnotationId) -> Result<&'a Rc<Annotation>, Invalid> {
    project.annotation(id).ok_or_else(|| Invalid::dangling(RecordKind::Annotation, id))
}

pub(super) fn label_of<'a>(project: &'a Project, id: &LabelId) -> Result<&'a Label, Invalid> {
    project.schema().label(id).ok_or_else(|| Invalid::dangling(RecordKind::Label, id))
}

/// The tagged text on one line, shortened for a summary.
pub(super) fn short_text(project: &Project, annotation: &Annotation) -> String {
    let exact = project.exact(annotation).split_whitespace().collect::<Vec<_>>().join(" ");
    shortened(&exact, MAX_TEXT)
}
