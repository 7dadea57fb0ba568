//! One entity: what is known about it, what can be done with it, and where it is mentioned.

use std::cmp::Reverse;
use std::rc::Rc;

use yew::prelude::*;

use super::entity_picker::{EntityChoice, EntityPicker, EntitySearch};
use super::fields::entity_fields;
use super::identifiers::identifiers;
use super::mentions::Mentions;
use crate::app::messages::entities as words;
use crate::app::{ByPtr, Dispatcher, EntityAction, EntityPage};
use crate::edit::Command;
use crate::model::{Annotation, AnnotationId, EntityId, Project};
use crate::order;
use crate::ui::dom::focus::catch_lost_focus;
use crate::ui::label_style::swatch_of;
use crate::ui::widgets::{nothing, on, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(super) struct EntityDetailProps {
    pub(super) project: ByPtr<Project>,
    pub(super) id: EntityId,
    /// The selected annotation.
    pub(super) selected: Option<AnnotationId>,
}

/// One entity.
#[component]
pub(super) fn EntityDetail(props: &EntityDetailProps) -> Html {
    let dispatcher = use_dispatcher();
    let heading = use_node_ref();
    let is_merging = use_state_eq(|| false);
    {
        let heading = heading.clone();
        use_effect(move || catch_lost_focus(&heading));
    }
    let of = (props.project.clone(), props.id.clone());
    let mentions = use_memo(of, |(project, id)| mentions_in_order(project, id));
    let project = &props.project;
    let Some(entity) = project.entity(&props.id) else { return nothing() };
    let toggle = {
        let is_merging = is_merging.clone();
        Callback::from(move |_: MouseEvent| is_merging.set(!*is_merging))
    };
    html! {
        <>
            <button type="button" class="quiet back" onclick={on(&dispatcher, EntityAction::Show(EntityPage::List))}>{ words::BACK }</button>
            <h3 ref={heading} tabindex="-1" class="entity-heading">
                { swatch_of(project.schema(), entity.label.as_ref()) }<span>{ &entity.name }</span>
            </h3>
            { mentioned_as(project, &mentions) }
            { identifiers(entity) }
            <details class="about">
                <summary>{ words::DETAILS }</summary>
                { entity_fields(&dispatcher, entity, project.schema()) }
            </details>
            <div class="row">
                <button type="button" aria-expanded={is_merging.to_string()} onclick={toggle}>{ words::MERGE }</button>
                <button type="button" class="danger" title={words::REMOVE_TITLE}
                    onclick={on(&dispatcher, Command::RemoveEntity(entity.id.clone()))}>{ words::REMOVE }</button>
            </div>
            if *is_merging { { merge_picker(&dispatcher, &entity.id, is_merging.setter()) } }
            <Mentions project={project.clone()} id={entity.id.clone()} mentions={ByPtr(mentions)} selected={props.selected.clone()} />
        </>
    }
}

/// The mentions of an entity: by article, then in the order of the text.
fn mentions_in_order(project: &Project, id: &EntityId) -> Vec<Rc<Annotation>> {
    let articles = project.articles();
    let place = |one: &Annotation| {
        let article = articles.iter().position(|article| article.id == one.article);
        let end = one.ranges.first().map(|range| range.end());
        (article, one.start(), Reverse(end), one.id.clone())
    };
    let mut mentions: Vec<_> = project.mentions_of(id).map(|one| (place(one), one.clone())).collect();
    order::sort_by(&mut mentions, |a, b| a.0.cmp(&b.0));
    mentions.into_iter().map(|(_, one)| one).collect()
}

/// Chooses the entity that becomes part of this one.
fn merge_picker(dispatcher: &Dispatcher, id: &EntityId, is_merging: UseStateSetter<bool>) -> Html {
    let (dispatcher, into) = (dispatcher.clone(), id.clone());
    let onchoose = Callback::from(move |choice: Option<EntityChoice>| {
        is_merging.set(false);
        if let Some(EntityChoice::Existing(other)) = choice {
            dispatcher.dispatch(Command::MergeEntities(into.clone(), vec![other]));
        }
    });
    let search = EntitySearch { except: Some(id.clone()), ..Default::default() };
    html! { <EntityPicker id="merge-choice" label={words::MERGE_WITH} {search} takes_focus={true} {onchoose} /> }
}

/// The texts of the mentions, the most frequent first.
fn mentioned_as(project: &Project, mentions: &[Rc<Annotation>]) -> Html {
    let mut texts: Vec<String> = mentions.iter().map(|one| project.exact(one)).collect();
    order::sort(&mut texts);
    let mut forms: Vec<(usize, &str)> =
        texts.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0].as_str())).collect();
    order::sort_by_key(&mut forms, |(count, _)| Reverse(*count));
    if forms.is_empty() {
        return Html::default();
    }
    let form = |(count, text): (usize, &str)| {
        html! { <span class="form">{ text }<span class="muted">{ words::number_after(count) }</span></span> }
    };
    html! {
        <p class="gathered"><span class="muted">{ words::MENTIONED_AS }</span>{ for forms.into_iter().map(form) }</p>
    }
}
