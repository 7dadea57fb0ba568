//! A row of the list of annotations.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::lacking_of;
use crate::app::messages::{annotations as words, reader, relations};
use crate::app::{ByPtr, Dispatcher};
use crate::model::{Annotation, AnnotationId, Article, Project, Schema};
use crate::ui::label_style::{label_class, swatch};
use crate::ui::widgets::{Row, RowPlace};

/// An annotation in the list, with all that its row shows.
#[derive(Clone, PartialEq)]
pub(super) struct AnnotationRow {
    annotation: ByPtr<Annotation>,
    /// The article that it is in.
    article: Option<ByPtr<Article>>,
    schema: ByPtr<Schema>,
    is_selected: bool,
    /// Whether keys act on it.
    is_active: bool,
}

impl AnnotationRow {
    pub(super) fn new(project: &Project, annotation: &Rc<Annotation>, is_selected: bool, is_active: bool) -> Self {
        Self {
            annotation: ByPtr::from(annotation),
            article: project.article(&annotation.article).map(ByPtr::from),
            schema: ByPtr::from(project.schema()),
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

    fn view(&self, place: RowPlace, _: &Dispatcher) -> Html {
        let (posinset, setsize) = place.aria();
        let (annotation, schema) = (&self.annotation, &self.schema);
        let label = schema.label(&annotation.label);
        let missing: Vec<&str> = lacking_of(schema, annotation).map(|one| one.name.as_str()).collect();
        let name = label.map_or_else(|| annotation.label.to_string(), |label| label.name.clone());
        let text = self.article.as_ref().map(|article| annotation.exact(&article.text)).unwrap_or_default();
        let title = self.article.as_ref().map(|article| article.title.as_str()).unwrap_or_default();
        let class = classes!("row-entry", self.is_active.then_some("active"), label_class(schema, &annotation.label));
        html! {
            <div role="option" key={annotation.id.to_string()} id={row_id(&annotation.id)} aria-selected={self.is_selected.to_string()}
                aria-posinset={posinset} aria-setsize={setsize} data-index={place.index.to_string()} {class}>
                <span class="row-sign" aria-hidden="true" title={words::SELECT_TOO}>{ for label.map(swatch) }</span>
                <span class="row-text">{ text }</span>
                <span class="row-facts">{ relations::label_and_article(&name, title) }</span>
                if !missing.is_empty() { <span class="row-lacks">{ reader::missing(&missing) }</span> }
                if !annotation.note.is_empty() { <span class="row-note">{ &annotation.note }</span> }
            </div>
        }
    }
}
