//! Changes single records, and keeps the collections and indexes of a project consistent. Does not check invariants:
//! `edit` checks each change, and `format` checks what it reads.

use std::rc::Rc;

use super::references::have_same_entity_attributes;
use super::{
    Annotation, AnnotationId, AnnotationSet, Article, ArticleId, Entity, EntityId, Prediction, Project, Records,
    Relation, Schema,
};
use crate::order;

impl Project {
    /// Replaces the schema.
    pub(crate) fn set_schema(&mut self, schema: Rc<Schema>) {
        if !have_same_entity_attributes(&self.schema, &schema) {
            self.references.rebuild_annotations(&schema, self.annotations.values());
        }
        self.schema = schema;
    }

    /// Inserts an article at an index, which is at most the number of articles.
    pub(crate) fn insert_article(&mut self, index: usize, article: &Rc<Article>) {
        Rc::make_mut(&mut self.articles).insert(index, article.clone());
        Rc::make_mut(&mut self.articles_by_id).insert(article.id.clone(), article.clone());
        Rc::make_mut(&mut self.sets).insert(article.id.clone(), Rc::default());
    }

    /// Replaces the article at an index by one with the same id.
    pub(crate) fn replace_article(&mut self, index: usize, article: &Rc<Article>) {
        if let Some(before) = Rc::make_mut(&mut self.articles).get_mut(index) {
            *before = article.clone();
            Rc::make_mut(&mut self.articles_by_id).insert(article.id.clone(), article.clone());
        }
    }

    /// Removes the article at an index, which has neither annotations nor predictions.
    pub(crate) fn remove_article(&mut self, index: usize) {
        let removed = Rc::make_mut(&mut self.articles).remove(index);
        Rc::make_mut(&mut self.articles_by_id).remove(&removed.id);
        Rc::make_mut(&mut self.sets).remove(&removed.id);
    }

    /// Inserts an annotation; replaces the annotation with the same id, which is in the same article.
    pub(crate) fn put_annotation(&mut self, annotation: &Rc<Annotation>) {
        self.remove_annotation(&annotation.id);
        Rc::make_mut(&mut self.annotations).insert(annotation.id.clone(), annotation.clone());
        self.references.add_annotation(&self.schema, annotation);
        Rc::make_mut(&mut self.sets).update(&annotation.article, |set| set.insert(annotation));
    }

    /// Removes an annotation, if there is one with the id.
    pub(crate) fn remove_annotation(&mut self, id: &AnnotationId) {
        let Some(before) = self.annotations.get(id).cloned() else { return };
        Rc::make_mut(&mut self.annotations).remove(id);
        self.references.remove_annotation(&self.schema, &before);
        Rc::make_mut(&mut self.sets).update(&before.article, |set| set.remove(&before));
    }

    /// Inserts new annotations, but not into the sets of their articles: [`Self::put_set`] does that for all annotations
    /// of an article. Inserts nothing and returns an index if the annotation there has the id of an earlier one.
    pub(crate) fn index_annotations(&mut self, new: &[Rc<Annotation>]) -> Option<usize> {
        let mut order: Vec<usize> = (0..new.len()).collect();
        // Ids are in order, as a rule.
        if !new.is_sorted_by(|a, b| a.id < b.id) {
            order::sort_by(&mut order, |&a, &b| new[a].id.cmp(&new[b].id));
            let repeated = order.windows(2).filter(|pair| new[pair[0]].id == new[pair[1]].id);
            if let Some(index) = repeated.map(|pair| pair[1]).min() {
                return Some(index);
            }
        }
        let sorted: Vec<_> = order.into_iter().map(|at| (new[at].id.clone(), new[at].clone())).collect();
        self.annotations = Rc::new(Records::from_sorted(sorted));
        new.iter().for_each(|annotation| self.references.add_annotation(&self.schema, annotation));
        None
    }

    /// Sets the annotations of an article, which were all passed to [`Self::index_annotations`]. Building the set at
    /// once is much cheaper than inserting them one by one.
    pub(crate) fn put_set(&mut self, article: &ArticleId, set: AnnotationSet) {
        Rc::make_mut(&mut self.sets).insert(article.clone(), Rc::new(set));
    }

    /// Inserts an entity; replaces the entity with the same id.
    pub(crate) fn put_entity(&mut self, entity: &Rc<Entity>) {
        Rc::make_mut(&mut self.entities).insert(entity.id.clone(), entity.clone());
    }

    /// Removes an entity, to which nothing refers.
    pub(crate) fn remove_entity(&mut self, id: &EntityId) {
        Rc::make_mut(&mut self.entities).remove(id);
    }

    /// Inserts a prediction; replaces the one with the same id in the same article.
    pub(crate) fn put_prediction(&mut self, prediction: &Rc<Prediction>) {
        let key = (prediction.tag.article.clone(), prediction.tag.id.clone());
        Rc::make_mut(&mut self.predictions).insert(key, prediction.clone());
    }

    /// Removes a prediction, if there is one with its id in its article.
    pub(crate) fn remove_prediction(&mut self, prediction: &Prediction) {
        Rc::make_mut(&mut self.predictions).remove(&(prediction.tag.article.clone(), prediction.tag.id.clone()));
    }

    /// Adds the id of a suggestion to the rejected ones, or removes it; returns whether that changed anything.
    pub(crate) fn set_rejected(&mut self, suggestion: &str, is_rejected: bool) -> bool {
        let found = self.rejected.binary_search_by(|id| (**id).cmp(suggestion));
        match (found, is_rejected) {
            (Err(at), true) => Rc::make_mut(&mut self.rejected).insert(at, suggestion.into()),
            (Ok(at), false) => drop(Rc::make_mut(&mut self.rejected).remove(at)),
            _ => return false,
        }
        true
    }

    /// Inserts a relation; replaces the relation with the same id.
    pub(crate) fn put_relation(&mut self, relation: &Rc<Relation>) {
        self.remove_relation(relation);
        Rc::make_mut(&mut self.relations).insert(relation.id.clone(), relation.clone());
        self.references.add_relation(relation);
    }

    /// Removes the relation with the id of this one, if there is one.
    pub(crate) fn remove_relation(&mut self, relation: &Relation) {
        let Some(before) = self.relations.get(&relation.id).cloned() else { return };
        Rc::make_mut(&mut self.relations).remove(&relation.id);
        self.references.remove_relation(&before);
    }
}
