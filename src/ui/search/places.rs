//! The places that were found, in their context, article by article.

use yew::prelude::*;

use super::index_under;
use crate::model::Article;
use crate::text::TextRange;
use crate::ui::shared::{Shared, use_store};
use crate::ui::store::{Action, OccurrenceAction, SearchAction, State};

/// So many places are listed at first, and more at a time when asked for.
const SHOWN: usize = 200;

#[derive(Properties)]
pub(super) struct PlacesProps {
    pub(super) state: Shared<State>,
}

impl PartialEq for PlacesProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state.search, &other.state.search);
        std::rc::Rc::ptr_eq(&a.places, &b.places) && a.current == b.current
    }
}

/// The list.
#[component]
pub(super) fn Places(props: &PlacesProps) -> Html {
    let store = use_store();
    let search = &props.state.search;
    let shown = use_state_eq(|| SHOWN);
    // Another search begins with a short list again.
    use_effect_with(search.request.clone(), {
        let shown = shown.setter();
        move |_| shown.set(SHOWN)
    });
    let onclick = {
        let store = store.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(at) = index_under(event.target()) {
                store.dispatch(Action::Search(SearchAction::Go(at)));
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "a" | "A" if !event.ctrl_key() && !event.meta_key() => {
            event.prevent_default();
            store.dispatch(Action::Occurrences(OccurrenceAction::OpenFound));
        }
        "Escape" => {
            event.stop_propagation();
            super::leave(&store);
        }
        _ => {}
    });
    let mut at = 0;
    let groups = search.places.chunk_by(|a, b| a.article == b.article).map(|group| {
        let first = at;
        at += group.len();
        let Some(article) = props.state.project().article(&group[0].article) else { return html! {} };
        let row = |(i, place): (usize, &crate::analysis::Place)| {
            let at = first + i;
            let current = (search.current == Some(at)).then_some("true");
            html! {
                <li key={at}><button type="button" class="found quiet" data-at={at.to_string()} aria-current={current}>
                    { in_context(article, place.range) }
                </button></li>
            }
        };
        let rows = group.iter().enumerate().take(shown.saturating_sub(first)).map(row);
        html! {
            <section key={article.id.to_string()}>
                <h2><span class="title">{ &article.title }</span><span class="counts">{ group.len() }</span></h2>
                <ul>{ for rows }</ul>
            </section>
        }
    });
    let groups: Vec<Html> = groups.collect();
    let rest = search.places.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + SHOWN))
    };
    html! {
        <div class="places" {onclick} {onkeydown}>
            { for groups }
            if rest > 0 { <button type="button" onclick={more}>{ format!("Show more ({rest})") }</button> }
        </div>
    }
}

/// A stretch of a text with what stands before and after it.
pub(in crate::ui) fn in_context(article: &Article, range: TextRange) -> Html {
    let (left, right) = crate::analysis::in_context(&article.text, range);
    html! { <>{ left }<strong>{ article.text.slice(range).to_owned() }</strong>{ right }</> }
}
