//! The entities that accepted suggestions link, and those that they make: each once for a name.

use std::collections::BTreeMap;

use super::tags::{Tag, Tags};
use crate::analysis::bare_name;
use crate::analysis::suggestions::{NewSource, SuggestedSpan};
use crate::edit::{EntityFields, LinkTo, NewAnnotation};
use crate::model::{AnnotationId, LabelKind, Project};

/// An entity with what is linked to it.
pub(super) struct LinkedEntity {
    pub to: LinkTo,
    pub mentions: Vec<Tag>,
    /// The claims of which it is the source.
    pub claims: Vec<Tag>,
}

/// The entities of one command.
#[derive(Default)]
pub(super) struct LinkedEntities {
    pub all: Vec<LinkedEntity>,
    /// The indexes by name; `None` for names of several.
    by_name: BTreeMap<String, Option<usize>>,
    by_mention: BTreeMap<AnnotationId, usize>,
}

fn key(name: &str) -> String {
    bare_name(name).to_lowercase()
}

impl LinkedEntities {
    /// Links mentions to one entity: the one that one of them is linked to, or else a new one.
    pub(super) fn link(&mut self, project: &Project, mentions: &[AnnotationId]) -> Option<()> {
        let linked = mentions.iter().find_map(|id| project.annotation(id)?.entity.clone());
        let to = match linked {
            Some(known) => LinkTo::Known(known),
            None => LinkTo::New(new_entity(project, mentions)?),
        };
        let mut names: Vec<String> =
            mentions.iter().filter_map(|id| Some(key(&project.exact(project.annotation(id)?)))).collect();
        if let LinkTo::New(fields) = &to {
            names.push(key(&fields.name));
        }
        let tags = mentions.iter().cloned().map(Tag::Known).collect();
        let at = self.add(LinkedEntity { to, mentions: tags, claims: Vec::new() }, names);
        self.by_mention.extend(mentions.iter().map(|id| (id.clone(), at)));
        Some(())
    }

    fn add(&mut self, entity: LinkedEntity, names: Vec<String>) -> usize {
        let at = self.all.len();
        self.all.push(entity);
        for name in names {
            let known = self.by_name.entry(name).or_insert(Some(at));
            if *known != Some(at) {
                *known = None;
            }
        }
        at
    }

    /// The entity that a source without one gets, by its index: a new one, with its mention, or the one that has the name since.
    pub(super) fn source(
        &mut self,
        tags: &mut Tags<'_>,
        project: &Project,
        source: &SuggestedSpan,
        (name, new): (&str, &NewSource),
    ) -> Option<usize> {
        let there = mention_at(tags, project, source, new);
        let linked = match &there {
            Some(Mention::Tag(Tag::Known(id))) => self.by_mention.get(id).copied(),
            _ => None,
        };
        let at = match (linked, self.by_name.get(&key(name))) {
            (Some(at), _) => at,
            (None, Some(known)) => (*known)?,
            (None, None) => {
                let tag = match &there {
                    Some(Mention::Missing(tag)) => Some(tags.add(tag.clone(), true)),
                    Some(Mention::Tag(tag)) => Some(tag.clone()),
                    None => None,
                };
                let label = tag.as_ref().and_then(|tag| tags.label(tag)).unwrap_or(&new.label).clone();
                let fields = EntityFields { name: name.to_owned(), label: Some(label), ..EntityFields::default() };
                let (mentions, claims) = (tag.into_iter().collect(), Vec::new());
                return Some(self.add(LinkedEntity { to: LinkTo::New(fields), mentions, claims }, vec![key(name)]));
            }
        };
        if let (Some(Mention::Tag(tag)), Some(entity)) = (there, self.all.get_mut(at))
            && !entity.mentions.contains(&tag)
        {
            entity.mentions.push(tag);
        }
        Some(at)
    }
}

/// Where the words of a source name it.
enum Mention {
    /// They are tagged.
    Tag(Tag),
    /// They are not tagged.
    Missing(NewAnnotation),
}

/// The mention of a source that is a name; `None` if something else is tagged there.
fn mention_at(tags: &Tags<'_>, project: &Project, source: &SuggestedSpan, new: &NewSource) -> Option<Mention> {
    let range = new.mention?;
    let there = tags.of_kind(LabelKind::Entity, &source.article, range);
    if there.is_empty() {
        return Some(Mention::Missing(NewAnnotation::tag(source.article.clone(), range, new.label.clone())));
    }
    let is_free = |tag: &Tag| match tag {
        Tag::Known(id) => project.annotation(id).is_some_and(|one| one.entity.is_none()),
        Tag::New(_) => true,
    };
    let is_name = |(own, tag): &(_, Tag)| (range.contains(*own) || own.contains(range)) && is_free(tag);
    there.into_iter().filter(|(own, _)| own.end() >= range.end()).find(is_name).map(|(_, tag)| Mention::Tag(tag))
}

/// A new entity with the longest of the mentions' texts as its name.
fn new_entity(project: &Project, mentions: &[AnnotationId]) -> Option<EntityFields> {
    let annotations: Vec<_> = mentions.iter().filter_map(|id| project.annotation(id)).collect();
    let names = annotations.iter().map(|one| bare_name(&project.exact(one)).into_owned());
    let name = names.max_by_key(|name| (name.chars().filter(|c| c.is_uppercase()).count(), name.len()))?;
    let label = annotations.first().map(|one| one.label.clone());
    Some(EntityFields { name, label, ..EntityFields::default() })
}
