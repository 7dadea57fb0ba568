//! A strict reader of the HTML that the program writes: every element is closed, every attribute quoted, everything escaped.

use std::collections::BTreeSet;

/// What a document consists of.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// The names of all elements, in order.
    pub(crate) elements: Vec<String>,
    /// The attributes of all elements: name and value.
    pub(crate) attributes: Vec<(String, String)>,
    /// The texts, without those of style sheets.
    pub(crate) texts: Vec<String>,
}

const VOID: [&str; 2] = ["meta", "br"];

/// Reads a document.
///
/// # Panics
/// If it is not well formed, if an id occurs twice, or if it refers to an id that does not exist.
pub(crate) fn read(html: &str) -> Document {
    let mut document = Document::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = html.strip_prefix("<!doctype html>\n").expect("a doctype");
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        if open.last().is_none_or(|name| name != "style") {
            document.texts.push(unescaped(text));
        }
        let tag = &rest[at + 1..];
        let end = tag_end(tag);
        let (tag, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closes another element");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{name:?}");
        document.elements.push(name.to_owned());
        read_attributes(attributes, &mut document.attributes);
        if !VOID.contains(&name) {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty() && rest == "\n", "{open:?} {rest:?}");
    check_ids(&document);
    document
}

/// The index of the `>` that ends a tag.
fn tag_end(tag: &str) -> usize {
    let mut is_quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at,
            '<' => panic!("an unescaped < in a tag"),
            _ => {}
        }
    }
    panic!("a tag without an end");
}

fn read_attributes(mut rest: &str, found: &mut Vec<(String, String)>) {
    let first = found.len();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").expect("a quoted value");
        let (value, after) = value.split_once('"').expect("the end of a value");
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{name:?}");
        assert!(found[first..].iter().all(|(known, _)| known != name), "{name} twice");
        assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}");
        found.push((name.to_owned(), unescaped(value)));
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>', '"']), "{text:?}");
    let known = |rest: &str| ["amp;", "lt;", "gt;", "quot;"].iter().any(|name| rest.starts_with(name));
    assert!(text.split('&').skip(1).all(known), "{text:?}");
    assert!(text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t')), "{text:?}");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn check_ids(document: &Document) {
    let mut ids = BTreeSet::new();
    let values =
        |wanted: &'static str| document.attributes.iter().filter(move |(name, _)| name == wanted).map(|(_, id)| id);
    for id in values("id") {
        assert!(ids.insert(id.as_str()), "the id {id} twice");
    }
    for id in values("aria-labelledby").flat_map(|list| list.split(' ')) {
        assert!(ids.contains(id), "no element has the id {id}");
    }
    for link in values("href") {
        assert!(link.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{link} leads nowhere");
    }
}
