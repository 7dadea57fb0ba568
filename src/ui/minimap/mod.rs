//! The minimap beside a text. It is for the mouse: lists and the scroll bar do the same for the keyboard and screen readers.

mod picture;
mod view;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{Occurrence, Place};
use crate::app::{ByPtr, State};
use crate::model::{AnnotationSet, Article, ArticleId, Schema};
use crate::text::TextRange;
use view::View;

/// What was found in all articles, if anything.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Hits {
    Search(ByPtr<Vec<Place>>),
    Occurrences(ByPtr<Vec<Occurrence>>),
}

impl Hits {
    /// The list of occurrences comes before the search that it was opened from.
    pub(in crate::ui) fn of(state: &State) -> Self {
        match &state.occurrences {
            Some(list) => Self::Occurrences(list.all.clone()),
            None => Self::Search(ByPtr(state.search.places.clone())),
        }
    }

    /// The places in one article, in the order of its text.
    fn within(&self, article: &ArticleId) -> Vec<TextRange> {
        let is_here = |place: &&Place| &place.article == article;
        match self {
            Self::Search(places) => places.iter().filter(is_here).map(|place| place.range).collect(),
            Self::Occurrences(list) => {
                list.iter().map(|one| &one.place).filter(is_here).map(|place| place.range).collect()
            }
        }
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct MinimapProps {
    pub(in crate::ui) article: ByPtr<Article>,
    pub(in crate::ui) annotations: ByPtr<AnnotationSet>,
    pub(in crate::ui) schema: ByPtr<Schema>,
    pub(in crate::ui) hits: Hits,
}

/// The minimap of the article whose column it is in.
#[component]
pub(in crate::ui) fn Minimap(props: &MinimapProps) -> Html {
    let [map, canvas, seen] = [use_node_ref(), use_node_ref(), use_node_ref()];
    let view = use_mut_ref(|| None::<Rc<View>>);
    {
        let (view, nodes) = (view.clone(), [map.clone(), canvas.clone(), seen.clone()]);
        use_effect_with((), move |()| {
            *view.borrow_mut() = View::of(nodes);
            move || drop(view.take())
        });
    }
    {
        let view = view.clone();
        let shown = (props.article.clone(), props.annotations.clone(), props.schema.clone(), props.hits.clone());
        use_effect_with(shown, move |(article, annotations, schema, hits)| {
            if let Some(view) = &*view.borrow() {
                view.show(article, annotations, schema, hits.within(&article.id));
            }
        });
    }
    let pointer = |act: fn(&Rc<View>, &PointerEvent)| {
        let view = view.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(view) = &*view.borrow() {
                act(view, &event);
            }
        })
    };
    html! {
        <div ref={map} class="minimap" aria-hidden="true" onpointerdown={pointer(View::press)} onpointermove={pointer(View::drag)}
            onpointerup={pointer(View::release)} onpointercancel={pointer(View::release)}>
            <canvas ref={canvas} />
            <div ref={seen} class="minimap-box" />
        </div>
    }
}
