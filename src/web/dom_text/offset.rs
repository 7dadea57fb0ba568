//! Converts a position in the DOM to a position in the text.

use web_sys::{Element, Node};

use super::{block_of, length, text_nodes, walker};
use crate::text::{ByteOffset, Text, Utf16Offset};

/// Converts a position in the DOM: a text node with an offset in UTF-16 units, or an element with the index of a child.
/// A position inside a surrogate pair is moved before it.
///
/// `None` if the node is outside of `root`, or if the DOM does not match the text.
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

/// The position after `units` UTF-16 units of a text node.
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

/// The first text node at or after a child index of an element, in document order.
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

/// The node that follows an element and its descendants in document order.
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
