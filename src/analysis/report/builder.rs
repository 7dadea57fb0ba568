//! Computes a report in small steps.

use std::collections::HashSet;
use std::rc::Rc;

use super::articles::ArticleSummary;
use super::data::Report;
use super::disagreements::Disagreement;
use super::repetition::{RepeatedSentences, Repetition};
use super::timeline::{Dates, date_labels};
use super::{disagreements, entities, speakers};
use crate::analysis::claims_board::{BoardBuilder, ClaimsBoard};
use crate::analysis::likeness::prepare_index;
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::suggestions::{RULES, Rule, Suggestion, SuggestionKind, repeated_passages, unrelated_figures};
use crate::model::{LabelId, Project};

/// A report that is being computed. [`Self::step`] is to be called until it returns the report.
#[derive(Debug)]
pub struct ReportBuilder {
    project: Rc<Project>,
    /// What was parsed before, of which the project's articles are taken if they are unchanged.
    before: ParsedArticles,
    known: Vec<Option<Rc<ParsedArticle>>>,
    parsed: ParsedArticles,
    date_labels: HashSet<LabelId>,
    /// How many steps were done.
    done: usize,
    articles: Vec<ArticleSummary>,
    repeated: RepeatedSentences,
    figures: Vec<Suggestion>,
    dates: Dates,
    board: ClaimsBoard,
    disagreements: Vec<Disagreement>,
    repetition: Repetition,
}

/// How many steps there are after those for each article.
const LAST_STEPS: usize = 5;

impl ReportBuilder {
    /// The report of a project. What was parsed before need not be parsed again.
    pub fn new(project: Rc<Project>, before: ParsedArticles) -> Self {
        Self {
            date_labels: date_labels(&project),
            known: before.known(project.articles()),
            project,
            before,
            parsed: ParsedArticles::default(),
            done: 0,
            articles: Vec::new(),
            repeated: RepeatedSentences::default(),
            figures: Vec::new(),
            dates: Dates::default(),
            board: ClaimsBoard::default(),
            disagreements: Vec::new(),
            repetition: Repetition::default(),
        }
    }

    /// How many steps were done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, 3 * self.project.articles().len() + LAST_STEPS)
    }

    /// Computes a small part. The last one returns the report; no step may follow it.
    pub fn step(&mut self) -> Option<Report> {
        let count = self.project.articles().len();
        let step = self.done;
        self.done += 1;
        match step.checked_sub(3 * count) {
            None if step < count => self.parse(step),
            None if step < 2 * count => self.prepare(step - count),
            None => self.compare(step - 2 * count),
            Some(0) => self.board = BoardBuilder::with(&self.parsed).build(&self.project),
            Some(1) => self.repetition = std::mem::take(&mut self.repeated).count(&self.parsed),
            Some(2) => self.open_figures(),
            Some(3) => self.find_disagreements(),
            Some(_) => return Some(self.finish()),
        }
        None
    }

    /// Parses an article, if that was not done before; after the last one, all are parsed.
    fn parse(&mut self, at: usize) {
        let Some((slot, article)) = self.known.get_mut(at).zip(self.project.articles().get(at)) else { return };
        let parsed = slot.get_or_insert_with(|| Rc::new(ParsedArticle::new(article.clone())));
        self.articles.push(ArticleSummary::new(&self.project, parsed));
        self.dates.add(&self.project, &self.date_labels, parsed, at);
        if at + 1 == self.known.len() {
            let all = std::mem::take(&mut self.known).into_iter().flatten().collect();
            self.parsed = ParsedArticles::from_parsed(all, &self.before);
        }
    }

    /// Prepares the comparison of all articles for one of them.
    fn prepare(&mut self, at: usize) {
        prepare_index(&self.parsed, at);
        if let Some(rule) = self.number_rule() {
            (rule.prepare)(&self.parsed, at);
        }
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

    /// Leaves out the figures of claims that the user has related.
    fn open_figures(&mut self) {
        let found: Vec<&Suggestion> = self.figures.iter().collect();
        self.figures = unrelated_figures(&self.project, &found);
    }

    fn find_disagreements(&mut self) {
        self.disagreements = disagreements::related(&self.project, &self.board);
        self.disagreements.extend(disagreements::figures(&self.project, &self.parsed, &self.board, &self.figures));
    }

    fn finish(&mut self) -> Report {
        let (project, board) = (self.project.clone(), std::mem::take(&mut self.board));
        let (speakers, unsourced) = speakers::speakers(&board);
        let (entities, unlinked) = entities::entities(&project);
        Report {
            articles: std::mem::take(&mut self.articles),
            disagreements: std::mem::take(&mut self.disagreements),
            speakers,
            unsourced,
            entities,
            unlinked,
            repetition: std::mem::take(&mut self.repetition),
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
