//! The relations of the selected annotation.

use yew::prelude::*;

use crate::model::{Annotation, Project, Relation};
use crate::ui::linking::{arrow, words};
use crate::ui::shared::on;
use crate::ui::side::relations::{RelationNote, name_of, remove_button, turn_button, type_select};
use crate::ui::store::{Action, LinkAction, Store};

/// Begins a relation at the selected annotation.
pub(super) fn link_button(store: &Store) -> Html {
    html! {
        <button type="button" id="link-button" aria-keyshortcuts="r" title="Link this tag to another, in any article (R)"
            onclick={on(store, Action::Link(LinkAction::Begin(false)))}>{ "Link… " }<kbd aria-hidden="true">{ "R" }</kbd></button>
    }
}

/// The relations of an annotation, each with what is at its other end.
pub(super) fn relations(store: &Store, project: &Project, annotation: &Annotation) -> Html {
    let all: Vec<_> = project.relations_of(&annotation.id).cloned().collect();
    if all.is_empty() {
        return Html::default();
    }
    html! { <ul class="relations" aria-label="Relations">{ for all.iter().map(|relation| entry(store, project, annotation, relation)) }</ul> }
}

fn entry(store: &Store, project: &Project, annotation: &Annotation, relation: &Relation) -> Html {
    let outwards = relation.from == annotation.id;
    let other = if outwards { &relation.to } else { &relation.from };
    let of = name_of(project, relation, outwards);
    let article = project.annotation(other).filter(|other| other.article != annotation.article);
    let article = article.and_then(|other| project.article(&other.article)).map(|article| article.title.clone());
    html! {
        <li key={relation.id.to_string()}>
            <div class="relation-controls">
                { type_select(store, project, relation, &of) }
                { turn_button(store, project, relation, &of) }
                { remove_button(store, relation, &of, "#link-button") }
            </div>
            <button type="button" class="quiet relation-end" onclick={on(store, Action::Reveal(other.clone()))}>
                <span class="link-arrow">{ arrow(project, &relation.kind, outwards) }</span>
                <span class="row-text">{ words(project, other, 120) }</span>
                <span class="row-facts">{ article.unwrap_or_else(|| "this article".to_owned()) }</span>
            </button>
            <RelationNote key="note" id={relation.id.clone()} note={relation.note.clone()} {of} />
        </li>
    }
}
