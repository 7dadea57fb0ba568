//! Search in all articles: the field with its switches, and the places found.

mod paint;
mod places;
mod run;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::reader;
use super::shared::{Shared, on, use_store};
use super::store::{Action, Direction, OccurrenceAction, Problem, Request, Search, SearchAction, State, Store};
use crate::analysis::Scope;
use crate::app::messages::counts::places_in_articles;
use crate::model::Schema;
use crate::text::isolated;
pub(super) use paint::{Painter, PainterProps};
use places::Places;
pub(super) use places::in_context;
use run::use_answers;

const FIELD: &str = "search-field";

#[derive(Properties)]
pub(super) struct SearchPanelProps {
    pub(super) state: Shared<State>,
}

impl PartialEq for SearchPanelProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        a.search == b.search && a.editor.project().is_same(b.editor.project())
    }
}

/// The search, at the head of the left-hand panel.
#[component]
pub(super) fn SearchPanel(props: &SearchPanelProps) -> Html {
    let store = use_store();
    let state = &props.state;
    let search = &state.search;
    use_answers(&store, state);
    use_effect_with(search.steps, {
        let store = store.clone();
        move |steps| {
            let state = store.state();
            let place = state.search.current.and_then(|at| state.search.places.get(at));
            let article = place.and_then(|place| state.project().article(&place.article));
            if let (true, Some(place), Some(article)) = (*steps > 0, place, article) {
                reader::bring_into_view(&place.article, &article.text, place.range.start());
            }
        }
    });
    html! {
        <div class="search" role="search" aria-label="All articles">
            <input type="search" id={FIELD} class="search-field" aria-label="Search all articles" placeholder="Search all articles  /"
                aria-keyshortcuts="/ Control+Shift+F" autocomplete="off" spellcheck="false"
                aria-invalid={search.problem.is_some().then_some("true")}
                ~defaultValue={search.request.query.text.clone()}
                oninput={on_input(&store)} onfocus={on_focus(&store)} onkeydown={field_keys(&store)} />
            if search.open {
                { switches(&store, &search.request, state.project().schema()) }
                { answer(&store, search) }
                <Places state={state.clone()} />
            }
        </div>
    }
}

/// Gives the keyboard to the search field.
pub(super) fn begin(store: &Store) -> bool {
    store.dispatch(Action::Search(SearchAction::Open));
    let field = gloo::utils::document().get_element_by_id(FIELD);
    field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).is_some_and(|field| {
        field.select();
        field.focus().is_ok()
    })
}

fn act(store: &Store, action: SearchAction) {
    store.dispatch(Action::Search(action));
}

fn ask(store: &Store, change: impl FnOnce(&mut Request)) {
    let mut request = store.state().search.request.clone();
    change(&mut request);
    act(store, SearchAction::Ask(request));
}

fn on_input(store: &Store) -> Callback<InputEvent> {
    let store = store.clone();
    Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            ask(&store, |request| request.query.text = input.value());
        }
    })
}

fn on_focus(store: &Store) -> Callback<FocusEvent> {
    let store = store.clone();
    Callback::from(move |_| {
        if !store.state().search.open {
            act(&store, SearchAction::Open);
        }
    })
}

fn field_keys(store: &Store) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Enter" if event.shift_key() => act(&store, SearchAction::Step(Direction::Back)),
            "Enter" => act(&store, SearchAction::Step(Direction::Forward)),
            "Escape" => leave(&store),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

/// Leaves for the text, where the place gone to is selected.
fn leave(store: &Store) {
    act(store, SearchAction::Leave);
    let state = store.state();
    let article = state.view.cursor.as_ref().map(|cursor| &cursor.article).or(state.view.open.first());
    let root = article.and_then(reader::root_of).and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        let _ = root.focus();
    }
}

