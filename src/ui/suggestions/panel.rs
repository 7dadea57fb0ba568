//! The panel of suggestions: all that are open, by kind and group; what has the wanted score can be accepted at once.

use yew::prelude::*;

use super::kind_rows::{KindRows, RejectedRows};
use super::row::focus_panel;
use crate::analysis::suggestions::{SuggestionGroup, SuggestionKind};
use crate::app::messages::review as words;
use crate::app::suggestions::has_any_kind;
use crate::app::{ByPtr, Dispatcher, ReviewAction, State, SuggestionAction, SuggestionView};
use crate::model::Project;
use crate::ui::dom::events::{closest, value_of};
use crate::ui::widgets::{LongList, RowSource, Rows, button, on, use_dispatcher};

/// The key of the rejected suggestions among those of kinds.
const REJECTED: &str = "rejected";

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct SuggestionsPanelProps {
    project: ByPtr<Project>,
    view: SuggestionView,
}

impl SuggestionsPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        Self { project: ByPtr(state.project().clone()), view: state.suggestions.clone() }
    }
}

/// The panel.
#[component]
pub(in crate::ui) fn SuggestionsPanel(props: &SuggestionsPanelProps) -> Html {
    let dispatcher = use_dispatcher();
    let SuggestionsPanelProps { project, view } = props;
    // The keys of the kinds and groups that are open.
    let open = use_state(Vec::<String>::new);
    let listed = use_memo((view.list.clone(), view.min_score), |_| view.listed());
    if let Some(message) = message(project) {
        return html! { <p class="muted" role="status">{ message }</p> };
    }
    if !view.is_current && view.list.open.is_empty() && view.list.rejected.is_empty() {
        return computing(&dispatcher, view);
    }
    let count = count_of(&listed);
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            let key = closest(event.target(), "[data-toggle]").and_then(|one| one.get_attribute("data-toggle"));
            if let Some(key) = key {
                let mut keys = (*open).clone();
                match keys.iter().position(|one| *one == key) {
                    Some(at) => drop(keys.remove(at)),
                    None => keys.push(key),
                }
                open.set(keys);
            }
        })
    };
    let kinds = SuggestionKind::ALL.into_iter().filter_map(|kind| {
        let is_any = listed.iter().any(|group| group.kind == kind);
        is_any.then(|| of_kind(&dispatcher, project, kind, &ByPtr(listed.clone()), &open))
    });
    html! {
        <div class="suggestions" tabindex="-1" onclick={toggle}>
            { tools(&dispatcher, view, count) }
            <p class="muted list-count" role="status">{ words::listed(count, view.list.open.len()) }</p>
            if listed.is_empty() {
                <p class="muted">{ if view.list.open.is_empty() { words::NONE_OPEN } else { words::NONE_LISTED } }</p>
            }
            <div class="suggestion-kinds">{ for kinds }</div>
            { rejected(&dispatcher, project, view, open.iter().any(|key| key == REJECTED)) }
        </div>
    }
}

/// Why there is no list.
fn message(project: &Project) -> Option<&'static str> {
    if !has_any_kind(project) {
        Some(words::NO_RULE)
    } else if project.articles().is_empty() {
        Some(words::NO_ARTICLES)
    } else {
        None
    }
}

/// How far the computing is, with a button that stops it or begins again: one element, which keeps the focus.
fn computing(dispatcher: &Dispatcher, view: &SuggestionView) -> Html {
    let (done, all) = view.progress;
    let (text, name, action) = match view.is_stopped {
        true => (words::STOPPED, words::RESUME, SuggestionAction::Resume),
        false => (words::COMPUTING, words::STOP, SuggestionAction::Stop),
    };
    let value = (all > 0).then(|| done.to_string());
    html! {
        <div class="computing">
            <p class="muted" role="status">{ text }</p>
            <progress hidden={view.is_stopped} aria-label={words::COMPUTING} max={all.max(1).to_string()} {value} />
            { button(name, on(dispatcher, action)) }
        </div>
    }
}

fn count_of(groups: &[SuggestionGroup]) -> usize {
    groups.iter().map(|group| group.items.len()).sum()
}

