//! The relations of the selected annotation.

use yew::prelude::*;

use crate::edit::Command;
use crate::model::{Annotation, Project, Relation};
use crate::ui::shared::on;
use crate::ui::store::{Action, Store};

/// The relations of an annotation, each with what is at its other end.
pub(super) fn relations(store: &Store, project: &Project, annotation: &Annotation) -> Html {
    let all: Vec<_> = project.relations_of(&annotation.id).cloned().collect();
    if all.is_empty() {
        return Html::default();
    }
    let entry = |relation: &Relation| {
        let outwards = relation.from == annotation.id;
        let other = if outwards { &relation.to } else { &relation.from };
        let words = project.annotation(other).map(|other| project.exact(other)).unwrap_or_default();
        let name = project.relation_type_name(&relation.kind);
        let symmetric = project.schema().relation_type(&relation.kind).is_some_and(|kind| kind.symmetric);
        let arrow = if symmetric {
            "↔"
        } else if outwards {
            "→"
        } else {
            "←"
        };
        html! {
            <li key={relation.id.to_string()}>
                <button type="button" class="quiet" onclick={on(store, Action::Reveal(other.clone()))}>{ format!("{name} {arrow} {words}") }</button>
                <button type="button" class="icon" aria-label={format!("Remove the relation {name}")}
                    onclick={on(store, Action::Edit(Command::Unrelate(relation.id.clone())))}>{ "×" }</button>
            </li>
        }
    };
    html! { <ul class="relations" aria-label="Relations">{ for all.iter().map(|relation| entry(relation)) }</ul> }
}
