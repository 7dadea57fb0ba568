//! The mentions that are linked to no entity, grouped by name: complete groups are linked at once.

use std::rc::Rc;

use yew::prelude::*;

use super::group_row::{GroupRow, Handles, Toggled, key_of};
use super::labels::label_select;
use crate::analysis::{NameGroup, name_groups};
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher, EntityAction, EntityPage};
use crate::edit::Command;
use crate::model::{LabelId, Project, Schema};
use crate::ui::dom::focus::catch_lost_focus;
use crate::ui::widgets::{LongList, RowSource, Rows, on, use_dispatcher};

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
    let toggled = use_reducer(Toggled::default);
    // The key of the group whose entity is being chosen.
    let choosing = use_state_eq(|| None::<String>);
    {
        let heading = heading.clone();
        use_effect(move || catch_lost_focus(&heading));
    }
    let groups = use_memo((props.project.clone(), props.separated.clone()), |(project, separated)| {
        name_groups(project, separated).into_iter().map(Rc::new).collect::<Vec<_>>()
    });
    let groups = use_memo((ByPtr(groups), props.label.clone()), |(groups, label)| {
        let is_of_label = |group: &&Rc<NameGroup>| label.as_ref().is_none_or(|label| *label == group.label);
        groups.iter().filter(is_of_label).cloned().collect::<Vec<_>>()
    });
    let ticked: Vec<Rc<NameGroup>> = groups.iter().filter(|group| toggled.is_ticked(group)).cloned().collect();
    let rows = Groups {
        groups: ByPtr(groups.clone()),
        schema: ByPtr(props.project.schema().clone()),
        separated: props.separated.clone(),
        toggled: (*toggled).clone(),
        choosing: (*choosing).clone(),
        handles: Handles { toggle: toggled.dispatcher(), choose: choosing.setter() },
    };
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
            <div class="name-groups" role="list" aria-label={words::UNLINKED_LIST}>
                <LongList rows={Rows::of(rows)} arrow_keys={true} />
            </div>
        </>
    }
}

/// The rows of the list.
#[derive(PartialEq)]
struct Groups {
    groups: ByPtr<Vec<Rc<NameGroup>>>,
    schema: ByPtr<Schema>,
    separated: Vec<String>,
    toggled: Toggled,
    choosing: Option<String>,
    handles: Handles,
}

impl RowSource for Groups {
    type Row = GroupRow;

    fn len(&self) -> usize {
        self.groups.len()
    }

    fn row(&self, at: usize) -> Option<GroupRow> {
        let group = self.groups.get(at)?;
        Some(GroupRow {
            group: group.into(),
            schema: self.schema.clone(),
            is_ticked: self.toggled.is_ticked(group),
            is_separated: self.separated.iter().any(|key| key == key_of(group)),
            is_choosing: self.choosing.as_deref() == Some(key_of(group)),
            handles: self.handles.clone(),
        })
    }

    fn key(&self, at: usize) -> AttrValue {
        self.groups.get(at).map(|group| key_of(group).to_owned().into()).unwrap_or_default()
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
