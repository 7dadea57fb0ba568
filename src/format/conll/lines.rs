//! The documents, sentences and rows of a file.

use super::layout::{DOCSTART, Layout, columns, is_blank};
use super::tag::Tag;
use crate::format::{ImportWarning, RecordProblem};
use crate::json::excerpt;

/// A document of a file.
#[derive(Debug, Default)]
pub(super) struct Document<'a> {
    /// The id in `# newdoc id =`; empty if there is none.
    pub(super) id: &'a str,
    /// Comments of this program, by what follows [`OWN`]: JSON strings.
    pub(super) own: Vec<(&'a str, &'a str)>,
    /// The sentences.
    pub(super) sentences: Vec<Sentence<'a>>,
}

/// A sentence of a document.
#[derive(Debug, Default)]
pub(super) struct Sentence<'a> {
    /// The text in `# text =`.
    pub(super) text: Option<&'a str>,
    /// Whether a paragraph begins with it.
    pub(super) is_paragraph: bool,
    /// The tokens.
    pub(super) rows: Vec<Row<'a>>,
}

/// A line with a token.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The number of the line, from 1.
    pub(super) line: usize,
    /// The columns.
    pub(super) columns: Vec<&'a str>,
}

/// The beginning of the names of comments that only this program writes. Their values are JSON strings.
const OWN: &str = "crossread.";
/// The comment at the beginning of a document.
pub(super) const NEWDOC: &str = "newdoc";

/// Reads the lines of a file. Those that are not as the layout says are left out, with a warning each.
pub(super) fn documents<'a>(
    lines: &[&'a str],
    layout: &Layout,
    place: impl Fn(usize) -> String,
) -> (Vec<Document<'a>>, Vec<ImportWarning>) {
    let mut reader = Reader { documents: Vec::new(), is_new: true, is_open: false, pending: Sentence::default() };
    let mut warnings = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let row = columns(line, layout.has_tabs);
        match () {
            () if is_blank(line) => {
                reader.end_sentence();
                reader.pending = Sentence::default();
            }
            () if row.first() == Some(&DOCSTART) => reader.end_document(),
            () if line.starts_with('#') && !is_row(&row, layout) => reader.comment(line.trim_start_matches('#').trim()),
            () if row.len() == layout.columns => reader.add(Row { line: index + 1, columns: row }),
            () => {
                let problem = RecordProblem::NotUnderstood(excerpt(line));
                warnings.push(ImportWarning::Record { place: place(index + 1), problem });
            }
        }
    }
    reader.end_sentence();
    (reader.documents, warnings)
}

/// Whether a line that begins with `#` is a row: one with all columns, and a tag where tags are.
fn is_row(row: &[&str], layout: &Layout) -> bool {
    row.len() == layout.columns && layout.tags.iter().all(|&column| Tag::parse(row[column]).is_some())
}

struct Reader<'a> {
    documents: Vec<Document<'a>>,
    /// Whether what follows belongs to a new document.
    is_new: bool,
    /// Whether the last sentence may go on.
    is_open: bool,
    /// The comments before a sentence.
    pending: Sentence<'a>,
}

impl<'a> Reader<'a> {
    fn end_sentence(&mut self) {
        self.is_open = false;
    }

    fn end_document(&mut self) {
        self.end_sentence();
        // Each of these lines begins a document, also an empty one.
        self.documents.push(Document::default());
        self.is_new = false;
    }

    /// The document to which something is added.
    fn document(&mut self) -> Option<&mut Document<'a>> {
        if self.is_new || self.documents.is_empty() {
            self.documents.push(Document::default());
            self.is_new = false;
        }
        self.documents.last_mut()
    }

    fn comment(&mut self, comment: &'a str) {
        let (name, value) = comment.split_once('=').unwrap_or((comment, ""));
        let (name, value) = (name.trim_end(), value.strip_prefix(' ').unwrap_or(value));
        // A document and a paragraph may have an id.
        match name.strip_suffix(" id").unwrap_or(name) {
            "text" => self.pending.text = Some(value),
            "newpar" => self.pending.is_paragraph = true,
            NEWDOC => {
                self.end_sentence();
                let is_begun = |document: &Document<'_>| !document.sentences.is_empty() || !document.id.is_empty();
                self.is_new |= self.documents.last().is_none_or(is_begun);
                if let Some(document) = self.document() {
                    document.id = value.trim();
                }
            }
            // The title of a project does not begin a document.
            "crossread.project" => {}
            _ => {
                if let (Some(name), Some(document)) = (name.strip_prefix(OWN), self.documents.last_mut()) {
                    document.own.push((name, value));
                }
            }
        }
    }

    fn add(&mut self, row: Row<'a>) {
        let is_open = std::mem::replace(&mut self.is_open, true);
        let pending = if is_open { None } else { Some(std::mem::take(&mut self.pending)) };
        let Some(document) = self.document() else { return };
        document.sentences.extend(pending);
        if let Some(sentence) = document.sentences.last_mut() {
            sentence.rows.push(row);
        }
    }
}
