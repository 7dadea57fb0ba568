//! The relations panel: all relations, filtered by type, article and text.

pub(in crate::ui::panels) mod controls;
mod filters;
mod row;

use yew::prelude::*;

use crate::app::messages::relations as words;
use crate::app::{ByPtr, RelationPanel, State};
use crate::model::Project;
use crate::ui::widgets::{LongList, Rows, use_dispatcher};
use filters::filters;
use row::RelationRow;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct RelationsPanelProps {
    project: ByPtr<Project>,
    panel: RelationPanel,
}

impl RelationsPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        Self { project: ByPtr(state.project().clone()), panel: state.relation_panel.clone() }
    }
}

/// The relations panel.
#[component]
pub(in crate::ui) fn RelationsPanel(props: &RelationsPanelProps) -> Html {
    let dispatcher = use_dispatcher();
    let RelationsPanelProps { project, panel } = props;
    let listed = project.relations().filter(|relation| panel.filter.passes(project, relation));
    let rows: Vec<RelationRow> =
        listed.filter_map(|relation| RelationRow::new(project, relation, panel.open.as_ref())).collect();
    let open = panel.open.as_ref().and_then(|id| rows.iter().position(|row| row.id() == id));
    html! {
        <>
            { filters(&dispatcher, project, &panel.filter) }
            <p class="muted list-count" role="status">{ words::count(rows.len(), project.relations().count()) }</p>
            <div class="relation-table" role="list" aria-label={words::ALL_RELATIONS}>
                <LongList rows={Rows::of(rows)} shown={open} />
            </div>
        </>
    }
}
