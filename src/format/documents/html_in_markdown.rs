//! HTML in Markdown pages.

use std::ops::Range;

use super::html::{Content, Page, StartTag, Tokens, read_tokens};

/// The HTML of a block. It is not in one piece in the source: lines of lists and quotations have something before them.
#[derive(Debug, Default)]
pub(super) struct HtmlBlock {
    html: String,
    /// Where each line is, in the HTML and in the source.
    lines: Vec<(usize, usize)>,
}

impl HtmlBlock {
    /// Adds a line.
    pub(super) fn add(&mut self, line: &str, source: usize) {
        self.lines.push((self.html.len(), source));
        self.html.push_str(line);
    }

    /// Reads its text.
    pub(super) fn read(&self, page: &mut Page) {
        read_tokens(&self.html, &mut Moved { page, lines: &self.lines });
    }
}

/// Reads the text of HTML that is at one place of the source.
pub(super) fn read_html(page: &mut Page, html: &str, source: usize) {
    read_tokens(html, &mut Moved { page, lines: &[(0, source)] });
}

/// Gives the tokens of a piece to the page, with their places in the source.
struct Moved<'a> {
    page: &'a mut Page,
    lines: &'a [(usize, usize)],
}

impl Moved<'_> {
    /// Where a byte of the HTML is in the source, and where the next line begins in the HTML.
    fn place(&self, at: usize) -> (usize, usize) {
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        let (start, source) = after.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        (source + (at - start.min(at)), self.lines.get(after).map_or(usize::MAX, |(start, _)| *start))
    }
}

impl Tokens for Moved<'_> {
    fn start(&mut self, tag: StartTag) -> Content {
        self.page.start(tag)
    }

    fn end(&mut self, name: &str) {
        self.page.end(name);
    }

    fn text(&mut self, text: &str, source: Range<usize>, is_verbatim: bool) {
        if !is_verbatim {
            let (start, _) = self.place(source.start);
            let (last, _) = self.place(source.end.saturating_sub(1));
            return self.page.text(text, start..(last + 1).max(start), false);
        }
        let (mut rest, mut at) = (text, source.start);
        while !rest.is_empty() {
            let (start, next) = self.place(at);
            // Lines begin on character boundaries.
            let (piece, after) = rest.split_at_checked(next - at).unwrap_or((rest, ""));
            self.page.text(piece, start..start + piece.len(), true);
            (rest, at) = (after, next);
        }
    }

    fn is_foreign(&self) -> bool {
        self.page.is_foreign()
    }
}
