//! XML parts of a Word document.

use roxmltree::{Document as Xml, Node, ParsingOptions};

use crate::format::documents::DocumentProblem;

/// The most elements and texts of a part: a tree takes about a hundred bytes for each.
const NODES: u32 = 8_000_000;

/// How deep elements may be nested: the parser calls itself for each. Tables in tables have four elements each.
const DEPTH: usize = 256;

/// Reads a part. A document type, which could define entities of any size, is an error.
pub(super) fn parse<'a>(part: &str, xml: &'a str) -> Result<Xml<'a>, DocumentProblem> {
    if is_too_deep(xml) {
        return Err(DocumentProblem::TooDeep { part: part.to_owned(), most: DEPTH });
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES };
    let parsed = Xml::parse_with_options(xml, options);
    parsed.map_err(|error| DocumentProblem::Xml { part: part.to_owned(), reason: error.to_string() })
}

/// Whether elements are nested too deep. Up to an error, it sees the same tags as the parser.
fn is_too_deep(xml: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = xml;
    while let Some((_, after)) = rest.split_once('<') {
        let without = |start: &str, end: &str| {
            after.strip_prefix(start).map(|inside| inside.split_once(end).map_or("", |(_, rest)| rest))
        };
        let markup = without("!--", "-->").or_else(|| without("![CDATA[", "]]>")).or_else(|| without("?", "?>"));
        if let Some(after) = markup {
            rest = after;
            continue;
        }
        let (tag, after) = tag(after);
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.ends_with('/') {
            depth += 1;
        }
        if depth > DEPTH {
            return true;
        }
        rest = after;
    }
    false
}

/// What is in a tag, and what follows it. Values of attributes may have `>` in them.
fn tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (c, quote) {
            ('>', None) => return text.split_at(at),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
    }
    (text, "")
}

/// The text of a part: UTF-8, or UTF-16 with a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(of).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => units(u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => units(u16::from_be_bytes, rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        bytes => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// The name of an element of the vocabulary of Word, without its prefix; empty for other elements and for text.
pub(super) fn word_name<'a>(node: Node<'a, '_>) -> &'a str {
    let namespace = node.tag_name().namespace().unwrap_or_default();
    // "http://schemas.openxmlformats.org/wordprocessingml/2006/main", or "http://purl.oclc.org/ooxml/wordprocessingml/main".
    if namespace.contains("/wordprocessingml/") { node.tag_name().name() } else { "" }
}

/// The value of an attribute of the vocabulary of Word.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// Whether an element has one of this name in it that is not switched off.
pub(super) fn has(node: Node<'_, '_>, name: &str) -> bool {
    let found = node.children().find(|child| word_name(*child) == name);
    found.is_some_and(|child| !matches!(attribute(child, "val"), Some("0" | "false" | "off")))
}

/// The element of this name in another one.
pub(super) fn child<'a, 'x>(node: Node<'a, 'x>, name: &str) -> Option<Node<'a, 'x>> {
    node.children().find(|child| word_name(*child) == name)
}
