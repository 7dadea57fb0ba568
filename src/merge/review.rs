//! What the user decides about annotations that were placed in another version of a text, as commands.

use super::unplaced::{unplaced_of, with_unplaced};
use super::{Doubt, Unplaced};
use crate::edit::{Change, Checks, Command, EditError, Places, PlannedChanges, RecordChange, Stamp, Summary, Tags};
use crate::model::{
    Annotation, AnnotationId, Article, ArticleId, AttributeValue, Invalid, LabelId, Project, RecordKind, Relation,
};
use crate::text::{TextRange, shortened};

/// The maximum length of a text in a summary, in characters.
const SHORT: usize = 40;

/// Accepts the places of annotations: they are not doubtful any more. Others are skipped.
///
/// # Errors
/// When there is no such annotation.
pub fn accept(project: &Project, ids: &[AnnotationId], stamp: &Stamp) -> Result<Command, EditError> {
    let mut changes = Vec::new();
    let mut accepted = Vec::new();
    for id in ids {
        let before = project.annotation(id).ok_or_else(|| Invalid::dangling(RecordKind::Annotation, id))?;
        if Doubt::is_about(before) {
            let after = Annotation { extra: Doubt::removed_from(&before.extra), ..touched(before, stamp) };
            accepted.push(before);
            changes.push(Change::Annotation(RecordChange::replace(before, after)));
        }
    }
    let tags = Tags {
        text: if let [one] = accepted.as_slice() { Some(short(&project.exact(one))) } else { None },
        label: None,
        at: Places::count(accepted.iter().map(|one| &one.article)),
    };
    Ok(planned(Summary::TagsAccepted(tags), changes))
}

/// Moves a doubtful annotation to another place of its article, and accepts it there.
///
/// # Errors
/// When there is no such annotation, or the range is not one of the text.
pub fn move_to(project: &Project, id: &AnnotationId, range: TextRange, stamp: &Stamp) -> Result<Command, EditError> {
    let before = project.annotation(id).ok_or_else(|| Invalid::dangling(RecordKind::Annotation, id))?;
    let extra = Doubt::removed_from(&before.extra);
    let after = Annotation { ranges: vec![range], extra, ..touched(before, stamp) };
    project.check_annotation(&after)?;
    let summary = Summary::EdgesMoved { before: short(&project.exact(before)), after: short(&project.exact(&after)) };
    Ok(planned(summary, vec![Change::Annotation(RecordChange::replace(before, after))]))
}

/// Gives an annotation without a place this one in its article, with its relations to annotations that have a place. `label` is used where
/// the schema does not have its own any more. What of it is not valid any more (values of attributes, the entity) is left out.
///
/// # Errors
/// When there is no such annotation, the range is not one of the text, or there is no label for it.
pub fn place(
    project: &Project,
    article: &ArticleId,
    id: &AnnotationId,
    range: TextRange,
    label: Option<&LabelId>,
    stamp: &Stamp,
) -> Result<Command, EditError> {
    let (index, before, mut rest, one) = taken(project, article, id)?;
    let is_known = project.schema().label(&one.annotation.label).is_some();
    let label = if is_known { one.annotation.label.clone() } else { label.unwrap_or(&one.annotation.label).clone() };
    let is_free = project.annotation(id).is_none();
    let new_id = if is_free { id.clone() } else { free_id(project) };
    let mut after = Annotation { id: new_id.clone(), label, ranges: vec![range], ..touched(&one.annotation, stamp) };
    after.entity.take_if(|entity| project.entity(entity).is_none());
    let values = std::mem::take(&mut after.attributes);
    project.check_annotation(&after)?;
    for (name, value) in values {
        let value: AttributeValue = value;
        after.attributes.insert(name.clone(), value);
        if project.check_annotation(&after).is_err() {
            after.attributes.remove(&name);
        }
    }
    let mut changes = vec![Change::Annotation(RecordChange::insert(after.clone()))];
    let mut made = project.clone();
    changes[0].apply(&mut made, Checks::Now)?;
    for relation in one.relations {
        let end = |end: AnnotationId| if end == *id { new_id.clone() } else { end };
        let relation = Relation { from: end(relation.from), to: end(relation.to), ..relation };
        let other = if relation.from == new_id { &relation.to } else { &relation.from };
        if let Some(waiting) = rest.iter_mut().find(|waiting| waiting.annotation.id == *other) {
            waiting.relations.push(relation);
            continue;
        }
        let free = (1..).map(|number| format!("r{number}").as_str().into());
        let id = std::iter::once(relation.id.clone()).chain(free).find(|id| made.relation(id).is_none());
        let relation = Relation { id: id.unwrap_or_else(|| relation.id.clone()), ..relation };
        let change = Change::Relation(RecordChange::insert(relation));
        // Its type may have been removed, or the other end.
        let mut with_relation = made.clone();
        if change.apply(&mut with_relation, Checks::Now).is_ok() {
            made = with_relation;
            changes.push(change);
        }
    }
    changes.push(without(project, index, &before, &rest));
    let tags = Tags {
        text: Some(short(&project.exact(&after))),
        label: Some(project.label_name(&after.label)),
        at: Places::count(std::iter::once(article)),
    };
    Ok(planned(Summary::Tagged(tags), changes))
}

