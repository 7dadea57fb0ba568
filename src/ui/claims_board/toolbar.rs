//! What stands above the board: filters, order, the type that ties claims, downloads.

use yew::prelude::*;

use crate::analysis::claims_board::{BoardFilter, BoardSort, ChoiceFilter, ClaimsBoard, choices};
use crate::app::claims_board::tie_kinds;
use crate::app::messages::claims_board as words;
use crate::app::{BoardAction, BoardView, Dispatcher};
use crate::format::claims_board::BoardFormat;
use crate::model::Project;
use crate::ui::dom::events::is_checked;
use crate::ui::widgets::{SelectOption, on, select};

/// The filters, the order, the type that ties claims, and the buttons.
pub(super) fn toolbar(dispatcher: &Dispatcher, project: &Project, view: &BoardView, board: &ClaimsBoard) -> Html {
    let filter = &view.filter;
    let download = |format: BoardFormat| {
        html! {
            <button type="button" key={format.extension()} title={words::format_title(format)}
                onclick={on(dispatcher, BoardAction::Download(format))}>{ words::format(format) }</button>
        }
    };
    html! {
        <div class="board-tools">
            <div class="group" role="group" aria-label={words::FILTERS}>
                { check(dispatcher, words::ONLY_CONFLICTS, filter.conflicts, |filter, on| filter.conflicts = on) }
                { check(dispatcher, words::ONLY_ONE_ARTICLE, filter.one_article, |filter, on| filter.one_article = on) }
                { check(dispatcher, words::ONLY_UNSOURCED, filter.unsourced, |filter, on| filter.unsourced = on) }
                { entity_select(dispatcher, project, filter, board) }
                { value_select(dispatcher, project, filter) }
            </div>
            <div class="group">
                { order_select(dispatcher, view.sort) }
                { type_select(dispatcher, project, view) }
            </div>
            <div class="group" role="group" aria-label={words::DOWNLOAD}>
                <span class="muted" aria-hidden="true">{ words::SAVE_AS }</span>
                { for BoardFormat::ALL.into_iter().map(download) }
            </div>
            <button type="button" class="quiet" onclick={on(dispatcher, BoardAction::Show(false))}>{ words::BACK }</button>
        </div>
    }
}

fn set(dispatcher: &Dispatcher, change: impl FnOnce(&mut BoardFilter)) {
    let mut filter = dispatcher.state().board.filter.clone();
    change(&mut filter);
    dispatcher.dispatch(BoardAction::Filter(filter));
}

fn check(dispatcher: &Dispatcher, name: &'static str, is_on: bool, change: fn(&mut BoardFilter, bool)) -> Html {
    let dispatcher = dispatcher.clone();
    let onchange = Callback::from(move |event: Event| set(&dispatcher, |filter| change(filter, is_checked(&event))));
    html! { <label><input type="checkbox" checked={is_on} {onchange} />{ name }</label> }
}

fn entity_select(dispatcher: &Dispatcher, project: &Project, filter: &BoardFilter, board: &ClaimsBoard) -> Html {
    let entities = board.entities();
    let named = entities.iter().filter_map(|id| project.entity(id));
    let options = named.map(|entity| SelectOption::new(&entity.id, entity.name.clone()));
    let onchoose = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |id: Option<String>| {
            set(&dispatcher, |filter| filter.entity = id.map(|id| id.as_str().into()));
        })
    };
    let all = std::iter::once(SelectOption::new("", words::ALL_ENTITIES));
    select(words::ENTITY, all.chain(options), filter.entity.as_ref().map(|id| id.as_str()), &onchoose)
}

/// The values of attributes with choices. An option has the indices of attribute and choice as its value.
fn value_select(dispatcher: &Dispatcher, project: &Project, filter: &BoardFilter) -> Html {
    let all: Vec<ChoiceFilter> = choices(project.schema())
        .into_iter()
        .flat_map(|(attribute, choices)| {
            choices.into_iter().map(move |choice| ChoiceFilter { attribute: attribute.clone(), choice })
        })
        .collect();
    let current = filter.choice.as_ref().and_then(|current| all.iter().position(|one| one == current));
    let options: Vec<SelectOption> = std::iter::once(SelectOption::new("", words::ALL_VALUES))
        .chain(
            all.iter()
                .enumerate()
                .map(|(at, one)| SelectOption::new(&at, words::attribute(&one.attribute, &one.choice))),
        )
        .collect();
    let onchoose = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |at: Option<String>| {
            let choice = at.and_then(|at| all.get(at.parse::<usize>().ok()?).cloned());
            set(&dispatcher, |filter| filter.choice = choice);
        })
    };
    select(words::VALUE, options, current.map(|at| at.to_string()).as_deref(), &onchoose)
}

fn order_select(dispatcher: &Dispatcher, current: BoardSort) -> Html {
    let options = BoardSort::ALL.map(|sort| SelectOption::new(sort.name(), words::order(sort)));
    let dispatcher = dispatcher.clone();
    let onchoose = Callback::from(move |name: Option<String>| {
        let sort = BoardSort::ALL.into_iter().find(|sort| Some(sort.name()) == name.as_deref());
        dispatcher.dispatch(BoardAction::Sort(sort.unwrap_or_default()));
    });
    select(words::ORDER, options, Some(current.name()), &onchoose)
}

/// The relation type by which claims are tied; nothing if the schema has none between claims.
fn type_select(dispatcher: &Dispatcher, project: &Project, view: &BoardView) -> Html {
    let schema = project.schema();
    let Some(current) = view.tie_kind(schema) else { return Html::default() };
    let options = tie_kinds(schema).into_iter().map(|kind| SelectOption::new(&kind.id, words::tie_by(&kind.name)));
    let dispatcher = dispatcher.clone();
    let onchoose = Callback::from(move |id: Option<String>| {
        if let Some(id) = id {
            dispatcher.dispatch(BoardAction::Kind(id.as_str().into()));
        }
    });
    select(words::TIE_BY, options, Some(current.as_str()), &onchoose)
}
