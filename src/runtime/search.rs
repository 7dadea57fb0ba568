//! Runs searches: in the page, in slices, or after a pause in typing in a worker for regular expressions.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::{Store, wording};
use crate::analysis::{Place, ProjectSearch};
use crate::app::messages::search as words;
use crate::app::search::{MAX_RESULTS, SearchResults};
use crate::app::{SearchAction, SearchProblem, SearchRequest};
use crate::web::clock;
use crate::web::search_worker::{Expression, Matches, Outcome, TIMEOUT_MS};
use crate::web::turn::Slices;

/// The pause in typing after which a search with a regular expression starts, in milliseconds.
const PAUSE_MS: u32 = 120;
/// How often results that are not complete are shown, in milliseconds.
const SHOW_MS: u64 = 200;

/// Cancels the current search.
pub(super) fn cancel(store: &Store) {
    let search = &store.services().search;
    search.waiting.take();
    search.running.set(None);
    search.worker.cancel();
}

/// Starts a search, and cancels the previous one.
pub(super) fn run(store: &Store, request: SearchRequest) {
    cancel(store);
    let search = &store.services().search;
    if !request.query.is_regex {
        search.running.set(Some(request.number));
        return spawn_local(find(store.clone(), request));
    }
    let waiting = store.clone();
    let timeout = Timeout::new(PAUSE_MS, move || run_in_worker(&waiting, request));
    *search.waiting.borrow_mut() = Some(timeout);
}

/// Searches in slices, so that the page gets its keys and is painted meanwhile. Shows the first results as soon as there are some.
async fn find(store: Store, request: SearchRequest) {
    let SearchRequest { number, query, project } = request;
    let mut search = ProjectSearch::new(&project, query.query, query.scope, MAX_RESULTS);
    let (mut slices, mut shown_at, mut shows_places) = (Slices::default(), clock::millis(), false);
    loop {
        slices.pause().await;
        if store.services().search.running.get() != Some(number) {
            return;
        }
        if !slices.run(|| search.step(&project)) {
            break;
        }
        let is_first = !shows_places && !search.places().is_empty();
        if is_first || clock::millis() >= shown_at + SHOW_MS {
            (shown_at, shows_places) = (clock::millis(), !search.places().is_empty());
            let results = SearchResults { places: search.places().to_vec(), more: false };
            store.dispatch(SearchAction::Found(number, results, search.percent()));
        }
    }
    store.services().search.running.set(None);
    let (places, more) = search.into_places();
    store.dispatch(SearchAction::Answered(number, Ok(SearchResults { places, more })));
}

fn run_in_worker(store: &Store, request: SearchRequest) {
    let SearchRequest { query, project, .. } = &request;
    let expression = Expression {
        source: query.query.text.clone(),
        case: query.query.case,
        texts: project.articles().iter().map(|article| article.text.clone()).collect(),
        most: MAX_RESULTS as u32,
    };
    let (answered, found) = (store.clone(), RefCell::new(SearchResults::default()));
    store.services().search.worker.run(expression, move |outcome| {
        let matches = match outcome {
            Outcome::Found(matches) => matches,
            Outcome::Invalid(reason, position) => {
                let problem = SearchProblem::InvalidRegex { reason, position };
                return answered.dispatch(SearchAction::Answered(request.number, Err(problem)));
            }
            Outcome::TooLong => return answer_other(&answered, &request, words::too_long(TIMEOUT_MS / 1_000)),
            Outcome::Unavailable(why) => {
                return answer_other(&answered, &request, words::unavailable(&wording::search_worker(&why)));
            }
        };
        let (percent, is_last) = (matches.percent, matches.is_last);
        add_matches(&mut found.borrow_mut(), &request, matches);
        if is_last || found.borrow().more {
            answered.services().search.worker.cancel();
            answered.dispatch(SearchAction::Answered(request.number, Ok(found.take())));
        } else {
            let results = found.borrow().clone();
            answered.dispatch(SearchAction::Found(request.number, results, percent));
        }
    });
}

fn answer_other(store: &Store, request: &SearchRequest, problem: String) {
    store.dispatch(SearchAction::Answered(request.number, Err(SearchProblem::Other(problem))));
}

/// Adds the matches of a regular expression to the results, as far as they meet the options of the query.
fn add_matches(results: &mut SearchResults, request: &SearchRequest, matches: Matches) {
    let SearchRequest { query, project, .. } = request;
    results.more |= matches.ranges.iter().any(|(_, ranges)| ranges.len() == MAX_RESULTS);
    for (index, ranges) in matches.ranges {
        let Some(article) = project.articles().get(index) else { continue };
        for range in ranges.into_iter().filter(|range| !query.query.whole || !article.text.cuts_words(*range)) {
            let place = Place { article: article.id.clone(), range };
            if query.scope.contains(project, &place) {
                results.places.push(place);
            }
        }
    }
    results.more |= results.places.len() > MAX_RESULTS;
    results.places.truncate(MAX_RESULTS);
}