/// Removes an annotation without a place.
///
/// # Errors
/// When there is no such annotation.
pub fn remove_unplaced(project: &Project, article: &ArticleId, id: &AnnotationId) -> Result<Command, EditError> {
    let (index, before, rest, one) = taken(project, article, id)?;
    let summary = Summary::UnplacedRemoved { text: short(&one.exact()) };
    Ok(planned(summary, vec![without(project, index, &before, &rest)]))
}

/// Takes an annotation without a place out of those of its article.
fn taken(
    project: &Project,
    article: &ArticleId,
    id: &AnnotationId,
) -> Result<(usize, std::rc::Rc<Article>, Vec<Unplaced>, Unplaced), EditError> {
    let index = project.articles().iter().position(|one| one.id == *article);
    let found = index.and_then(|index| Some((index, project.articles().get(index)?.clone())));
    let (index, before) = found.ok_or_else(|| Invalid::dangling(RecordKind::Article, article))?;
    let mut rest = unplaced_of(&before);
    let at = rest.iter().position(|one| one.annotation.id == *id);
    let at = at.ok_or_else(|| Invalid::dangling(RecordKind::Annotation, id))?;
    let one = rest.remove(at);
    Ok((index, before, rest, one))
}

fn without(project: &Project, index: usize, before: &std::rc::Rc<Article>, rest: &[Unplaced]) -> Change {
    let extra = with_unplaced(before, rest, project.schema());
    Change::Article { index, change: RecordChange::replace(before, Article { extra, ..(**before).clone() }) }
}

fn free_id(project: &Project) -> AnnotationId {
    let all = (1..).map(|number| AnnotationId::new(format!("a{number}")));
    // There are more numbers than annotations.
    let waiting: Vec<_> =
        project.articles().iter().flat_map(|one| unplaced_of(one)).map(|one| one.annotation.id).collect();
    let mut free = all.filter(|id| project.annotation(id).is_none() && !waiting.contains(id));
    free.next().unwrap_or_else(|| AnnotationId::new("a"))
}

fn touched(annotation: &Annotation, stamp: &Stamp) -> Annotation {
    Annotation { modified: Some(stamp.at.clone()), modifier: stamp.by.clone(), ..annotation.clone() }
}

fn planned(summary: Summary, changes: Vec<Change>) -> Command {
    Command::Planned(Box::new(PlannedChanges { summary, changes }))
}

/// A text on one line, shortened.
fn short(text: &str) -> String {
    shortened(&text.split_whitespace().collect::<Vec<_>>().join(" "), SHORT)
}
