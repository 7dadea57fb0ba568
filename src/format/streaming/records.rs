//! Reads the records of a file block by block.

use std::collections::VecDeque;
use std::io::Read;

use super::conversion::StreamError;
use crate::format::lines::{Record, Records};
use crate::format::{ImportWarning, ReadError};
use crate::json::{Place, utf8};

/// The longest record. Larger values are probably lists of records.
const RECORD: usize = 64 << 20;
const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";
const UTF16_MARKS: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// The records of a file.
pub(super) struct RecordStream<'a> {
    source: Box<dyn Read>,
    /// The index of the file, and its name if there are several.
    index: usize,
    name: Option<&'a str>,
    /// What was read and is not in a record yet, and how much of it is wanted.
    buffer: Vec<u8>,
    wanted: usize,
    /// How much is read at once, in bytes.
    block: usize,
    /// Whether all was read.
    is_end: bool,
    line: usize,
    is_first: bool,
    records: VecDeque<Record>,
    /// The number of blocks of which there are records.
    blocks: usize,
}

impl<'a> RecordStream<'a> {
    pub(super) fn new(source: Box<dyn Read>, index: usize, name: Option<&'a str>, block: usize) -> Self {
        Self {
            source,
            index,
            name,
            buffer: Vec::new(),
            wanted: block,
            block,
            is_end: false,
            line: 1,
            is_first: true,
            records: VecDeque::new(),
            blocks: 0,
        }
    }

    /// The number of the block of the record that was last returned.
    pub(super) fn block_number(&self) -> usize {
        self.blocks
    }

    /// The next record; `None` at the end of the file.
    pub(super) fn next(&mut self, warnings: &mut Vec<ImportWarning>) -> Result<Option<Record>, StreamError> {
        loop {
            if let Some(record) = self.records.pop_front() {
                return Ok(Some(record));
            }
            if self.is_end && self.buffer.is_empty() {
                return Ok(None);
            }
            self.next_block(warnings)?;
        }
    }

    fn next_block(&mut self, warnings: &mut Vec<ImportWarning>) -> Result<(), StreamError> {
        self.fill()?;
        let end =
            if self.is_end { Some(self.buffer.len()) } else { memchr::memrchr(b'\n', &self.buffer).map(|at| at + 1) };
        let lines = self.buffer.get(..end.unwrap_or_default()).unwrap_or_default();
        let text = utf8(lines).map_err(|error| after(self.line, error.into()))?;
        let mut records = Records::of_part(text, self.name, self.line, self.is_first, !self.is_end);
        while let Some(record) = records.next(warnings)? {
            self.records.push_back(record);
        }
        let (read, line, is_first) = records.read();
        (self.line, self.is_first) = (line, is_first);
        self.blocks += usize::from(!self.records.is_empty());
        if self.is_end {
            self.buffer.clear();
        } else if read == 0 {
            self.wanted = self.buffer.len() + self.block.max(self.buffer.len());
            if self.wanted > RECORD {
                return Err(StreamError::NeedsWhole);
            }
        } else {
            self.buffer.drain(..read);
            self.wanted = self.block;
        }
        Ok(())
    }

    /// Reads until there is as much as wanted, or to the end.
    fn fill(&mut self) -> Result<(), StreamError> {
        let is_start = self.is_first && self.line == 1 && self.buffer.is_empty();
        let missing = self.wanted.saturating_sub(self.buffer.len());
        let read = self.source.by_ref().take(missing as u64).read_to_end(&mut self.buffer);
        let read = read.map_err(|error| StreamError::Input(self.index, error))?;
        self.is_end = read < missing;
        if is_start {
            if UTF16_MARKS.iter().any(|mark| self.buffer.starts_with(mark)) {
                return Err(StreamError::NeedsWhole);
            }
            let mut marks = 0;
            while self.buffer[marks..].starts_with(UTF8_MARK) {
                marks += UTF8_MARK.len();
            }
            self.buffer.drain(..marks);
        }
        Ok(())
    }
}

/// An error in a part that begins at this line.
fn after(line: usize, mut error: ReadError) -> ReadError {
    if let Place::Line { line: within, .. } = &mut error.place {
        *within += line - 1;
    }
    error
}
