//! Where an entity is mentioned: each place in context, a click away, and what can be done to several.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::analysis::in_context;
use crate::edit::{AnnotationPatch, Command};
use crate::model::{Annotation, AnnotationId, Article, EntityId};
use crate::ui::shared::{Shared, counted, on, use_store};
use crate::ui::store::{Action, State, Store};

/// So many lines are drawn at first, and so many more each time.
const SHOWN: usize = 100;

#[derive(Properties)]
pub(super) struct MentionsProps {
    pub(super) id: EntityId,
    pub(super) name: String,
    /// In the order of the articles.
    pub(super) mentions: Vec<Rc<Annotation>>,
    pub(super) state: Shared<State>,
}

impl PartialEq for MentionsProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        self.id == other.id
            && self.name == other.name
            && a.view.selected == b.view.selected
            && self.mentions.len() == other.mentions.len()
            && self.mentions.iter().zip(&other.mentions).all(|(a, b)| Rc::ptr_eq(a, b))
    }
}

/// The concordance of an entity.
#[component]
pub(super) fn Mentions(props: &MentionsProps) -> Html {
    let store = use_store();
    let ticked = use_state(Vec::<AnnotationId>::new);
    let shown = use_state(|| SHOWN);
    let splitting = use_state(|| false);
    let root = use_node_ref();
    {
        // The inspector of the mention takes room from the list; the line that was clicked stays in view.
        let root = root.clone();
        use_effect_with(props.state.view.selected.clone(), move |_| {
            let line =
                root.cast::<web_sys::Element>().and_then(|root| root.query_selector("[aria-current]").ok().flatten());
            if let Some(line) = line {
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                line.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    }
    let project = props.state.project();
    let there: Vec<AnnotationId> =
        props.mentions.iter().map(|one| one.id.clone()).filter(|id| ticked.contains(id)).collect();
    let drawn = &props.mentions[..props.mentions.len().min(*shown)];
    let lines = drawn.chunk_by(|a, b| a.article == b.article).filter_map(|of_article| {
        let article = project.article(&of_article[0].article)?;
        let all = props.mentions.iter().filter(|one| one.article == article.id).count();
        Some(html! {
            <div key={article.id.to_string()} role="group" aria-label={article.title.clone()}>
                <h4>{ &article.title }<span class="muted">{ format!(" {all}") }</span></h4>
                <ul>{ for of_article.iter().map(|one| line(&store, props, article, one, &ticked)) }</ul>
            </div>
        })
    });
    let more = { Callback::from(move |_: MouseEvent| shown.set(*shown + SHOWN)) };
    let rest = props.mentions.len() - drawn.len();
    html! {
        <div class="concordance" ref={root}>
            <p class="muted list-count">{ counted(props.mentions.len(), "mention", "mentions") }</p>
            if !there.is_empty() { { with_ticked(&store, props, there, &ticked, &splitting) } }
            { for lines }
            if rest > 0 { <button type="button" onclick={more}>{ format!("Show more ({rest} left)") }</button> }
        </div>
    }
}

fn line(
    store: &Store,
    props: &MentionsProps,
    article: &Article,
    one: &Annotation,
    ticked: &UseStateHandle<Vec<AnnotationId>>,
) -> Html {
    let (Some(first), Some(last)) = (one.ranges.first(), one.ranges.last()) else { return Html::default() };
    let (left, _) = in_context(&article.text, *first);
    let (_, right) = in_context(&article.text, *last);
    let words = props.state.project().exact(one);
    let checked = ticked.contains(&one.id);
    let onchange = {
        let (ticked, id) = (ticked.clone(), one.id.clone());
        Callback::from(move |_: Event| {
            let mut all = (*ticked).clone();
            match all.iter().position(|other| *other == id) {
                Some(at) => drop(all.remove(at)),
                None => all.push(id.clone()),
            }
            ticked.set(all);
        })
    };
    let selected = props.state.view.selected.as_ref() == Some(&one.id);
    html! {
        <li key={one.id.to_string()} class="concordance-line">
            <input type="checkbox" aria-label={format!("Tick “{words}”: {left}{words}{right}")} {checked} {onchange} />
            <button type="button" class="quiet" aria-current={selected.then_some("true")} onclick={on(store, Action::Reveal(one.id.clone()))}>
                <span class="muted">{ left }</span><b>{ words }</b><span class="muted">{ right }</span>
            </button>
        </li>
    }
}

/// What can be done to the ticked mentions.
fn with_ticked(
    store: &Store,
    props: &MentionsProps,
    there: Vec<AnnotationId>,
    ticked: &UseStateHandle<Vec<AnnotationId>>,
    splitting: &UseStateHandle<bool>,
) -> Html {
    let unlink = {
        let (store, there, ticked) = (store.clone(), there.clone(), ticked.setter());
        Callback::from(move |_: MouseEvent| {
            let patch = AnnotationPatch { entity: Some(None), ..Default::default() };
            ticked.set(Vec::new());
            store.dispatch(Action::Edit(Command::UpdateAll(there.clone(), patch)));
        })
    };
    let toggle = {
        let splitting = splitting.clone();
        Callback::from(move |_: MouseEvent| splitting.set(!*splitting))
    };
    let first = props.mentions.iter().find(|one| there.contains(&one.id));
    let proposed = first.map(|one| props.state.project().exact(one)).unwrap_or_default();
    let ticks = counted(there.len(), "ticked", "ticked");
    let onsplit = {
        let (store, from, ticked, splitting) = (store.clone(), props.id.clone(), ticked.setter(), splitting.setter());
        Callback::from(move |name: String| {
            ticked.set(Vec::new());
            splitting.set(false);
            let (from, mentions) = (from.clone(), there.clone());
            store.dispatch(Action::Edit(Command::SplitEntity { from, name, mentions }));
        })
    };
    html! {
        <div class="with-ticked" role="group" aria-label="Ticked mentions">
            <span class="muted">{ ticks }</span>
            <button type="button" aria-expanded={splitting.to_string()} onclick={toggle}>{ "Split off…" }</button>
            <button type="button" onclick={unlink}>{ "Unlink" }</button>
            if **splitting { <SplitOff {proposed} {onsplit} /> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SplitOffProps {
    proposed: String,
    onsplit: Callback<String>,
}

/// Asks for the name of the entity that is split off.
#[component]
fn SplitOff(props: &SplitOffProps) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
                field.select();
            }
        });
    }
    let onsubmit = {
        let (field, onsplit) = (field.clone(), props.onsplit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                onsplit.emit(field.value());
            }
        })
    };
    html! {
        <form class="split-off" {onsubmit}>
            <input ref={field} type="text" aria-label="Name of the new entity" required={true} ~defaultValue={props.proposed.clone()} />
            <button type="submit" class="primary">{ "Split off" }</button>
        </form>
    }
}
