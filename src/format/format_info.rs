//! What is known of a format before its code is loaded.

use super::ExportOption;

/// What is known of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatInfo {
    /// Its name in the API ("crossread"). `app::messages::formats` has a title and a description for each name.
    pub name: &'static str,
    /// The extension of its files, without the first full stop ("crossread.json").
    pub extension: &'static str,
    /// The media type of its files.
    pub mime: &'static str,
    /// Whether its files can be read.
    pub can_be_read: bool,
    /// Whether its files can be written.
    pub can_be_written: bool,
    /// Which options an export has, in the order in which they are shown.
    pub options: &'static [ExportOption],
}

impl FormatInfo {
    /// A format that is read and written.
    pub const fn new(name: &'static str, extension: &'static str, mime: &'static str) -> Self {
        Self { name, extension, mime, can_be_read: true, can_be_written: true, options: &[] }
    }

    /// The same, but only written.
    pub const fn write_only(self) -> Self {
        Self { can_be_read: false, ..self }
    }

    /// The same, with options of its exports.
    pub const fn with_options(self, options: &'static [ExportOption]) -> Self {
        Self { options, ..self }
    }
}
