//! The text of the parts of a Word document.

use std::collections::HashMap;

use roxmltree::{Document as Xml, Node};

use super::field_codes::FieldCodes;
use super::xml::{attribute, child, has, word_name};
use crate::format::documents::Document;
use crate::format::documents::text_builder::TextBuilder;

/// Elements whose content is not text of the document: properties, what was deleted or moved away, instructions of fields, how words
/// are spoken.
const SKIPPED: [&str; 15] = [
    "del",
    "delText",
    "instrText",
    "delInstrText",
    "moveFrom",
    "pPr",
    "rPr",
    "rt",
    "sdtPr",
    "sectPr",
    "tblPr",
    "tblGrid",
    "tcPr",
    "trPr",
    "footnotePr",
];

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Body {
    builder: TextBuilder,
    fields: FieldCodes,
    /// The notes in the order of their marks, by kind and id.
    notes: HashMap<(bool, String), usize>,
    /// How many cells are open: paragraphs in them have no empty lines around them.
    cells: usize,
    /// Whether the places in the source are noted: those of the main part.
    has_places: bool,
}

impl Body {
    /// Reads the main part.
    pub(super) fn read_main(&mut self, xml: &Xml<'_>) {
        self.has_places = true;
        self.walk(xml.root_element());
        self.has_places = false;
    }

    /// Reads the footnotes or endnotes that the text has marks of.
    pub(super) fn read_notes(&mut self, xml: &Xml<'_>) {
        let notes = xml.root_element().children().filter_map(|note| {
            let is_endnote = word_name(note) == "endnote";
            let id = attribute(note, "id")?.to_owned();
            Some((*self.notes.get(&(is_endnote, id))?, note))
        });
        let mut notes: Vec<_> = notes.collect();
        notes.sort_by_key(|(number, _)| *number);
        for (number, note) in notes {
            self.fields = FieldCodes::default();
            self.builder.paragraph();
            self.builder.add(&format!("[{number}]"));
            self.builder.space();
            // The mark and the first paragraph of the note are in one line.
            self.builder.stay_in_line();
            self.walk(note);
        }
    }

    /// The text.
    pub(super) fn finish(self) -> Document {
        self.builder.finish()
    }

    /// Reads what is in an element. Elements may be nested deeper than functions.
    fn walk(&mut self, root: Node<'_, '_>) {
        let mut next = root.first_child();
        while let Some(node) = next {
            let inside = if self.enter(node) { node.first_child() } else { None };
            if inside.is_some() {
                next = inside;
                continue;
            }
            let mut left = node;
            next = loop {
                self.leave(left);
                match (left.next_sibling(), left.parent()) {
                    (Some(sibling), _) => break Some(sibling),
                    (None, Some(parent)) if parent != root => left = parent,
                    _ => break None,
                }
            };
        }
    }

    /// Begins an element; returns whether what is in it is read.
    fn enter(&mut self, node: Node<'_, '_>) -> bool {
        let name = word_name(node);
        match name {
            // A text box is there once more for older programs.
            "" => return node.tag_name().name() != "Fallback" && (node.is_element() || self.math(node)),
            name if SKIPPED.contains(&name) => return false,
            "p" => self.paragraph(node),
            "tr" if is_deleted(child(node, "trPr")) => return false,
            "tr" => self.builder.row(),
            "tc" => {
                self.cells += 1;
                self.builder.cell();
            }
            "tbl" | "txbxContent" => self.block(),
            "r" if child(node, "rPr").is_some_and(|properties| has(properties, "vanish")) => return false,
            "fldChar" => self.fields.mark(attribute(node, "fldCharType").unwrap_or_default()),
            _ if self.fields.is_code() => {}
            "t" => {
                self.text(node);
                return false;
            }
            "tab" | "ptab" => self.builder.tab(),
            "br" | "cr" => self.builder.line_break(),
            "noBreakHyphen" => self.builder.add("\u{2011}"),
            "softHyphen" => self.builder.add("\u{ad}"),
            "sym" => self.symbol(node),
            "footnoteReference" | "endnoteReference" => self.note_mark(node, name == "endnoteReference"),
            _ => {}
        }
        true
    }

    /// Ends an element.
    fn leave(&mut self, node: Node<'_, '_>) {
        match word_name(node) {
            "p" => self.paragraph_end(node),
            "tr" => self.builder.end_of_row(),
            "tc" => self.cells = self.cells.saturating_sub(1),
            "tbl" | "txbxContent" => self.block(),
            _ => {}
        }
    }

    fn block(&mut self) {
        if self.cells > 0 { self.builder.line() } else { self.builder.paragraph() }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        if is_list_item(node) { self.builder.line() } else { self.block() }
    }

    /// A paragraph whose end was deleted goes on in the next one.
    fn paragraph_end(&mut self, node: Node<'_, '_>) {
        let properties = child(node, "pPr").and_then(|properties| child(properties, "rPr"));
        if is_deleted(properties) {
            self.builder.stay_in_line();
        } else {
            self.paragraph(node);
        }
    }

    /// The text of a run. Spaces around it count only where the document says so.
    fn text(&mut self, node: Node<'_, '_>) {
        let is_preserved =
            node.attributes().any(|attribute| attribute.name() == "space" && attribute.value() == "preserve");
        for piece in node.children().filter(Node::is_text) {
            let text = piece.text().unwrap_or_default();
            let trimmed = if is_preserved { text } else { text.trim_matches([' ', '\t', '\n', '\r']) };
            let skipped = text.len() - text.trim_start_matches([' ', '\t', '\n', '\r']).len();
            let skipped = if is_preserved { 0 } else { skipped };
            self.piece(trimmed, piece, skipped);
        }
    }

    /// Text of a node without its first bytes.
    fn piece(&mut self, text: &str, node: Node<'_, '_>, skipped: usize) {
        let range = node.range();
        let source = node.document().input_text().get(range.clone()).unwrap_or_default();
        if !self.has_places {
            self.builder.decoded(text, None);
        } else if source.get(skipped..).is_some_and(|source| source.starts_with(text)) {
            self.builder.preserved(text, range.start + skipped);
        } else {
            self.builder.unescaped(text, source, range.start);
        }
    }

    fn math(&mut self, node: Node<'_, '_>) -> bool {
        let parent = node.parent().map(|parent| parent.tag_name());
        let is_math =
            parent.is_some_and(|tag| tag.name() == "t" && tag.namespace().is_some_and(|name| name.ends_with("/math")));
        if is_math && node.is_text() {
            self.piece(node.text().unwrap_or_default(), node, 0);
        }
        false
    }

    /// A character of a font of symbols. Fonts of their own have private characters, which are nothing elsewhere.
    fn symbol(&mut self, node: Node<'_, '_>) {
        let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let Some(symbol) = code.filter(|c| !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(c)) else { return };
        self.builder.add(symbol.encode_utf8(&mut [0; 4]));
    }

    fn note_mark(&mut self, node: Node<'_, '_>, is_endnote: bool) {
        let Some(id) = attribute(node, "id") else { return };
        let next = self.notes.len() + 1;
        let number = *self.notes.entry((is_endnote, id.to_owned())).or_insert(next);
        self.builder.add(&format!("[{number}]"));
    }
}

/// Whether these properties say that what has them was deleted or moved away.
fn is_deleted(properties: Option<Node<'_, '_>>) -> bool {
    properties.is_some_and(|properties| has(properties, "del") || has(properties, "moveFrom"))
}

fn is_list_item(paragraph: Node<'_, '_>) -> bool {
    child(paragraph, "pPr").is_some_and(|properties| child(properties, "numPr").is_some())
}
