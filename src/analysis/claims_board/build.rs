//! Computes the board.

use std::rc::Rc;

use super::found::{Found, claims, ties};
use super::groups::{group_of, groups};
use super::{ClaimsBoard, FindFigures, Row, entities, find_figures};
use crate::model::Project;

/// The claims board of a project.
pub fn claims_board(project: &Project) -> ClaimsBoard {
    claims_board_with(project, find_figures)
}

/// Like [`claims_board`], with another parser of figures.
pub fn claims_board_with(project: &Project, find_figures: FindFigures) -> ClaimsBoard {
    let claims = claims(project);
    let ties = ties(project, &claims);
    let groups = groups(claims.len(), ties.iter().map(|tie| (tie.from, tie.to)));
    let group = group_of(claims.len(), &groups);
    let mut relations = vec![Vec::new(); groups.len()];
    for tie in ties {
        relations[group[tie.from]].push(tie.relation);
    }
    let rows = groups.into_iter().zip(relations).map(|(members, relations)| {
        let members: Vec<&Found> = members.into_iter().map(|at| &claims[at]).collect();
        Rc::new(Row::new(project, &members, relations, find_figures))
    });
    let mut board = ClaimsBoard { articles: project.articles().to_vec(), rows: rows.collect() };
    entities::add(project, &mut board);
    board
}
