//! Looks for what is asked for, a moment after it was typed, and again when the articles or tags change.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::analysis::{Place, Scope, search};
use crate::model::Project;
use crate::ui::shared::sentence;
use crate::ui::store::{Action, MOST_FOUND, Problem, Request, SearchAction, State, Store};
use crate::ui::wording;
use crate::web::search_worker::{Expression, Outcome, PATIENCE_MS, SearchWorker};

/// How long to wait for the next key, in milliseconds.
const PAUSE_MS: u32 = 120;

/// What a search depends on besides what is looked for.
struct Ground {
    project: Project,
    scope: Scope,
}

impl PartialEq for Ground {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (self.project.articles(), other.project.articles());
        let same_texts = a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Rc::ptr_eq(a, b));
        // Tags matter only to those who look inside or outside of them.
        same_texts && (self.scope == Scope::Anywhere || self.project.is_same(&other.project))
    }
}

#[hook]
pub(super) fn use_answers(store: &Store, state: &State) {
    let worker = use_memo((), |()| SearchWorker::default());
    let ground = Ground { project: state.project().clone(), scope: state.search.request.scope.clone() };
    let store = store.clone();
    use_effect_with((state.search.open, state.search.request.clone(), ground), move |(open, request, ground)| {
        worker.cancel();
        let wanted = *open && !request.query.text.is_empty();
        let (request, project) = (request.clone(), ground.project.clone());
        let timeout = wanted.then(|| Timeout::new(PAUSE_MS, move || look(&store, &worker, request, project)));
        move || drop(timeout)
    });
}

fn look(store: &Store, worker: &SearchWorker, request: Request, project: Project) {
    if !request.is_expression {
        let (places, more) = search(&project, &request.query, &request.scope, MOST_FOUND);
        return store.dispatch(Action::Search(SearchAction::Found(places, more)));
    }
    let expression = Expression {
        source: request.query.text.clone(),
        case: request.query.case,
        texts: project.articles().iter().map(|article| article.text.clone()).collect(),
        most: MOST_FOUND as u32,
    };
    let store = store.clone();
    worker.run(expression, move |outcome| {
        // Who has left the search meanwhile is not told any more.
        if store.state().search.open {
            store.dispatch(Action::Search(told(&project, &request, outcome)));
        }
    });
}

fn told(project: &Project, request: &Request, outcome: Outcome) -> SearchAction {
    let failed = |words: String| SearchAction::Failed(Problem::Other(words));
    match outcome {
        Outcome::Found(found) => {
            let mut more = found.iter().any(|ranges| ranges.len() == MOST_FOUND);
            let mut places = Vec::new();
            for (article, ranges) in project.articles().iter().zip(found) {
                let is_cut = |at| request.query.whole && article.text.cuts_word(at);
                for range in ranges.into_iter().filter(|range| !is_cut(range.start()) && !is_cut(range.end())) {
                    let place = Place { article: article.id.clone(), range };
                    if request.scope.holds(project, &place) {
                        places.push(place);
                    }
                }
            }
            more |= places.len() > MOST_FOUND;
            places.truncate(MOST_FOUND);
            SearchAction::Found(places, more)
        }
        Outcome::Invalid(why, at) => SearchAction::Failed(Problem::Invalid(why, at)),
        Outcome::TooLong => {
            failed(format!("This expression takes too long: stopped after {} seconds.", PATIENCE_MS / 1_000))
        }
        Outcome::Unavailable(why) => {
            failed(sentence(&format!("this browser cannot run it: {}", wording::search_unavailable(&why))))
        }
    }
}
