//! From a command to the transaction that carries it out.

mod annotations;
mod articles;
mod entities;
mod relations;
mod schema;

use std::rc::Rc;

use thiserror::Error;

use super::ids::{IdKind, IdSource};
use super::{Change, Command, Conflict, Stamp, Summary, Transaction};
use crate::model::{Annotation, AnnotationId, Invalid, Label, LabelId, Project, Relation, bounds};
use crate::text::shortened;

/// How many characters of a tagged text a summary shows.
const SHOWN: usize = 40;

/// Why a command cannot be carried out.
#[derive(Debug, Error, Clone, PartialEq)]
pub enum EditError {
    /// It names something that is not there, or breaks an invariant.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The project is not as expected.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// A name is empty.
    #[error("a {0} needs a title")]
    NoTitle(&'static str),
    /// An entity has no name.
    #[error("an entity needs a name")]
    NoName,
    /// An identifier has not the form that its scheme demands.
    #[error("{scheme}: expected {expected}, found “{value}”")]
    Identifier {
        /// The scheme.
        scheme: String,
        /// The value.
        value: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A schema would lose what is in use, and nobody said what becomes of that.
    #[error("{what} is in use {count} times: say what becomes of it")]
    InUse {
        /// What it is.
        what: String,
        /// How many records use it.
        count: usize,
    },
    /// Two annotations would be linked twice by one type of relation.
    #[error("these two are linked as “{0}” already")]
    Linked(String),
}

type Planned = Result<(Summary, Vec<Change>), EditError>;

/// The plan of a command that would change nothing.
fn nothing() -> Planned {
    Ok((Summary::Text(String::new()), Vec::new()))
}

/// The transaction that carries a command out.
pub(super) fn plan(
    project: &Project,
    ids: &mut IdSource,
    command: Command,
    stamp: Stamp,
) -> Result<Transaction, EditError> {
    let (summary, changes) = match command {
        Command::RenameProject(title) => rename_project(project, &title),
        Command::EditSchema(edit) => schema::edit_schema(project, &edit, &stamp),
        Command::AddArticles(articles) => articles::add(project, ids, articles),
        Command::EditArticle(id, fields) => articles::edit(project, &id, fields),
        Command::DescribeArticle(id, patch) => articles::describe(project, &id, patch),
        Command::MarkArticle(id, status) => articles::mark(project, &id, status),
        Command::RemoveArticle(id) => articles::remove(project, &id),
        Command::Annotate(new) => annotations::annotate(project, ids, new, &stamp),
        Command::AnnotateAll(all) => annotations::annotate_all(project, ids, all, &stamp),
        Command::Update(id, patch) => annotations::update(project, &id, patch, &stamp),
        Command::UpdateAll(ids, patch) => annotations::update_all(project, &ids, &patch, &stamp),
        Command::Remove(ids) => annotations::remove(project, &ids),
        Command::AddEntity(new) => entities::add(project, ids, new, &stamp),
        Command::UpdateEntity(id, fields) => entities::update(project, &id, fields),
        Command::LinkAll(links) => entities::link_all(project, ids, links, &stamp),
        Command::MergeEntities(into, others) => entities::merge(project, &into, &others, &stamp),
        Command::SplitEntity { from, name, mentions } => entities::split(project, ids, &from, name, mentions, &stamp),
        Command::RemoveEntity(id) => entities::remove(project, &id, &stamp),
        Command::Relate { kind, from, to, note } => {
            let id = ids.next(IdKind::Relation).as_str().into();
            let (created, creator) = (stamp.at.clone(), stamp.by.clone());
            relations::relate(
                project,
                Relation { id, kind, from, to, note, created, creator, extra: Default::default() },
            )
        }
        Command::UpdateRelation(id, patch) => relations::update(project, &id, patch),
        Command::Unrelate(id) => relations::unrelate(project, &id),
    }?;
    Ok(Transaction { summary, stamp, changes })
}

fn missing(what: &'static str, id: &impl ToString) -> Invalid {
    Invalid::Dangling { what, id: id.to_string() }
}

fn existing<'a>(project: &'a Project, id: &AnnotationId) -> Result<&'a Rc<Annotation>, Invalid> {
    project.annotation(id).ok_or_else(|| missing("annotation", id))
}

fn label_of<'a>(project: &'a Project, id: &LabelId) -> Result<&'a Label, Invalid> {
    project.schema().label(id).ok_or_else(|| missing("label", id))
}

/// The tagged text on one line, short enough for a summary.
fn short_text(project: &Project, annotation: &Annotation) -> String {
    let exact = project.exact(annotation).split_whitespace().collect::<Vec<_>>().join(" ");
    shortened(&exact, SHOWN)
}

fn rename_project(project: &Project, title: &str) -> Planned {
    let after = title.trim().to_owned();
    if after.is_empty() {
        return Err(EditError::NoTitle("project"));
    }
    bounds::title(&after)?;
    let before = project.title.clone();
    let changes = if before == after { vec![] } else { vec![Change::Title { before, after: after.clone() }] };
    Ok((Summary::ProjectRenamed { title: after }, changes))
}
