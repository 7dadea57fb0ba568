//! The mentions that are linked to no entity, grouped by name: complete groups are linked at once.

use std::rc::Rc;

use yew::prelude::*;

use super::group_row::{GroupRows, key_of, row};
use super::labels::label_select;
use crate::analysis::{NameGroup, name_groups};
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher, EntityAction, EntityPage};
use crate::edit::Command;
use crate::model::{LabelId, Project};
use crate::ui::dom::focus::catch_lost_focus;
use crate::ui::widgets::{on, use_dispatcher};

/// The most groups that are listed at once; the others follow when these are linked.
const SHOWN: usize = 150;

#[derive(Properties, PartialEq)]
pub(super) struct UnlinkedProps {
    pub(super) project: ByPtr<Project>,
    /// Only mentions of this label.
    pub(super) label: Option<LabelId>,
    /// Forms of names that the user took out of their group.
    pub(super) separated: Vec<String>,
}

/// The page of unlinked mentions.
#[component]
pub(super) fn Unlinked(props: &UnlinkedProps) -> Html {
    let dispatcher = use_dispatcher();
    let heading = use_node_ref();
    // The keys of the groups whose tick the user has changed: at first, what looks like a name is ticked.
    let toggled = use_state(Vec::<String>::new);
    // The key of the group whose entity is being chosen.
    let choosing = use_state(|| None::<String>);
    {
        let heading = heading.clone();
        use_effect(move || catch_lost_focus(&heading));
    }
    let groups = use_memo((props.project.clone(), props.separated.clone()), |(project, separated)| {
        name_groups(project, separated).into_iter().map(Rc::new).collect::<Vec<_>>()
    });
    let groups: Vec<&Rc<NameGroup>> =
        groups.iter().filter(|group| props.label.as_ref().is_none_or(|label| *label == group.label)).collect();
    let is_ticked = |group: &NameGroup| group.is_name != toggled.iter().any(|key| key == key_of(group));
    let ticked: Vec<Rc<NameGroup>> =
        groups.iter().filter(|group| is_ticked(group)).map(|group| (*group).clone()).collect();
    let rows = GroupRows {
        dispatcher: dispatcher.clone(),
        schema: props.project.schema().clone(),
        separated: props.separated.clone(),
        toggled: toggled.clone(),
        choosing,
    };
    let rest = groups.len().saturating_sub(SHOWN);
    html! {
        <>
            <button type="button" class="quiet back" onclick={on(&dispatcher, EntityAction::Show(EntityPage::List))}>{ words::BACK }</button>
            <h3 ref={heading} tabindex="-1">{ words::UNLINKED }</h3>
            if groups.is_empty() {
                <p class="muted">{ words::ALL_LINKED }</p>
            } else {
                <p class="muted small">{ words::UNLINKED_HELP }<kbd>{ words::ENTER_KEY }</kbd>{ words::UNLINKED_HELP_KEY }</p>
            }
            { label_filter(&dispatcher, props) }
            if !groups.is_empty() { { link_ticked(&dispatcher, &ticked) } }
            <ul class="name-groups" aria-label={words::UNLINKED_LIST}>
                { for groups.iter().take(SHOWN).map(|group| row(&rows, group, is_ticked(group))) }
            </ul>
            if rest > 0 { <p class="muted">{ words::more_groups(rest) }</p> }
        </>
    }
}

fn label_filter(dispatcher: &Dispatcher, props: &UnlinkedProps) -> Html {
    let dispatcher = dispatcher.clone();
    let onchoose = Callback::from(move |label: Option<LabelId>| {
        let mut panel = dispatcher.state().entity_panel.clone();
        panel.label = label;
        dispatcher.dispatch(EntityAction::SetPanel(panel));
    });
    let schema = props.project.schema();
    label_select(schema, words::SHOW_MENTIONS_OF_LABEL, words::ALL_LABELS, props.label.as_ref(), &onchoose)
}

fn link_ticked(dispatcher: &Dispatcher, ticked: &[Rc<NameGroup>]) -> Html {
    let mentions: usize = ticked.iter().map(|group| group.count()).sum();
    let text = words::link_ticked(mentions, ticked.len());
    let disabled = ticked.is_empty();
    let (dispatcher, ticked) = (dispatcher.clone(), ticked.to_vec());
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatcher.dispatch(Command::LinkAll(ticked.iter().map(|group| group.link()).collect()));
    });
    html! { <button type="button" class="primary" {disabled} {onclick}>{ text }</button> }
}
