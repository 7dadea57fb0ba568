//! Converts between positions in the DOM of the reader and positions in a text.
//!
//! An article's text is rendered as `<div role="document" data-article="ID">`. It contains a `<div data-block="N">` for
//! each block of the text, where N is the index of the block. The text nodes of this element together are the text of
//! the block. It may contain other elements, but no other text nodes.

mod geometry;
mod nearest;
mod offset;
mod point;
mod visible;

use wasm_bindgen::JsCast;
use web_sys::{CharacterData, Element, Node, TreeWalker};

pub use self::geometry::{Rect, caret_rect, rect_of, rects};
pub use self::nearest::nearest_position;
pub use self::offset::offset_of;
pub use self::point::{DomPoint, offset_at_point, point_of, stretch_of};
pub use self::visible::{is_annotation_visible, root_of};
use crate::model::ArticleId;

/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

/// The article whose text contains a node, and the element with that text.
pub fn article_of(node: &Node) -> Option<(Element, ArticleId)> {
    let root = element_of(node)?.closest("[role='document'][data-article]").ok()??;
    let id = root.get_attribute("data-article")?;
    Some((root, ArticleId::from(id.as_str())))
}

/// The element and index of the block that contains a node.
fn block_of(node: &Node) -> Option<(Element, usize)> {
    let block = element_of(node)?.closest("[data-block]").ok()??;
    let index = block.get_attribute("data-block")?.parse().ok()?;
    Some((block, index))
}

/// The node if it is an element, otherwise its parent element.
fn element_of(node: &Node) -> Option<Element> {
    node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
}

/// A walker over the text nodes below a node.
fn walker(root: &Node) -> Option<TreeWalker> {
    root.owner_document()?.create_tree_walker_with_what_to_show(root, SHOW_TEXT).ok()
}

/// The text nodes below a node, in order, each with its length in UTF-16 units.
fn text_nodes(root: &Node) -> impl Iterator<Item = (Node, u32)> + use<> {
    let walker = walker(root);
    std::iter::from_fn(move || {
        let node = walker.as_ref()?.next_node().ok()??;
        let length = length(&node);
        Some((node, length))
    })
}

/// The length of a text node in UTF-16 units; 0 for any other.
fn length(node: &Node) -> u32 {
    node.dyn_ref::<CharacterData>().map_or(0, CharacterData::length)
}
