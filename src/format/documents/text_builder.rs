//! Builds the text of a document from its pieces: spaces collapse, blocks begin on lines of their own, and it is noted where each piece
//! is in the source.

use std::ops::Range;

use super::document::{Document, Kept};

/// The most line ends in a row: paragraphs have one empty line between them.
const PARAGRAPH: usize = 2;

/// The text so far, and what comes before its next character.
#[derive(Debug, Default)]
pub(super) struct TextBuilder {
    text: String,
    kept: Vec<Kept>,
    /// The line ends that are due before the next character.
    breaks: usize,
    /// The tabs that are due, after the line ends.
    tabs: usize,
    /// A space that is due, if nothing else is; with its place in the source if it is one there.
    space: Option<Option<usize>>,
    /// Whether the next piece is the first of a cell, which stays on the line of its row.
    is_cell_start: bool,
    row: Row,
}

/// How far the present row of a table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Row {
    /// It has no cell yet, or there is none.
    #[default]
    Empty,
    /// It has cells without text.
    Cells,
    /// It has text.
    Text,
}

/// White space that HTML collapses.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

impl TextBuilder {
    /// A paragraph or another block with an empty line around it begins or ends.
    pub(super) fn paragraph(&mut self) {
        self.block(PARAGRAPH);
    }

    /// A block without an empty line around it begins or ends.
    pub(super) fn line(&mut self) {
        self.block(1);
    }

    fn block(&mut self, breaks: usize) {
        if !self.is_cell_start {
            self.breaks = self.breaks.max(breaks);
        }
    }

    /// A line ends.
    pub(super) fn line_break(&mut self) {
        self.space = None;
        self.breaks = PARAGRAPH.min(self.breaks + 1);
    }

    /// A row of a table begins.
    pub(super) fn row(&mut self) {
        self.is_cell_start = false;
        self.line();
        (self.tabs, self.row) = (0, Row::Empty);
    }

    /// A cell of a row begins. There is a tab between cells.
    pub(super) fn cell(&mut self) {
        if self.row == Row::Text {
            self.breaks = 0;
        }
        if self.row == Row::Empty {
            self.row = Row::Cells;
        } else {
            self.tabs += 1;
        }
        self.space = None;
        self.is_cell_start = true;
    }

    /// A row or a table ends.
    pub(super) fn end_of_row(&mut self) {
        self.is_cell_start = false;
        self.tabs = 0;
        // What ends in the last cell does not part the rows.
        if self.row == Row::Text {
            self.breaks = 1;
        }
        self.line();
    }

    /// What comes next stays on this line, whatever ends here.
    pub(super) fn stay_in_line(&mut self) {
        (self.breaks, self.is_cell_start) = (0, true);
    }

    /// A tab.
    pub(super) fn tab(&mut self) {
        self.write_due();
        self.text.push('\t');
    }

    /// A space, or several.
    pub(super) fn space(&mut self) {
        self.space.get_or_insert(None);
    }

    /// Characters that the source does not have.
    pub(super) fn add(&mut self, text: &str) {
        self.write_due();
        self.text.push_str(text);
    }

    /// Text that is the same in the source, from this byte on. Spaces collapse.
    pub(super) fn verbatim(&mut self, text: &str, source: usize) {
        for (at, c) in text.char_indices() {
            if is_space(c) {
                let place = (c == ' ' && self.space.is_none()).then_some(source + at);
                self.space = Some(place);
            } else {
                self.write_due();
                self.keep(c, source + at);
            }
        }
    }

    /// Text that is the same in the source, from this byte on. Spaces and line ends stay.
    pub(super) fn preformatted(&mut self, text: &str, source: usize) {
        for (at, c) in text.char_indices() {
            match c {
                '\n' => self.breaks += 1,
                '\r' if text[at + 1..].starts_with('\n') => {}
                '\r' => self.breaks += 1,
                c => {
                    self.write_due();
                    self.keep(c, source + at);
                }
            }
        }
    }

    /// Text that is the same in the source, from this byte on. Spaces stay; line ends are spaces.
    pub(super) fn preserved(&mut self, text: &str, source: usize) {
        for (at, c) in text.char_indices() {
            self.write_due();
            match c {
                '\n' | '\r' => self.text.push(' '),
                c => self.keep(c, source + at),
            }
        }
    }

