//! The results of a search in context, by article.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{Place, in_context};
use crate::app::messages::search as words;
use crate::app::{ByPtr, Dispatcher, OccurrenceAction, SearchAction};
use crate::model::{Article, Project};
use crate::text::TextRange;
use crate::ui::dom::events::{index_of, key_press};
use crate::ui::widgets::{LongList, Row, RowPlace, Rows, row_keys};

/// A row of the list.
#[derive(Clone, PartialEq)]
enum ResultRow {
    Heading { article: ByPtr<Article>, count: usize },
    Result { at: usize, article: ByPtr<Article>, range: TextRange, is_current: bool },
}

impl Row for ResultRow {
    fn key(&self) -> AttrValue {
        match self {
            Self::Heading { article, .. } => format!("article {}", article.id).into(),
            Self::Result { at, .. } => at.to_string().into(),
        }
    }

    fn view(&self, _: RowPlace, _: &Dispatcher) -> Html {
        let key = self.key().to_string();
        match self {
            Self::Heading { article, count } => html! {
                <div {key} role="listitem">
                    <h2><span class="title">{ &article.title }</span><span class="counts">{ count }</span></h2>
                </div>
            },
            Self::Result { at, article, range, is_current } => html! {
                <div {key} role="listitem">
                    <button type="button" class="found quiet" data-index={at.to_string()} data-row="" aria-current={is_current.then_some("true")}>
                        { text_in_context(article, *range) }
                    </button>
                </div>
            },
        }
    }
}

/// The list.
pub(super) fn results(dispatcher: &Dispatcher, places: &[Place], current: Option<usize>, project: &Project) -> Html {
    let onclick = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(at) = index_of(event.target()) {
                dispatcher.dispatch(SearchAction::GoTo(at));
            }
        })
    };
    let (dispatcher, arrows) = (dispatcher.clone(), row_keys());
    let onkeydown =
        Callback::from(move |event: KeyboardEvent| match (key_press(&event).character(), event.key().as_str()) {
            (Some('a' | 'A'), _) if !event.ctrl_key() && !event.meta_key() => {
                event.prevent_default();
                event.stop_propagation();
                dispatcher.dispatch(OccurrenceAction::OpenSearch);
            }
            (_, "Escape") => {
                event.stop_propagation();
                dispatcher.dispatch(SearchAction::Leave);
            }
            _ => arrows.emit(event),
        });
    let rows = rows(places, current, project);
    let is_shown = |row: &ResultRow| matches!(row, ResultRow::Result { is_current: true, .. });
    let shown = rows.iter().position(is_shown);
    html! {
        <div class="places" role="list" aria-label={words::RESULTS} {onclick} {onkeydown}>
            <LongList rows={Rows::from(rows)} {shown} />
        </div>
    }
}

fn rows(places: &[Place], current: Option<usize>, project: &Project) -> Vec<ResultRow> {
    let mut rows = Vec::new();
    let mut next = 0;
    for group in places.chunk_by(|a, b| a.article == b.article) {
        let first = next;
        next += group.len();
        let Some(article) = project.article(&group[0].article) else { continue };
        let article = ByPtr(Rc::clone(article));
        rows.push(ResultRow::Heading { article: article.clone(), count: group.len() });
        rows.extend(group.iter().zip(first..).map(|(place, at)| {
            let is_current = current == Some(at);
            ResultRow::Result { at, article: article.clone(), range: place.range, is_current }
        }));
    }
    rows
}

/// A range of a text with what is before and after it.
pub(in crate::ui) fn text_in_context(article: &Article, range: TextRange) -> Html {
    let (before, after) = in_context(&article.text, range);
    html! { <>{ before }<strong>{ article.text.slice(range).to_owned() }</strong>{ after }</> }
}
