//! A relation in the panel: its type, its two ends, and, while it is open, what changes it.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::{RelationNote, remove_button, reverse_button, type_select};
use crate::app::messages::relations as words;
use crate::app::{ByPtr, Dispatcher, FocusTarget, RelationAction, SelectAction};
use crate::model::{Annotation, AnnotationId, Article, Project, Relation, RelationId, Schema};
use crate::text::shortened;
use crate::ui::label_style::{label_class, swatch_of};
use crate::ui::widgets::{Row, RowPlace, on};

/// How many characters of an end's text are shown.
const SHOWN: usize = 200;

/// A relation with all that its row shows.
#[derive(Clone, PartialEq)]
pub(super) struct RelationRow {
    relation: ByPtr<Relation>,
    from: End,
    to: End,
    schema: ByPtr<Schema>,
    /// The project, while the relation's controls are open.
    open: Option<ByPtr<Project>>,
}

/// An end of a relation.
#[derive(Clone, PartialEq)]
struct End {
    annotation: ByPtr<Annotation>,
    /// The article that it is in.
    article: ByPtr<Article>,
}

impl End {
    fn new(project: &Project, id: &AnnotationId) -> Option<Self> {
        let annotation = project.annotation(id)?;
        Some(Self { annotation: annotation.into(), article: project.article(&annotation.article)?.into() })
    }

    /// The beginning of its text.
    fn text(&self) -> String {
        shortened(&self.annotation.exact(&self.article.text), SHOWN)
    }
}

impl RelationRow {
    pub(super) fn new(project: &ByPtr<Project>, relation: &Rc<Relation>, open: Option<&RelationId>) -> Option<Self> {
        Some(Self {
            relation: ByPtr::from(relation),
            from: End::new(project, &relation.from)?,
            to: End::new(project, &relation.to)?,
            schema: ByPtr::from(project.schema()),
            open: (open == Some(&relation.id)).then(|| project.clone()),
        })
    }

    /// The id of the relation.
    pub(super) fn id(&self) -> &RelationId {
        &self.relation.id
    }
}

impl Row for RelationRow {
    fn key(&self) -> AttrValue {
        self.relation.id.to_string().into()
    }

    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        let (posinset, setsize) = place.aria();
        let RelationRow { relation, from, to, schema, open } = self;
        let kind = schema.relation_type(&relation.kind);
        let name = kind.map_or_else(|| relation.kind.to_string(), |kind| kind.name.clone());
        let described = words::described(&name, &to.text());
        let arrow = if kind.is_some_and(|kind| kind.symmetric) { words::BOTH_WAYS } else { words::OUTWARDS };
        let is_open = open.is_some();
        let toggle = RelationAction::Open((!is_open).then(|| relation.id.clone()));
        let details = match open {
            Some(project) => controls(dispatcher, project, relation, &described),
            None if relation.note.is_empty() => Html::default(),
            None => html! { <p class="row-note">{ &relation.note }</p> },
        };
        html! {
            <div role="listitem" aria-posinset={posinset} aria-setsize={setsize} class={classes!("relation-row", is_open.then_some("open"))}>
                <div class="relation-head">
                    <b class="relation-type">{ name }</b>
                    <button type="button" class="quiet relation-edit" aria-expanded={is_open.to_string()} aria-label={words::change(is_open, &described)}
                        onclick={on(dispatcher, toggle)}>{ if is_open { words::DONE } else { words::CHANGE } }</button>
                </div>
                { end(dispatcher, schema, from, "") }
                { end(dispatcher, schema, to, arrow) }
                { details }
            </div>
        }
    }
}

/// What changes the relation.
fn controls(dispatcher: &Dispatcher, project: &Project, relation: &Relation, described: &str) -> Html {
    html! {
        <>
            <div class="relation-controls">
                { type_select(dispatcher, project, relation, described) }
                { reverse_button(dispatcher, project, relation, described) }
                { remove_button(dispatcher, relation, described, FocusTarget::Tab) }
            </div>
            <RelationNote id={relation.id.clone()} note={relation.note.clone()} described={described.to_owned()} />
        </>
    }
}

/// An end, which a click shows in its text.
fn end(dispatcher: &Dispatcher, schema: &Schema, end: &End, arrow: &'static str) -> Html {
    html! {
        <button type="button" class={classes!("quiet", "relation-end", label_class(schema, &end.annotation.label))}
            onclick={on(dispatcher, SelectAction::Reveal(end.annotation.id.clone()))}>
            <span class="link-arrow">{ arrow }</span>
            { swatch_of(schema, Some(&end.annotation.label)) }
            <span class="row-text">{ end.text() }</span>
            <span class="row-facts">{ &end.article.title }</span>
        </button>
    }
}
