//! The plan that sets an entity as an attribute of annotations, and links its mentions.

use std::rc::Rc;

use super::annotations::patched;
use super::common::{Planned, apply, existing, nothing};
use super::connect::tagged;
use super::entities::link_all;
use super::tags::tags;
use crate::edit::ids::IdSource;
use crate::edit::{AnnotationPatch, Change, EditError, LinkTo, NewSource, RecordChange, Side, Stamp, Summary};
use crate::model::{Annotation, AttributeValue, EntityId, Project};

/// Sets an entity, which is made if it is new, as an attribute of annotations. Those that do not exist yet are made, after the mentions.
pub(super) fn set_source(project: &Project, ids: &mut IdSource, new: NewSource, stamp: &Stamp) -> Planned {
    let mut now = project.clone();
    let mut changes = Vec::new();
    let Some(entity) = source(&mut now, ids, new.entity, &mut changes, stamp)? else { return nothing() };
    let mut mentions = Vec::new();
    for mut mention in new.mentions {
        if let Side::New(mention) = &mut mention {
            mention.entity = Some(entity.clone());
        }
        mentions.push(tagged(&mut now, ids, mention, &mut changes, stamp)?);
    }
    let (_, links) = link_all(&now, ids, vec![(LinkTo::Known(entity.clone()), mentions)], stamp)?;
    apply(&mut now, links, &mut changes)?;
    let mut described: Vec<Rc<Annotation>> = Vec::new();
    for (mut side, mut attributes) in new.of {
        attributes.insert(new.attribute.clone(), Some(AttributeValue::Text(entity.as_str().to_owned())));
        if let Side::New(new) = &mut side {
            new.attributes.extend(attributes.clone().into_iter().filter_map(|(name, value)| Some((name, value?))));
        }
        let id = tagged(&mut now, ids, side, &mut changes, stamp)?;
        let before = existing(&now, &id)?.clone();
        let after = patched(&now, &before, AnnotationPatch { attributes, ..AnnotationPatch::default() }, false, stamp)?;
        if after != *before {
            apply(&mut now, vec![Change::Annotation(RecordChange::replace(&before, after.clone()))], &mut changes)?;
        }
        described.push(Rc::new(after));
    }
    let tags = tags(&now, &described);
    let is_new = described.iter().all(|one| project.annotation(&one.id).is_none());
    Ok((if is_new { Summary::Tagged(tags) } else { Summary::AllEdited(tags) }, changes))
}

/// The entity that is meant, or the new one.
fn source(
    now: &mut Project,
    ids: &mut IdSource,
    entity: LinkTo,
    changes: &mut Vec<Change>,
    stamp: &Stamp,
) -> Result<Option<EntityId>, EditError> {
    if let LinkTo::Known(id) = entity {
        return Ok(Some(id));
    }
    let (_, made) = link_all(now, ids, vec![(entity, Vec::new())], stamp)?;
    let id = made.iter().find_map(|change| match change {
        Change::Entity(change) => change.after.as_ref().map(|entity| entity.id.clone()),
        _ => None,
    });
    apply(now, made, changes)?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use crate::edit::{
        ArticleFields, Command, Editor, EntityFields, LinkTo, NewAnnotation, NewArticle, NewSource, Side, Stamp,
    };
    use crate::model::{AttributeValue, Project, Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    #[test]
    fn a_source_is_made_with_its_mention_and_claim_and_undone_with_them() {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let stamp = Stamp { at: at.clone(), by: String::new() };
        let mut editor = Editor::new(Project::new("x", news_claims(), at));
        let fields = ArticleFields { title: "News".to_owned(), ..Default::default() };
        let article = NewArticle { id: Some("x".into()), index: None, fields, text: Text::new("No, Ada Lowe said.") };
        editor.perform(Command::AddArticles(vec![article]), stamp.clone()).expect("an article");
        let tag = |start, end, label: &str| {
            Side::New(NewAnnotation::tag("x".into(), TextRange::from_indices(start, end), label.into()))
        };
        let attribution = Some(AttributeValue::Text("direct".to_owned()));
        let new = NewSource {
            entity: LinkTo::New(EntityFields { name: "Ada Lowe".to_owned(), ..Default::default() }),
            mentions: vec![tag(4, 12, "Person")],
            attribute: "source".to_owned(),
            of: vec![(tag(0, 2, "Claim"), [("attribution".to_owned(), attribution)].into())],
        };
        let command = Command::SetSource(Box::new(new));
        let step = editor.perform(command.clone(), stamp.clone()).expect("a change").expect("a step");
        assert_eq!(step.transaction.changes.len(), 3, "each is made as it is in the end");
        let project = editor.project().clone();
        let entity = project.entities().next().expect("an entity").id.clone();
        let all: Vec<_> = project.all_annotations().collect();
        let (claim, mention) = (&all[0], &all[1]);
        assert_eq!(mention.entity.as_ref(), Some(&entity));
        assert_eq!(claim.attributes["source"], AttributeValue::Text(entity.to_string()));
        assert_eq!(claim.attributes["attribution"], AttributeValue::Text("direct".to_owned()));
        editor.undo().expect("an undo");
        assert_eq!((editor.project().annotation_count(), editor.project().entities().count()), (0, 0));
        editor.redo().expect("a redo");
        let Command::SetSource(mut again) = command else { return };
        again.entity = LinkTo::Known(entity);
        assert!(editor.perform(Command::SetSource(again), stamp).expect("a change").is_none(), "all of it is there");
    }
}
