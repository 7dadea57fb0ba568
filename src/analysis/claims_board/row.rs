//! A row of the board.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::claim::claim;
use super::figures::mark_differing;
use super::found::Found;
use super::stance::stances;
use super::title::title;
use super::{BoardClaim, BoardFigure, Role, role};
use crate::analysis::parsed::ParsedArticle;
use crate::model::{Annotation, AnnotationId, Project, Relation};

/// A connected group of claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The title.
    pub title: String,
    /// Whether the user gave the title; otherwise it is the words of the first claim.
    pub has_edited_title: bool,
    /// The claims, by article, then in the order of the text; at least one.
    pub claims: Vec<BoardClaim>,
    /// The relations between the claims, by id.
    pub relations: Vec<Rc<Relation>>,
    /// The number of relations that contradict.
    pub conflicts: usize,
    /// The number of articles with at least one of the claims.
    pub articles: usize,
}

impl Row {
    /// The row of these claims, which are by article and place, with the relations between them by id, and the parsed articles by
    /// column.
    pub(super) fn new(
        project: &Project,
        members: &[&Found],
        relations: Vec<Rc<Relation>>,
        parsed: &HashMap<usize, Rc<ParsedArticle>>,
    ) -> Self {
        let ids: Vec<&AnnotationId> = members.iter().map(|member| &member.annotation.id).collect();
        let stances = stances(project, &ids, &relations);
        let found = |member: &&Found| claim(project, member, parsed.get(&member.column).map(|parsed| &**parsed));
        let mut claims: Vec<BoardClaim> = members.iter().map(found).collect();
        for (claim, stance) in claims.iter_mut().zip(stances) {
            claim.stance = stance;
        }
        mark_differing(&mut claims.iter_mut().map(|claim| &mut claim.figures).collect::<Vec<_>>());
        let (title, has_edited_title) = title(&claims);
        let contradicts = |relation: &&Rc<Relation>| {
            project.schema().relation_type(&relation.kind).is_some_and(|kind| role(kind) == Role::Contradicts)
        };
        let conflicts = relations.iter().filter(contradicts).count();
        let articles = claims.chunk_by(|a, b| a.column == b.column).count();
        Self { title, has_edited_title, claims, relations, conflicts, articles }
    }

    /// The first claim; every row has one.
    pub fn first(&self) -> Option<&BoardClaim> {
        self.claims.first()
    }

    /// The claims of the article in a column, in the order of the text; none if the article is silent.
    pub fn cell(&self, column: usize) -> &[BoardClaim] {
        let start = self.claims.partition_point(|claim| claim.column < column);
        let end = self.claims.partition_point(|claim| claim.column <= column);
        &self.claims[start..end]
    }

    /// The claim with an id, if it is in this row.
    pub fn claim(&self, id: &AnnotationId) -> Option<&BoardClaim> {
        self.claims.iter().find(|claim| &claim.annotation.id == id)
    }

    /// The ids of the claims, in their order.
    pub fn ids(&self) -> Vec<AnnotationId> {
        self.claims.iter().map(|claim| claim.annotation.id.clone()).collect()
    }

    /// The annotations of the claims, in their order.
    pub fn annotations(&self) -> impl Iterator<Item = &Rc<Annotation>> {
        self.claims.iter().map(|claim| &claim.annotation)
    }

    /// Whether no claim of the row has a speaker.
    pub fn is_unsourced(&self) -> bool {
        self.claims.iter().all(|claim| claim.speaker.is_none())
    }

    /// The relations between a claim and the others of the row.
    pub fn relations_of<'a>(&'a self, id: &'a AnnotationId) -> impl Iterator<Item = &'a Rc<Relation>> {
        self.relations.iter().filter(move |relation| &relation.from == id || &relation.to == id)
    }

    /// The figures that differ between claims, in the order of the claims; each wording once.
    pub fn differing_figures(&self) -> Vec<&BoardFigure> {
        let all = self.claims.iter().flat_map(|claim| &claim.figures);
        let mut wordings = HashSet::new();
        all.filter(|figure| figure.differs).filter(|figure| wordings.insert(figure.text.to_lowercase())).collect()
    }
}
