//! Making relations.

use super::{Edited, Update};
use crate::analysis::relations::{RelationKind, fitting, relation_kinds};
use crate::app::messages::relations as words;
use crate::app::relations::PendingRelation;
use crate::app::{Mode, RelationAction};
use crate::edit::Command;
use crate::model::AnnotationId;

impl Update<'_> {
    pub(super) fn relation(&mut self, action: RelationAction) -> Edited {
        match action {
            RelationAction::Begin { repeat } => self.begin_relation(repeat),
            RelationAction::ChooseType(kind) => self.choose_type(kind),
            RelationAction::ChooseEnd(far) => return self.relate_to(&far),
            RelationAction::ChooseEndAmong(there) => {
                let fits = |far: &&AnnotationId| self.fitting_type(far).is_some();
                let far = there.iter().rev().find(fits).or(there.last()).cloned();
                return far.map_or(Ok(None), |far| self.relate_to(&far));
            }
            RelationAction::Back => self.step_back(),
            RelationAction::Cancel => self.cancel_relation(),
            RelationAction::Filter(filter) => self.state.relation_panel.filter = filter,
            RelationAction::Open(relation) => self.state.relation_panel.open = relation,
        }
        Ok(None)
    }

    fn begin_relation(&mut self, repeat: bool) {
        let Some(near) = self.state.selected().cloned() else { return self.notify(words::SELECT_A_TAG) };
        let project = self.state.project();
        let kinds = relation_kinds(project.schema(), &near.label);
        if kinds.is_empty() {
            let text = words::no_type_for(&project.label_name(&near.label));
            return self.notify(text);
        }
        self.state.mode = Mode::Relating(PendingRelation { near: near.id.clone(), kind: None });
        match self.state.last_relation.clone().filter(|last| repeat && kinds.contains(last)) {
            Some(last) => self.choose_type(last),
            None => self.announce(words::CHOOSE_TYPE),
        }
    }

    fn choose_type(&mut self, kind: RelationKind) {
        let Mode::Relating(relation) = &mut self.state.mode else { return };
        relation.kind = Some(kind.clone());
        let text = words::choose_end(&self.state.project().relation_type_name(&kind.kind));
        self.state.last_relation = Some(kind);
        self.announce(text);
    }

    /// The chosen type, with its ends exchanged where that has to be, if an annotation may be at the other end.
    fn fitting_type(&self, far: &AnnotationId) -> Option<RelationKind> {
        let relation = self.state.mode.relation()?;
        let project = self.state.project();
        fitting(project, relation.kind.as_ref()?, project.annotation(&relation.near)?, project.annotation(far)?)
    }

    fn relate_to(&mut self, far: &AnnotationId) -> Edited {
        let Some(PendingRelation { near, kind: Some(chosen) }) = self.state.mode.relation().cloned() else {
            return Ok(None);
        };
        if far == &near {
            self.notify(words::SAME_TAG);
            return Ok(None);
        }
        let project = self.state.project().clone();
        let Some(kind) = self.fitting_type(far) else {
            let name = project.relation_type_name(&chosen.kind);
            let label = project.annotation(far).map(|far| project.label_name(&far.label)).unwrap_or_default();
            self.notify(words::does_not_fit(&name, &label));
            return Ok(None);
        };
        let (from, to) = kind.ends(&near, far);
        let (kind, from, to, note) = (kind.kind.clone(), from.clone(), to.clone(), String::new());
        let step = self.perform(Command::Relate { kind, from, to, note })?;
        self.state.mode = Mode::Idle;
        Ok(step)
    }

    /// Back to the types, then out.
    pub(super) fn step_back(&mut self) {
        let Mode::Relating(relation) = &mut self.state.mode else { return };
        if relation.kind.take().is_some() {
            self.announce(words::CHOOSE_TYPE);
        } else {
            self.cancel_relation();
        }
    }

    fn cancel_relation(&mut self) {
        if self.state.mode.relation().is_some() {
            self.state.mode = Mode::Idle;
            self.announce(words::CANCELLED);
        }
    }
}
