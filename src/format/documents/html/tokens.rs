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
    let sink = Sink {
        html,
        tokens,
        position: 0,
        taken: 0,
        incomplete: Vec::new(),
        open: Open::None,
        name: Vec::new(),
        attributes: Vec::new(),
        is_self_closing: false,
        last_start: Vec::new(),
    };
    // It gives no tokens; `Infallible` has no errors.
    for _ in Tokenizer::new_with_emitter(html, sink) {}
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    None,
    Start,
    End,
}

/// Receives what the tokenizer finds: bytes, which may be parts of characters.
struct Sink<'a, T> {
    html: &'a str,
    tokens: &'a mut T,
    /// Where the tokenizer is, in bytes.
    position: usize,
    /// Up to where the source is taken.
    taken: usize,
    /// The first bytes of a character of a text.
    incomplete: Vec<u8>,
    open: Open,
    name: Vec<u8>,
    attributes: Vec<(Vec<u8>, Vec<u8>)>,
    is_self_closing: bool,
    /// The name of the last start tag, which ends raw text.
    last_start: Vec<u8>,
}

impl<T: Tokens> Sink<'_, T> {
    /// Text that ends this many bytes before the tokenizer, or some more: it may have looked at two characters after it.
    fn text(&mut self, text: &str, before: usize) {
        if text.is_empty() {
            return;
        }
        let starts = (0..3).filter_map(|more| self.position.checked_sub(text.len() + before + more));
        let mut starts = starts.filter(|start| *start >= self.taken);
        let place = starts.find(|start| self.html.get(*start..*start + text.len()) == Some(text));
        let source = match place {
            Some(start) => start..start + text.len(),
            None => self.taken..self.end_of_reference(),
        };
        self.taken = source.end;
        self.tokens.text(text, source, place.is_some());
    }

    /// Where a character reference ends that the tokenizer has read. Without a semicolon, it has looked at the character after it.
    fn end_of_reference(&self) -> usize {
        let end = self.position.clamp(self.taken, self.html.len());
        let read = self.html.as_bytes().get(self.taken..end).unwrap_or_default();
        let is_of_it = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b';' | b'#' | b'\r');
        self.taken + read.iter().rposition(is_of_it).map_or(0, |last| last + 1)
    }

    /// The source is taken up to the tokenizer: by markup.
    fn take(&mut self) {
        self.taken = self.position.min(self.html.len());
    }
}

fn string(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

impl<T: Tokens> Emitter for Sink<'_, T> {
    type Token = ();

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, piece: &[u8]) {
        let mut bytes = std::mem::take(&mut self.incomplete);
        let piece = if bytes.is_empty() {
            Cow::Borrowed(piece)
        } else {
            bytes.extend(piece);
            Cow::Owned(bytes)
        };
        match std::str::from_utf8(&piece) {
            Ok(text) => self.text(text, 0),
            Err(error) => {
                let (valid, rest) = piece.split_at_checked(error.valid_up_to()).unwrap_or_default();
                self.text(&String::from_utf8_lossy(valid), rest.len());
                // The source is UTF-8, so that the rest of the character comes next.
                self.incomplete = rest.to_vec();
            }
        }
    }

    fn init_start_tag(&mut self) {
        self.open = Open::Start;
        (self.name, self.attributes, self.is_self_closing) = Default::default();
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.open = Open::End;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend(name);
    }

    fn init_attribute(&mut self) {
        self.attributes.push(Default::default());
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        if let Some((name, _)) = self.attributes.last_mut() {
            name.extend(part);
        }
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        if let Some((_, value)) = self.attributes.last_mut() {
            value.extend(part);
        }
    }

    fn set_self_closing(&mut self) {
        self.is_self_closing = true;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.take();
        let name = string(self.name.clone());
        let attributes = std::mem::take(&mut self.attributes);
        if std::mem::replace(&mut self.open, Open::None) == Open::End {
            self.last_start.clear();
            self.tokens.end(&name);
            return None;
        }
        self.last_start.clone_from(&self.name);
        let attributes = attributes.into_iter().map(|(name, value)| (string(name), string(value))).collect();
        match self.tokens.start(StartTag { name, attributes, is_self_closing: self.is_self_closing }) {
            Content::Elements => None,
            Content::Text => Some(State::RcData),
            Content::RawText => Some(State::RawText),
            Content::Script => Some(State::ScriptData),
            Content::PlainText => Some(State::PlainText),
        }
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.open == Open::End && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.tokens.is_foreign()
    }

    fn emit_current_comment(&mut self) {
        self.take();
    }

    fn emit_current_doctype(&mut self) {
        self.take();
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
