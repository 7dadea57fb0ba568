//! The predictions of an article, which are made of its tags as its annotations are.

use std::collections::HashMap;
use std::rc::Rc;

use super::{DraftPrediction, DraftRelation, TagIndex};
use crate::format::RecordProblem;
use crate::model::{Annotation, AnnotationId, ArticleId, PredictedRelation, Prediction, Project, RelationTypeId};

/// The predictions that were made, by their places in the draft.
#[derive(Default)]
pub(super) struct Predictions {
    made: HashMap<TagIndex, (ArticleId, AnnotationId)>,
}

impl Predictions {
    /// Adds a prediction; `accepted` is the annotation that was made of it.
    pub(super) fn add(
        &mut self,
        project: &mut Project,
        at: TagIndex,
        tag: Annotation,
        draft: &DraftPrediction,
        accepted: Option<AnnotationId>,
    ) -> Result<(), RecordProblem> {
        let key = (tag.article.clone(), tag.id.clone());
        let prediction = Prediction {
            tag: Rc::new(tag),
            source: draft.source.clone(),
            model: draft.model.clone(),
            score: draft.score,
            relations: Vec::new(),
            accepted,
            extra: Default::default(),
        };
        project.check_prediction(&prediction).map_err(RecordProblem::Invalid)?;
        project.put_prediction(&Rc::new(prediction));
        self.made.insert(at, key);
        Ok(())
    }

    /// Adds a relation if both ends are predictions, of one article; returns whether they are.
    pub(super) fn relate(&self, project: &mut Project, kind: &RelationTypeId, draft: &DraftRelation) -> bool {
        let (Some((article, from)), Some((other, to))) = (self.made.get(&draft.from), self.made.get(&draft.to)) else {
            return false;
        };
        let Some(before) = project.prediction(article, from).filter(|_| article == other) else { return false };
        let mut after = (**before).clone();
        after.relations.push(PredictedRelation { kind: kind.clone(), to: to.clone() });
        project.put_prediction(&Rc::new(after));
        true
    }
}
