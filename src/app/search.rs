//! Search in all articles.

use std::rc::Rc;

use super::Direction;
use crate::analysis::{Place, Scope};
use crate::model::Project;
use crate::text::Query;

/// The most places that a search finds.
pub const MAX_RESULTS: usize = 10_000;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchQuery {
    /// The text, or a regular expression.
    pub query: Query,
    /// Whether it is a regular expression.
    pub is_regex: bool,
    /// Where it is looked for.
    pub scope: Scope,
}

/// A search that the runtime carries out.
#[derive(Clone, Debug)]
pub struct SearchRequest {
    /// Tells its answer from answers to older requests.
    pub number: u32,
    /// What is looked for.
    pub query: SearchQuery,
    /// Where.
    pub project: Rc<Project>,
}

/// Why a search has no results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchProblem {
    /// The regular expression is invalid.
    InvalidRegex {
        /// The browser's message.
        reason: String,
        /// The first wrong character, counted from 0 in code points.
        position: usize,
    },
    /// Anything else, as a message.
    Other(String),
}

/// Search in all articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// Whether the search panel is open.
    pub open: bool,
    /// What is looked for.
    pub query: SearchQuery,
    /// The number of the newest request; answers to others are dropped.
    pub number: u32,
    /// What was found, by article and in the order of the text.
    pub places: Rc<Vec<Place>>,
    /// Whether there is more than that.
    pub more: bool,
    /// Whether the request has been answered.
    pub answered: bool,
    /// How much of the texts was searched until then, in percent.
    pub percent: u8,
    /// Why there are no results.
    pub problem: Option<SearchProblem>,
    /// The place the user went to, as an index into `places`.
    pub current: Option<usize>,
}

/// What can happen to the search.
#[derive(Clone, Debug)]
pub enum SearchAction {
    /// Open the search and move the focus to its field.
    Open,
    /// The field got the focus.
    Focused,
    /// Look for this.
    Query(SearchQuery),
    /// What the request of this number has found until now, and how much of the texts was searched, in percent.
    Found(u32, SearchResults, u8),
    /// The answer to the request of this number.
    Answered(u32, Result<SearchResults, SearchProblem>),
    /// Go to the place of this index.
    GoTo(usize),
    /// Go to the next or previous place; after the last comes the first.
    Step(Direction),
    /// Leave the search for the text, where the current place is selected.
    Leave,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The places, by article and in the order of the text; at most [`MAX_RESULTS`].
    pub places: Vec<Place>,
    /// Whether there are more.
    pub more: bool,
}

impl Search {
    /// The place the user went to.
    pub fn current_place(&self) -> Option<&Place> {
        self.places.get(self.current?)
    }
}
