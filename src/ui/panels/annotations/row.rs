//! A row of the list of annotations.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::lacking_of;
use crate::app::messages::{annotations as words, reader, relations};
use crate::app::{ByPtr, Dispatcher};
use crate::model::{Annotation, AnnotationId, Project, Schema};
use crate::ui::label_style::{label_class, swatch};
use crate::ui::widgets::{Row, RowPlace};

/// An annotation in the list, with all that its row shows.
#[derive(Clone)]
pub(super) struct AnnotationRow {
    pub(super) annotation: Rc<Annotation>,
    pub(super) text: Rc<str>,
    pub(super) article: Rc<str>,
    pub(super) schema: ByPtr<Schema>,
    pub(super) is_selected: bool,
    /// Whether keys act on it.
    pub(super) is_active: bool,
}

impl PartialEq for AnnotationRow {
    fn eq(&self, other: &Self) -> bool {
        // The text follows from the annotation.
        Rc::ptr_eq(&self.annotation, &other.annotation)
            && self.schema == other.schema
            && self.article == other.article
            && (self.is_selected, self.is_active) == (other.is_selected, other.is_active)
    }
}

impl AnnotationRow {
    pub(super) fn new(project: &Project, annotation: &Rc<Annotation>, is_selected: bool, is_active: bool) -> Self {
        let article = project.article(&annotation.article).map(|article| article.title.as_str()).unwrap_or_default();
        Self {
            annotation: annotation.clone(),
            text: project.exact(annotation).into(),
            article: article.into(),
            schema: ByPtr(project.schema().clone()),
            is_selected,
            is_active,
        }
    }
}

/// The id of a row's element.
pub(super) fn row_id(id: &AnnotationId) -> String {
    format!("row-{id}")
}

impl Row for AnnotationRow {
    fn key(&self) -> AttrValue {
        self.annotation.id.to_string().into()
    }

    fn view(&self, RowPlace { index, count }: RowPlace, _: &Dispatcher) -> Html {
        let (annotation, schema) = (&self.annotation, &self.schema);
        let label = schema.label(&annotation.label);
        let missing: Vec<&str> = lacking_of(schema, annotation).map(|one| one.name.as_str()).collect();
        let name = label.map_or_else(|| annotation.label.to_string(), |label| label.name.clone());
        let class = classes!("row-entry", self.is_active.then_some("active"), label_class(schema, &annotation.label));
        html! {
            <div role="option" key={annotation.id.to_string()} id={row_id(&annotation.id)} aria-selected={self.is_selected.to_string()}
                aria-posinset={(index + 1).to_string()} aria-setsize={count.to_string()} data-index={index.to_string()} {class}>
                <span class="row-sign" aria-hidden="true" title={words::SELECT_TOO}>{ for label.map(swatch) }</span>
                <span class="row-text">{ self.text.to_string() }</span>
                <span class="row-facts">{ relations::label_and_article(&name, &self.article) }</span>
                if !missing.is_empty() { <span class="row-lacks">{ reader::missing(&missing) }</span> }
                if !annotation.note.is_empty() { <span class="row-note">{ &annotation.note }</span> }
            </div>
        }
    }
}