    /// Text of XML, with its source, which has entities and begins at this byte.
    pub(super) fn unescaped(&mut self, text: &str, escaped: &str, source: usize) {
        let mut at = 0;
        for (done, c) in text.char_indices() {
            let rest = escaped.get(at..).unwrap_or_default();
            let width = match rest.chars().next() {
                Some('&') => rest.find(';').map_or(rest.len(), |end| end + 1),
                Some(first) if first == c => c.len_utf8(),
                // What is between them: the spaces before a text, the marks of CDATA.
                _ => return self.decoded(text.get(done..).unwrap_or_default(), None),
            };
            if rest.starts_with('&') {
                self.write_due();
                self.decoded(c.encode_utf8(&mut [0; 4]), Some(source + at..source + at + width));
            } else {
                self.preserved(c.encode_utf8(&mut [0; 4]), source + at);
            }
            at += width;
        }
    }

    /// Text that the source has in other characters there: entities and escapes.
    pub(super) fn decoded(&mut self, text: &str, source: Option<Range<usize>>) {
        if text.is_empty() {
            return;
        }
        if text.chars().all(is_space) {
            return self.space();
        }
        self.write_due();
        let start = self.text.len();
        // Text has no other line ends.
        self.text.extend(text.chars().map(|c| if c == '\r' { '\n' } else { c }));
        if let Some(source) = source {
            self.kept.push(Kept { text: start..self.text.len(), source, is_verbatim: false });
        }
    }

    /// The number of bytes so far; what is due is not among them.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text as it is, perhaps with spaces around it.
    pub(super) fn finish_untrimmed(self) -> Document {
        Document { text: self.text, kept: self.kept, ..Document::default() }
    }

    /// The text.
    pub(super) fn finish(self) -> Document {
        let mut document = self.finish_untrimmed();
        let all = 0..document.text.len();
        document.retain(all);
        document
    }

    fn write_due(&mut self) {
        let (breaks, tabs, space) = (self.breaks, self.tabs, self.space.take());
        (self.breaks, self.tabs, self.is_cell_start) = (0, 0, false);
        if self.row == Row::Cells {
            self.row = Row::Text;
        }
        if self.text.is_empty() {
            return;
        }
        if breaks + tabs > 0 {
            self.text.extend(std::iter::repeat_n('\n', breaks).chain(std::iter::repeat_n('\t', tabs)));
        } else if let Some(place) = space.filter(|_| !self.text.ends_with([' ', '\t', '\n'])) {
            match place {
                Some(place) => self.keep(' ', place),
                None => self.text.push(' '),
            }
        }
    }

    /// Adds a character to the last piece, or a piece.
    fn keep(&mut self, c: char, source: usize) {
        let start = self.text.len();
        self.text.push(c);
        let length = c.len_utf8();
        match self.kept.last_mut() {
            Some(last) if last.is_verbatim && last.text.end == start && last.source.end == source => {
                last.text.end += length;
                last.source.end += length;
            }
            _ => {
                self.kept.push(Kept {
                    text: start..start + length,
                    source: source..source + length,
                    is_verbatim: true,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(act: impl FnOnce(&mut TextBuilder)) -> String {
        let mut builder = TextBuilder::default();
        act(&mut builder);
        builder.finish().text
    }

    #[test]
    fn blocks_have_line_ends_between_them_and_none_around_them() {
        let text = built(|b| {
            b.paragraph();
            b.verbatim("  One \n two ", 0);
            b.paragraph();
            b.paragraph();
            b.verbatim("Three", 20);
            b.line_break();
            b.verbatim(" four", 30);
            b.line();
            b.space();
        });
        assert_eq!(text, "One two\n\nThree\nfour");
    }

    #[test]
    fn cells_have_tabs_between_them_also_empty_ones() {
        let text = built(|b| {
            for cells in [["a", "", "c"], ["", "b", ""], ["d", "e", "f"]] {
                b.row();
                for cell in cells {
                    b.cell();
                    b.paragraph();
                    b.verbatim(cell, 0);
                    b.paragraph();
                }
                b.end_of_row();
            }
        });
        assert_eq!(text, "a\t\tc\n\tb\nd\te\tf");
    }

    #[test]
    fn a_piece_of_the_text_is_at_its_place_in_the_source() {
        let mut builder = TextBuilder::default();
        builder.verbatim("a b", 10);
        builder.decoded("&", Some(13..18));
        builder.verbatim("c  d", 18);
        let document = builder.finish();
        assert_eq!(document.text, "a b&c d");
        let places: Vec<_> = (0..8).map(|at| document.source_of(at)).collect();
        assert_eq!(places, [Some(10), Some(11), Some(12), Some(13), Some(18), None, Some(21), None]);
    }
}
