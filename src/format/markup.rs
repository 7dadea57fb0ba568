//! Elements as a tree: one description of a document, which is written as HTML or put into the page.

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The name of the tag. Those of SVG are in an element `svg`.
    pub name: &'static str,
    /// The attributes with their values.
    pub attributes: Vec<(&'static str, String)>,
    /// What it contains.
    pub children: Vec<Node>,
}

/// A part of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text, which is not escaped yet.
    Text(String),
}

/// An element without attributes and content.
pub(crate) fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element with a text.
pub(crate) fn leaf(name: &'static str, text: impl Into<String>) -> Element {
    element(name).text(text)
}

impl Element {
    /// Adds an attribute.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds a class; an element has one at most.
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.with("class", class)
    }

    /// Lets its text decide its direction.
    pub(crate) fn dir_auto(self) -> Self {
        self.with("dir", "auto")
    }

    /// Adds a text.
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// Adds an element.
    pub(crate) fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// Adds elements.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }
}
