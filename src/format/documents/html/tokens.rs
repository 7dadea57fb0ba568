//! The tags and texts of HTML, with the places of the texts. The tokenizer is that of the HTML Standard (crate `html5gum`).

use std::borrow::Cow;
use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer};

/// A start tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::format::documents) struct StartTag {
    /// The name, in lower case.
    pub(super) name: String,
    /// The attributes with their names in lower case, in order.
    attributes: Vec<(String, String)>,
    /// Whether it ends with `/>`, which only means something in SVG and MathML.
    pub(super) is_self_closing: bool,
}

impl StartTag {
    /// The value of an attribute, if it is there.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// What follows a start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format::documents) enum Content {
    /// Text and elements.
    Elements,
    /// Text without elements, with entities.
    Text,
    /// Text without elements and entities.
    RawText,
    /// A script.
    Script,
    /// All of the rest is text.
    PlainText,
}

/// What is done with the tokens.
pub(in crate::format::documents) trait Tokens {
    /// A start tag; returns what follows it.
    fn start(&mut self, tag: StartTag) -> Content;
    /// An end tag of this name.
    fn end(&mut self, name: &str);
    /// Text, and the bytes of the source from which it is. It is the same there or has entities.
    fn text(&mut self, text: &str, source: Range<usize>, is_verbatim: bool);
    /// Whether the present element is in SVG or MathML, where there is CDATA.
    fn is_foreign(&self) -> bool;
}

/// Reads HTML.
pub(in crate::format::documents) fn read(html: &str, tokens: &mut impl Tokens) {
    let sink = Sink { html, tokens, position: 0, taken: 0, open: Open::None, tag: StartTag::default(), last_start: String::new() };
    // It gives no tokens; `Infallible` has no errors.
    for _ in Tokenizer::new_with_emitter(html, sink) {}
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    None,
    Start,
    End,
}

/// Receives what the tokenizer finds.
struct Sink<'a, T> {
    html: &'a str,
    tokens: &'a mut T,
    /// Where the tokenizer is, in bytes.
    position: usize,
    /// Up to where the source is taken.
    taken: usize,
    open: Open,
    tag: StartTag,
    /// The name of the last start tag, which ends raw text.
    last_start: String,
}

impl<T: Tokens> Sink<'_, T> {
    /// Where a piece of text is in the source, if it is the same there: just before the tokenizer, which may have looked at two
    /// characters more.
    fn place_of(&self, piece: &[u8]) -> Option<usize> {
        let starts = (0..3).filter_map(|more| self.position.checked_sub(piece.len() + more));
        let mut starts = starts.filter(|start| *start >= self.taken);
        starts.find(|start| self.html.as_bytes().get(*start..*start + piece.len()) == Some(piece))
    }
}

fn push(text: &mut String, bytes: &[u8]) {
    text.push_str(&String::from_utf8_lossy(bytes));
}

impl<T: Tokens> Emitter for Sink<'_, T> {
    type Token = ();

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, piece: &[u8]) {
        let text = String::from_utf8_lossy(piece);
        let place = self.place_of(piece).filter(|_| matches!(text, Cow::Borrowed(_)));
        let source = match place {
            Some(start) => start..start + piece.len(),
            None => self.taken..self.position.clamp(self.taken, self.html.len()),
        };
        self.taken = source.end;
        self.tokens.text(&text, source, place.is_some());
    }

    fn init_start_tag(&mut self) {
        (self.open, self.tag) = (Open::Start, StartTag::default());
    }

    fn init_end_tag(&mut self) {
        (self.open, self.tag) = (Open::End, StartTag::default());
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        push(&mut self.tag.name, name);
    }

    fn init_attribute(&mut self) {
        self.tag.attributes.push(Default::default());
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        if let Some((name, _)) = self.tag.attributes.last_mut() {
            push(name, part);
        }
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        if let Some((_, value)) = self.tag.attributes.last_mut() {
            push(value, part);
        }
    }

    fn set_self_closing(&mut self) {
        self.tag.is_self_closing = true;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.taken = self.position.min(self.html.len());
        let tag = std::mem::take(&mut self.tag);
        if std::mem::replace(&mut self.open, Open::None) == Open::End {
            self.last_start.clear();
            self.tokens.end(&tag.name);
            return None;
        }
        self.last_start.clone_from(&tag.name);
        match self.tokens.start(tag) {
            Content::Elements => None,
            Content::Text => Some(State::RcData),
            Content::RawText => Some(State::RawText),
            Content::Script => Some(State::ScriptData),
            Content::PlainText => Some(State::PlainText),
        }
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        push(&mut self.last_start, name.unwrap_or_default());
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.open == Open::End && !self.last_start.is_empty() && self.last_start == self.tag.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.tokens.is_foreign()
    }

    fn emit_current_comment(&mut self) {
        self.taken = self.position.min(self.html.len());
    }

    fn emit_current_doctype(&mut self) {
        self.taken = self.position.min(self.html.len());
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<()> {
        None
    }

    fn emit_eof(&mut self) {}
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
