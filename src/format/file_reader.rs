//! Reads files into a draft, a file in each step.

use super::draft::Draft;
use super::draft_reader::DraftReader;
use super::{ReadError, SourceFile};

/// What a format makes of files.
pub(super) trait AddFile {
    /// Adds a file to a draft.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    fn add(&mut self, file: &SourceFile<'_>, draft: &mut Draft) -> Result<(), ReadError>;

    /// Adds what can only be added once all files are read.
    fn finish(&mut self, _: &mut Draft) {}
}

/// Files that are being read.
pub(super) struct FileReader<'a> {
    files: &'a [SourceFile<'a>],
    at: usize,
    draft: Draft,
    add: Box<dyn AddFile>,
}

impl<'a> FileReader<'a> {
    /// Reads files into a draft.
    pub(super) fn new(files: &'a [SourceFile<'a>], draft: Draft, add: Box<dyn AddFile>) -> Self {
        Self { files, at: 0, draft, add }
    }
}

impl DraftReader for FileReader<'_> {
    fn step(&mut self) -> Result<bool, ReadError> {
        let Some(file) = self.files.get(self.at) else { return Ok(false) };
        self.add.add(file, &mut self.draft)?;
        self.at += 1;
        Ok(self.at < self.files.len())
    }

    fn progress(&self) -> Option<f64> {
        Some(self.at as f64 / self.files.len().max(1) as f64)
    }

    fn finish(mut self: Box<Self>) -> Result<Draft, ReadError> {
        self.add.finish(&mut self.draft);
        Ok(self.draft)
    }
}
