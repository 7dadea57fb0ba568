//! Linking the selected mentions to entities, and what the entities panel shows.

use super::{Edited, Update};
use crate::analysis::bare_name;
use crate::app::attributes::update_tags;
use crate::app::entities::{EntityPage, most_probable};
use crate::app::messages::entities as words;
use crate::app::{EntityAction, FocusTarget, Tab, UiEffect};
use crate::edit::{AnnotationPatch, Command, EntityFields, NewEntity};
use crate::model::EntityId;

impl Update<'_> {
    pub(super) fn entity(&mut self, action: EntityAction) -> Edited {
        match action {
            EntityAction::SetPanel(panel) => self.state.entity_panel = panel,
            EntityAction::Show(page) => self.show_entities(page),
            EntityAction::GoTo(page) => {
                self.show_entities(page);
                self.ui(UiEffect::Focus(FocusTarget::Tab));
            }
            EntityAction::Choose => self.choose_entity(),
            EntityAction::Link => {
                let candidates = self.state.entity_candidates();
                match most_probable(&candidates) {
                    Some(one) => return self.link_selected(Some(one.entity.id.clone())),
                    None => self.choose_entity(),
                }
            }
            EntityAction::LinkTo(entity) => return self.link_selected(entity),
            EntityAction::New(name) => return self.new_entity(name),
        }
        Ok(None)
    }

    fn show_entities(&mut self, page: EntityPage) {
        self.state.view.tab = Tab::Entities;
        self.state.hide_side(false);
        self.state.entity_panel.page = page;
    }

    fn choose_entity(&mut self) {
        if self.state.selected_mention().is_none() {
            return self.notify(words::SELECT_A_MENTION);
        }
        self.state.hide_side(false);
        self.ui(UiEffect::Focus(FocusTarget::EntityField));
    }

    fn link_selected(&mut self, entity: Option<EntityId>) -> Edited {
        if self.state.view.selected.is_empty() {
            return Ok(None);
        }
        let patch = AnnotationPatch { entity: Some(entity), ..Default::default() };
        self.perform(update_tags(&self.state.view.selected, patch))
    }

    fn new_entity(&mut self, name: Option<String>) -> Edited {
        let project = self.state.project().clone();
        let Some(annotation) = self.state.selected_mention().and_then(|id| project.annotation(&id)) else {
            self.notify(words::SELECT_A_MENTION);
            return Ok(None);
        };
        if let Some(entity) = annotation.entity.as_ref().and_then(|id| project.entity(id))
            && name.is_none()
        {
            self.notify(words::already_linked(&entity.name));
            return Ok(None);
        }
        let name = name.unwrap_or_else(|| bare_name(&project.exact(annotation)).into_owned());
        let fields = EntityFields { name, label: Some(annotation.label.clone()), ..Default::default() };
        let mentions = self.state.view.selected.to_vec();
        self.perform(Command::AddEntity(NewEntity { fields, mentions }))
    }
}
