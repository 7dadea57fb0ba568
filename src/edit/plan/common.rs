//! Shared by the plans of all commands: their result type, lookups of records, and how changes are applied one after the other.

use std::rc::Rc;

use crate::edit::{Change, Checks, EditError, Summary};
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

/// Applies changes to the project as it is so far, and adds them to those before: for plans of which a part needs what another has made.
pub(super) fn apply(now: &mut Project, new: Vec<Change>, changes: &mut Vec<Change>) -> Result<(), EditError> {
    for change in new {
        change.apply(now, Checks::Now)?;
        changes.push(change);
    }
    Ok(())
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
