//! Runs searches after a pause in typing: in the page, or in a worker for regular expressions.

use gloo::timers::callback::Timeout;

use super::{Store, wording};
use crate::analysis::{Place, search};
use crate::app::messages::search as words;
use crate::app::search::{MAX_RESULTS, SearchResults};
use crate::app::{SearchAction, SearchProblem, SearchRequest};
use crate::text::TextRange;
use crate::web::search_worker::{Expression, Outcome, TIMEOUT_MS};

/// The pause in typing after which a search starts, in milliseconds.
const PAUSE_MS: u32 = 120;

/// Cancels the current search.
pub(super) fn cancel(store: &Store) {
    let search = &store.services().search;
    search.waiting.take();
    search.worker.cancel();
}

/// Starts a search, and cancels the previous one.
pub(super) fn run(store: &Store, request: SearchRequest) {
    cancel(store);
    let waiting = store.clone();
    let timeout = Timeout::new(PAUSE_MS, move || run_now(&waiting, request));
    *store.services().search.waiting.borrow_mut() = Some(timeout);
}

fn run_now(store: &Store, request: SearchRequest) {
    let SearchRequest { number, query, project } = &request;
    if !query.is_regex {
        let (places, more) = search(project, &query.query, &query.scope, MAX_RESULTS);
        return store.dispatch(SearchAction::Answered(*number, Ok(SearchResults { places, more })));
    }
    let expression = Expression {
        source: query.query.text.clone(),
        case: query.query.case,
        texts: project.articles().iter().map(|article| article.text.clone()).collect(),
        most: MAX_RESULTS as u32,
    };
    let answered = store.clone();
    store.services().search.worker.run(expression, move |outcome| {
        answered.dispatch(SearchAction::Answered(request.number, result(&request, outcome)));
    });
}

fn result(request: &SearchRequest, outcome: Outcome) -> Result<SearchResults, SearchProblem> {
    match outcome {
        Outcome::Found(found) => Ok(results(request, found)),
        Outcome::Invalid(reason, position) => Err(SearchProblem::InvalidRegex { reason, position }),
        Outcome::TooLong => Err(SearchProblem::Other(words::too_long(TIMEOUT_MS / 1_000))),
        Outcome::Unavailable(why) => Err(SearchProblem::Other(words::unavailable(&wording::search_worker(&why)))),
    }
}

/// The matches of a regular expression as results, filtered by the options of the query.
fn results(request: &SearchRequest, found: Vec<Vec<TextRange>>) -> SearchResults {
    let SearchRequest { query, project, .. } = request;
    let mut more = found.iter().any(|ranges| ranges.len() == MAX_RESULTS);
    let mut places = Vec::new();
    for (article, ranges) in project.articles().iter().zip(found) {
        for range in ranges.into_iter().filter(|range| !query.query.whole || !article.text.cuts_words(*range)) {
            let place = Place { article: article.id.clone(), range };
            if query.scope.contains(project, &place) {
                places.push(place);
            }
        }
    }
    more |= places.len() > MAX_RESULTS;
    places.truncate(MAX_RESULTS);
    SearchResults { places, more }
}
