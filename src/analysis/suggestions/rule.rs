//! What each kind of suggestions states about itself.

use super::{Suggestion, SuggestionKind};
use crate::analysis::parsed::ParsedArticles;
use crate::model::{Project, Schema};

/// A kind of suggestions, and how it is computed: first what follows from the texts and the schema alone, which stays while the user
/// tags, then what of it is still open, and what follows from the tags.
#[derive(Debug)]
pub struct Rule {
    /// The kind.
    pub kind: SuggestionKind,
    /// Counts up when the rule finds something else in the same texts. Rejections of an earlier version no longer count.
    pub version: u32,
    /// Whether a schema has the labels, attributes or relation types that the rule needs.
    pub fits: fn(&Schema) -> bool,
    /// Does a part of what `find` needs of all articles together, for an article (its index). Called for all of them before `find`, so
    /// that its first call does not take long; the result is kept with the parsed articles.
    pub prepare: fn(&ParsedArticles, usize),
    /// What follows from the texts and the schema, however they are tagged, in one of the articles (its index): computed article by
    /// article, so that the page can do something else between them. A pair is found in the article of its first side.
    pub find: fn(&Schema, &ParsedArticles, usize) -> Vec<Suggestion>,
    /// The kinds of which `open` gets what their rules have found; empty for its own.
    pub reads: &'static [SuggestionKind],
    /// The suggestions for the project as it is tagged now.
    pub open: Open,
}

/// How a rule computes its suggestions for a project as it is tagged. Each call takes a few milliseconds at most.
#[derive(Debug)]
pub enum Open {
    /// All at once. The last argument is what has been found, in the order of the articles.
    AtOnce(OpenSome),
    /// For each article by itself, with what has been found in it.
    ByArticle(OpenSome),
    /// In steps of its own.
    InSteps(fn() -> Box<dyn OpenSteps>),
}

/// Computes suggestions from the project, its parsed articles, and what has been found in them.
pub type OpenSome = fn(&Project, &ParsedArticles, &[&Suggestion]) -> Vec<Suggestion>;

/// Computes suggestions in steps.
pub trait OpenSteps: std::fmt::Debug {
    /// Computes a part, and adds what is suggested; returns whether there is more. The arguments are the same in each step.
    fn step(&mut self, sources: &Sources<'_>, open: &mut Vec<Suggestion>) -> bool;
}

/// What suggestions are computed from.
pub struct Sources<'a> {
    /// The project as it is tagged.
    pub project: &'a Project,
    /// Its articles.
    pub parsed: &'a ParsedArticles,
    /// What has been found in them, in their order.
    pub found: &'a [&'a Suggestion],
}

/// For rules that look at each article by itself.
pub(super) fn nothing_to_prepare(_: &ParsedArticles, _: usize) {}

/// For rules that use only the tags.
pub(super) fn nothing_found(_: &Schema, _: &ParsedArticles, _: usize) -> Vec<Suggestion> {
    Vec::new()
}
