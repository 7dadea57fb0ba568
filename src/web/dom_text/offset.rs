//! From a place in the DOM to a position in the text.

use web_sys::{Element, Node};

use super::{block_of, length, text_nodes, walker};
use crate::text::{ByteOffset, Text, Utf16Offset};

/// The position in the text of a place in its DOM: a text node and UTF-16 units into it, or an element and the index of
/// a child. Inside a surrogate pair it is the position before it.
///
/// `None` if the node is not below `root` (nor `root` itself), or the DOM is not that of this text.
pub fn offset_of(root: &Element, text: &Text, node: &Node, dom_offset: u32) -> Option<ByteOffset> {
    if !root.contains(Some(node)) {
        return None;
    }
    if node.node_type() == Node::TEXT_NODE {
        return position_in(text, node, dom_offset.min(length(node)));
    }
    match text_after(root, node, dom_offset) {
        Some(next) => position_in(text, &next, 0),
        None => Some(text.end()),
    }
}

/// The position of so many UTF-16 units into a text node.
fn position_in(text: &Text, node: &Node, units: u32) -> Option<ByteOffset> {
    let (block, index) = block_of(node)?;
    let range = text.blocks().get(index)?;
    let same = |candidate: &Node| candidate.is_same_node(Some(node));
    let before: u32 = text_nodes(&block).take_while(|(candidate, _)| !same(candidate)).map(|(_, length)| length).sum();
    let offset = text.to_utf16(range.start()).0 + before + units;
    let position =
        text.from_utf16(Utf16Offset(offset)).or_else(|| text.from_utf16(Utf16Offset(offset.saturating_sub(1))))?;
    Some(position.min(range.end()))
}

/// The first text node at or after the place between two children of an element, in document order.
fn text_after(root: &Element, element: &Node, child: u32) -> Option<Node> {
    let next = match element.child_nodes().item(child) {
        Some(child) => child,
        None => next_outside(root, element)?,
    };
    if next.node_type() == Node::TEXT_NODE {
        return Some(next);
    }
    let walker = walker(root)?;
    walker.set_current_node(&next);
    walker.next_node().ok()?
}

/// The node that follows an element and all that is in it.
fn next_outside(root: &Node, element: &Node) -> Option<Node> {
    let mut node = element.clone();
    while !node.is_same_node(Some(root)) {
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node()?;
    }
    None
}
