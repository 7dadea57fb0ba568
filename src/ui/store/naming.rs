//! Entities: which one is looked at, how the registry is filtered, and linking the selected mentions.

use super::{State, Tab};
use crate::analysis::{Candidate, Fit, bare_name, entity_candidates};
use crate::edit::{AnnotationPatch, Command, EditError, EntityFields, NewEntity, Stamp, Step};
use crate::model::{AnnotationId, EntityId, LabelId, LabelKind};
use crate::text::isolated;

/// What the tab of entities shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RegistryPage {
    /// All entities.
    #[default]
    List,
    /// One of them.
    Entity(EntityId),
    /// The mentions that are linked to none, by name.
    Unlinked,
}

/// How the registry of entities is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registry {
    /// What is shown.
    pub page: RegistryPage,
    /// Only entities with this in a name.
    pub query: String,
    /// Only entities of this label.
    pub label: Option<LabelId>,
    /// Whether those with most mentions come first; else they go by name.
    pub by_mentions: bool,
    /// Forms of names that were taken out of their group.
    pub apart: Vec<String>,
    /// Counts up each time the selected mention's entity is to be chosen from all.
    pub choose: u32,
}

/// What can happen to the registry of entities.
#[derive(Clone, Debug)]
pub enum EntityAction {
    /// Look at it in another way.
    Look(Registry),
    /// Show a page of it, wherever the person is.
    Show(RegistryPage),
    /// Link the selected mentions to the entity that they probably are of; if there is no such, choose one.
    Link,
    /// Choose the entity of the selected mentions from all.
    Choose,
    /// Link the selected mentions to an entity, or to none.
    LinkTo(Option<EntityId>),
    /// Make an entity of the selected mentions; its name is theirs if none is given.
    New(Option<String>),
}

impl State {
    /// The entities that the selected mention may be of; none where it is linked or no mention.
    pub fn candidates(&self) -> Vec<Candidate> {
        let unlinked = self.selected_mention().filter(|id| self.is_unlinked(id));
        let annotation = unlinked.and_then(|id| self.project().annotation(&id));
        annotation
            .map_or_else(Vec::new, |one| entity_candidates(self.project(), &self.project().exact(one), &one.label))
    }

    /// The one entity that the first key links: the best of the candidates, if no other is as good.
    pub fn surest(candidates: &[Candidate]) -> Option<&Candidate> {
        let first = candidates.first()?;
        let second = candidates.get(1).map(|second| second.fit);
        // Letter for letter the same name, and mentioned: others of that name are less likely.
        let is_sure =
            second != Some(first.fit) || (first.fit == Fit::Same && candidates[1].mentions == 0 && first.mentions > 0);
        is_sure.then_some(first)
    }

    /// The selected annotation, if its label marks things in the world.
    pub fn selected_mention(&self) -> Option<AnnotationId> {
        let annotation = self.project().annotation(self.view.selected.as_ref()?)?;
        let label = self.project().schema().label(&annotation.label)?;
        (label.kind == LabelKind::Entity || annotation.entity.is_some()).then(|| annotation.id.clone())
    }

    fn is_unlinked(&self, id: &AnnotationId) -> bool {
        self.project().annotation(id).is_some_and(|one| one.entity.is_none())
    }

    pub(super) fn name(&mut self, action: EntityAction, stamp: Stamp) -> Result<Option<Step>, EditError> {
        match action {
            EntityAction::Look(registry) => self.registry = registry,
            EntityAction::Show(page) => {
                self.view.tab = Tab::Entities;
                self.view.panel_hidden = false;
                self.registry.page = page;
            }
            EntityAction::Choose => self.choose(),
            EntityAction::Link => {
                let candidates = self.candidates();
                match Self::surest(&candidates) {
                    Some(one) => return self.link_selected(Some(one.entity.id.clone()), stamp),
                    None => self.choose(),
                }
            }
            EntityAction::LinkTo(entity) => return self.link_selected(entity, stamp),
            EntityAction::New(name) => return self.new_entity(name, stamp),
        }
        Ok(None)
    }

    fn choose(&mut self) {
        if self.selected_mention().is_none() {
            return self.tell("Select a tag of a person, a place or another thing first");
        }
        self.view.panel_hidden = false;
        self.registry.choose += 1;
    }

    fn link_selected(&mut self, entity: Option<EntityId>, stamp: Stamp) -> Result<Option<Step>, EditError> {
        let patch = AnnotationPatch { entity: Some(entity), ..Default::default() };
        let command = match self.view.all_selected() {
            none if none.is_empty() => return Ok(None),
            one if one.len() == 1 => Command::Update(one[0].clone(), patch),
            many => Command::UpdateAll(many, patch),
        };
        self.editor.perform(command, stamp)
    }

    fn new_entity(&mut self, name: Option<String>, stamp: Stamp) -> Result<Option<Step>, EditError> {
        let Some(annotation) = self.selected_mention().and_then(|id| self.project().annotation(&id)) else {
            self.tell("Select a tag of a person, a place or another thing first");
            return Ok(None);
        };
        if let Some(entity) = annotation.entity.as_ref().and_then(|id| self.project().entity(id))
            && name.is_none()
        {
            self.tell(format!("Linked to {} already: change that with E", isolated(&entity.name)));
            return Ok(None);
        }
        let words = self.project().exact(annotation);
        let label = Some(annotation.label.clone());
        let name = name.unwrap_or_else(|| bare_name(&words).to_owned());
        let fields = EntityFields { name, label, ..Default::default() };
        let new = NewEntity { fields, mentions: self.view.all_selected() };
        self.editor.perform(Command::AddEntity(new), stamp)
    }
}