fn switches(store: &Store, request: &Request, schema: &Schema) -> Html {
    let switch = |name: &'static str, sign: &'static str, is_on: bool, flip: fn(&mut Request)| {
        let store = store.clone();
        let onclick = Callback::from(move |_: MouseEvent| ask(&store, flip));
        html! {
            <button type="button" key={name} class="switch" aria-pressed={is_on.to_string()} aria-label={name} title={name} data-sign={sign} {onclick} />
        }
    };
    html! {
        <div class="search-row">
            <div class="group">
                { switch("Match case", "Aa", request.query.case, |request| request.query.case ^= true) }
                { switch("Whole words", "“ab”", request.query.whole, |request| request.query.whole ^= true) }
                { switch("Regular expression", ".*", request.is_expression, |request| request.is_expression ^= true) }
            </div>
            { scopes(store, request, schema) }
        </div>
    }
}

/// The values of the choice of scope that are no label; labels stand after a colon.
const SCOPES: [(&str, &str); 2] = [("", "Anywhere"), ("untagged", "Outside any tag")];

fn scopes(store: &Store, request: &Request, schema: &Schema) -> Html {
    let store = store.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let value = select.map(|select| select.value()).unwrap_or_default();
        ask(&store, |request| {
            request.scope = match value.strip_prefix(':') {
                Some(label) => Scope::Within(label.into()),
                None if value.is_empty() => Scope::Anywhere,
                None => Scope::Untagged,
            };
        });
    });
    let is_chosen = |value: &str| match (&request.scope, value) {
        (Scope::Anywhere, "") | (Scope::Untagged, "untagged") => true,
        (Scope::Within(label), value) => value.strip_prefix(':') == Some(label.as_str()),
        _ => false,
    };
    let option = |value: String, name: String| {
        let selected = is_chosen(&value);
        html! { <option {value} {selected}>{ name }</option> }
    };
    html! {
        <select aria-label="Search where" {onchange}>
            { for SCOPES.iter().map(|(value, name)| option((*value).to_owned(), (*name).to_owned())) }
            { for schema.labels.iter().map(|label| option(format!(":{}", label.id), format!("In tags of {}", isolated(&label.name)))) }
        </select>
    }
}

fn answer(store: &Store, search: &Search) -> Html {
    if search.request.query.text.is_empty() {
        return html! {};
    }
    let count = search.places.len();
    let words = match &search.problem {
        Some(problem) => return explain(problem, &search.request.query.text),
        None if !search.answered => "Searching…".to_owned(),
        None if count == 0 => "Nothing found".to_owned(),
        None => {
            let places = places_in_articles(search.places.iter().map(|place| &place.article));
            let of = search.current.map(|at| format!("{} of ", at + 1)).unwrap_or_default();
            let limit = if search.more { "; there are more" } else { "" };
            format!("{of}{places}{limit}")
        }
    };
    let step = |name: &'static str, sign: &'static str, direction| {
        let action = Action::Search(SearchAction::Step(direction));
        html! { <button type="button" class="icon" aria-label={name} title={name} disabled={count == 0} onclick={on(store, action)}>{ sign }</button> }
    };
    html! {
        <div class="search-row">
            <p class="muted search-count">{ words }</p>
            { step("Previous place (Shift+Enter)", "↑", Direction::Back) }
            { step("Next place (Enter)", "↓", Direction::Forward) }
            <button type="button" disabled={count == 0} title="Tag what was found, after a look at the list"
                onclick={on(store, Action::Occurrences(OccurrenceAction::OpenFound))}>{ "Tag all…" }</button>
        </div>
    }
}

/// What is wrong, with the place where an expression goes wrong.
fn explain(problem: &Problem, expression: &str) -> Html {
    let (why, at) = match problem {
        Problem::Other(sentence) => return html! { <p class="problem">{ sentence }</p> },
        Problem::Invalid(why, at) => (why, *at),
    };
    let part = |from: usize, count: usize| expression.chars().skip(from).take(count).collect::<String>();
    html! {
        <>
            <p class="problem">{ format!("Not a regular expression. Position {}: {why}", at + 1) }</p>
            <code class="expression">{ part(0, at) }<strong>{ part(at, 1) }</strong>{ part(at + 1, usize::MAX) }</code>
        </>
    }
}

/// The number that an element or one around it carries as `data-at`.
pub(super) fn index_under(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let row = target?.dyn_into::<Element>().ok()?.closest("[data-at]").ok()??;
    row.get_attribute("data-at")?.parse().ok()
}
