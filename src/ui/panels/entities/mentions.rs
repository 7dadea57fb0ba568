//! Where an entity is mentioned: each mention in context, and what can be done with several.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::split::SplitForm;
use crate::analysis::in_context;
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher, SelectAction};
use crate::edit::{AnnotationPatch, Command};
use crate::model::{Annotation, AnnotationId, Article, EntityId, Project};
use crate::ui::dom::scroll::scroll_into_view;
use crate::ui::widgets::{button, on, use_dispatcher};

/// So many mentions are shown at first, and so many more each time.
const SHOWN: usize = 100;

#[derive(Properties, PartialEq)]
pub(super) struct MentionsProps {
    pub(super) project: ByPtr<Project>,
    pub(super) id: EntityId,
    /// By article, then in the order of the text.
    pub(super) mentions: ByPtr<Vec<Rc<Annotation>>>,
    pub(super) selected: Option<AnnotationId>,
}

/// The mentions of an entity.
#[component]
pub(super) fn Mentions(props: &MentionsProps) -> Html {
    let dispatcher = use_dispatcher();
    let ticked = use_state(Vec::<AnnotationId>::new);
    let limit = use_state(|| SHOWN);
    let root = use_node_ref();
    {
        // The inspector takes room from the list when a mention is selected; its line stays in view.
        let root = root.clone();
        use_effect_with(props.selected.clone(), move |_| {
            let root = root.cast::<Element>();
            if let Some(line) = root.and_then(|root| root.query_selector("[aria-current]").ok().flatten()) {
                scroll_into_view(&line);
            }
        });
    }
    let mentions = &props.mentions;
    let listed = &mentions[..mentions.len().min(*limit)];
    let rest = mentions.len() - listed.len();
    let groups = listed.chunk_by(|a, b| a.article == b.article).filter_map(|group| {
        let article = props.project.article(&group[0].article)?;
        let count = mentions.iter().filter(|one| one.article == article.id).count();
        let lines = group.iter().map(|one| line(&dispatcher, props, article, one, &ticked));
        Some(html! {
            <div key={article.id.to_string()} role="group" aria-label={article.title.clone()}>
                <h4>{ &article.title }<span class="muted">{ words::number_after(count) }</span></h4>
                <ul>{ for lines }</ul>
            </div>
        })
    });
    let there = mentions.iter().map(|one| &one.id).filter(|id| ticked.contains(id));
    let there: Vec<AnnotationId> = there.cloned().collect();
    let show_more = {
        let (limit, next) = (limit.setter(), *limit + SHOWN);
        Callback::from(move |_: MouseEvent| limit.set(next))
    };
    html! {
        <div class="concordance" ref={root}>
            <p class="muted list-count">{ words::mentions(mentions.len()) }</p>
            if !there.is_empty() {
                <TickedMentions project={props.project.clone()} id={props.id.clone()} ticked={there} untick={ticked.setter()} />
            }
            { for groups }
            if rest > 0 { { button(words::show_more(rest), show_more) } }
        </div>
    }
}

/// A mention with the text around it.
fn line(
    dispatcher: &Dispatcher,
    props: &MentionsProps,
    article: &Article,
    one: &Annotation,
    ticked: &UseStateHandle<Vec<AnnotationId>>,
) -> Html {
    let (Some(first), Some(last)) = (one.ranges.first(), one.ranges.last()) else { return Html::default() };
    let (before, _) = in_context(&article.text, *first);
    let (_, after) = in_context(&article.text, *last);
    let exact = props.project.exact(one);
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
    let is_current = (props.selected.as_ref() == Some(&one.id)).then_some("true");
    html! {
        <li key={one.id.to_string()} class="concordance-line">
            <input type="checkbox" aria-label={words::tick(&exact, &before, &after)} checked={ticked.contains(&one.id)} {onchange} />
            <button type="button" class="quiet" aria-current={is_current} onclick={on(dispatcher, SelectAction::Reveal(one.id.clone()))}>
                <span class="muted">{ before }</span><b>{ exact }</b><span class="muted">{ after }</span>
            </button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct TickedMentionsProps {
    project: ByPtr<Project>,
    /// The entity that they mention.
    id: EntityId,
    /// At least one.
    ticked: Vec<AnnotationId>,
    untick: UseStateSetter<Vec<AnnotationId>>,
}

/// What can be done with the ticked mentions.
#[component]
fn TickedMentions(props: &TickedMentionsProps) -> Html {
    let dispatcher = use_dispatcher();
    let is_splitting = use_state_eq(|| false);
    let toggle = {
        let is_splitting = is_splitting.clone();
        Callback::from(move |_: MouseEvent| is_splitting.set(!*is_splitting))
    };
    let unlink = {
        let (dispatcher, ticked, untick) = (dispatcher.clone(), props.ticked.clone(), props.untick.clone());
        Callback::from(move |_: MouseEvent| {
            let patch = AnnotationPatch { entity: Some(None), ..Default::default() };
            untick.set(Vec::new());
            dispatcher.dispatch(Command::UpdateAll(ticked.clone(), patch));
        })
    };
    let onsplit = {
        let (from, mentions, untick) = (props.id.clone(), props.ticked.clone(), props.untick.clone());
        Callback::from(move |name: String| {
            untick.set(Vec::new());
            dispatcher.dispatch(Command::SplitEntity { from: from.clone(), name, mentions: mentions.clone() });
        })
    };
    let first = props.ticked.first().and_then(|id| props.project.annotation(id));
    let proposed = first.map(|one| props.project.exact(one)).unwrap_or_default();
    html! {
        <div class="with-ticked" role="group" aria-label={words::TICKED}>
            <span class="muted">{ words::ticked(props.ticked.len()) }</span>
            <button type="button" aria-expanded={is_splitting.to_string()} onclick={toggle}>{ words::SPLIT }</button>
            { button(words::UNLINK, unlink) }
            if *is_splitting { <SplitForm {proposed} {onsplit} /> }
        </div>
    }
}
