//! Reads files as drafts, part by part.

use super::conversion::{Conversion, LineFile, StreamError};
use super::formats::{LineFormat, LineReader, PartEnd};
use super::records::RecordStream;
use crate::format::ImportWarning;
use crate::format::draft::Draft;
use crate::format::lines::Record;

/// Reads the files of a project as drafts of about a block each, the same parts each time.
pub(super) struct PartReader<'a> {
    from: LineFormat,
    files: &'a [LineFile<'a>],
    block: usize,
    /// The number of files that were opened, and the last one.
    opened: usize,
    stream: Option<RecordStream<'a>>,
    reader: LineReader,
    /// The first record of the next part.
    held: Option<Record>,
    /// The numbers of records that were added and left out.
    added: usize,
    left_out: usize,
}

impl<'a> PartReader<'a> {
    pub(super) fn new(conversion: &'a Conversion<'a>) -> Self {
        let Conversion { from, files, block, .. } = *conversion;
        let reader = LineReader::new(from);
        Self { from, files, block, opened: 0, stream: None, reader, held: None, added: 0, left_out: 0 }
    }

    /// Whether none of the records that were read are of the format.
    pub(super) fn is_unknown(&self) -> bool {
        self.added == 0 && self.left_out > 0
    }

    /// The next part; `None` at the end.
    pub(super) fn next_part(&mut self) -> Result<Option<(Draft, PartEnd)>, StreamError> {
        let mut draft = Draft::new(self.from.units());
        let mut is_empty = true;
        let mut block = self.position();
        if let Some(record) = self.held.take() {
            self.add(record, &mut draft);
            is_empty = false;
        }
        while let Some(record) = self.next_record(&mut draft.warnings)? {
            if !is_empty && self.position() != block && !self.reader.continues(&record) {
                self.held = Some(record);
                break;
            }
            block = self.position();
            self.add(record, &mut draft);
            is_empty = false;
        }
        if is_empty && draft.warnings.is_empty() {
            return Ok(None);
        }
        let end = self.reader.finish_part(&mut draft);
        Ok(Some((draft, end)))
    }

    /// The file and the block of the last record.
    fn position(&self) -> (usize, usize) {
        (self.opened, self.stream.as_ref().map_or(0, RecordStream::block_number))
    }

    fn next_record(&mut self, warnings: &mut Vec<ImportWarning>) -> Result<Option<Record>, StreamError> {
        loop {
            if let Some(stream) = &mut self.stream {
                if let Some(record) = stream.next(warnings)? {
                    return Ok(Some(record));
                }
                self.stream = None;
            }
            let Some(file) = self.files.get(self.opened) else { return Ok(None) };
            let source = (file.open)().map_err(|error| StreamError::Input(self.opened, error))?;
            let name = (self.files.len() > 1 && !file.name.is_empty()).then_some(file.name.as_str());
            self.stream = Some(RecordStream::new(source, self.opened, name, self.block));
            self.opened += 1;
        }
    }

    fn add(&mut self, record: Record, draft: &mut Draft) {
        match self.reader.add(&record, draft) {
            Ok(()) => self.added += 1,
            Err(problem) => {
                self.left_out += 1;
                draft.warnings.push(ImportWarning::Record { place: record.place, problem });
            }
        }
    }
}
