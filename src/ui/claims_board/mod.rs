//! The claims board, in place of the texts: a table of claims by article.

mod dragging;
mod keys;
mod row;
mod row_title;
mod stop;
mod toolbar;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::dom::focus;
use super::dom::print::use_printing;
use super::widgets::use_dispatcher;
use crate::analysis::claims_board::{BoardBuilder, ClaimsBoard};
use crate::app::messages::claims_board as words;
use crate::app::{BoardView, ByPtr, DropTarget, FocusTarget, State};
use crate::model::{AnnotationId, Article, Project};
use crate::web::frame::next_frame;
use dragging::{DragHandlers, use_dragging};
use keys::table_keys;
use row::{BoardRow, Marked};
use stop::{Stop, use_stop};
use toolbar::toolbar;

/// So many rows are shown at most, and so many more with each press of the button below them.
const ROWS: usize = 400;
/// So many of them are rendered in a frame.
const ROWS_IN_FRAME: usize = 25;

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
    let most = use_state_eq(|| ROWS);
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
    let rendered = use_rendered_rows(shown.rows.len().min(*most));
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + ROWS))
    };
    let ghost = use_node_ref();
    let DragHandlers { onpointerdown, onpointermove, onpointerup, oncancel, onclick } =
        use_dragging(&dispatcher, &ghost);
    let (stop, onfocusin) = use_stop(&shown);
    // Paper has all rows.
    let (most, rendered) = if use_printing() { (usize::MAX, usize::MAX) } else { (*most, rendered) };
    html! {
        <div class={classes!("board", view.drag.is_some().then_some("dragging"))} role="region" aria-label={words::REGION} data-region="">
            { toolbar(&dispatcher, project, view, &board) }
            <p class="muted list-count" role="status">{ words::shown(shown.rows.len(), board.rows.len()) }</p>
            <div class="board-scroll" ref={focus::target(FocusTarget::Board)} tabindex="0" role="group" aria-label={words::REGION}
                data-region-stop="" onkeydown={table_keys(&dispatcher)} {onfocusin} {onclick} {onpointerdown} {onpointermove} {onpointerup}
                onpointercancel={oncancel.clone()} onlostpointercapture={oncancel}>
                if shown.rows.is_empty() {
                    <p class="board-empty muted">{ if board.rows.is_empty() { words::NO_CLAIMS } else { words::NONE_SHOWN } }</p>
                } else {
                    { table(props, &shown, rendered, stop.as_ref()) }
                }
                if shown.rows.len() > most {
                    <button type="button" class="board-more" onclick={more}>{ words::MORE_ROWS }</button>
                }
            </div>
            { drag_marks(project, view, &board, &ghost) }
        </div>
    }
}

/// How many rows are rendered now: some more in each frame, so that the first ones are shown at once.
#[hook]
fn use_rendered_rows(wanted: usize) -> usize {
    let rendered = use_state_eq(|| ROWS_IN_FRAME);
    let setter = rendered.setter();
    use_effect_with((*rendered, wanted), move |&(rendered, wanted)| {
        if rendered < wanted {
            spawn_local(async move {
                next_frame().await;
                setter.set(rendered + ROWS_IN_FRAME);
            });
        }
    });
    *rendered
}

fn table(props: &BoardProps, shown: &Rc<ClaimsBoard>, most: usize, stop: Option<&Stop>) -> Html {
    let BoardProps { project, view } = props;
    let articles = ByPtr(project.article_list().clone());
    let rows = shown.rows.iter().take(most).enumerate().filter_map(|(number, row)| {
        let key = row.first()?.annotation.id.to_string();
        let own = |id: &&AnnotationId| row.claim(id).is_some();
        let drag = view.drag.as_ref();
        let over = drag.and_then(|drag| drag.over.as_ref()).and_then(|over| match over {
            DropTarget::Claim(id) => Some(id),
            DropTarget::Outside => None,
        });
        let marked = Marked {
            picked: view.picked.as_ref().filter(own).cloned(),
            dragged: drag.map(|drag| &drag.claim).filter(own).cloned(),
            target: over.filter(own).cloned(),
            stop: stop.filter(|stop| stop.is_in(row)).cloned(),
        };
        let schema = ByPtr(project.schema().clone());
        Some(html! { <BoardRow {key} {number} row={ByPtr(row.clone())} articles={articles.clone()} {schema} {marked} /> })
    });
    html! {
        <table>
            <caption class="visually-hidden">{ words::caption(shown.rows.len(), shown.articles.len()) }</caption>
            <thead>
                <tr><th scope="col">{ words::CLAIM }</th>{ for shown.articles.iter().map(|article| heading(article)) }</tr>
            </thead>
            <tbody>{ for rows }</tbody>
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
