//! A row of the board: its title, and a cell for each article.

use std::rc::Rc;

use yew::prelude::*;

use super::row_title::RowTitle;
use crate::analysis::claims_board::{BoardClaim, Role, Row, Stance};
use crate::app::messages::claims_board as words;
use crate::app::{BoardAction, ByPtr, Dispatcher};
use crate::model::{AnnotationId, Article, Schema};
use crate::ui::label_style::label_class;
use crate::ui::widgets::{on, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(super) struct BoardRowProps {
    /// The index of the row on the board.
    pub(super) number: usize,
    pub(super) row: Rc<Row>,
    pub(super) articles: ByPtr<Vec<Rc<Article>>>,
    pub(super) schema: ByPtr<Schema>,
    /// The claim of the row that is picked.
    pub(super) picked: Option<AnnotationId>,
}

/// A row of the board.
#[component]
pub(super) fn BoardRow(props: &BoardRowProps) -> Html {
    let dispatcher = use_dispatcher();
    let BoardRowProps { number, row, articles, .. } = props;
    let figures = row.differing_figures();
    let cells = articles.iter().enumerate().map(|(column, article)| {
        let claims = row.cell(column);
        html! {
            <td key={article.id.to_string()} class={claims.is_empty().then_some("board-silent")}>
                if claims.is_empty() { { words::SILENT } }
                { for claims.iter().map(|one| claim(&dispatcher, props, article, one)) }
            </td>
        }
    });
    html! {
        <tr>
            <th scope="row">
                <RowTitle number={*number} row={row.clone()} />
                if row.conflicts > 0 { <span class="board-conflict">{ words::conflicts(row.conflicts) }</span> }
                if !figures.is_empty() { <span class="board-about muted">{ words::figures(&figures) }</span> }
            </th>
            { for cells }
        </tr>
    }
}

/// A claim in its cell.
fn claim(dispatcher: &Dispatcher, props: &BoardRowProps, article: &Article, claim: &BoardClaim) -> Html {
    let id = &claim.annotation.id;
    let text = claim.text();
    let is_picked = props.picked.as_ref() == Some(id);
    let is_tied = props.row.relations_of(id).next().is_some();
    let language = (!article.language.is_empty()).then(|| article.language.clone());
    let attributes: Vec<String> = claim.attributes.iter().map(|(name, value)| words::attribute(name, value)).collect();
    html! {
        <div key={id.to_string()} class={classes!("board-claim", label_class(&props.schema, &claim.annotation.label), is_picked.then_some("picked"))}>
            <button type="button" class="quiet board-quote" lang={language} dir="auto" title={words::SHOW_IN_TEXT} data-claim={id.to_string()}
                data-stop="" data-row={props.number.to_string()} data-column={(claim.column + 1).to_string()}
                onclick={on(dispatcher, BoardAction::Reveal(id.clone()))}>{ words::quote(&text) }</button>
            if let Some(speaker) = &claim.speaker { <p class="board-speaker">{ words::speaker(&speaker.name) }</p> }
            { stance(&claim.stance) }
            if !attributes.is_empty() { <p class="board-about muted">{ attributes.join(" · ") }</p> }
            <div class="board-actions">
                <button type="button" class="quiet" tabindex="-1" aria-pressed={is_picked.to_string()} aria-label={words::tie(&text)}
                    onclick={on(dispatcher, BoardAction::Pick(id.clone()))}>{ if is_picked { words::DROP } else { words::TIE } }</button>
                if is_tied {
                    <button type="button" class="quiet" tabindex="-1" aria-label={words::part(&text)}
                        onclick={on(dispatcher, BoardAction::Part(id.clone()))}>{ words::PART }</button>
                }
            </div>
        </div>
    }
}

fn stance(stance: &Stance) -> Html {
    let Stance::Related { name, role, outwards, .. } = stance else { return Html::default() };
    let class = classes!("board-stance", (*role == Role::Contradicts).then_some("board-conflict"));
    html! { <p {class}>{ words::stance(name, *outwards) }</p> }
}
