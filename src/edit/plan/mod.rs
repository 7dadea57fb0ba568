//! Plans commands: computes the transaction for a command.

mod annotations;
mod articles;
mod bulk;
mod claims_board;
mod common;
mod connect;
mod entities;
mod predictions;
mod rejections;
mod relations;
mod schema;
mod sources;
mod tags;

use super::ids::{IdKind, IdSource};
use super::{BulkCommand, Change, Command, EditError, NewArticle, Stamp, Summary, Transaction};
use crate::model::{Project, Relation, field_limits};
pub(super) use bulk::Bulk;
use common::{Planned, nothing};

/// The transaction that performs a command.
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
        Command::AnnotateAll(all) => Bulk::new(project, BulkCommand::Annotate(all)).at_once(ids, &stamp),
        Command::Update(id, patch) => annotations::update(project, &id, patch, &stamp),
        Command::UpdateAll(all, patch) => Bulk::new(project, BulkCommand::Update(all, patch)).at_once(ids, &stamp),
        Command::Remove(all) => Bulk::new(project, BulkCommand::Remove(all)).at_once(ids, &stamp),
        Command::TitleRow { claims, title } => claims_board::title_row(project, &claims, &title, &stamp),
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
        Command::RelateAll(kind, pairs) => relations::relate_all(project, ids, &kind, pairs, &stamp),
        Command::Connect { kind, from, to } => connect::connect(project, ids, &kind, (*from, *to), &stamp),
        Command::SetSource(new) => sources::set_source(project, ids, *new, &stamp),
        Command::All(commands) => all(project, ids, commands, &stamp),
        Command::UpdateRelation(id, patch) => relations::update(project, &id, patch),
        Command::Unrelate(id) => relations::unrelate(project, &[id]),
        Command::UnrelateAll(ids) => relations::unrelate(project, &ids),
        Command::AcceptPredictions(all) => predictions::accept(project, ids, all, &stamp),
        Command::RejectSuggestions(ids) => rejections::set_rejected(project, ids, true),
        Command::RestoreSuggestions(ids) => rejections::set_rejected(project, ids, false),
        Command::Planned(planned) => {
            planned.changes.iter().for_each(|change| ids.skip_new(change));
            Ok((planned.summary, planned.changes))
        }
    }?;
    Ok(Transaction { summary, stamp, changes })
}

/// The transaction that adds articles.
pub(super) fn plan_articles(
    project: &Project,
    ids: &mut IdSource,
    articles: Vec<NewArticle>,
    stamp: Stamp,
) -> Result<Transaction, EditError> {
    let (summary, changes) = articles::add(project, ids, articles)?;
    Ok(Transaction { summary, stamp, changes })
}

fn rename_project(project: &Project, title: &str) -> Planned {
    let after = title.trim().to_owned();
    if after.is_empty() {
        return Err(EditError::NoProjectTitle);
    }
    field_limits::title(&after)?;
    let before = project.title.clone();
    let changes = if before == after { vec![] } else { vec![Change::Title { before, after: after.clone() }] };
    Ok((Summary::ProjectRenamed { title: after }, changes))
}

/// Plans each command in the project that the ones before it lead to.
fn all(project: &Project, ids: &mut IdSource, commands: Vec<Command>, stamp: &Stamp) -> Planned {
    let mut now = project.clone();
    let mut changes = Vec::new();
    let mut summaries = Vec::new();
    let mut steps = 0;
    for command in commands {
        let planned = match plan(&now, ids, command, stamp.clone()) {
            // The ones before may have related the same two.
            Err(EditError::AlreadyRelated(_)) if !changes.is_empty() => continue,
            planned => planned?,
        };
        if planned.changes.is_empty() {
            continue;
        }
        now = planned.apply(&now)?;
        changes.extend(planned.changes);
        steps += match &planned.summary {
            Summary::Tagged(tags) => tags.at.places,
            _ => 1,
        };
        summaries.push(planned.summary);
    }
    match summaries.len() {
        0 => nothing(),
        1 => Ok((summaries.remove(0), changes)),
        _ => Ok((Summary::Several { steps }, changes)),
    }
}
