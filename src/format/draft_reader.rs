//! Reads files into a draft in steps.

use super::ReadError;
use super::draft::Draft;

/// Files that are being read.
pub trait DraftReader {
    /// Does a small part of the work. Returns whether there is more.
    ///
    /// # Errors
    /// With the place in the file and what was expected there.
    fn step(&mut self) -> Result<bool, ReadError>;

    /// How much is read, from 0 to 1; `None` if it is not known.
    fn progress(&self) -> Option<f64> {
        None
    }

    /// What was read, after the last step.
    ///
    /// # Errors
    /// When the files together are not what the format needs.
    fn finish(self: Box<Self>) -> Result<Draft, ReadError>;
}

/// Takes all steps.
///
/// # Errors
/// As those of [`DraftReader`].
pub(super) fn read_all(mut reader: Box<dyn DraftReader + '_>) -> Result<Draft, ReadError> {
    while reader.step()? {}
    reader.finish()
}

/// Reads files in one step.
pub(super) struct AtOnce<'a> {
    read: Box<dyn Fn() -> Result<Draft, ReadError> + 'a>,
    draft: Option<Draft>,
}

impl<'a> AtOnce<'a> {
    pub(super) fn new(read: Box<dyn Fn() -> Result<Draft, ReadError> + 'a>) -> Self {
        Self { read, draft: None }
    }
}

impl DraftReader for AtOnce<'_> {
    fn step(&mut self) -> Result<bool, ReadError> {
        self.draft = Some((self.read)()?);
        Ok(false)
    }

    fn finish(self: Box<Self>) -> Result<Draft, ReadError> {
        self.draft.map_or_else(self.read, Ok)
    }
}