/// What begins the review, and what lists and accepts all above a score.
fn tools(dispatcher: &Dispatcher, view: &SuggestionView, count: usize) -> Html {
    let start = |by_group| on(dispatcher, ReviewAction::Start { by_group });
    let min_score = view.min_score.to_string();
    let oninput = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: InputEvent| {
            dispatcher.dispatch(SuggestionAction::SetMinScore(value_of(&event).parse().unwrap_or_default()));
        })
    };
    html! {
        <div class="suggestion-tools">
            <div class="review-buttons">
                { button(words::START, start(false)) }
                { button(words::START_BY_GROUP, start(true)) }
            </div>
            <label>
                <input type="checkbox" checked={!view.hides_outlines} onchange={on(dispatcher, SuggestionAction::ToggleOutlines)} />
                { words::OUTLINES }
            </label>
            <label class="min-score">
                <span>{ words::MIN_SCORE }</span>
                <input type="range" min="0" max="100" step="5" value={min_score} aria-valuetext={words::score(view.min_score)} {oninput} />
                <span aria-hidden="true">{ words::score(view.min_score) }</span>
            </label>
            <button type="button" disabled={count == 0} onclick={decide(dispatcher, SuggestionAction::AcceptListed(None))}>
                { words::accept_listed(count, view.min_score) }
            </button>
        </div>
    }
}

/// A heading that opens and closes what is below it.
fn heading(key: &'static str, name: String, count: Option<usize>, is_open: bool) -> Html {
    html! {
        <h3 class="suggestion-kind">
            <button type="button" class="quiet" data-toggle={key} aria-expanded={is_open.to_string()}>
                <span class="mark" aria-hidden="true">{ if is_open { "▾" } else { "▸" } }</span>
                <span>{ name }</span>
                if let Some(count) = count { <span class="muted">{ count }</span> }
            </button>
        </h3>
    }
}

fn of_kind(
    dispatcher: &Dispatcher,
    project: &ByPtr<Project>,
    kind: SuggestionKind,
    listed: &ByPtr<Vec<SuggestionGroup>>,
    open: &[String],
) -> Html {
    let is_open = |key: &str| open.iter().any(|one| one == key);
    let of_kind = listed.iter().filter(|group| group.kind == kind);
    let count: usize = of_kind.map(|group| group.items.len()).sum();
    let heading = heading(kind.name(), words::kind(kind).to_owned(), Some(count), is_open(kind.name()));
    if !is_open(kind.name()) {
        return section(kind.name(), heading, Html::default());
    }
    let rows = KindRows::new(project.clone(), listed.clone(), kind, is_open);
    let accept_all = decide(dispatcher, SuggestionAction::AcceptListed(Some(kind)));
    let body = html! {
        <>
            <p class="muted small">{ words::kind_help(kind) }</p>
            <button type="button" onclick={accept_all}>{ words::accept_kind(kind, count) }</button>
            { list(rows, words::kind(kind)) }
        </>
    };
    section(kind.name(), heading, body)
}

/// A heading and what is below it. Both are always one node, so that the heading stays the same element and keeps the focus.
fn section(key: &'static str, heading: Html, body: Html) -> Html {
    html! { <section {key}>{ heading }{ body }</section> }
}

/// Decides many suggestions, with which the button goes.
fn decide(dispatcher: &Dispatcher, action: SuggestionAction) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: MouseEvent| {
        focus_panel(&event);
        dispatcher.dispatch(action.clone());
    })
}

fn list(rows: impl RowSource, name: &'static str) -> Html {
    html! {
        <div class="suggestion-list" role="list" aria-label={name}>
            <LongList rows={Rows::of(rows)} arrow_keys={true} />
        </div>
    }
}

/// What was rejected and would be suggested again.
fn rejected(dispatcher: &Dispatcher, project: &ByPtr<Project>, view: &SuggestionView, is_open: bool) -> Html {
    let all = &view.list.rejected;
    if all.is_empty() {
        return Html::default();
    }
    let heading = heading(REJECTED, words::rejected(all.len()), None, is_open);
    if !is_open {
        return section(REJECTED, heading, Html::default());
    }
    let rows = RejectedRows { project: project.clone(), list: view.list.clone() };
    let ids = all.iter().map(|one| one.id.clone()).collect();
    let body = html! {
        <>
            <button type="button" onclick={decide(dispatcher, SuggestionAction::Restore(ids))}>{ words::RESTORE_ALL }</button>
            { list(rows, words::LIST) }
        </>
    };
    section(REJECTED, heading, body)
}
