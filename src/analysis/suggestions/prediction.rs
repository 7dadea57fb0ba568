//! Suggests what other tools have predicted: tags that are neither made nor accepted, and relations between those that are. Nothing is
//! computed from the texts, so that this comes before what the rules find.

use std::collections::HashMap;
use std::rc::Rc;
use std::vec;

use super::{SuggestedLabel, SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind, SuggestionReason, id_of};
use crate::model::{AnnotationId, LabelId, Prediction, Project, RelationType};
use crate::text::TextRange;

/// How many predictions a step looks at: less than a millisecond.
const STEP: usize = 128;
/// The version of the ids; see [`super::Rule::version`].
const VERSION: u32 = 1;
/// The version of the ids of relations, which no rule has.
const RELATION_VERSION: u32 = 1 << 16;

/// Lists what is predicted, in steps.
#[derive(Debug, Default)]
pub struct PredictionSteps {
    /// The articles that were begun.
    articles: usize,
    /// The predictions of the article that are left.
    rest: vec::IntoIter<Rc<Prediction>>,
    /// The suggestions of the article: their indices, by label and ranges. Several models may propose the same.
    found: HashMap<(LabelId, Vec<TextRange>), usize>,
}

impl PredictionSteps {
    /// Adds a part of what is predicted; returns whether there is more. The arguments are the same in each step.
    pub fn step(&mut self, project: &Project, all: &mut Vec<Suggestion>) -> bool {
        if self.rest.len() == 0 {
            if project.predictions().is_empty() {
                return false;
            }
            let Some(article) = project.articles().get(self.articles) else { return false };
            self.articles += 1;
            self.found.clear();
            self.rest = project.predictions_of(&article.id).cloned().collect::<Vec<_>>().into_iter();
        }
        for prediction in self.rest.by_ref().take(STEP) {
            let made = made_of(project, &prediction);
            match &made {
                None if prediction.accepted.is_none() => add_tag(project, &mut self.found, &prediction, all),
                None => {}
                Some(from) => all.extend(relations(project, &prediction, from)),
            }
        }
        true
    }
}

/// The annotation that is there for a prediction: the one that was made of it, or one that equals it.
fn made_of(project: &Project, prediction: &Prediction) -> Option<AnnotationId> {
    let tag = &prediction.tag;
    let accepted = prediction.accepted.as_ref().and_then(|id| project.annotation(id));
    let accepted = accepted.filter(|one| one.article == tag.article).map(|one| one.id.clone());
    accepted.or_else(|| project.annotation_at(&tag.article, &tag.label, &tag.ranges))
}

fn add_tag(
    project: &Project,
    found: &mut HashMap<(LabelId, Vec<TextRange>), usize>,
    prediction: &Prediction,
    all: &mut Vec<Suggestion>,
) {
    let tag = &prediction.tag;
    let key = (tag.label.clone(), tag.ranges.clone());
    if let Some(known) = found.get(&key).and_then(|&at| all.get_mut(at))
        && let Some(SuggestedValue::Predicted(ids)) = &mut known.value
    {
        // The one that is surest is shown, and gives the attributes.
        if prediction.rank() > known.score {
            ids.insert(0, tag.id.clone());
            (known.score, known.reason) = (prediction.rank(), reason(prediction));
        } else {
            ids.push(tag.id.clone());
        }
        return;
    }
    found.insert(key, all.len());
    let mut suggestion = Suggestion {
        id: String::new(),
        kind: SuggestionKind::Prediction,
        score: prediction.rank(),
        reason: reason(prediction),
        label: Some(SuggestedLabel::Label(tag.label.clone())),
        spans: tag.ranges.iter().map(|&range| SuggestedSpan::new(tag.article.clone(), range)).collect(),
        value: Some(SuggestedValue::Predicted(vec![tag.id.clone()])),
    };
    suggestion.id = id_of(project, VERSION, &suggestion);
    all.push(suggestion);
}

fn reason(prediction: &Prediction) -> SuggestionReason {
    let Prediction { source, model, score, .. } = prediction;
    SuggestionReason::Predicted { source: source.clone(), model: model.clone(), score: *score }
}

/// The predicted relations from an annotation that is there, to others that are.
fn relations(project: &Project, prediction: &Prediction, from: &AnnotationId) -> Vec<Suggestion> {
    let suggestion = |kind: &RelationType, to: &AnnotationId| {
        let span = |id: &AnnotationId| {
            let one = project.annotation(id)?;
            Some(SuggestedSpan {
                article: one.article.clone(),
                range: *one.ranges.first()?,
                annotation: Some(id.clone()),
            })
        };
        let allows = |ends: &[LabelId], id: &AnnotationId| {
            ends.is_empty() || project.annotation(id).is_some_and(|one| ends.contains(&one.label))
        };
        let is_known = project.relations_like(&kind.id, from, to).next().is_some();
        if is_known || from == to || !allows(&kind.from, from) || !allows(&kind.to, to) {
            return None;
        }
        let mut suggestion = Suggestion {
            id: String::new(),
            kind: SuggestionKind::Relation,
            score: prediction.rank(),
            reason: reason(prediction),
            label: Some(SuggestedLabel::Relation(kind.id.clone())),
            spans: vec![span(from)?, span(to)?],
            value: None,
        };
        suggestion.id = id_of(project, RELATION_VERSION, &suggestion);
        Some(suggestion)
    };
    let predicted = prediction.relations.iter().filter_map(|relation| {
        let kind = project.schema().relation_type(&relation.kind)?;
        let to = project.prediction(&prediction.tag.article, &relation.to)?;
        suggestion(kind, &made_of(project, to)?)
    });
    predicted.collect()
}
