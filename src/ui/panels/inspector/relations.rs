//! The relations of the selected annotation.

use yew::prelude::*;

use crate::app::messages::relations as words;
use crate::app::{Dispatcher, FocusTarget, SelectAction};
use crate::model::{Annotation, Project, Relation};
use crate::text::shortened;
use crate::ui::dom::focus;
use crate::ui::panels::relations::controls::{RelationNote, remove_button, reverse_button, type_select};
use crate::ui::widgets::on;

/// How many characters of the other end's text are shown.
const SHOWN: usize = 120;

/// The relations, each with its other end; nothing where there is none.
pub(super) fn relations(dispatcher: &Dispatcher, project: &Project, annotation: &Annotation) -> Html {
    let mut relations = project.relations_of(&annotation.id).peekable();
    if relations.peek().is_none() {
        return Html::default();
    }
    let entries = relations.map(|relation| entry(dispatcher, project, annotation, relation));
    html! { <ul ref={focus::target(FocusTarget::InspectorRelations)} tabindex="-1" class="relations" aria-label={words::RELATIONS}>{ for entries }</ul> }
}

fn entry(dispatcher: &Dispatcher, project: &Project, annotation: &Annotation, relation: &Relation) -> Html {
    let outwards = relation.from == annotation.id;
    let id = if outwards { &relation.to } else { &relation.from };
    let other = project.annotation(id);
    let text = other.map(|other| project.exact(other)).unwrap_or_default();
    let article = other.filter(|other| other.article != annotation.article);
    let article = article.and_then(|other| project.article(&other.article)).map(|article| article.title.clone());
    let described = words::described(&project.relation_type_name(&relation.kind), &text);
    html! {
        <li key={relation.id.to_string()}>
            <div class="relation-controls">
                { type_select(dispatcher, project, relation, &described) }
                { reverse_button(dispatcher, project, relation, &described) }
                { remove_button(dispatcher, relation, &described, FocusTarget::RelateButton) }
            </div>
            <button type="button" class="quiet relation-end" onclick={on(dispatcher, SelectAction::Reveal(id.clone()))}>
                <span class="link-arrow">{ words::arrow(project, &relation.kind, outwards) }</span>
                <span class="row-text">{ shortened(&text, SHOWN) }</span>
                <span class="row-facts">{ article.unwrap_or_else(|| words::THIS_ARTICLE.to_owned()) }</span>
            </button>
            <RelationNote id={relation.id.clone()} note={relation.note.clone()} {described} />
        </li>
    }
}
