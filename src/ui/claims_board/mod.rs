//! The claims board, in place of the texts: a table of claims by article.

mod dragging;
mod keys;
mod row;
mod row_title;
mod rows;
mod stop;
mod toolbar;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::dom::focus;
use super::dom::print::use_printing;
use super::widgets::{LongList, Rows, use_dispatcher};
use crate::analysis::claims_board::{BoardBuilder, ClaimsBoard};
use crate::app::messages::claims_board as words;
use crate::app::{BoardView, ByPtr, DropTarget, FocusTarget, State};
use crate::model::{Article, Project};
use dragging::{DragHandlers, use_dragging};
use keys::table_keys;
use row::Marked;
use rows::BoardRows;
use stop::{Stops, use_stops};
use toolbar::toolbar;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct BoardProps {
    project: ByPtr<Project>,
    view: BoardView,
}

impl BoardProps {
    pub(super) fn of(state: &State) -> Self {
        Self { project: ByPtr(state.project().clone()), view: state.board.clone() }
    }
}

/// The claims board.
#[component]
pub(super) fn Board(props: &BoardProps) -> Html {
    let BoardProps { project, view } = props;
    let dispatcher = use_dispatcher();
    let builder = use_mut_ref(BoardBuilder::default);
    let board = use_memo(project.clone(), |project| builder.borrow_mut().build(project));
    let shown = use_memo((ByPtr(board.clone()), view.filter.clone(), view.sort), |(board, filter, sort)| {
        board.view(filter, *sort)
    });
    let scroller = focus::target(FocusTarget::Board);
    use_effect_with((view.filter.clone(), view.sort), move |_| {
        // Other rows are there now. Where the old ones were scrolled to, a high row may have only silent cells.
        if let Some(scroller) = scroller.cast::<Element>() {
            scroller.set_scroll_top(0);
        }
    });
    let ghost = use_node_ref();
    let DragHandlers { onpointerdown, onpointermove, onpointerup, oncancel, onclick } =
        use_dragging(&dispatcher, &ghost);
    let stops = use_stops(&shown, &focus::target(FocusTarget::Board));
    // Paper has all rows.
    let is_printing = use_printing();
    html! {
        <div class={classes!("board", view.drag.is_some().then_some("dragging"))} role="region" aria-label={words::REGION} data-region="">
            { toolbar(&dispatcher, project, view, &board) }
            <p class="muted list-count" role="status">{ words::shown(shown.rows.len(), board.rows.len()) }</p>
            <div class="board-scroll" ref={focus::target(FocusTarget::Board)} tabindex="0" role="group" aria-label={words::REGION}
                data-region-stop="" onkeydown={table_keys(&dispatcher, &shown, &stops)} onfocusin={stops.onfocusin.clone()} {onclick} {onpointerdown} {onpointermove} {onpointerup}
                onpointercancel={oncancel.clone()} onlostpointercapture={oncancel}>
                if shown.rows.is_empty() {
                    <p class="board-empty muted">{ if board.rows.is_empty() { words::NO_CLAIMS } else { words::NONE_SHOWN } }</p>
                } else {
                    { table(props, &shown, &stops, is_printing) }
                }
            </div>
            { drag_marks(project, view, &board, &ghost) }
        </div>
    }
}

fn table(props: &BoardProps, shown: &Rc<ClaimsBoard>, stops: &Stops, is_printing: bool) -> Html {
    let BoardProps { project, view } = props;
    let drag = view.drag.as_ref();
    let target = match drag.and_then(|drag| drag.over.clone()) {
        Some(DropTarget::Claim(id)) => Some(id),
        Some(DropTarget::Outside) | None => None,
    };
    let dragged = drag.map(|drag| drag.claim.clone());
    let marked = Marked { picked: view.picked.clone(), dragged, target, stop: stops.current.clone() };
    let (articles, schema) = (ByPtr(project.article_list().clone()), ByPtr(project.schema().clone()));
    let rows = Rows::of(BoardRows { shown: ByPtr(shown.clone()), articles, schema, marked });
    html! {
        <table aria-rowcount={(shown.rows.len() + 1).to_string()}>
            <caption class="visually-hidden">{ words::caption(shown.rows.len(), shown.articles.len()) }</caption>
            <thead>
                <tr aria-rowindex="1"><th scope="col">{ words::CLAIM }</th>{ for shown.articles.iter().map(|article| heading(article)) }</tr>
            </thead>
            <LongList {rows} shown={stops.row} columns={shown.articles.len() + 1} all={is_printing} />
        </table>
    }
}

fn heading(article: &Article) -> Html {
    let about: Vec<&str> =
        [&article.source, &article.date].into_iter().map(String::as_str).filter(|one| !one.is_empty()).collect();
    html! {
        <th scope="col" key={article.id.to_string()}>
            <span class="board-article" dir="auto" title={article.title.clone()}>{ &article.title }</span>
            if !about.is_empty() { <span class="board-about muted">{ about.join(", ") }</span> }
        </th>
    }
}

/// While a claim is dragged: its words at the pointer with what dropping them does, and the place that parts it from its row.
fn drag_marks(project: &Project, view: &BoardView, board: &ClaimsBoard, ghost: &NodeRef) -> Html {
    let Some(drag) = &view.drag else { return Html::default() };
    let row = board.row_of(&drag.claim).and_then(|at| board.rows.get(at));
    let is_tied = row.is_some_and(|row| row.claims.len() > 1);
    let text = row.and_then(|row| row.claim(&drag.claim)).map(|claim| claim.text()).unwrap_or_default();
    let is_outside = drag.over == Some(DropTarget::Outside);
    let kind = match &drag.over {
        Some(DropTarget::Claim(_)) => view.tie_kind(project.schema()).map(|kind| project.relation_type_name(&kind)),
        _ => None,
    };
    html! {
        <>
            if is_tied { <p class={classes!("board-drop", is_outside.then_some("over"))}>{ words::DROP_OUTSIDE }</p> }
            <p class="board-ghost" ref={ghost} aria-hidden="true">
                if let Some(kind) = kind { <strong>{ words::drop_on(&kind) }</strong> }
                { words::dragged_words(&text) }
            </p>
        </>
    }
}
