//! Files that formats read and write.

/// A file to be read.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its name, with the path in a folder or an archive.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// The bytes of a file without the byte order mark of UTF-8.
pub(super) fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenFile {
    /// Its name, with the path in the archive.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}
