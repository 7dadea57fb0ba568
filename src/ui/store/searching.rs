//! Search in all articles: what is looked for, and what was found.

use std::rc::Rc;

use super::reduce::Edited;
use super::{Cursor, Direction, State};
use crate::analysis::{Place, Scope};
use crate::app::messages::counts::places_in_articles;
use crate::edit::Stamp;
use crate::text::{Query, Snap};
use crate::ui::shared::counted;

/// The most places that a search finds.
pub const MOST_FOUND: usize = 10_000;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The words, or a regular expression.
    pub query: Query,
    /// Whether it is a regular expression.
    pub is_expression: bool,
    /// Where it is looked for.
    pub scope: Scope,
}

/// Why nothing could be looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The regular expression is none: why, and at which character of it, counted from 0.
    Invalid(String, usize),
    /// Anything else, as a sentence.
    Other(String),
}

/// Search in all articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// Whether somebody is searching.
    pub open: bool,
    /// What is looked for.
    pub request: Request,
    /// What was found, article by article.
    pub places: Rc<Vec<Place>>,
    /// Whether there is more than that.
    pub more: bool,
    /// Whether the answer to the request is there.
    pub answered: bool,
    /// Why there is none.
    pub problem: Option<Problem>,
    /// Which of the places was gone to.
    pub current: Option<usize>,
    /// Counts up each time that place should be scrolled to.
    pub steps: u32,
}

/// What can happen to the search.
#[derive(Clone, Debug)]
pub enum SearchAction {
    /// Somebody begins to search.
    Open,
    /// Look for this.
    Ask(Request),
    /// This was found, and whether there is more.
    Found(Vec<Place>, bool),
    /// Nothing could be looked for.
    Failed(Problem),
    /// Go to one of the places.
    Go(usize),
    /// Go to the next place or the one before; after the last comes the first.
    Step(Direction),
    /// Leave the search for the text; the place gone to is selected there.
    Leave,
}

impl State {
    pub(super) fn search(&mut self, action: SearchAction, _stamp: Stamp) -> Edited {
        match action {
            SearchAction::Open => self.search.open = true,
            SearchAction::Ask(request) => {
                let steps = self.search.steps;
                self.search = Search { open: true, request, steps, ..Search::default() };
            }
            SearchAction::Found(places, more) => self.found(places, more),
            SearchAction::Failed(problem) => {
                self.announce(match &problem {
                    Problem::Invalid(why, at) => format!("Not a regular expression: position {}: {why}", at + 1),
                    Problem::Other(sentence) => sentence.clone(),
                });
                let search = &mut self.search;
                (search.places, search.current, search.answered) = (Rc::default(), None, true);
                search.problem = Some(problem);
            }
            SearchAction::Go(at) => self.go_to(at),
            SearchAction::Step(direction) => self.step(direction),
            SearchAction::Leave => self.leave_search(),
        }
        Ok(None)
    }

    fn found(&mut self, places: Vec<Place>, more: bool) {
        let before = self.search.current.and_then(|at| self.search.places.get(at));
        let current = before.and_then(|before| places.iter().position(|place| place == before));
        let is_news = !self.search.answered || *self.search.places != places;
        if is_news {
            let words = match places.len() {
                0 => "Nothing found".to_owned(),
                _ => format!("{} found", places_in_articles(places.iter().map(|place| &place.article))),
            };
            self.announce(words);
        }
        let search = &mut self.search;
        (search.places, search.more, search.current) = (Rc::new(places), more, current);
        (search.answered, search.problem) = (true, None);
    }

    fn step(&mut self, direction: Direction) {
        let count = self.search.places.len();
        if count == 0 {
            return;
        }
        let at = match (self.search.current, direction) {
            (None, Direction::Forward) => 0,
            (None, Direction::Back) => count - 1,
            (Some(at), Direction::Forward) => (at + 1) % count,
            (Some(at), Direction::Back) => (at + count - 1) % count,
        };
        self.go_to(at);
    }

    fn go_to(&mut self, at: usize) {
        let Some(place) = self.search.places.get(at).cloned() else { return };
        let Some(article) = self.project().article(&place.article).cloned() else { return };
        self.show(&place.article);
        let (left, right) = crate::anchor::context(&article.text, place.range);
        let words = article.text.slice(place.range);
        let count = counted(self.search.places.len(), "place", "places");
        self.announce(format!("{} of {count}: {left}{words}{right}, in {}", at + 1, article.title));
        self.search.current = Some(at);
        self.search.steps += 1;
    }

    fn leave_search(&mut self) {
        let current = self.search.current.and_then(|at| self.search.places.get(at)).cloned();
        if let Some(Place { article, range }) = current.filter(|place| self.project().article(&place.article).is_some())
        {
            let (anchor, head) = (range.start(), range.end());
            self.place(Some(Cursor { article, anchor, head, how: Snap::Exact, by_pointer: true }));
        }
        let request = std::mem::take(&mut self.search.request);
        self.search = Search { request, steps: self.search.steps, ..Search::default() };
    }
}
