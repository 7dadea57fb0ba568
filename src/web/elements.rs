//! Puts elements that are described as a tree into the page.

use web_sys::{Document, Element, Node};

use crate::format::markup::{self, Node as Part};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Appends an element to one of the page. What the browser refuses is left out.
pub fn append(parent: &Element, element: &markup::Element) {
    if let Some(node) = parent.owner_document().and_then(|document| build(&document, element, false)) {
        // A fresh element can be appended to any other.
        let _ = parent.append_child(&node);
    }
}

fn build(document: &Document, element: &markup::Element, is_in_svg: bool) -> Option<Node> {
    let is_svg = is_in_svg || element.name == "svg";
    let made = if is_svg {
        document.create_element_ns(Some(SVG), element.name)
    } else {
        document.create_element(element.name)
    };
    let made = made.ok()?;
    for (name, value) in &element.attributes {
        // The names are the program's own.
        let _ = made.set_attribute(name, value);
    }
    for child in &element.children {
        let child = match child {
            Part::Element(child) => build(document, child, is_svg),
            Part::Text(text) => Some(document.create_text_node(text).into()),
        };
        if let Some(child) = child {
            // A fresh node can be appended to any element.
            let _ = made.append_child(&child);
        }
    }
    Some(made.into())
}
