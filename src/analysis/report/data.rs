//! What a report consists of.

use std::rc::Rc;

use super::articles::ArticleSummary;
use super::disagreements::Disagreement;
use super::entities::EntitySummary;
use super::repetition::Repetition;
use super::speakers::SpeakerSummary;
use super::timeline::Timeline;
use crate::analysis::claims_board::ClaimsBoard;
use crate::model::Project;

/// A report of a project. Articles are named by their index in the project.
#[derive(Clone, Debug)]
pub struct Report {
    /// The project that it is about.
    pub project: Rc<Project>,
    /// The articles, in the order of the project.
    pub articles: Vec<ArticleSummary>,
    /// Which article makes which claim.
    pub board: ClaimsBoard,
    /// Claims that contradict or update each other, then tagged figures that disagree.
    pub disagreements: Vec<Disagreement>,
    /// Who makes claims, those with the most first.
    pub speakers: Vec<SpeakerSummary>,
    /// The number of claims without a source.
    pub unsourced: usize,
    /// The entities, those with the most mentions first.
    pub entities: Vec<EntitySummary>,
    /// The number of tags with the label of an entity that are linked to none.
    pub unlinked: usize,
    /// How much of each article is repeated.
    pub repetition: Repetition,
    /// The dates of articles, and the tagged dates.
    pub timeline: Timeline,
}

impl Report {
    /// The number of claims.
    pub fn claims(&self) -> usize {
        self.board.rows.iter().map(|row| row.claims.len()).sum()
    }

    /// The number of tags with each label, in the order of the schema.
    pub fn tags_by_label(&self) -> Vec<usize> {
        let labels = self.project.schema().labels.len();
        (0..labels).map(|at| self.articles.iter().filter_map(|article| article.tags.get(at)).sum()).collect()
    }
}
