//! The results of a search in context, by article.

use yew::prelude::*;

use crate::analysis::{Place, in_context};
use crate::app::messages::search as words;
use crate::app::{ByPtr, Dispatcher, OccurrenceAction, SearchAction};
use crate::model::{Article, Project};
use crate::text::TextRange;
use crate::ui::article_groups::{ArticleGroups, GroupRow};
use crate::ui::dom::events::{index_of, key_press};
use crate::ui::widgets::{LongList, Row, RowPlace, RowSource, Rows, use_dispatcher};

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

    fn is_stop(&self) -> bool {
        matches!(self, Self::Result { .. })
    }

    fn view(&self, place: RowPlace, _: &Dispatcher) -> Html {
        let key = self.key().to_string();
        let (posinset, setsize) = place.aria();
        match self {
            Self::Heading { article, count } => html! {
                <div {key} role="listitem" aria-posinset={posinset} aria-setsize={setsize}>
                    <h2><span class="title">{ &article.title }</span><span class="counts">{ count }</span></h2>
                </div>
            },
            Self::Result { at, article, range, is_current } => html! {
                <div {key} role="listitem" aria-posinset={posinset} aria-setsize={setsize}>
                    <button type="button" class="found quiet" data-index={at.to_string()} data-row="" aria-current={is_current.then_some("true")}>
                        { text_in_context(article, *range) }
                    </button>
                </div>
            },
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ResultsProps {
    pub(super) project: ByPtr<Project>,
    pub(super) places: ByPtr<Vec<Place>>,
    pub(super) current: Option<usize>,
}

/// The list.
#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let dispatcher = use_dispatcher();
    let articles = ByPtr(props.project.article_list().clone());
    let groups = use_memo((props.places.clone(), articles), |(places, _)| {
        ArticleGroups::of(&props.project, places.iter().map(|place| &place.article))
    });
    let onclick = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(at) = index_of(event.target()) {
                dispatcher.dispatch(SearchAction::GoTo(at));
            }
        })
    };
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
            _ => {}
        });
    let shown = props.current.and_then(|current| groups.row_of(current));
    let rows = ResultRows { places: props.places.clone(), groups: ByPtr(groups), current: props.current };
    html! {
        <div class="places" role="list" aria-label={words::RESULTS} {onclick} {onkeydown}>
            <LongList rows={Rows::of(rows)} {shown} arrow_keys={true} />
        </div>
    }
}

/// The rows of the list.
#[derive(PartialEq)]
struct ResultRows {
    places: ByPtr<Vec<Place>>,
    groups: ByPtr<ArticleGroups>,
    current: Option<usize>,
}

impl RowSource for ResultRows {
    type Row = ResultRow;

    fn len(&self) -> usize {
        self.groups.len()
    }

    fn row(&self, at: usize) -> Option<ResultRow> {
        Some(match self.groups.row(at)? {
            GroupRow::Heading(article, count) => ResultRow::Heading { article: article.clone(), count },
            GroupRow::Place(article, at) => ResultRow::Result {
                at,
                article: article.clone(),
                range: self.places.get(at)?.range,
                is_current: self.current == Some(at),
            },
        })
    }
}

/// A range of a text with what is before and after it.
pub(in crate::ui) fn text_in_context(article: &Article, range: TextRange) -> Html {
    let (before, after) = in_context(&article.text, range);
    html! { <>{ before }<strong>{ article.text.slice(range).to_owned() }</strong>{ after }</> }
}
