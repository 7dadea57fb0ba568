//! The predictions of an imported project: those for the same text, and those that another version of it certainly has too.

use std::collections::HashMap;
use std::rc::Rc;

use super::MergeCounts;
use super::annotations::{Became, mapped, place};
use super::ids::FreeIds;
use super::schema::SchemaMap;
use crate::anchor::Anchorer;
use crate::edit::{Change, RecordChange};
use crate::model::{Annotation, AnnotationId, Article, ArticleId, EntityId, PredictedRelation, Prediction, Project};

/// Adds predictions, article by article.
pub(super) struct Predictions<'a> {
    pub(super) open: &'a Project,
    pub(super) imported: &'a Project,
    pub(super) schema: &'a SchemaMap<'a>,
    pub(super) entities: &'a HashMap<EntityId, EntityId>,
    /// What became of the annotations.
    pub(super) became: &'a HashMap<AnnotationId, Became>,
    pub(super) changes: Vec<Change>,
    pub(super) counts: &'a mut MergeCounts,
}

impl Predictions<'_> {
    /// Adds the predictions of an imported article to one of the project.
    pub(super) fn add(&mut self, from: &Article, to: &Article) {
        let there: Vec<&Rc<Prediction>> = self.open.predictions_of(&to.id).collect();
        let mut ids = FreeIds::new(there.iter().map(|one| one.tag.id.as_str()), "p");
        let mut new: Vec<Prediction> = Vec::new();
        let mut names: HashMap<AnnotationId, AnnotationId> = HashMap::new();
        let is_same_text = from.text.sha256() == to.text.sha256();
        let mut anchorer = Anchorer::new(&to.text);
        for one in self.imported.predictions_of(&from.id) {
            let placed = match is_same_text {
                true => Some(one.tag.ranges.clone()),
                false => {
                    place(&one.tag, from, &mut anchorer).filter(|(_, doubt)| doubt.is_none()).map(|(ranges, _)| ranges)
                }
            };
            let Some(ranges) = placed else {
                self.counts.lost_predictions += 1;
                continue;
            };
            let tag = Annotation { ranges, ..mapped(&one.tag, to, self.schema, self.entities) };
            if let Some(equal) = there.iter().find(|other| is_equal(other, one, &tag)) {
                self.counts.equal_predictions += 1;
                names.insert(one.tag.id.clone(), equal.tag.id.clone());
                continue;
            }
            let id = AnnotationId::new(ids.take(one.tag.id.as_str()));
            names.insert(one.tag.id.clone(), id.clone());
            let accepted = one.accepted.as_ref().map(|id| self.accepted(id));
            new.push(Prediction { tag: Rc::new(Annotation { id, ..tag }), accepted, ..(**one).clone() });
        }
        self.counts.predictions += new.len();
        for mut one in new {
            one.relations =
                one.relations.iter().filter_map(|relation| self.relation(&from.id, relation, &names)).collect();
            self.changes.push(Change::Prediction(RecordChange::insert(one)));
        }
    }

    /// The annotation that was made of a prediction. One that is gone has an id that no annotation of the project has.
    fn accepted(&self, id: &AnnotationId) -> AnnotationId {
        let is_free = |id: &AnnotationId| self.open.annotation(id).is_none();
        match self.became.get(id) {
            Some(Became::Placed(id)) => id.clone(),
            _ if is_free(id) => id.clone(),
            // There are more numbers than annotations.
            _ => (1..)
                .map(|number| AnnotationId::new(format!("gone{number}")))
                .find(is_free)
                .unwrap_or_else(|| id.clone()),
        }
    }

    /// A proposed relation, with the type and the prediction of the project. One whose end is not there is not proposed.
    fn relation(
        &self,
        from: &ArticleId,
        relation: &PredictedRelation,
        names: &HashMap<AnnotationId, AnnotationId>,
    ) -> Option<PredictedRelation> {
        let kind = self.schema.relation_type(&relation.kind)?;
        let is_known = self.imported.prediction(from, &relation.to).is_some();
        let to = names.get(&relation.to).cloned().or_else(|| (!is_known).then(|| relation.to.clone()))?;
        Some(PredictedRelation { kind, to })
    }
}

/// Whether a prediction of the project says the same as an imported one, whose tag is mapped.
fn is_equal(there: &Prediction, imported: &Prediction, mapped: &Annotation) -> bool {
    there.tag.ranges == mapped.ranges
        && there.tag.label == mapped.label
        && there.tag.attributes == mapped.attributes
        && (&there.source, &there.model, there.score) == (&imported.source, &imported.model, imported.score)
}
