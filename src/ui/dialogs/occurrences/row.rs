//! A row of the list of occurrences: the heading of an article, or an occurrence with its check box.

use yew::prelude::*;

use super::tick_buttons::tick_buttons;
use crate::analysis::Occurrence;
use crate::app::messages::analysis;
use crate::app::{ByPtr, Dispatcher};
use crate::model::{Article, Project};
use crate::ui::panels::text_in_context;
use crate::ui::widgets::{Row, RowPlace};

/// A row.
#[derive(Clone, PartialEq)]
pub(super) enum OccurrenceRow {
    /// The heading of an article, with how many occurrences it has.
    Heading { article: ByPtr<Article>, count: usize, dispatcher: Dispatcher },
    /// An occurrence.
    Place(PlaceRow),
}

/// An occurrence with all that its row shows.
#[derive(Clone, PartialEq)]
pub(super) struct PlaceRow {
    /// Its index in `all`.
    pub(super) at: usize,
    pub(super) all: ByPtr<Vec<Occurrence>>,
    pub(super) article: ByPtr<Article>,
    pub(super) project: ByPtr<Project>,
    pub(super) is_ticked: bool,
    /// Whether it is shown in the text.
    pub(super) is_current: bool,
    /// Whether the Tab key stops at it.
    pub(super) is_stop: bool,
}

impl Row for OccurrenceRow {
    fn key(&self) -> AttrValue {
        match self {
            Self::Heading { article, .. } => article.id.to_string().into(),
            Self::Place(row) => format!("{} {}", row.article.id, row.occurrence().place.range.start().0).into(),
        }
    }

    fn view(&self, _: RowPlace, _: &Dispatcher) -> Html {
        let key = self.key().to_string();
        match self {
            Self::Heading { article, count, dispatcher } => html! {
                <div {key} class="row">
                    <h3><span class="title">{ &article.title }</span><span class="counts">{ count }</span></h3>
                    { tick_buttons(dispatcher, Some(&article.id), &article.title) }
                </div>
            },
            Self::Place(row) => row.view(key),
        }
    }
}

impl PlaceRow {
    fn occurrence(&self) -> &Occurrence {
        &self.all[self.at]
    }

    fn view(&self, key: String) -> Html {
        let (at, one) = (self.at, self.occurrence());
        let id = format!("occurrence-{at}");
        // What is tagged already is not in doubt.
        let doubt = one.doubt.as_ref().filter(|_| one.tag.is_none()).map(|doubt| analysis::doubt(&self.project, doubt));
        html! {
            <div {key} class={classes!("occurrence", self.is_current.then_some("current"))} data-index={at.to_string()}>
                <label class="tick">
                    <input type="checkbox" aria-labelledby={id.clone()} checked={self.is_ticked} autofocus={at == 0}
                        tabindex={if self.is_stop { "0" } else { "-1" }} />
                </label>
                <span {id}>
                    { text_in_context(&self.article, one.place.range) }
                    if let Some(doubt) = doubt { <em class="doubt">{ doubt }</em> }
                </span>
            </div>
        }
    }
}
