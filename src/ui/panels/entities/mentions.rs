//! Where an entity is mentioned: each mention in context, and what can be done with several.

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::mention_row::MentionRow;
use super::split::SplitForm;
use crate::app::messages::entities as words;
use crate::app::{ByPtr, SelectAction};
use crate::edit::{AnnotationPatch, Command};
use crate::model::{Annotation, AnnotationId, EntityId, Project};
use crate::ui::article_groups::{ArticleGroups, GroupRow};
use crate::ui::dom::events::{closest, index_of};
use crate::ui::dom::scroll::scroll_into_view;
use crate::ui::widgets::{LongList, RowSource, Rows, button, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(super) struct MentionsProps {
    pub(super) project: ByPtr<Project>,
    pub(super) id: EntityId,
    /// By article, then in the order of the text.
    pub(super) mentions: ByPtr<Vec<Rc<Annotation>>>,
    pub(super) selected: Option<AnnotationId>,
}

/// The ticked mentions, also those that meanwhile mention another entity.
#[derive(Clone, Default, PartialEq)]
struct Ticked(Rc<BTreeSet<AnnotationId>>);

/// What can happen to them.
enum Tick {
    Toggle(AnnotationId),
    Clear,
}

impl Reducible for Ticked {
    type Action = Tick;

    fn reduce(self: Rc<Self>, action: Tick) -> Rc<Self> {
        let Tick::Toggle(id) = action else { return Rc::default() };
        let mut all = (*self.0).clone();
        if !all.remove(&id) {
            all.insert(id);
        }
        Rc::new(Self(Rc::new(all)))
    }
}

/// The mentions of an entity.
#[component]
pub(super) fn Mentions(props: &MentionsProps) -> Html {
    let dispatcher = use_dispatcher();
    let ticked = use_reducer(Ticked::default);
    let root = use_node_ref();
    let MentionsProps { project, mentions, selected, .. } = props;
    let articles = ByPtr(project.article_list().clone());
    let groups = use_memo((mentions.clone(), articles), |(mentions, _)| {
        ArticleGroups::of(project, mentions.iter().map(|one| &one.article))
    });
    let current = use_memo((mentions.clone(), selected.clone()), |(mentions, selected)| {
        selected.as_ref().and_then(|id| mentions.iter().position(|one| one.id == *id))
    });
    let shown = current.and_then(|current| groups.row_of(current));
    {
        // The inspector takes room from the list when a mention is selected; its line stays in view.
        let root = root.clone();
        use_effect_with(selected.clone(), move |_| {
            let root = root.cast::<Element>();
            if let Some(line) = root.and_then(|root| root.query_selector("[aria-current]").ok().flatten()) {
                scroll_into_view(&line);
            }
        });
    }
    let there: Vec<AnnotationId> = match ticked.0.is_empty() {
        true => Vec::new(),
        false => mentions.iter().map(|one| &one.id).filter(|id| ticked.0.contains(id)).cloned().collect(),
    };
    let onchange = {
        let (mentions, ticked) = (mentions.clone(), ticked.dispatcher());
        Callback::from(move |event: Event| {
            if let Some(one) = index_of(event.target()).and_then(|at| mentions.get(at)) {
                ticked.dispatch(Tick::Toggle(one.id.clone()));
            }
        })
    };
    let onclick = {
        let mentions = mentions.clone();
        Callback::from(move |event: MouseEvent| {
            let button = closest(event.target(), "button");
            if let Some(one) = button.and_then(|button| mentions.get(index_of(Some(button.into()))?)) {
                dispatcher.dispatch(SelectAction::Reveal(one.id.clone()));
            }
        })
    };
    let rows =
        MentionRows { mentions: mentions.clone(), groups: ByPtr(groups), ticked: (*ticked).clone(), current: *current };
    html! {
        <div class="concordance" ref={root}>
            <p class="muted list-count">{ words::mentions(mentions.len()) }</p>
            if !there.is_empty() {
                <TickedMentions project={project.clone()} id={props.id.clone()} ticked={there} tick={ticked.dispatcher()} />
            }
            <div role="list" aria-label={words::MENTIONS} {onchange} {onclick}>
                <LongList rows={Rows::of(rows)} {shown} arrow_keys={true} />
            </div>
        </div>
    }
}

/// The rows of the list.
#[derive(PartialEq)]
struct MentionRows {
    mentions: ByPtr<Vec<Rc<Annotation>>>,
    groups: ByPtr<ArticleGroups>,
    ticked: Ticked,
    /// The selected mention, by its index.
    current: Option<usize>,
}

impl RowSource for MentionRows {
    type Row = MentionRow;

    fn len(&self) -> usize {
        self.groups.len()
    }

    fn row(&self, at: usize) -> Option<MentionRow> {
        Some(match self.groups.row(at)? {
            GroupRow::Heading(article, count) => MentionRow::Heading { article: article.clone(), count },
            GroupRow::Place(article, at) => {
                let one = self.mentions.get(at)?;
                MentionRow::Mention {
                    at,
                    one: one.into(),
                    article: article.clone(),
                    is_ticked: self.ticked.0.contains(&one.id),
                    is_current: self.current == Some(at),
                }
            }
        })
    }
}

#[derive(Properties, PartialEq)]
struct TickedMentionsProps {
    project: ByPtr<Project>,
    /// The entity that they mention.
    id: EntityId,
    /// At least one.
    ticked: Vec<AnnotationId>,
    tick: UseReducerDispatcher<Ticked>,
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
        let (dispatcher, ticked, tick) = (dispatcher.clone(), props.ticked.clone(), props.tick.clone());
        Callback::from(move |_: MouseEvent| {
            let patch = AnnotationPatch { entity: Some(None), ..Default::default() };
            tick.dispatch(Tick::Clear);
            dispatcher.dispatch(Command::UpdateAll(ticked.clone(), patch));
        })
    };
    let onsplit = {
        let (from, mentions, tick) = (props.id.clone(), props.ticked.clone(), props.tick.clone());
        Callback::from(move |name: String| {
            tick.dispatch(Tick::Clear);
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
