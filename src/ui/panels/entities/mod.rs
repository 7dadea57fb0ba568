//! The entities panel: all entities, one of them with its mentions in context, or the mentions that are linked to none.

mod counts;
pub(in crate::ui::panels) mod create;
mod detail;
pub(in crate::ui) mod entity_picker;
mod fields;
mod group_row;
mod identifiers;
mod labels;
mod list;
mod mention_row;
mod mentions;
pub(in crate::ui::panels) mod search;
mod split;
mod unlinked;

use yew::prelude::*;

use crate::app::{ByPtr, EntityPage, EntityPanel, State};
use crate::model::{AnnotationId, Project};
use detail::EntityDetail;
use list::EntityList;
use unlinked::Unlinked;

#[derive(Clone, PartialEq)]
pub(in crate::ui) struct EntitiesPanelProps {
    project: ByPtr<Project>,
    panel: EntityPanel,
    /// The selected annotation, while one entity with its mentions is shown.
    selected: Option<AnnotationId>,
}

impl EntitiesPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let shows_mentions = matches!(state.entity_panel.page, EntityPage::Entity(_));
        Self {
            project: ByPtr(state.project().clone()),
            panel: state.entity_panel.clone(),
            selected: state.view.primary().filter(|_| shows_mentions).cloned(),
        }
    }
}

/// The entities panel.
pub(in crate::ui) fn entities_panel(props: &EntitiesPanelProps) -> Html {
    let EntitiesPanelProps { project, panel, selected } = props;
    match &panel.page {
        EntityPage::Unlinked => html! {
            <Unlinked key="unlinked" project={project.clone()} label={panel.label.clone()} separated={panel.separated.clone()} />
        },
        EntityPage::Entity(id) if project.entity(id).is_some() => html! {
            <EntityDetail key={format!("entity {id}")} project={project.clone()} id={id.clone()} selected={selected.clone()} />
        },
        EntityPage::Entity(_) | EntityPage::List => html! {
            <EntityList key="list" project={project.clone()} panel={panel.clone()} />
        },
    }
}
