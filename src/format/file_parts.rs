//! Files that are written part by part.

use std::rc::Rc;

use super::WrittenFile;

/// A part of a file that is written. Parts with the same name after each other are one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePart {
    /// The name of the file, with the path in the archive.
    pub name: Rc<str>,
    /// What is added to it.
    pub bytes: Vec<u8>,
}

/// Writes files part by part: each step of the iterator is a small part of the work.
pub type FileParts<'a> = Box<dyn Iterator<Item = FilePart> + 'a>;

impl FilePart {
    pub(super) fn new(name: impl Into<Rc<str>>, text: String) -> Self {
        Self { name: name.into(), bytes: text.into_bytes() }
    }
}

impl From<WrittenFile> for FilePart {
    fn from(WrittenFile { name, bytes }: WrittenFile) -> Self {
        Self { name: name.into(), bytes }
    }
}

impl From<FilePart> for WrittenFile {
    fn from(FilePart { name, bytes }: FilePart) -> Self {
        Self { name: name.as_ref().to_owned(), bytes }
    }
}

/// The files of parts.
pub(super) fn joined(parts: impl Iterator<Item = FilePart>) -> Vec<WrittenFile> {
    let mut files: Vec<WrittenFile> = Vec::new();
    for part in parts {
        match files.last_mut() {
            Some(last) if *last.name == *part.name => last.bytes.extend_from_slice(&part.bytes),
            _ => files.push(part.into()),
        }
    }
    files
}
