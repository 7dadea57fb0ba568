//! Reads files of JSON records into a draft, a record in each step.

use super::draft::Draft;
use super::draft_reader::DraftReader;
use super::lines::{Record, Records, decode};
use super::{ImportWarning, ReadError, ReadProblem, RecordProblem, SourceFile};

/// What a format makes of records.
pub(super) trait AddRecord {
    /// Adds a record to a draft, or says why it was left out.
    fn add(&mut self, record: &Record, draft: &mut Draft) -> Result<(), RecordProblem>;

    /// Adds what can only be added once all records are read.
    ///
    /// # Errors
    /// When the files together are not what the format needs.
    fn finish(&mut self, _: &mut Draft) -> Result<(), ReadError> {
        Ok(())
    }
}

/// Files with records that are being read.
pub(super) struct RecordReader<'a> {
    files: Vec<SourceFile<'a>>,
    /// The file that is being read, and its records once it is begun.
    at: usize,
    records: Option<Records<'a>>,
    draft: Draft,
    add: Box<dyn AddRecord>,
    added: usize,
    left_out: usize,
}

impl<'a> RecordReader<'a> {
    /// Reads files into a draft.
    pub(super) fn new(files: Vec<SourceFile<'a>>, draft: Draft, add: Box<dyn AddRecord>) -> Self {
        Self { files, at: 0, records: None, draft, add, added: 0, left_out: 0 }
    }

    /// The records of a file, once it is begun.
    fn records(&mut self, file: SourceFile<'a>) -> Result<&mut Records<'a>, ReadError> {
        let records = match self.records.take() {
            Some(records) => records,
            None => Records::new(decode(file.bytes)?, &file, self.files.len()),
        };
        Ok(self.records.insert(records))
    }
}

impl DraftReader for RecordReader<'_> {
    fn step(&mut self) -> Result<bool, ReadError> {
        let Some(&file) = self.files.get(self.at) else { return Ok(false) };
        let mut warnings = std::mem::take(&mut self.draft.warnings);
        let record = self.records(file).and_then(|records| records.next(&mut warnings));
        self.draft.warnings = warnings;
        let Some(record) = record? else {
            (self.at, self.records) = (self.at + 1, None);
            return Ok(true);
        };
        match self.add.add(&record, &mut self.draft) {
            Ok(()) => self.added += 1,
            Err(problem) => {
                self.left_out += 1;
                self.draft.warnings.push(ImportWarning::Record { place: record.place, problem });
            }
        }
        Ok(true)
    }

    fn progress(&self) -> Option<f64> {
        let bytes = |files: &[SourceFile<'_>]| files.iter().map(|file| file.bytes.len()).sum::<usize>() as f64;
        let before = bytes(self.files.get(..self.at)?);
        let of_file = self.files.get(self.at).map_or(0.0, |file| file.bytes.len() as f64);
        let read = self.records.as_ref().map_or(0.0, Records::progress);
        Some((before + of_file * read) / bytes(&self.files).max(1.0))
    }

    fn finish(mut self: Box<Self>) -> Result<Draft, ReadError> {
        if self.added == 0 && self.left_out > 0 {
            return Err(ReadError::new("", ReadProblem::UnknownFormat));
        }
        self.add.finish(&mut self.draft)?;
        Ok(self.draft)
    }
}
