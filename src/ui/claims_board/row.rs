//! A row of the board: its title, and a cell for each article.

use std::rc::Rc;

use yew::prelude::*;

use super::row_title::RowTitle;
use super::stop::{Stop, tabindex};
use crate::analysis::claims_board::{BoardClaim, BoardFigure, Role, Row, Stance};
use crate::app::messages::claims_board as words;
use crate::app::{BoardAction, ByPtr, Dispatcher};
use crate::model::{AnnotationId, Article, Schema};
use crate::ui::label_style::label_class;
use crate::ui::widgets::{Row as ListRow, RowPlace, on};

/// A row of the board.
#[derive(Clone, PartialEq)]
pub(super) struct BoardRow {
    pub(super) row: ByPtr<Row>,
    pub(super) articles: ByPtr<Vec<Rc<Article>>>,
    pub(super) schema: ByPtr<Schema>,
    pub(super) marked: Marked,
}

/// The claims of the row that are something special.
#[derive(Clone, PartialEq)]
pub(super) struct Marked {
    /// Picked as the first of two.
    pub(super) picked: Option<AnnotationId>,
    /// Dragged with the pointer.
    pub(super) dragged: Option<AnnotationId>,
    /// Under the claim that is dragged.
    pub(super) target: Option<AnnotationId>,
    /// Where the Tab key stops.
    pub(super) stop: Option<Stop>,
}

impl ListRow for BoardRow {
    fn key(&self) -> AttrValue {
        self.row.first().map(|claim| claim.annotation.id.to_string().into()).unwrap_or_default()
    }

    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        let Self { row, articles, marked, .. } = self;
        let figures = row.differing_figures();
        let cells = articles.iter().enumerate().map(|(column, article)| {
            let claims = row.cell(column);
            html! {
                <td key={article.id.to_string()} class={claims.is_empty().then_some("board-silent")}>
                    if claims.is_empty() {
                        <span aria-hidden="true" title={words::SAYS_NOTHING}>{ words::SILENT_SIGN }</span>
                        <span class="visually-hidden">{ words::SAYS_NOTHING }</span>
                    }
                    { for claims.iter().map(|one| claim(dispatcher, self, article, one)) }
                </td>
            }
        });
        html! {
            <tr class={marked.target.is_some().then_some("over")} data-list-row={place.index.to_string()} aria-rowindex={row_index(place.index)}>
                <th scope="row">
                    <RowTitle row={row.clone()} is_stop={matches!(marked.stop, Some(Stop::Title(_)))} />
                    if row.conflicts > 0 { <span class="board-conflict">{ words::conflicts(row.conflicts) }</span> }
                    if !figures.is_empty() { <span class="board-about">{ words::figures(&figures) }</span> }
                </th>
                { for cells }
            </tr>
        }
    }
}

/// `aria-rowindex` of a row: it counts from 1, and the first one has the headings.
fn row_index(at: usize) -> String {
    (at + 2).to_string()
}

/// A claim in its cell.
fn claim(dispatcher: &Dispatcher, props: &BoardRow, article: &Article, claim: &BoardClaim) -> Html {
    let id = &claim.annotation.id;
    let text = claim.text();
    let is = |marked: &Option<AnnotationId>| marked.as_ref() == Some(id);
    let Marked { picked, dragged, target, stop } = &props.marked;
    let is_picked = is(picked);
    let is_stop = matches!(stop, Some(Stop::Claim(stop)) if stop == id);
    let is_tied = props.row.relations_of(id).next().is_some();
    let language = (!article.language.is_empty()).then(|| article.language.clone());
    let mut figures = claim.figures.iter().filter(|figure| figure.is_shown()).peekable();
    let attributes: Vec<String> = claim.attributes.iter().map(|(name, value)| words::attribute(name, value)).collect();
    let class = classes!(
        "board-claim",
        label_class(&props.schema, &claim.annotation.label),
        is_picked.then_some("picked"),
        is(dragged).then_some("dragged"),
        is(target).then_some("over")
    );
    html! {
        <div key={id.to_string()} {class}>
            <button type="button" class="quiet board-quote" lang={language} dir="auto" title={words::SHOW_IN_TEXT} data-claim={id.to_string()}
                aria-keyshortcuts={words::CLAIM_KEYS} data-stop=""
                tabindex={tabindex(is_stop)}>{ words::quote(&text) }</button>
            if let Some(speaker) = &claim.speaker { <p class="board-speaker">{ words::speaker(&speaker.name) }</p> }
            if figures.peek().is_some() { <p class="board-values">{ for figures.map(figure) }</p> }
            { stance(&claim.stance) }
            if !attributes.is_empty() { <p class="board-about muted">{ attributes.join(" · ") }</p> }
            <div class="board-actions">
                <span class="board-grip" aria-hidden="true" title={words::DRAG}>{ "⠿" }</span>
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

/// A value of a claim.
fn figure(figure: &BoardFigure) -> Html {
    if !figure.differs {
        return html! { <span>{ &figure.text }</span> };
    }
    html! {
        <strong><span aria-hidden="true">{ words::DIFFERS_SIGN }</span><span class="visually-hidden">{ words::DIFFERS }</span>{ &figure.text }</strong>
    }
}

fn stance(stance: &Stance) -> Html {
    match stance {
        Stance::First => Html::default(),
        Stance::Distant => html! { <p class="board-stance">{ words::DISTANT }</p> },
        Stance::Related { name, role, outwards, .. } => {
            let class = classes!("board-stance", (*role == Role::Contradicts).then_some("board-conflict"));
            html! { <p {class}>{ words::stance(name, *outwards) }</p> }
        }
    }
}
