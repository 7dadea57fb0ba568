//! What is taken out of a document: the text of an article, where its pieces are in the source, and what the document says of itself.

use std::ops::Range;

/// The text of an article that was taken out of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The text, with LF line ends.
    pub text: String,
    /// Where the pieces of the text are in the source, in the order of both.
    pub kept: Vec<Kept>,
    /// What the document says of itself.
    pub details: DocumentDetails,
    /// How many characters of text outside of the element that has the article were left out.
    pub outside_article: usize,
}

/// A piece of the text, and where it is in the source. What is between pieces was added: line ends, tabs between cells, a space instead
/// of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The bytes of the text.
    pub text: Range<usize>,
    /// The bytes of the source: of the page, or of the main part of a Word document.
    pub source: Range<usize>,
    /// Whether both have the same characters. Otherwise the source has entities or escapes.
    pub is_verbatim: bool,
}

/// What a document says of itself; empty where it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentDetails {
    /// The headline.
    pub title: String,
    /// The publisher; if that is unknown, the author.
    pub source: String,
    /// The date of publication: YYYY, YYYY-MM or YYYY-MM-DD.
    pub date: String,
    /// The language, a BCP 47 tag.
    pub language: String,
    /// The author.
    pub author: String,
    /// The address: http or https.
    pub url: String,
}

impl Document {
    /// The byte of the source at which a byte of the text is; `None` for what was added. In an entity, its first byte.
    pub fn source_of(&self, at: usize) -> Option<usize> {
        let after = self.kept.partition_point(|piece| piece.text.start <= at);
        let piece = self.kept.get(after.checked_sub(1)?).filter(|piece| at < piece.text.end)?;
        Some(piece.source.start + if piece.is_verbatim { at - piece.text.start } else { 0 })
    }

    /// Keeps only a range of the text, without the spaces around it.
    pub(super) fn retain(&mut self, range: Range<usize>) {
        let Some(inside) = self.text.get(range.clone()) else { return };
        // A text does not begin with a byte order mark.
        let inner = inside.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let start = range.start + (inside.len() - inner.len());
        let end = range.start + inside.trim_end().len();
        if start >= end {
            (self.text, self.kept) = (String::new(), Vec::new());
            return;
        }
        self.kept.retain_mut(|piece| {
            let (from, to) = (piece.text.start.max(start), piece.text.end.min(end));
            if from >= to {
                return false;
            }
            if piece.is_verbatim {
                piece.source.start += from - piece.text.start;
                piece.source.end -= piece.text.end - to;
            }
            piece.text = from - start..to - start;
            true
        });
        self.text = self.text.get(start..end).unwrap_or_default().to_owned();
    }
}
