//! The search panel: the field with its switches, and the results.

mod answer;
mod results;

use yew::prelude::*;

use crate::app::commands::aria_keys;
use crate::app::messages::search as words;
use crate::app::{ByPtr, Direction, Dispatcher, FocusTarget, SearchAction, State};
use crate::ui::dom::events::value_of;
use crate::ui::dom::focus;
use crate::ui::later::Later;
use crate::ui::widgets::{on, use_dispatcher};
use crate::web::entry_points::EntryPoints as _;
use answer::change;
pub(in crate::ui) use answer::{SearchResultsProps, search_results};
pub(in crate::ui) use results::text_in_context;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct SearchPanelProps {
    content: SearchResultsProps,
    /// Whether what shows the results is loaded.
    is_complete: bool,
}

impl SearchPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let project = state.project();
        let has_results = !state.search.places.is_empty();
        let content = SearchResultsProps {
            search: state.search.clone(),
            schema: ByPtr(project.schema().clone()),
            project: has_results.then(|| ByPtr(project.clone())),
        };
        Self { content, is_complete: Later::now().is_some() }
    }
}

/// The search panel.
#[component]
pub(in crate::ui) fn SearchPanel(props: &SearchPanelProps) -> Html {
    let dispatcher = use_dispatcher();
    let search = &props.content.search;
    let is_searching = search.open && !search.answered && !search.query.query.text.is_empty();
    let oninput = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: InputEvent| change(&dispatcher, |query| query.query.text = value_of(&event)))
    };
    html! {
        <div class="search" role="search" aria-label={words::REGION} data-region="" aria-busy={is_searching.then_some("true")}>
            <input ref={focus::target(FocusTarget::SearchField)} type="search" id="search-field" class="search-field" aria-label={words::FIELD} placeholder={words::PLACEHOLDER}
                aria-keyshortcuts={words::field_keys(aria_keys("search"), aria_keys("search.everywhere"))} autocomplete="off" spellcheck="false"
                aria-invalid={search.problem.is_some().then_some("true")} data-region-stop=""
                ~defaultValue={search.query.query.text.clone()}
                {oninput} onfocus={on(&dispatcher, SearchAction::Focused)} onkeydown={field_keys(&dispatcher)} />
            if let Some(later) = Later::now().filter(|_| search.open && props.is_complete) {
                { (later.search_results)(&dispatcher, &props.content) }
            }
        </div>
    }
}

fn field_keys(dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: KeyboardEvent| {
        let action = match event.key().as_str() {
            "Enter" if event.shift_key() => SearchAction::Step(Direction::Back),
            "Enter" => SearchAction::Step(Direction::Forward),
            "Escape" => SearchAction::Leave,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        dispatcher.dispatch(action);
    })
}
