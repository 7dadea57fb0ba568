//! The annotations that the list shows, by their index. The unfiltered list is that of the project itself; a filter is applied again
//! only to what has changed.

use std::rc::Rc;

use super::annotation_filter::{AnnotationFilter, Wanted};
use crate::analysis::PieceCache;
use crate::model::{Annotation, AnnotationPiece, AnnotationSet, Article, ArticleId, Project, Schema};
use crate::order::first_index;

/// The annotations that pass a filter, by article and in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct ListedAnnotations {
    /// The articles with such annotations, in the order of the project.
    articles: Vec<OfArticle>,
    len: usize,
}

#[derive(Clone, Debug)]
struct OfArticle {
    id: ArticleId,
    /// How many there are in the articles before.
    before: usize,
    listed: Listed,
}

#[derive(Clone, Debug)]
enum Listed {
    All(Rc<AnnotationSet>),
    Some { set: Rc<AnnotationSet>, pieces: Vec<Piece>, len: usize },
}

/// Those of a piece of the set that pass.
#[derive(Clone, Debug)]
struct Piece {
    /// How many there are in the pieces before.
    before: usize,
    passed: Rc<Vec<Rc<Annotation>>>,
}

/// Remembers which annotations have passed which filter.
#[derive(Debug, Default)]
pub struct FilterCache {
    filter: AnnotationFilter,
    schema: Option<Rc<Schema>>,
    passed: PieceCache<Vec<Rc<Annotation>>>,
}

impl FilterCache {
    /// The annotations of a project that pass a filter.
    pub fn list(&mut self, project: &Project, filter: &AnnotationFilter) -> ListedAnnotations {
        let is_same_schema = self.schema.as_ref().is_some_and(|schema| Rc::ptr_eq(schema, project.schema()));
        if self.filter != *filter || !is_same_schema {
            *self = Self { filter: filter.clone(), schema: Some(project.schema().clone()), ..Self::default() };
        }
        let wanted = filter.wanted();
        let mut round = self.passed.round();
        let mut listed = ListedAnnotations::default();
        for article in project.articles().iter().filter(|article| filter.is_of(&article.id)) {
            let set = project.annotations_of(&article.id);
            if wanted.is_all() {
                listed.add(&article.id, Listed::All(set));
            } else if !set.is_empty() {
                let passed = round.of(&set, |piece| wanted.of_piece(project, article, piece));
                listed.add(&article.id, Listed::of(set, passed));
            }
        }
        listed
    }
}

impl Wanted<'_> {
    fn of_piece(&self, project: &Project, article: &Article, piece: &AnnotationPiece) -> Vec<Rc<Annotation>> {
        piece.iter().filter(|one| self.passes(project, article, one)).cloned().collect()
    }
}

impl Listed {
    fn of(set: Rc<AnnotationSet>, passed: Vec<Rc<Vec<Rc<Annotation>>>>) -> Self {
        let mut len = 0;
        let mut pieces = Vec::new();
        for passed in passed.into_iter().filter(|passed| !passed.is_empty()) {
            let before = len;
            len += passed.len();
            pieces.push(Piece { before, passed });
        }
        Self::Some { set, pieces, len }
    }

    fn len(&self) -> usize {
        match self {
            Self::All(set) => set.len(),
            Self::Some { len, .. } => *len,
        }
    }

    fn get(&self, at: usize) -> Option<&Rc<Annotation>> {
        match self {
            Self::All(set) => set.nth(at),
            Self::Some { pieces, .. } => {
                let piece = &pieces[pieces.partition_point(|piece| piece.before <= at).checked_sub(1)?];
                piece.passed.get(at - piece.before)
            }
        }
    }

    fn position(&self, annotation: &Annotation) -> Option<usize> {
        match self {
            Self::All(set) => set.position_of(annotation),
            Self::Some { set, len, .. } => {
                // In the order of the set, each is after all whose position there is smaller.
                let own = set.position_of(annotation)?;
                let position = |at| self.get(at).and_then(|one| set.position_of(one));
                let at = first_index(*len, |at| position(at).is_none_or(|at| at >= own));
                self.get(at).is_some_and(|one| one.id == annotation.id).then_some(at)
            }
        }
    }
}

impl ListedAnnotations {
    fn add(&mut self, id: &ArticleId, listed: Listed) {
        let before = self.len;
        self.len += listed.len();
        if self.len > before {
            self.articles.push(OfArticle { id: id.clone(), before, listed });
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The annotation of an index.
    pub fn get(&self, at: usize) -> Option<&Rc<Annotation>> {
        let article = &self.articles[self.articles.partition_point(|one| one.before <= at).checked_sub(1)?];
        article.listed.get(at - article.before)
    }

    /// The index of an annotation, if it is listed.
    pub fn position(&self, annotation: &Annotation) -> Option<usize> {
        let article = self.articles.iter().find(|one| one.id == annotation.article)?;
        Some(article.before + article.listed.position(annotation)?)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.articles.iter().flat_map(|article| -> Box<dyn Iterator<Item = &Rc<Annotation>>> {
            match &article.listed {
                Listed::All(set) => Box::new(set.iter()),
                Listed::Some { pieces, .. } => Box::new(pieces.iter().flat_map(|piece| piece.passed.iter())),
            }
        })
    }
}
