//! The entities of a project by the names that stand for them.

use std::collections::BTreeMap;

use crate::analysis::bare_name;
use crate::analysis::suggestions::SuggestedSpan;
use crate::model::{EntityId, Project};
use crate::text::TextRange;

/// The entities of a project by name, alias and linked mention, in lower case; `None` for names of several.
#[derive(Debug)]
pub(super) struct Entities<'a>(BTreeMap<String, Option<&'a EntityId>>);

impl<'a> Entities<'a> {
    /// Collects the names.
    pub(super) fn new(project: &'a Project) -> Self {
        let mut names: BTreeMap<String, Option<&EntityId>> = BTreeMap::new();
        let mut add = |name: &str, id: &'a EntityId| {
            let known = names.entry(bare_name(name).to_lowercase()).or_insert(Some(id));
            if known.is_some_and(|known| known != id) {
                *known = None;
            }
        };
        for entity in project.entities() {
            add(&entity.name, &entity.id);
            entity.aliases.iter().for_each(|alias| add(alias, &entity.id));
        }
        for annotation in project.all_annotations() {
            if let Some(id) = &annotation.entity {
                add(&project.exact(annotation), id);
            }
        }
        Self(names)
    }

    /// The entity with a name, if it is the only one.
    pub(super) fn named(&self, name: &str) -> Option<EntityId> {
        self.0.get(&bare_name(name).to_lowercase()).copied().flatten().cloned()
    }

    /// Whether several entities have a name.
    pub(super) fn is_of_several(&self, name: &str) -> bool {
        self.0.get(&bare_name(name).to_lowercase()).is_some_and(Option::is_none)
    }

    /// The entity of the mention that a source is, but for a title or article before it.
    pub(super) fn at(project: &Project, source: &SuggestedSpan) -> Option<EntityId> {
        let text = &project.article(&source.article)?.text;
        let mentions = project.annotations_of(&source.article);
        let is_source = |range: TextRange| {
            let before = TextRange::new(source.range.start(), range.start().max(source.range.start()));
            range.end() >= source.range.end() && text.slice(before).split_whitespace().count() <= 1
        };
        let mut linked = mentions.overlapping(source.range).filter(|&(range, _)| is_source(range));
        linked.find_map(|(_, one)| one.entity.clone())
    }
}
