//! The text of a web page as a browser shows it, without what is not the article: navigation, scripts, controls, hidden elements.

use std::ops::Range;

use super::elements::{Show, is_void, show};
use super::open_elements::{OpenElement, OpenElements};
use super::page_details::PageDetails;
use super::tokens::{Content, StartTag, Tokens};
use crate::format::documents::text_builder::{TextBuilder, is_space};
use crate::format::documents::{Document, DocumentDetails};

/// Receives the tokens of a page, or of a piece of HTML in Markdown.
#[derive(Debug, Default)]
pub(in crate::format::documents) struct Page {
    pub(in crate::format::documents) builder: TextBuilder,
    details: PageDetails,
    open: OpenElements,
    /// The ranges of the text that elements have that may be the article, in the order of their beginnings.
    candidates: Vec<Range<usize>>,
    /// Whether a line end may follow that is not a part of the text: the first one in `pre`.
    is_pre_start: bool,
}

impl Page {
    /// Whether the present element is not shown.
    pub(in crate::format::documents) fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_hidden)
    }

    /// All elements that are open end.
    pub(in crate::format::documents) fn end_all(&mut self) {
        while let Some(element) = self.open.pop() {
            self.closed(&element);
        }
    }

    /// The text, what the page says of itself, and the ranges that may be the article.
    pub(super) fn finish(self) -> (Document, DocumentDetails, Vec<Range<usize>>) {
        (self.builder.finish_untrimmed(), self.details.finish(), self.candidates)
    }

    fn close(&mut self, name: &str) {
        while let Some(element) = self.open.pop() {
            self.closed(&element);
            if element.name == name {
                break;
            }
        }
    }

    fn closed(&mut self, element: &OpenElement) {
        if element.is_hidden {
            return;
        }
        match element.show {
            Show::Line => self.builder.line(),
            Show::Paragraph | Show::Preformatted => self.around_paragraph(&element.name),
            Show::Row => self.builder.end_of_row(),
            Show::Inline if element.name == "q" => self.builder.add("”"),
            Show::Inline | Show::Cell | Show::Hidden => {}
        }
        if let Some(range) = element.candidate.and_then(|at| self.candidates.get_mut(at)) {
            range.end = self.builder.len();
        }
    }

    /// Lists in lists have no empty lines around them.
    fn around_paragraph(&mut self, name: &str) {
        let is_inner_list = matches!(name, "ul" | "ol" | "dl") && (self.open.has("li") || self.open.has("dd"));
        if is_inner_list { self.builder.line() } else { self.builder.paragraph() }
    }

    fn before(&mut self, name: &str, show: Show) {
        match show {
            Show::Line => self.builder.line(),
            Show::Paragraph => self.around_paragraph(name),
            Show::Preformatted => {
                self.builder.paragraph();
                self.is_pre_start = true;
            }
            Show::Row => self.builder.row(),
            Show::Cell => self.builder.cell(),
            Show::Inline if name == "q" => self.builder.add("“"),
            Show::Inline | Show::Hidden => {}
        }
    }
}

/// Whether an element is not shown, as far as its tag says.
fn hides(tag: &StartTag) -> bool {
    let style: String = tag.get("style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    tag.get("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
        || tag.name == "dialog" && tag.get("open").is_none()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || tag.get("role").is_some_and(|role| role.eq_ignore_ascii_case("navigation"))
}

fn content_of(name: &str) -> Content {
    match name {
        "title" | "textarea" => Content::Text,
        "style" | "iframe" | "xmp" | "noembed" | "noframes" | "noscript" => Content::RawText,
        "script" => Content::Script,
        "plaintext" => Content::PlainText,
        _ => Content::Elements,
    }
}

impl Tokens for Page {
    fn start(&mut self, tag: StartTag) -> Content {
        self.is_pre_start = false;
        while let Some(name) = self.open.ended_by_start(&tag.name) {
            self.close(&name);
        }
        let outer = self.open.last();
        let is_foreign = outer.is_some_and(|open| open.is_foreign) || matches!(tag.name.as_str(), "svg" | "math");
        if !is_foreign {
            self.details.start(&tag);
        }
        let is_hidden_outside = outer.is_some_and(|open| open.is_hidden);
        let show = show(&tag.name);
        let is_hidden = is_hidden_outside || show == Show::Hidden || hides(&tag);
        if tag.name == "br" && !is_hidden {
            self.builder.line_break();
        }
        if is_void(&tag.name) || is_foreign && tag.is_self_closing {
            if !is_hidden {
                self.before(&tag.name, show);
            }
            return Content::Elements;
        }
        let content = content_of(&tag.name);
        if self.open.is_full() {
            if is_hidden_outside {
                return content;
            }
            self.open.pop().iter().for_each(|element| self.closed(element));
        }
        if !is_hidden {
            self.before(&tag.name, show);
        }
        let is_candidate = matches!(tag.name.as_str(), "article" | "main")
            || matches!(tag.get("role"), Some("main" | "article"))
            || tag.get("itemprop") == Some("articleBody");
        let candidate = (is_candidate && !is_hidden).then(|| {
            let at = self.builder.len();
            self.candidates.push(at..at);
            self.candidates.len() - 1
        });
        self.open.push(OpenElement { name: tag.name, show, is_hidden, is_foreign, candidate });
        content
    }

    fn end(&mut self, name: &str) {
        self.is_pre_start = false;
        self.details.end(name);
        if self.open.is_ended_by(name) {
            match self.open.take_inline(name) {
                Some(element) => self.closed(&element),
                None => self.close(name),
            }
        } else if matches!(name, "br" | "p") && !self.is_hidden() {
            // Without a start tag, browsers show an empty paragraph and a line break.
            if name == "br" { self.builder.line_break() } else { self.builder.paragraph() }
        }
    }

    fn text(&mut self, text: &str, source: Range<usize>, is_verbatim: bool) {
        self.details.text(text);
        let (text, start) = match text.strip_prefix('\n').filter(|_| self.is_pre_start) {
            Some(rest) => (rest, source.start + 1),
            None => (text, source.start),
        };
        self.is_pre_start = false;
        if self.open.last().is_some_and(|open| open.name == "head") && !text.chars().all(is_space) {
            self.close("head");
        }
        if self.is_hidden() {
            return;
        }
        match (is_verbatim, self.open.is_preformatted()) {
            (true, true) => self.builder.preformatted(text, start),
            (true, false) => self.builder.verbatim(text, start),
            // A line end that was written as CR and LF.
            (false, true) if text == "\n" => self.builder.preformatted(text, start),
            (false, _) => self.builder.decoded(text, Some(source)),
        }
    }

    fn is_foreign(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_foreign)
    }
}
