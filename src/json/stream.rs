//! Reads JSON value by value from bytes that may be elsewhere, so that neither the text nor its tree is in memory as a
//! whole. Errors are the same, at the same places, as those of [`super::parse`].

use memchr::memchr2;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::read::{line_and_column, reason_of, utf8};
use super::{Json, JsonError, JsonProblem};

/// How many bytes are fetched at once; in tests so few that values reach over the end of what was fetched.
const WINDOW: usize = if cfg!(test) { 7 } else { 1 << 18 };

/// Bytes that can be fetched in pieces.
pub trait Source {
    /// The number of bytes; of bytes that come while they are read, about how many there will be.
    fn len(&self) -> usize;

    /// Has bytes come until there are `end`, if there are so many, and returns how many there are: all if less than `end`.
    fn reach(&self, end: usize) -> usize {
        let _ = end;
        self.len()
    }

    /// Whether there are no bytes.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends `count` bytes from an offset on; `at + count` is at most what [`Source::reach`] has returned.
    fn fetch(&self, at: usize, count: usize, into: &mut Vec<u8>);
}

impl Source for Box<dyn Source> {
    fn len(&self) -> usize {
        (**self).len()
    }

    fn reach(&self, end: usize) -> usize {
        (**self).reach(end)
    }

    fn fetch(&self, at: usize, count: usize, into: &mut Vec<u8>) {
        (**self).fetch(at, count, into);
    }
}

impl Source for &[u8] {
    fn len(&self) -> usize {
        <[u8]>::len(self)
    }

    fn fetch(&self, at: usize, count: usize, into: &mut Vec<u8>) {
        into.extend_from_slice(&self[at..at + count]);
    }
}

/// A position in a source, with the bytes around it.
pub struct JsonStream<S> {
    source: S,
    /// The offset at which the text begins, from which lines and columns are counted: after a byte order mark.
    text_start: usize,
    /// Bytes of the source from `begin` on.
    window: Vec<u8>,
    begin: usize,
    /// The position: an index of the window.
    at: usize,
}

impl<S: Source> JsonStream<S> {
    /// A stream of a text that begins at an offset, which is at most the length of the source.
    pub fn new(source: S, text_start: usize) -> Self {
        Self { source, text_start, window: Vec::new(), begin: text_start, at: 0 }
    }

    /// The offset of the position, in bytes.
    pub fn offset(&self) -> usize {
        self.begin + self.at
    }

    /// The number of bytes of the source, or about how many there will be.
    pub fn total(&self) -> usize {
        self.source.len()
    }

    /// The bytes that are read.
    pub fn source(&self) -> &S {
        &self.source
    }

    /// Continues at another offset.
    pub fn seek(&mut self, offset: usize) {
        self.window.clear();
        (self.begin, self.at) = (offset, 0);
    }

    fn is_complete(&self) -> bool {
        let end = self.begin + self.window.len();
        self.source.reach(end + 1) <= end
    }

    /// Fetches at least as many bytes more as the window has left.
    fn fetch_more(&mut self) {
        self.window.drain(..self.at);
        self.begin += self.at;
        self.at = 0;
        let from = self.begin + self.window.len();
        let wanted = self.window.len().max(WINDOW);
        let count = wanted.min(self.source.reach(from + wanted).saturating_sub(from));
        self.source.fetch(from, count, &mut self.window);
    }

    /// The next byte that is not white space; `None` at the end.
    pub fn peek(&mut self) -> Option<u8> {
        loop {
            let rest = self.window.get(self.at..).unwrap_or_default();
            if let Some(skipped) = rest.iter().position(|byte| !matches!(byte, b' ' | b'\n' | b'\t' | b'\r')) {
                self.at += skipped;
                return Some(rest[skipped]);
            }
            self.at = self.window.len();
            if self.is_complete() {
                return None;
            }
            self.fetch_more();
        }
    }

    /// Skips the byte that [`Self::peek`] gave.
    pub fn skip_byte(&mut self) {
        self.at += 1;
    }

    /// Reads the next value.
    ///
    /// # Errors
    /// With the line and column of the syntax error.
    pub fn value(&mut self) -> Result<Json, JsonError> {
        self.read()
    }

