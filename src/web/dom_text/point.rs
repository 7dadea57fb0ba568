//! Converts a position in the text, or a point on the screen, to a position in the DOM.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

use super::{article_of, offset_of, text_nodes};
use crate::model::ArticleId;
use crate::text::{ByteOffset, Text, TextRange};
use crate::web::highlight::DomRange;

/// A position in the DOM of an article's text.
#[derive(Clone, Debug)]
pub struct DomPoint {
    /// The article.
    pub article: ArticleId,
    /// The element that contains the article's text.
    pub root: Element,
    /// A node below the root, or the root.
    pub node: Node,
    /// UTF-16 units into a text node, or the index of an element's child.
    pub offset: u32,
}

impl DomPoint {
    /// A position in the DOM; `None` if it is not in an article's text.
    pub fn at(node: Node, offset: u32) -> Option<Self> {
        let (root, article) = article_of(&node)?;
        Some(Self { article, root, node, offset })
    }

    /// The position in the text, which must be the article's.
    pub fn position(&self, text: &Text) -> Option<ByteOffset> {
        offset_of(&self.root, text, &self.node, self.offset)
    }
}

/// The text node, and the UTF-16 offset in it, of a position in the text.
///
/// Between two text nodes, `after` selects the one that begins there instead of the one that ends there: use it for the
/// start of a range, but not for the end. For an empty article, returns the root and 0. `None` if the DOM does not
/// contain the text.
pub fn point_of(root: &Element, text: &Text, position: ByteOffset, after: bool) -> Option<(Node, u32)> {
    if text.is_empty() {
        return Some((root.clone().into(), 0));
    }
    let in_block = if after { position } else { ByteOffset(position.0.saturating_sub(1)) };
    let index = text.block_at(in_block);
    let block = root.query_selector(&format!("[data-block='{index}']")).ok()??;
    let start = text.blocks().get(index)?.start();
    let mut rest = text.to_utf16(position).0.checked_sub(text.to_utf16(start).0)?;
    let mut last = None;
    for (node, length) in text_nodes(&block).filter(|&(_, length)| length > 0) {
        if rest < length || (rest == length && !after) {
            return Some((node, rest));
        }
        rest -= length;
        last = Some((node, length));
    }
    last.filter(|_| rest == 0)
}

/// The DOM range of a range of the text, for [`crate::web::highlight`].
pub fn stretch_of(root: &Element, text: &Text, range: TextRange) -> Option<DomRange> {
    let (start, from) = point_of(root, text, range.start(), true)?;
    let (end, to) = point_of(root, text, range.end(), false)?;
    Some((start, from, end, to))
}

/// The position in an article's text at a point of the window, in CSS pixels.
///
/// `None` outside of articles, or if the browser has no method for it.
pub fn offset_at_point(x: f32, y: f32) -> Option<DomPoint> {
    let document = crate::web::document()?;
    let find = |method: &str, node: &str, offset: &str| {
        let answer = call(&document, method, x, y)?;
        let node = Reflect::get(&answer, &node.into()).ok()?.dyn_into::<Node>().ok()?;
        DomPoint::at(node, Reflect::get(&answer, &offset.into()).ok()?.as_f64()? as u32)
    };
    find("caretPositionFromPoint", "offsetNode", "offset")
        .or_else(|| find("caretRangeFromPoint", "startContainer", "startOffset"))
}

/// Calls a method that the browser may not have; `None` too if it finds nothing.
fn call(document: &Document, method: &str, x: f32, y: f32) -> Option<JsValue> {
    let function: Function = Reflect::get(document, &method.into()).ok()?.dyn_into().ok()?;
    let found = function.call2(document, &x.into(), &y.into()).ok()?;
    found.is_object().then_some(found)
}
