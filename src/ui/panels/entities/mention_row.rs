//! A row of the mentions of an entity: the heading of an article, or a mention in context with its check box.

use yew::prelude::*;

use crate::analysis::in_context;
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher};
use crate::model::{Annotation, Article};
use crate::ui::widgets::{Row, RowPlace};

/// A row.
#[derive(Clone, PartialEq)]
pub(super) enum MentionRow {
    /// The heading of an article, with how many mentions it has.
    Heading { article: ByPtr<Article>, count: usize },
    /// A mention, by its index.
    Mention { at: usize, one: ByPtr<Annotation>, article: ByPtr<Article>, is_ticked: bool, is_current: bool },
}

impl Row for MentionRow {
    fn key(&self) -> AttrValue {
        match self {
            Self::Heading { article, .. } => format!("article {}", article.id).into(),
            Self::Mention { one, .. } => one.id.to_string().into(),
        }
    }

    fn is_stop(&self) -> bool {
        matches!(self, Self::Mention { .. })
    }

    fn view(&self, place: RowPlace, _: &Dispatcher) -> Html {
        let key = self.key().to_string();
        let (posinset, setsize) = place.aria();
        match self {
            Self::Heading { article, count } => html! {
                <div {key} role="listitem" aria-posinset={posinset} aria-setsize={setsize} class="concordance-heading">
                    <h4>{ &article.title }<span class="muted">{ words::number_after(*count) }</span></h4>
                </div>
            },
            Self::Mention { at, one, article, is_ticked, is_current } => {
                let (Some(first), Some(last)) = (one.ranges.first(), one.ranges.last()) else { return Html::default() };
                let (before, _) = in_context(&article.text, *first);
                let (_, after) = in_context(&article.text, *last);
                let exact = one.exact(&article.text);
                html! {
                    <div {key} role="listitem" aria-posinset={posinset} aria-setsize={setsize} class="concordance-line" data-index={at.to_string()}>
                        <input type="checkbox" aria-label={words::tick(&exact, &before, &after)} checked={*is_ticked} />
                        <button type="button" class="quiet" data-row="" aria-current={is_current.then_some("true")}>
                            <span class="muted">{ before }</span><b>{ exact }</b><span class="muted">{ after }</span>
                        </button>
                    </div>
                }
            }
        }
    }
}
