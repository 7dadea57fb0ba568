//! The claims board, in place of the texts: a table of claims by article.

mod keys;
mod row;
mod row_title;
mod toolbar;

use std::rc::Rc;

use yew::prelude::*;

use super::dom::focus;
use super::widgets::use_dispatcher;
use crate::analysis::claims_board::{ClaimsBoard, claims_board};
use crate::app::messages::claims_board as words;
use crate::app::{BoardView, ByPtr, FocusTarget, State};
use crate::model::{Article, Project};
use keys::table_keys;
use row::BoardRow;
use toolbar::toolbar;

/// So many rows are rendered at first, and with each press of the button below them.
const ROWS: usize = 100;

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
    let board = use_memo(project.clone(), |project| claims_board(project));
    let shown = use_memo((ByPtr(board.clone()), view.filter.clone(), view.sort), |(board, filter, sort)| {
        board.view(filter, *sort)
    });
    let more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + ROWS))
    };
    html! {
        <div class="board" role="region" aria-label={words::REGION} data-region="">
            { toolbar(&dispatcher, project, view, &board) }
            <p class="muted list-count" role="status">{ words::shown(shown.rows.len(), board.rows.len()) }</p>
            <div class="board-scroll" ref={focus::target(FocusTarget::Board)} tabindex="0" role="group" aria-label={words::REGION}
                data-region-stop="" onkeydown={table_keys(&dispatcher)}>
                if shown.rows.is_empty() {
                    <p class="board-empty muted">{ if board.rows.is_empty() { words::NO_CLAIMS } else { words::NONE_SHOWN } }</p>
                } else {
                    { table(project, view, &shown, *most) }
                }
                if shown.rows.len() > *most {
                    <button type="button" class="board-more" onclick={more}>{ words::MORE_ROWS }</button>
                }
            </div>
        </div>
    }
}

fn table(project: &ByPtr<Project>, view: &BoardView, shown: &Rc<ClaimsBoard>, most: usize) -> Html {
    let articles = ByPtr(project.article_list().clone());
    let rows = shown.rows.iter().take(most).enumerate().filter_map(|(number, row)| {
        let key = row.first()?.annotation.id.to_string();
        let picked = view.picked.clone().filter(|picked| row.claim(picked).is_some());
        let schema = ByPtr(project.schema().clone());
        Some(html! { <BoardRow {key} {number} row={row.clone()} articles={articles.clone()} {schema} {picked} /> })
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
            <span class="board-article" dir="auto">{ &article.title }</span>
            <span class="board-about muted">{ about.join(", ") }</span>
        </th>
    }
}
