//! Search in all articles. The runtime carries searches out; here is what they are and what comes of them.

use std::rc::Rc;

use super::Update;
use crate::analysis::{Place, Scope};
use crate::app::messages::search as words;
use crate::app::search::{Search, SearchQuery, SearchRequest, SearchResults};
use crate::app::{Cursor, Direction, Effect, FocusTarget, SearchAction, SearchProblem, UiEffect};
use crate::text::Snap;

impl Update<'_> {
    pub(super) fn search(&mut self, action: SearchAction) {
        match action {
            SearchAction::Open => {
                self.open_search();
                self.state.hide_left(false);
                self.ui(UiEffect::Focus(FocusTarget::SearchField));
            }
            SearchAction::Focused => self.open_search(),
            SearchAction::Query(query) => {
                self.state.search = Search { open: true, query, number: self.state.search.number, ..Search::default() };
                self.request_search();
            }
            SearchAction::Found(number, results, percent) => {
                let search = &mut self.state.search;
                // A search that is repeated keeps its results until it is complete.
                if number == search.number && search.open && !search.answered {
                    (search.places, search.more, search.percent) = (Rc::new(results.places), results.more, percent);
                }
            }
            SearchAction::Answered(number, result) => {
                if number == self.state.search.number && self.state.search.open {
                    self.answered(result);
                }
            }
            SearchAction::GoTo(at) => {
                // What was found is under it.
                self.state.drawer = false;
                self.go_to_place(at);
            }
            SearchAction::Step(direction) => self.step_to_place(direction),
            SearchAction::Leave => self.leave_search(),
        }
    }

    fn open_search(&mut self) {
        if !self.state.search.open {
            self.state.search.open = true;
            self.request_search();
        }
    }

    fn request_search(&mut self) {
        let search = &mut self.state.search;
        search.number += 1;
        if search.query.query.text.is_empty() {
            return self.effects.push(Effect::CancelSearch);
        }
        let (number, query) = (search.number, search.query.clone());
        self.effects.push(Effect::Search(SearchRequest { number, query, project: self.state.project().clone() }));
    }

    /// Searches again after the project has changed, if what was found may be something else now.
    pub(super) fn search_again(&mut self) {
        let search = &self.state.search;
        if !search.open || search.query.query.text.is_empty() {
            return;
        }
        let depends_on_tags = search.query.scope != Scope::Anywhere;
        let changed = |effect: &Effect| match effect {
            Effect::Notify(step) => {
                depends_on_tags || step.transaction.changes.iter().any(|change| change.is_of_article())
            }
            _ => false,
        };
        if self.effects.iter().any(changed) {
            self.request_search();
        }
    }

    /// Searches in the project that was just opened.
    pub(super) fn search_in_new_project(&mut self) {
        if self.state.search.open {
            self.request_search();
        }
    }

    fn answered(&mut self, result: Result<SearchResults, SearchProblem>) {
        match result {
            Ok(results) => self.found(results),
            Err(problem) => {
                self.announce(words::problem(&problem));
                let search = &mut self.state.search;
                (search.places, search.current, search.answered) = (Rc::default(), None, true);
                search.problem = Some(problem);
            }
        }
    }

    fn found(&mut self, SearchResults { places, more }: SearchResults) {
        let before = self.state.search.current_place();
        let current = before.and_then(|before| places.iter().position(|place| place == before));
        if !self.state.search.answered || *self.state.search.places != places {
            self.announce(words::found(places.iter().map(|place| &place.article)));
        }
        let search = &mut self.state.search;
        (search.places, search.more, search.current) = (Rc::new(places), more, current);
        (search.answered, search.problem) = (true, None);
    }

    fn step_to_place(&mut self, direction: Direction) {
        let count = self.state.search.places.len();
        if count == 0 {
            return;
        }
        self.go_to_place(match (self.state.search.current, direction) {
            (None, Direction::Forward) => 0,
            (None, Direction::Back) => count - 1,
            (Some(at), Direction::Forward) => (at + 1) % count,
            (Some(at), Direction::Back) => (at + count - 1) % count,
        });
    }

    fn go_to_place(&mut self, at: usize) {
        let Some(place) = self.state.search.places.get(at).cloned() else { return };
        let Some(article) = self.state.project().article(&place.article).cloned() else { return };
        self.show(&place.article);
        let (before, after) = crate::anchor::context(&article.text, place.range);
        let context = [before, article.text.slice(place.range), after].concat();
        let count = self.state.search.places.len();
        self.announce(words::place(at + 1, count, &context, &article.title));
        self.state.search.current = Some(at);
        self.scroll_to(&place.article, place.range.start());
    }

    /// Closes the search; the current place is selected in the text, which gets the focus.
    fn leave_search(&mut self) {
        let place = self.state.search.current_place().cloned();
        let place = place.filter(|place| self.state.project().article(&place.article).is_some());
        if let Some(Place { article, range }) = place {
            let (anchor, head) = (range.start(), range.end());
            self.place(Some(Cursor::by_pointer(article, anchor, head, Snap::Exact)));
        }
        let query: SearchQuery = std::mem::take(&mut self.state.search.query);
        self.state.search = Search { query, number: self.state.search.number + 1, ..Search::default() };
        self.effects.push(Effect::CancelSearch);
        if let Some(cursor) = self.state.cursor_or_start() {
            self.ui(UiEffect::Focus(FocusTarget::Text(cursor.article)));
        }
    }
}
