//! Finds the element of an article's text, and whether an annotation in it is visible.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use crate::model::{AnnotationId, ArticleId};
use crate::web::document;

/// The element with an article's text.
pub fn root_of(article: &ArticleId) -> Option<Element> {
    let roots = document()?.query_selector_all("[role=document][data-article]").ok()?;
    elements(&roots).find(|root| root.get_attribute("data-article").as_deref() == Some(article.as_str()))
}

/// Whether a mark of an annotation is rendered, and inside the visible part of the column.
pub fn is_annotation_visible(article: &ArticleId, annotation: &AnnotationId) -> bool {
    let Some(root) = root_of(article) else { return false };
    let Ok(marks) = root.query_selector_all("mark[data-annotation]") else { return false };
    let is_of = |mark: &Element| {
        mark.get_attribute("data-annotation").is_some_and(|ids| ids.split(' ').any(|id| id == annotation.as_str()))
    };
    elements(&marks).any(|mark| is_of(&mark) && is_in_column(&mark))
}

fn is_in_column(element: &Element) -> bool {
    let Some(scroller) = element.closest(".scroller").ok().flatten() else { return false };
    let (column, rect) = (scroller.get_bounding_client_rect(), element.get_bounding_client_rect());
    rect.bottom() > column.top() && rect.top() < column.bottom()
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok())
}
