//! A file in an archive.

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its path in the archive, with slashes.
    pub name: String,
    /// Its content, or why that cannot be read.
    pub content: Result<Packed<'a>, EntryProblem>,
}

impl Entry<'_> {
    /// Whether it is hidden, or one that a system has added (`__MACOSX`, `Thumbs.db`).
    pub fn is_hidden(&self) -> bool {
        let is_added = |part: &str| part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini";
        self.name.split('/').any(|part| part.starts_with('.') || is_added(part))
    }
}

/// The content of a file as it is in the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed<'a> {
    /// The bytes in the archive.
    pub data: &'a [u8],
    /// Whether they are compressed (raw DEFLATE, RFC 1951).
    pub is_deflated: bool,
    /// How many bytes the content has, as the archive says. It may have more: no more than these may be decompressed.
    pub size: usize,
    pub(super) checksum: u32,
}

/// Why a file in an archive cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryProblem {
    /// It is encrypted.
    Encrypted,
    /// It is compressed in another way; with its number in the ZIP specification.
    Method(u16),
    /// Its bytes are not what the archive says of them.
    Damaged,
}

impl Packed<'_> {
    /// Returns the decompressed content if it is what the archive says of it.
    ///
    /// # Errors
    /// When its length or checksum is another one.
    pub fn check(&self, content: Vec<u8>) -> Result<Vec<u8>, EntryProblem> {
        let is_right = content.len() == self.size && rawzip::crc32(&content) == self.checksum;
        if is_right { Ok(content) } else { Err(EntryProblem::Damaged) }
    }
}
