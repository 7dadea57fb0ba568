//! Writes HTML: elements are closed, and texts and attributes are escaped.

use super::markup::{Element, Node};

/// Elements after which a line may end, because spaces do not matter there.
const BLOCKS: [&str; 9] = ["section", "table", "thead", "tbody", "tr", "ul", "li", "p", "figure"];

/// An HTML document that is being written.
#[derive(Debug)]
pub(crate) struct Html {
    text: String,
    /// The elements that are open.
    open: Vec<&'static str>,
}

/// An attribute: its name and its value.
pub(crate) type Attribute<'a> = (&'static str, &'a str);

impl Html {
    /// A document without elements.
    pub(crate) fn new() -> Self {
        Self { text: ["<!doctype", " html>\n"].concat(), open: Vec::new() }
    }

    /// Begins an element.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.void(name, attributes);
        self.open.push(name);
    }

    /// Writes an element without content, such as `meta`.
    pub(crate) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.escaped(value);
            self.text.push('"');
        }
        self.text.push('>');
    }

    /// Ends the element that was begun last.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// Writes an element that contains only text.
    pub(crate) fn leaf(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.open(name, attributes);
        self.escaped(text);
        self.close();
    }

    /// Writes an element with all that it contains.
    pub(crate) fn element(&mut self, element: &Element) {
        let attributes: Vec<Attribute<'_>> =
            element.attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.open(element.name, &attributes);
        for child in &element.children {
            match child {
                Node::Element(child) => self.element(child),
                Node::Text(text) => self.escaped(text),
            }
        }
        self.close();
        if BLOCKS.contains(&element.name) {
            self.end_line();
        }
    }

    /// Writes a style sheet of the program. It must not contain `</`.
    pub(crate) fn style(&mut self, css: &str) {
        self.open("style", &[]);
        self.text.push_str(css);
        self.close();
    }

    /// Ends the line, so that the document can be compared with diff. Only where spaces do not matter.
    pub(crate) fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// The document; ends the elements that are open.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.push('\n');
        self.text
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // HTML cannot contain other control characters.
                '\n' | '\t' => self.text.push(c),
                c if c.is_control() => self.text.push(char::REPLACEMENT_CHARACTER),
                c => self.text.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_attributes_are_escaped_and_elements_closed() {
        let mut html = Html::new();
        html.open("p", &[("title", "\"><script>")]);
        html.leaf("b", &[], "a<b&\"c\"\u{0}\n");
        html.void("br", &[]);
        html.open("i", &[]);
        let expected = "<!doctype html>\n<p title=\"&quot;&gt;&lt;script&gt;\"><b>a&lt;b&amp;&quot;c&quot;\u{fffd}\n</b>\
                        <br><i></i></p>\n";
        assert_eq!(html.finish(), expected);
    }
}
