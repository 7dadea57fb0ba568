//! Plans for relations: adds, changes and removes them.

use super::common::{Planned, existing, nothing, short_text};
use crate::edit::ids::{IdKind, IdSource};
use crate::edit::{Change, EditError, RecordChange, RelationPatch, Stamp, Summary};
use crate::model::{AnnotationId, Invalid, Project, RecordKind, Records, Relation, RelationId, RelationTypeId};

pub(super) fn relate(project: &Project, relation: Relation) -> Planned {
    project.check_relation(&relation)?;
    check_new(project, &relation)?;
    let (from, to) = ends(project, &relation)?;
    let summary = Summary::Related { from, to, kind: project.relation_type_name(&relation.kind) };
    Ok((summary, vec![Change::Relation(RecordChange::insert(relation))]))
}

pub(super) fn relate_all(
    project: &Project,
    ids: &mut IdSource,
    kind: &RelationTypeId,
    pairs: Vec<(AnnotationId, AnnotationId)>,
    stamp: &Stamp,
) -> Planned {
    let (mut made, pair_count): (Vec<Relation>, _) = (Vec::new(), pairs.len());
    for (from, to) in pairs {
        let id = ids.next(IdKind::Relation).as_str().into();
        let (created, creator) = (stamp.at.clone(), stamp.by.clone());
        let (kind, note, extra) = (kind.clone(), String::new(), Default::default());
        let relation = Relation { id, kind, from, to, note, created, creator, extra };
        project.check_relation(&relation)?;
        if check_new(project, &relation).is_ok() {
            made.push(relation);
        }
    }
    let name = project.relation_type_name(kind);
    let skipped = pair_count - made.len();
    let summary = match made.as_slice() {
        [] if pair_count > 1 => return Err(EditError::AllAlreadyRelated(name)),
        [] => return Err(EditError::AlreadyRelated(name)),
        [only] if skipped == 0 => {
            let (from, to) = ends(project, only)?;
            Summary::Related { from, to, kind: name }
        }
        several => Summary::AllRelated { relations: several.len(), skipped, kind: name },
    };
    Ok((summary, made.into_iter().map(|relation| Change::Relation(RecordChange::insert(relation))).collect()))
}

/// Refuses a relation that duplicates another. Files may contain duplicates; only new ones are refused.
fn check_new(project: &Project, relation: &Relation) -> Result<(), EditError> {
    let mut like = project.relations_like(&relation.kind, &relation.from, &relation.to);
    if like.any(|one| one.id != relation.id) {
        return Err(EditError::AlreadyRelated(project.relation_type_name(&relation.kind)));
    }
    Ok(())
}

/// The texts of the annotations at both ends.
fn ends(project: &Project, relation: &Relation) -> Result<(String, String), Invalid> {
    let (from, to) = (existing(project, &relation.from)?, existing(project, &relation.to)?);
    Ok((short_text(project, from), short_text(project, to)))
}

pub(super) fn update(project: &Project, id: &RelationId, patch: RelationPatch) -> Planned {
    let before = project.relation(id).ok_or_else(|| Invalid::dangling(RecordKind::Relation, id))?;
    let mut after = (**before).clone();
    if let Some(kind) = patch.kind {
        after.kind = kind;
    }
    if patch.turn {
        std::mem::swap(&mut after.from, &mut after.to);
    }
    if let Some(note) = patch.note {
        after.note = note;
    }
    project.check_relation(&after)?;
    if after == **before {
        return nothing();
    }
    // The note of a duplicate from a file may be edited.
    if after.kind != before.kind || after.from != before.from {
        check_new(project, &after)?;
    }
    let (from, to) = ends(project, &after)?;
    let summary = if after.kind != before.kind {
        Summary::RelationRetyped { from, to, kind: project.relation_type_name(&after.kind) }
    } else if after.from != before.from {
        Summary::RelationReversed { from, to }
    } else {
        Summary::RelationNoteEdited { from, to }
    };
    Ok((summary, vec![Change::Relation(RecordChange::replace(before, after))]))
}

