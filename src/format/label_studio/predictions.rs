//! The predictions of an article: those of a model are one list of results.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::config::{PREDICTION, SOURCE};
use crate::format::draft::UniqueIds;
use crate::model::{Annotation, AnnotationId, ArticleId, Prediction, Project};

/// The predictions of a model in an article.
pub(super) struct OfModel {
    pub(super) model: String,
    /// The predictions with the ids of their regions: that of the region that was made of it, if there is one.
    pub(super) all: Vec<(Rc<Prediction>, String)>,
}

impl OfModel {
    /// The predictions of an article by model.
    pub(super) fn list(project: &Project, article: &ArticleId) -> Vec<Self> {
        let mut models: Vec<(String, Vec<Rc<Prediction>>)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for prediction in project.predictions_of(article) {
            let at = *places.entry(prediction.model.clone()).or_insert_with(|| {
                models.push((prediction.model.clone(), Vec::new()));
                models.len() - 1
            });
            models[at].1.push(prediction.clone());
        }
        let origins = Origins::of(project, article);
        models.into_iter().map(|(model, all)| Self { model, all: with_ids(all, &origins) }).collect()
    }

    /// The score of all, if they have the same one.
    pub(super) fn common_score(&self) -> Option<f64> {
        let first = self.all.first()?.0.score?;
        self.all.iter().all(|(one, _)| one.score == Some(first)).then_some(first)
    }

    /// The mean of the scores, if all have one: Label Studio sorts tasks by it.
    pub(super) fn mean_score(&self) -> Option<f64> {
        let scores: Option<Vec<f64>> = self.all.iter().map(|(one, _)| one.score).collect();
        let scores = scores.filter(|scores| !scores.is_empty())?;
        let mean = scores.iter().map(|score| score / scores.len() as f64).sum::<f64>();
        mean.is_finite().then_some(mean)
    }
}

/// The ids of regions: none but that of a prediction is that of a region that comes from one.
fn with_ids(all: Vec<Rc<Prediction>>, origins: &Origins) -> Vec<(Rc<Prediction>, String)> {
    let mut used = HashSet::new();
    let mut is_first = |one: &&AnnotationId| origins.0.contains_key(one) && used.insert((*one).clone());
    let accepted: Vec<Option<AnnotationId>> =
        all.iter().map(|one| one.accepted.as_ref().filter(|id| is_first(id)).cloned()).collect();
    let mut names = UniqueIds::default();
    origins.0.keys().for_each(|id| drop(names.take(id.as_str(), "")));
    let named = all.into_iter().zip(accepted).map(|(one, accepted)| {
        let id = accepted.map_or_else(|| names.take(one.tag.id.as_str(), "p1"), |id| id.to_string());
        (one, id)
    });
    named.collect()
}

/// Which annotations of an article were made of predictions, and whether they are still as these.
pub(super) struct Origins(HashMap<AnnotationId, bool>);

impl Origins {
    pub(super) fn of(project: &Project, article: &ArticleId) -> Self {
        let mut origins = HashMap::new();
        for prediction in project.predictions_of(article) {
            let made = prediction.accepted.as_ref().and_then(|id| project.annotation(id));
            if let Some(made) = made.filter(|made| made.article == *article) {
                let is_same = made.label == prediction.tag.label && made.ranges == prediction.tag.ranges;
                *origins.entry(made.id.clone()).or_insert(false) |= is_same;
            }
        }
        Self(origins)
    }

    /// The origin of the region of an annotation.
    pub(super) fn origin(&self, tag: &Annotation) -> String {
        match self.0.get(&tag.id) {
            Some(true) => PREDICTION.to_owned(),
            Some(false) => format!("{PREDICTION}-changed"),
            None => "manual".to_owned(),
        }
    }
}

/// How many predictions come from another tool, how many predicted relations are not between predictions of one model, and how many
/// predictions were accepted and have no region that says so.
pub(super) fn left_out(project: &Project) -> usize {
    let count = |(one, id): &(Rc<Prediction>, String)| {
        let other_model =
            |to: &AnnotationId| project.prediction(&one.tag.article, to).is_none_or(|other| other.model != one.model);
        let relations = one.relations.iter().filter(|relation| other_model(&relation.to)).count();
        let is_unmarked = one.accepted.as_ref().is_some_and(|accepted| accepted.as_str() != id);
        usize::from(one.source != SOURCE) + usize::from(is_unmarked) + relations
    };
    let articles = project.articles().iter();
    articles.flat_map(|article| OfModel::list(project, &article.id)).flat_map(|of| of.all).map(|one| count(&one)).sum()
}