    /// Reads the next value in another way: `scan` is given the bytes that are there from its beginning on, and returns it with the
    /// number of its bytes. `None`, with nothing read, if that cannot read it or if not all of it is there.
    pub fn scan<T>(&mut self, scan: impl FnOnce(&[u8]) -> Option<(T, usize)>) -> Option<T> {
        self.peek()?;
        let (value, read) = scan(&self.window[self.at..])?;
        self.at += read;
        Some(value)
    }

    /// Skips the next value.
    ///
    /// # Errors
    /// With the line and column of the syntax error.
    pub fn skip_value(&mut self) -> Result<(), JsonError> {
        self.read::<IgnoredAny>().map(|_| ())
    }

    fn read<T: for<'de> Deserialize<'de>>(&mut self) -> Result<T, JsonError> {
        if self.peek().is_none() {
            return Err(self.ends_early());
        }
        loop {
            let rest = &self.window[self.at..];
            let mut parser = serde_json::Deserializer::from_slice(rest);
            let result = T::deserialize(&mut parser);
            let read = parser.into_iter::<IgnoredAny>().byte_offset();
            match result {
                // A number could go on.
                Ok(value) if read < rest.len() || self.is_complete() => {
                    self.at += read;
                    return Ok(value);
                }
                Err(error) if !error.is_eof() || self.is_complete() => return Err(self.located(&error)),
                _ => self.fetch_value(),
            }
        }
    }

    /// Fetches the rest of a value, which may be long, so that it is not parsed again for each piece.
    fn fetch_value(&mut self) {
        let (mut nesting, mut seen) = (Nesting::default(), 0);
        loop {
            let rest = &self.window[self.at..];
            let ends = nesting.end_in(&rest[seen..]);
            if seen > 0 && ends || self.is_complete() {
                return;
            }
            seen = rest.len();
            self.fetch_more();
        }
    }

    /// The error of a value that begins at the position.
    fn located(&self, error: &serde_json::Error) -> JsonError {
        let rest = &self.window[self.at..];
        let lines = rest.split(|byte| *byte == b'\n').take(error.line().saturating_sub(1));
        let line_start: usize = lines.map(|line| line.len() + 1).sum();
        self.error_after(self.offset() + line_start + error.column(), reason_of(error))
    }

    /// The error that something else is expected than the next byte.
    pub fn unexpected(&self, reason: &str) -> JsonError {
        self.error_after(self.offset() + 1, JsonProblem::Syntax(reason.to_owned()))
    }

    /// The error that the text ends inside of a value.
    pub fn ends_early(&self) -> JsonError {
        self.error_after(self.source.reach(usize::MAX), JsonProblem::EndsEarly)
    }

    /// An error whose place is that of the last of the first `count` bytes. Reads everything once more, which only errors
    /// need. A text that is not UTF-8 is not JSON, whatever else is wrong with it.
    fn error_after(&self, count: usize, problem: JsonProblem) -> JsonError {
        let mut all = Vec::new();
        let total = self.source.reach(usize::MAX);
        self.source.fetch(self.text_start, total.saturating_sub(self.text_start), &mut all);
        if let Err(error) = utf8(&all) {
            return error;
        }
        let counted = &all[..count.saturating_sub(self.text_start).min(all.len())];
        let line_start = counted.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = counted.iter().filter(|byte| **byte == b'\n').count() + 1;
        let before = &counted[line_start..];
        JsonError::new(line_and_column(line, &before[..before.len().saturating_sub(1)]), problem)
    }
}

/// How deep inside of a value bytes are.
#[derive(Default)]
struct Nesting {
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
}

impl Nesting {
    /// Whether the value ends in the next bytes. A number or a word counts as ended: it is not long.
    fn end_in(&mut self, bytes: &[u8]) -> bool {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            at += 1;
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = self.is_in_string,
                b'"' => self.is_in_string = !self.is_in_string,
                // What else is in a string, which may be a text of ten million characters, does not matter.
                _ if self.is_in_string => at += memchr2(b'"', b'\\', &bytes[at..]).unwrap_or(bytes.len() - at),
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            if self.depth == 0 && !self.is_in_string {
                return true;
            }
        }
        false
    }
}
