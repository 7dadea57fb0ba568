//! The open elements of a page. Tags may be missing or in the wrong order.

use std::collections::HashMap;

use super::elements::{Show, implied_ends, is_in_head};

/// How deep elements may be nested, as in browsers: deeper ones are siblings. It limits how long looking for a start tag takes.
const DEPTH: usize = 512;

/// An open element.
#[derive(Clone, Debug)]
pub(super) struct OpenElement {
    pub(super) name: String,
    pub(super) show: Show,
    /// Whether it or one around it is not shown.
    pub(super) is_hidden: bool,
    /// Whether it is in SVG or MathML.
    pub(super) is_foreign: bool,
    /// The number of the candidate for the article that it is.
    pub(super) candidate: Option<usize>,
}

/// The open elements, the innermost last.
#[derive(Debug, Default)]
pub(super) struct OpenElements {
    elements: Vec<OpenElement>,
    /// How many are open of each name: an end tag without a start tag is found at once.
    counts: HashMap<String, usize>,
}

impl OpenElements {
    /// The innermost one.
    pub(super) fn last(&self) -> Option<&OpenElement> {
        self.elements.last()
    }

    /// Whether one of this name is open.
    pub(super) fn has(&self, name: &str) -> bool {
        self.counts.get(name).is_some_and(|count| *count > 0)
    }

    /// Whether spaces and line ends are text here.
    pub(super) fn is_preformatted(&self) -> bool {
        self.elements.iter().any(|element| element.show == Show::Preformatted)
    }

    /// Opens an element.
    pub(super) fn push(&mut self, element: OpenElement) {
        *self.counts.entry(element.name.clone()).or_default() += 1;
        self.elements.push(element);
    }

    /// Whether no other element may be in the innermost one.
    pub(super) fn is_full(&self) -> bool {
        self.elements.len() >= DEPTH
    }

    /// Whether an end tag of this name ends one: not across a cell, unless it is that of its table.
    pub(super) fn is_ended_by(&self, name: &str) -> bool {
        let is_table = matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "body" | "html");
        self.has(name)
            && self
                .elements
                .iter()
                .rev()
                .take_while(|open| is_table || open.show != Show::Cell)
                .any(|open| open.name == name)
    }

    /// Closes the innermost element of this name alone, where an element that is not in a line has begun in it: `<b><p></b></p>`.
    pub(super) fn take_inline(&mut self, name: &str) -> Option<OpenElement> {
        let at = self.elements.iter().rposition(|open| open.name == name)?;
        let (element, inner) = self.elements.get(at..)?.split_first()?;
        if element.show != Show::Inline || inner.iter().all(|open| open.show == Show::Inline) {
            return None;
        }
        self.count_down(name);
        Some(self.elements.remove(at))
    }

    /// The name of the outermost element that ends where one of this name begins.
    pub(super) fn ended_by_start(&self, name: &str) -> Option<String> {
        if self.last().is_some_and(|open| open.name == "head") && !is_in_head(name) {
            return Some("head".to_owned());
        }
        let (ended, hiding) = implied_ends(name);
        if !ended.iter().any(|name| self.has(name)) {
            return None;
        }
        let visible = self.elements.iter().rev().take_while(|open| !hiding.contains(&open.name.as_str()));
        visible.filter(|open| ended.contains(&open.name.as_str())).last().map(|open| open.name.clone())
    }

    /// Closes the innermost element.
    pub(super) fn pop(&mut self) -> Option<OpenElement> {
        let element = self.elements.pop()?;
        self.count_down(&element.name);
        Some(element)
    }

    fn count_down(&mut self, name: &str) {
        if let Some(count) = self.counts.get_mut(name) {
            *count = count.saturating_sub(1);
        }
    }
}
