//! Making relations.

use super::{Edited, Update};
use crate::analysis::relations::{RelationKind, fitting, relation_kinds};
use crate::app::messages::relations as words;
use crate::app::relations::PendingRelation;
use crate::app::{Mode, RelationAction};
use crate::edit::Command;
use crate::model::{AnnotationId, LabelId};

impl Update<'_> {
    pub(super) fn relation(&mut self, action: RelationAction) -> Edited {
        match action {
            RelationAction::Begin { repeat } => self.begin_relation(repeat),
            RelationAction::ChooseType(kind) => self.choose_type(kind),
            RelationAction::ChooseEnd(far) => return self.relate_to(&far),
            RelationAction::ChooseEndAmong(there) => {
                let fits = |far: &&AnnotationId| self.ends_with(far).is_some();
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
        let selected = self.state.view.selected.iter().filter_map(|id| project.annotation(id));
        let mut labels: Vec<&LabelId> = Vec::new();
        for label in selected.map(|annotation| &annotation.label) {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        let kinds = relation_kinds(project.schema(), &labels);
        if kinds.is_empty() {
            let names: Vec<_> = labels.into_iter().map(|label| project.label_name(label)).collect();
            return self.notify(words::no_type_for(&names));
        }
        let others = self.state.view.selected.iter().filter(|id| **id != near.id).cloned().collect();
        self.state.mode = Mode::Relating(PendingRelation { near: near.id.clone(), others, kind: None });
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

    /// The ends of the relations to an annotation, exchanged where that has to be, if the chosen type allows it at the other end
    /// of each.
    fn ends_with(&self, far: &AnnotationId) -> Option<Vec<(AnnotationId, AnnotationId)>> {
        let relation = self.state.mode.relation()?;
        let project = self.state.project();
        let (chosen, far) = (relation.kind.as_ref()?, project.annotation(far)?);
        let ends = |near: &AnnotationId| {
            let kind = fitting(project, chosen, project.annotation(near)?, far)?;
            let (from, to) = kind.ends(near, &far.id);
            Some((from.clone(), to.clone()))
        };
        relation.nears().iter().map(ends).collect()
    }

    fn relate_to(&mut self, far: &AnnotationId) -> Edited {
        let Some(relation) = self.state.mode.relation().cloned() else { return Ok(None) };
        let Some(chosen) = relation.kind.clone() else { return Ok(None) };
        let nears = relation.nears();
        if nears.contains(far) {
            self.notify(if nears.len() == 1 { words::SAME_TAG } else { words::ONE_OF_THEM });
            return Ok(None);
        }
        let project = self.state.project().clone();
        let Some(ends) = self.ends_with(far) else {
            let name = project.relation_type_name(&chosen.kind);
            let label = project.annotation(far).map(|far| project.label_name(&far.label)).unwrap_or_default();
            self.notify(words::does_not_fit(&name, &label));
            return Ok(None);
        };
        let step = self.perform(Command::RelateAll(chosen.kind, ends))?;
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
