//! The answers below the search field: the switches, the count, and the results.

use yew::prelude::*;

use super::results::Results;
use crate::analysis::Scope;
use crate::app::messages::search as words;
use crate::app::{ByPtr, Direction, Dispatcher, OccurrenceAction, Search, SearchAction, SearchProblem, SearchQuery};
use crate::model::{Project, Schema};
use crate::ui::widgets::{SelectOption, on, select};

/// The values of the select of scopes that are no label; a label is written after a colon.
const UNTAGGED: &str = "untagged";

/// What the search panel shows.
#[derive(Properties, Clone, PartialEq)]
pub(in crate::ui) struct SearchResultsProps {
    pub(super) search: Search,
    pub(super) schema: ByPtr<Schema>,
    /// The project, while there are results to show.
    pub(super) project: Option<ByPtr<Project>>,
}

/// The answers below the field.
pub(in crate::ui) fn search_results(dispatcher: &Dispatcher, props: &SearchResultsProps) -> Html {
    let search = &props.search;
    html! {
        <>
            { switches(dispatcher, &search.query, &props.schema) }
            { answer(dispatcher, search) }
            if let Some(project) = &props.project {
                <Results project={project.clone()} places={ByPtr(search.places.clone())} current={search.current} />
            }
        </>
    }
}

/// Changes what is searched for.
pub(super) fn change(dispatcher: &Dispatcher, change: impl FnOnce(&mut SearchQuery)) {
    let mut query = dispatcher.state().search.query.clone();
    change(&mut query);
    dispatcher.dispatch(SearchAction::Query(query));
}

fn switches(dispatcher: &Dispatcher, query: &SearchQuery, schema: &Schema) -> Html {
    let switch = |name: &'static str, sign: &'static str, is_on: bool, flip: fn(&mut SearchQuery)| {
        let dispatcher = dispatcher.clone();
        let onclick = Callback::from(move |_: MouseEvent| change(&dispatcher, flip));
        html! {
            <button type="button" key={name} class="switch" aria-pressed={is_on.to_string()} aria-label={name} title={name} data-sign={sign} {onclick} />
        }
    };
    html! {
        <div class="search-row">
            <div class="group">
                { switch(words::MATCH_CASE, "Aa", query.query.case, |query| query.query.case ^= true) }
                { switch(words::WHOLE_WORDS, "“ab”", query.query.whole, |query| query.query.whole ^= true) }
                { switch(words::REGEX, ".*", query.is_regex, |query| query.is_regex ^= true) }
            </div>
            { scopes(dispatcher, &query.scope, schema) }
        </div>
    }
}

fn scopes(dispatcher: &Dispatcher, scope: &Scope, schema: &Schema) -> Html {
    let dispatcher = dispatcher.clone();
    let onchoose = Callback::from(move |value: Option<String>| {
        change(&dispatcher, |query| {
            query.scope = match value.as_deref() {
                None => Scope::Anywhere,
                Some(value) => value.strip_prefix(':').map_or(Scope::Untagged, |label| Scope::Within(label.into())),
            };
        });
    });
    let current = match scope {
        Scope::Anywhere => None,
        Scope::Untagged => Some(UNTAGGED.to_owned()),
        Scope::Within(label) => Some(format!(":{label}")),
    };
    let labels =
        schema.labels.iter().map(|label| SelectOption::new(&format!(":{}", label.id), words::in_tags_of(&label.name)));
    let options = [SelectOption::new("", words::ANYWHERE), SelectOption::new(UNTAGGED, words::UNTAGGED)];
    select(words::SCOPE, options.into_iter().chain(labels), current.as_deref(), &onchoose)
}

fn answer(dispatcher: &Dispatcher, search: &Search) -> Html {
    if search.query.query.text.is_empty() {
        return Html::default();
    }
    let text = match &search.problem {
        Some(problem) => return explain(problem, &search.query.query.text),
        None => words::status(search),
    };
    let has_none = search.places.is_empty();
    let step = |name: &'static str, sign: &'static str, direction| {
        html! {
            <button type="button" class="icon" aria-label={name} title={name} disabled={has_none}
                onclick={on(dispatcher, SearchAction::Step(direction))}>{ sign }</button>
        }
    };
    html! {
        <div class="search-row">
            <p class="muted search-count">{ text }</p>
            { step(words::PREVIOUS, "↑", Direction::Back) }
            { step(words::NEXT, "↓", Direction::Forward) }
            <button type="button" disabled={has_none || !search.answered} title={words::TAG_ALL_TITLE}
                onclick={on(dispatcher, OccurrenceAction::OpenSearch)}>{ words::TAG_ALL }</button>
        </div>
    }
}

/// What is wrong, with the place in the expression.
fn explain(problem: &SearchProblem, expression: &str) -> Html {
    let SearchProblem::InvalidRegex { position, .. } = problem else {
        return html! { <p class="problem">{ words::problem(problem) }</p> };
    };
    let part = |from: usize, count: usize| expression.chars().skip(from).take(count).collect::<String>();
    html! {
        <>
            <p class="problem">{ words::problem(problem) }</p>
            <code class="expression">{ part(0, *position) }<strong>{ part(*position, 1) }</strong>{ part(position + 1, usize::MAX) }</code>
        </>
    }
}
