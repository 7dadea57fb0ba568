//! Computes a report in small steps.

use std::collections::HashSet;
use std::rc::Rc;

use super::articles::ArticleSummary;
use super::data::Report;
use super::repetition::RepeatedSentences;
use super::timeline::{Dates, date_labels};
use super::{disagreements, entities, speakers};
use crate::analysis::claims_board::{BoardBuilder, ClaimsBoard};
use crate::analysis::likeness::ArticleTerms;
use crate::analysis::parsed::ParsedArticles;
use crate::analysis::suggestions::{RULES, Rule, Suggestion, SuggestionKind, repeated_passages};
use crate::model::{LabelId, Project};

/// A report that is being computed. [`Self::step`] is to be called until it returns the report.
#[derive(Debug)]
pub struct ReportBuilder {
    project: Rc<Project>,
    parsed: ParsedArticles,
    date_labels: HashSet<LabelId>,
    /// How many steps were done.
    done: usize,
    articles: Vec<ArticleSummary>,
    repeated: RepeatedSentences,
    figures: Vec<Suggestion>,
    dates: Dates,
    board: ClaimsBoard,
}

impl ReportBuilder {
    /// The report of a project. What was parsed before need not be parsed again.
    pub fn new(project: Rc<Project>, parsed: ParsedArticles) -> Self {
        Self {
            date_labels: date_labels(&project),
            project,
            parsed,
            done: 0,
            articles: Vec::new(),
            repeated: RepeatedSentences::default(),
            figures: Vec::new(),
            dates: Dates::default(),
            board: ClaimsBoard::default(),
        }
    }

    /// How many steps were done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, 2 * self.project.articles().len() + 2)
    }

    /// Computes a small part. The last one returns the report; no step may follow it.
    pub fn step(&mut self) -> Option<Report> {
        let count = self.project.articles().len();
        let step = self.done;
        self.done += 1;
        match step {
            step if step < count => self.parse(step),
            step if step < 2 * count => self.compare(step - count),
            step if step == 2 * count => self.board = BoardBuilder::with(&self.parsed).build(&self.project),
            _ => return Some(self.finish()),
        }
        None
    }

    /// Parses the next article.
    fn parse(&mut self, at: usize) {
        self.parsed = ParsedArticles::of(&self.project.articles()[..=at], &self.parsed);
        let Some(parsed) = self.parsed.all().get(at) else { return };
        // Computed here, so that the index of all sentences takes little time.
        parsed.cached(ArticleTerms::new);
        self.articles.push(ArticleSummary::new(&self.project, parsed));
        self.dates.add(&self.project, &self.date_labels, parsed, at);
    }

    /// Compares an article with itself and with those after it.
    fn compare(&mut self, at: usize) {
        for [first, second] in repeated_passages(&self.parsed, at) {
            self.repeated.add(first, second);
        }
        if let Some(rule) = self.number_rule() {
            self.figures.extend((rule.find)(self.project.schema(), &self.parsed, at));
        }
    }

    /// The rule for figures that disagree, if the schema can relate them.
    fn number_rule(&self) -> Option<&'static Rule> {
        let number = RULES.iter().find(|rule| rule.kind == SuggestionKind::Number).copied();
        number.filter(|rule| (rule.fits)(self.project.schema()))
    }

    fn finish(&mut self) -> Report {
        let (project, board) = (self.project.clone(), std::mem::take(&mut self.board));
        let found = std::mem::take(&mut self.figures);
        let found: Vec<&Suggestion> = found.iter().collect();
        let open = self.number_rule().map(|rule| (rule.open)(&project, &self.parsed, &found)).unwrap_or_default();
        let mut disagreements = disagreements::related(&project, &board);
        disagreements.extend(disagreements::figures(&project, &self.parsed, &board, &open));
        let (speakers, unsourced) = speakers::speakers(&board);
        let (entities, unlinked) = entities::entities(&project);
        Report {
            articles: std::mem::take(&mut self.articles),
            disagreements,
            speakers,
            unsourced,
            entities,
            unlinked,
            repetition: std::mem::take(&mut self.repeated).count(&self.parsed),
            timeline: std::mem::take(&mut self.dates).finish(),
            board,
            project,
        }
    }
}

/// The report of a project, computed at once.
pub fn report(project: &Rc<Project>) -> Report {
    let mut builder = ReportBuilder::new(project.clone(), ParsedArticles::default());
    loop {
        if let Some(report) = builder.step() {
            return report;
        }
    }
}
