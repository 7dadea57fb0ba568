//! The list of entities, with its filters.

use yew::prelude::*;

use super::counts::{CountedEntity, Counts, UnlinkedCache};
use super::create::create_entity;
use super::labels::label_select;
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher, EntityAction, EntityPage, EntityPanel};
use crate::edit::EntityFields;
use crate::model::{EntityId, LabelId, Project, Schema};
use crate::ui::dom::events::{index_of, value_of};
use crate::ui::dom::focus::catch_lost_focus;
use crate::ui::label_style::swatch_of;
use crate::ui::widgets::{LongList, Row, RowPlace, Rows, SelectOption, on, select, use_dispatcher};

/// The value of the select of orders for "by mentions".
const BY_MENTIONS: &str = "mentions";

#[derive(Properties, PartialEq)]
pub(super) struct EntityListProps {
    pub(super) project: ByPtr<Project>,
    pub(super) panel: EntityPanel,
}

/// An entity in the list.
#[derive(Clone, PartialEq)]
struct EntityRow {
    counted: CountedEntity,
    schema: ByPtr<Schema>,
}

impl Row for EntityRow {
    fn key(&self) -> AttrValue {
        self.counted.entity.id.to_string().into()
    }

    fn view(&self, place: RowPlace, _: &Dispatcher) -> Html {
        let (posinset, setsize) = place.aria();
        let CountedEntity { entity, mentions, articles } = &self.counted;
        html! {
            <div role="listitem" aria-posinset={posinset} aria-setsize={setsize}>
                <button type="button" class="entity-entry" data-row="" data-index={place.index.to_string()}>
                    { swatch_of(&self.schema, entity.label.as_ref()) }
                    <span class="row-text">{ &entity.name }</span>
                    <span class="row-facts">{ words::facts(*mentions, *articles, &entity.aliases) }</span>
                </button>
            </div>
        }
    }
}

/// All entities.
#[component]
pub(super) fn EntityList(props: &EntityListProps) -> Html {
    let dispatcher = use_dispatcher();
    let list = use_node_ref();
    {
        // Not the search field: on a phone that would open the keyboard of the screen.
        let list = list.clone();
        use_effect_with((), move |()| catch_lost_focus(&list));
    }
    let unlinked = use_mut_ref(UnlinkedCache::default);
    let counts = use_memo(props.project.clone(), |project| Counts::of(project, &mut unlinked.borrow_mut()));
    let schema = ByPtr(props.project.schema().clone());
    let listed = counts.listed(&props.panel);
    let row = |counted: &&CountedEntity| EntityRow { counted: (*counted).clone(), schema: schema.clone() };
    let rows: Vec<EntityRow> = listed.iter().map(row).collect();
    let show = {
        let dispatcher = dispatcher.clone();
        let ids: Vec<EntityId> = listed.iter().map(|one| one.entity.id.clone()).collect();
        Callback::from(move |event: MouseEvent| {
            if let Some(id) = index_of(event.target()).and_then(|at| ids.get(at)) {
                dispatcher.dispatch(EntityAction::Show(EntityPage::Entity(id.clone())));
            }
        })
    };
    html! {
        <>
            { unlinked_button(&dispatcher, counts.unlinked) }
            { if counts.entities.is_empty() { how_to(counts.unlinked) } else { filters(&dispatcher, &schema, &props.panel) } }
            <div class="list-head">
                <p class="muted list-count" role="status">{ words::count(listed.len(), counts.entities.len()) }</p>
                { new_entity(&dispatcher, &props.panel) }
            </div>
            <div ref={list} tabindex="-1" class="entity-list" role="list" aria-label={words::LIST} onclick={show}>
                <LongList rows={Rows::of(rows)} arrow_keys={true} />
            </div>
        </>
    }
}

/// What to do while there is no entity.
fn how_to(unlinked: usize) -> Html {
    html! {
        <p class="muted">
            { words::ABOUT }{ if unlinked == 0 { words::TAG_FIRST } else { words::LINK_FIRST } }
            <kbd>{ words::SHIFT_KEY }</kbd>{ "+" }<kbd>{ words::ENTITY_KEY }</kbd>{ words::TO_CREATE }
        </p>
    }
}

fn unlinked_button(dispatcher: &Dispatcher, unlinked: usize) -> Html {
    if unlinked == 0 {
        return Html::default();
    }
    html! {
        <button type="button" class="to-unlinked" onclick={on(dispatcher, EntityAction::Show(EntityPage::Unlinked))}>
            <span>{ words::link_unlinked(unlinked) }</span>
        </button>
    }
}

fn change(dispatcher: &Dispatcher, change: impl FnOnce(&mut EntityPanel)) {
    let mut panel = dispatcher.state().entity_panel.clone();
    change(&mut panel);
    dispatcher.dispatch(EntityAction::SetPanel(panel));
}

fn filters(dispatcher: &Dispatcher, schema: &Schema, panel: &EntityPanel) -> Html {
    let on_label = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |label: Option<LabelId>| change(&dispatcher, |panel| panel.label = label))
    };
    let on_order = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |order: Option<String>| change(&dispatcher, |panel| panel.by_mentions = order.is_some()))
    };
    let oninput = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: InputEvent| change(&dispatcher, |panel| panel.query = value_of(&event)))
    };
    let orders = [SelectOption::new("", words::BY_NAME), SelectOption::new(BY_MENTIONS, words::BY_MENTIONS)];
    html! {
        <div class="filters">
            { label_select(schema, words::SHOW_LABEL, words::ALL_LABELS, panel.label.as_ref(), &on_label) }
            { select(words::ORDER, orders, panel.by_mentions.then_some(BY_MENTIONS), &on_order) }
            <input type="search" aria-label={words::FIND} placeholder={words::FIND_PLACEHOLDER} value={panel.query.clone()} {oninput} />
        </div>
    }
}

/// Creates an entity of the name that was looked for, which nothing mentions yet.
fn new_entity(dispatcher: &Dispatcher, panel: &EntityPanel) -> Html {
    let name = panel.query.trim().to_owned();
    if name.is_empty() {
        return Html::default();
    }
    let text = words::new_named(&name);
    let (dispatcher, label) = (dispatcher.clone(), panel.label.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let fields = EntityFields { name: name.clone(), label: label.clone(), ..Default::default() };
        if let Some(id) = create_entity(&dispatcher, fields) {
            dispatcher.dispatch(EntityAction::Show(EntityPage::Entity(id)));
        }
    });
    html! { <button type="button" class="quiet" {onclick}>{ text }</button> }
}
