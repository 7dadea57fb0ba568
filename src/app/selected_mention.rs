//! The selected annotation as a mention of an entity.

use super::State;
use crate::analysis::{Candidate, entity_candidates};
use crate::model::{AnnotationId, LabelKind};

impl State {
    /// The entities that the selected mention may be of; none where it is linked already or no mention.
    pub fn entity_candidates(&self) -> Vec<Candidate> {
        let mention = self.selected_mention().and_then(|id| self.project().annotation(&id));
        let unlinked = mention.filter(|one| one.entity.is_none());
        unlinked.map_or_else(Vec::new, |one| entity_candidates(self.project(), &self.project().exact(one), &one.label))
    }

    /// The selected annotation, if its label marks entities.
    pub fn selected_mention(&self) -> Option<AnnotationId> {
        let annotation = self.project().annotation(self.view.primary()?)?;
        let label = self.project().schema().label(&annotation.label)?;
        (label.kind == LabelKind::Entity || annotation.entity.is_some()).then(|| annotation.id.clone())
    }
}