pub(super) fn unrelate(project: &Project, ids: &[RelationId]) -> Planned {
    let mut removed = Records::default();
    for id in ids {
        let relation = project.relation(id).ok_or_else(|| Invalid::dangling(RecordKind::Relation, id))?;
        removed.insert(id.clone(), relation.clone());
    }
    let changes = removed.values().map(|relation| Change::Relation(RecordChange::remove(relation))).collect();
    let summary = match ids {
        [] => return nothing(),
        [_] => {
            let kinds = removed.values().map(|relation| project.relation_type_name(&relation.kind));
            Summary::RelationRemoved { kind: kinds.collect() }
        }
        _ => Summary::RelationsRemoved { relations: removed.len() },
    };
    Ok((summary, changes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{ArticleFields, Command, Editor, NewAnnotation, NewArticle, Step, Transaction};
    use crate::model::{Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    fn perform(editor: &mut Editor, command: Command) -> Result<Option<Step>, EditError> {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        editor.perform(command, Stamp { at, by: String::new() })
    }

    /// Two claims, "one" and "two".
    fn claims() -> Editor {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let mut editor = Editor::new(Project::new("x", news_claims(), at));
        let fields = ArticleFields { title: "News".to_owned(), ..Default::default() };
        let article = NewArticle { id: Some("x".into()), index: None, fields, text: Text::new("one two") };
        perform(&mut editor, Command::AddArticles(vec![article])).expect("an article");
        for (start, end) in [(0, 3), (4, 7)] {
            let tag = NewAnnotation::tag("x".into(), TextRange::from_indices(start, end), "Claim".into());
            perform(&mut editor, Command::Annotate(tag)).expect("a tag");
        }
        editor
    }

    fn relate_claims(editor: &mut Editor, kind: &str, from: &str, to: &str) -> Result<Option<Step>, EditError> {
        let (kind, from, to) = (kind.into(), from.into(), to.into());
        perform(editor, Command::Relate { kind, from, to, note: String::new() })
    }

    fn change(editor: &mut Editor, id: &str, patch: RelationPatch) -> Result<Option<Step>, EditError> {
        perform(editor, Command::UpdateRelation(id.into(), patch))
    }

    fn retyped(kind: &str) -> RelationPatch {
        RelationPatch { kind: Some(kind.into()), ..Default::default() }
    }

    fn reversed() -> RelationPatch {
        RelationPatch { turn: true, ..Default::default() }
    }

    fn refused(done: Result<Option<Step>, EditError>) -> EditError {
        done.expect_err("a duplicate")
    }

    fn already(kind: &str) -> EditError {
        EditError::AlreadyRelated(kind.to_owned())
    }

    #[test]
    fn two_tags_have_one_relation_of_a_type() {
        let mut editor = claims();
        relate_claims(&mut editor, "supports", "a1", "a2").expect("a relation");
        assert_eq!(refused(relate_claims(&mut editor, "supports", "a1", "a2")), already("supports"));
        relate_claims(&mut editor, "supports", "a2", "a1").expect("the other direction");
        relate_claims(&mut editor, "repeats", "a1", "a2").expect("another type");
        assert_eq!(
            refused(relate_claims(&mut editor, "repeats", "a2", "a1")),
            already("repeats"),
            "in either direction, because the type is symmetric"
        );
        assert_eq!(editor.project().relations().count(), 3);
    }

    #[test]
    fn a_change_cannot_make_a_relation_a_duplicate() {
        let mut editor = claims();
        relate_claims(&mut editor, "supports", "a1", "a2").expect("a relation");
        relate_claims(&mut editor, "supports", "a2", "a1").expect("a relation");
        relate_claims(&mut editor, "repeats", "a2", "a1").expect("a relation");
        assert_eq!(refused(change(&mut editor, "r1", reversed())), already("supports"));
        assert_eq!(refused(change(&mut editor, "r1", retyped("repeats"))), already("repeats"));
        change(&mut editor, "r1", retyped("updates")).expect("an unused type");
        change(&mut editor, "r1", reversed()).expect("no relation in this direction");
        change(&mut editor, "r3", reversed()).expect("a relation is not a duplicate of itself");
        let noted = RelationPatch { note: Some("n".to_owned()), ..Default::default() };
        change(&mut editor, "r2", noted).expect("a note");
    }

    #[test]
    fn duplicates_from_a_file_remain_and_can_be_changed() {
        let mut editor = claims();
        relate_claims(&mut editor, "repeats", "a1", "a2").expect("a relation");
        let project = editor.project().clone();
        let duplicate =
            Relation { id: "r9".into(), ..(**project.relation(&"r1".into()).expect("the relation")).clone() };
        let stamp = Stamp { at: duplicate.created.clone(), by: String::new() };
        let changes = vec![Change::Relation(RecordChange::insert(duplicate))];
        let transaction = Transaction { summary: Summary::Text(String::new()), stamp, changes };
        let project = transaction.apply(&project).expect("no invariant forbids it");
        let mut editor = Editor::new(project);
        let noted = RelationPatch { note: Some("n".to_owned()), ..Default::default() };
        change(&mut editor, "r9", noted).expect("a note");
        change(&mut editor, "r9", retyped("updates")).expect("an unused type");
        assert_eq!(refused(change(&mut editor, "r9", retyped("repeats"))), already("repeats"));
    }

    #[test]
    fn several_relations_are_removed_in_one_step() {
        let mut editor = claims();
        relate_claims(&mut editor, "supports", "a1", "a2").expect("a relation");
        relate_claims(&mut editor, "repeats", "a1", "a2").expect("a relation");
        let all = || Command::UnrelateAll(vec!["r1".into(), "r2".into(), "r1".into()]);
        let step = perform(&mut editor, all()).expect("a removal").expect("a step");
        assert_eq!(step.transaction.summary, Summary::RelationsRemoved { relations: 2 });
        assert_eq!(editor.project().relations().count(), 0);
        assert!(perform(&mut editor, all()).is_err(), "they are not there any more");
        assert_eq!(perform(&mut editor, Command::UnrelateAll(vec![])), Ok(None));
        editor.undo().expect("an undo");
        assert_eq!(editor.project().relations().count(), 2);
    }
}
