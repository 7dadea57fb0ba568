//! Computes the board.

use std::collections::HashMap;
use std::rc::Rc;

use super::found::{Found, claims, ties};
use super::groups::{group_of, groups};
use super::{ClaimsBoard, Row, entities};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::model::{AnnotationId, Article, Project};

/// Computes the board again and again.
#[derive(Debug, Default)]
pub struct BoardBuilder {
    /// The articles that have claims.
    parsed: Vec<Rc<ParsedArticle>>,
    /// The rows of the last board.
    rows: Vec<Rc<Row>>,
}

/// The claims board of a project.
pub fn claims_board(project: &Project) -> ClaimsBoard {
    BoardBuilder::default().build(project)
}

/// The claims of the row that has a claim, in their order; nothing if it is no claim.
pub fn row_of(project: &Project, claim: &AnnotationId) -> Vec<AnnotationId> {
    let claims = claims(project);
    let ties = ties(project, &claims);
    let groups = groups(claims.len(), ties.iter().map(|tie| (tie.from, tie.to)));
    let id = |&at: &usize| &claims[at].annotation.id;
    let row = groups.into_iter().find(|group| group.iter().any(|at| id(at) == claim));
    row.unwrap_or_default().iter().map(|at| id(at).clone()).collect()
}

impl BoardBuilder {
    /// The first board will not parse these articles again.
    pub fn with(parsed: &ParsedArticles) -> Self {
        Self { parsed: parsed.all().to_vec(), rows: Vec::new() }
    }

    /// The board of a project. Rows that are as they were are the same rows, so that they can be compared by pointer.
    pub fn build(&mut self, project: &Project) -> ClaimsBoard {
        let claims = claims(project);
        let ties = ties(project, &claims);
        let groups = groups(claims.len(), ties.iter().map(|tie| (tie.from, tie.to)));
        let group = group_of(claims.len(), &groups);
        let mut relations = vec![Vec::new(); groups.len()];
        for tie in ties {
            relations[group[tie.from]].push(tie.relation);
        }
        let parsed = self.parse(project, &claims);
        let rows = groups.into_iter().zip(relations).map(|(members, relations)| {
            let members: Vec<&Found> = members.into_iter().map(|at| &claims[at]).collect();
            Rc::new(Row::new(project, &members, relations, &parsed))
        });
        let mut board = ClaimsBoard { articles: project.articles().to_vec(), rows: rows.collect() };
        entities::add(project, &mut board);
        self.reuse_rows(&mut board);
        board
    }

    /// The articles that have claims, by column.
    fn parse(&mut self, project: &Project, claims: &[Found]) -> HashMap<usize, Rc<ParsedArticle>> {
        let parsed = |article: &Rc<Article>| {
            let known = self.parsed.iter().find(|known| Rc::ptr_eq(&known.article, article));
            known.cloned().unwrap_or_else(|| Rc::new(ParsedArticle::new(article.clone())))
        };
        let columns = claims.chunk_by(|a, b| a.column == b.column).filter_map(|chunk| Some(chunk.first()?.column));
        let columns: HashMap<_, _> =
            columns.filter_map(|column| Some((column, parsed(project.articles().get(column)?)))).collect();
        self.parsed = columns.values().cloned().collect();
        columns
    }

    fn reuse_rows(&mut self, board: &mut ClaimsBoard) {
        let first = |row: &Row| row.first().map(|claim| claim.annotation.id.clone());
        let before: HashMap<Option<AnnotationId>, &Rc<Row>> = self.rows.iter().map(|row| (first(row), row)).collect();
        for row in &mut board.rows {
            if let Some(known) = before.get(&first(row)).filter(|known| known.as_ref() == row.as_ref()) {
                *row = (*known).clone();
            }
        }
        self.rows.clone_from(&board.rows);
    }
}
