//! The registry of entities: all of them, one of them with its mentions in context, and the mentions that have none.

mod detail;
mod field;
mod list;
mod mentions;
mod unlinked;

use std::rc::Rc;

use yew::prelude::*;

use crate::model::{Entity, EntityId, LabelId, LabelKind, Project};
use crate::order;
use crate::ui::shared::Shared;
use crate::ui::store::{RegistryPage, State, Store};

/// The registry of entities.
pub(super) fn entity_registry(_store: &Store, state: &Shared<State>) -> Html {
    html! { <Registry state={state.clone()} /> }
}

/// A project as a prop: two are equal if they are the same objects.
#[derive(Clone)]
struct Same(Project);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&other.0)
    }
}

/// How often and where an entity is mentioned.
#[derive(Clone, Debug, PartialEq)]
struct Counted {
    entity: Rc<Entity>,
    mentions: usize,
    articles: usize,
}

/// What is counted over all annotations: once for each change, and only while the tab is shown.
#[derive(PartialEq)]
struct Counts {
    /// The entities, by id.
    entities: Vec<Counted>,
    /// How many mentions have no entity.
    unlinked: usize,
}

fn count(project: &Project) -> Counts {
    let count = |entity: &Rc<Entity>| Counted { entity: entity.clone(), mentions: 0, articles: 0 };
    let mut entities: Vec<Counted> = project.entities().map(count).collect();
    let mut unlinked = 0;
    let is_mention =
        |label: &LabelId| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
    for article in project.articles() {
        let set = project.annotations_of(&article.id);
        let mut here: Vec<&EntityId> = Vec::new();
        for annotation in set.iter() {
            match &annotation.entity {
                Some(id) => here.push(id),
                None => unlinked += usize::from(is_mention(&annotation.label)),
            }
        }
        order::sort(&mut here);
        for same in here.chunk_by(|a, b| a == b) {
            if let Ok(at) = entities.binary_search_by(|one| one.entity.id.cmp(same[0])) {
                entities[at].mentions += same.len();
                entities[at].articles += 1;
            }
        }
    }
    Counts { entities, unlinked }
}

#[derive(Properties)]
struct RegistryProps {
    state: Shared<State>,
}

impl PartialEq for RegistryProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        a.project().is_same(b.project()) && a.registry == b.registry && a.view.selected == b.view.selected
    }
}

#[component]
fn Registry(props: &RegistryProps) -> Html {
    let state = &props.state;
    let counts = use_memo(Same(state.project().clone()), |project| count(&project.0));
    match &state.registry.page {
        RegistryPage::Unlinked => html! { <unlinked::Unlinked key="unlinked" state={state.clone()} /> },
        RegistryPage::Entity(id) if state.project().entity(id).is_some() => {
            html! { <detail::Detail key={id.to_string()} id={id.clone()} state={state.clone()} /> }
        }
        _ => html! { <list::EntityList key="list" {counts} state={state.clone()} /> },
    }
}

/// The class and the kind by which a label is drawn.
fn swatch(project: &Project, label: Option<&LabelId>) -> Html {
    let at = label.and_then(|id| project.schema().labels.iter().position(|one| &one.id == id));
    let kind = at.map(|at| project.schema().labels[at].kind.name());
    html! { <span class={classes!("swatch", kind, at.map(|at| format!("label-{at}")))} aria-hidden="true" /> }
}

/// The labels that an entity can have, as options of a select; the first stands for none or all.
fn label_options(project: &Project, none: &'static str, current: Option<&LabelId>) -> Html {
    let labels =
        project.schema().labels.iter().filter(|label| label.kind == LabelKind::Entity || Some(&label.id) == current);
    html! {
        <>
            <option value="" selected={current.is_none()}>{ none }</option>
            { for labels.map(|label| html! {
                <option value={label.id.to_string()} selected={current == Some(&label.id)}>{ &label.name }</option>
            }) }
        </>
    }
}
