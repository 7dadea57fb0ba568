//! ZIP archives of exported files. They are not compressed: a browser and a command line have other ways to do that.

use std::cell::RefCell;
use std::io::{Result as Written, Write};
use std::rc::Rc;

use rawzip::{CompressionMethod, DataDescriptorOutput, Error, ZipArchiveWriter};

use super::WrittenFile;

/// The media type of an archive.
pub(super) const MIME: &str = "application/zip";

/// An archive that is being written. What is written can be taken at any time.
pub(super) struct Archive {
    writer: ZipArchiveWriter<Buffer>,
    buffer: Buffer,
    crc_table: [u32; 256],
}

/// Bytes that are written here and taken there.
#[derive(Clone, Default)]
struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> Written<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> Written<()> {
        Ok(())
    }
}

impl Default for Archive {
    fn default() -> Self {
        let buffer = Buffer::default();
        Self { writer: ZipArchiveWriter::new(buffer.clone()), buffer, crc_table: crc_table() }
    }
}

impl Archive {
    /// Adds a file. Its name differs from those before.
    pub(super) fn add(&mut self, file: &WrittenFile) {
        // Writing to memory cannot fail, and names of exports are shorter than a name in an archive may be.
        let _ = self.write(file);
    }

    fn write(&mut self, file: &WrittenFile) -> Result<(), Error> {
        let (mut entry, _) = self.writer.new_file(&*file.name).compression_method(CompressionMethod::STORE).start()?;
        entry.write_all(&file.bytes)?;
        entry.finish(DataDescriptorOutput::new(crc32(&file.bytes, &self.crc_table), file.bytes.len() as u64))?;
        Ok(())
    }

    /// Takes what was written since the last time.
    pub(super) fn take(&mut self) -> Vec<u8> {
        self.buffer.0.take()
    }

    /// The rest of the archive.
    pub(super) fn finish(self) -> Vec<u8> {
        // As above.
        let _ = self.writer.finish();
        self.buffer.0.take()
    }
}

/// An archive of files.
pub fn archive(files: &[WrittenFile]) -> Vec<u8> {
    let mut archive = Archive::default();
    files.iter().for_each(|file| archive.add(file));
    archive.finish()
}

/// The CRC-32 of bytes. That of `rawzip` has tables of 16 KB, which cannot be compressed; this one computes a table.
fn crc32(bytes: &[u8], table: &[u32; 256]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, &byte| table[usize::from(crc as u8 ^ byte)] ^ (crc >> 8))
}

/// What each byte does to a CRC-32.
fn crc_table() -> [u32; 256] {
    let shifted = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    std::array::from_fn(|byte| (0..8).fold(byte as u32, |crc, _| shifted(crc)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_back_from_an_archive_that_was_taken_in_parts() {
        let file = |name: &str, text: &str| WrittenFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        let files = [file("a.txt", "one"), file("folder/ä 😀.ann", ""), file("b.conf", &"x".repeat(100_000))];
        let (mut archive, mut bytes) = (Archive::default(), Vec::new());
        for file in &files {
            archive.add(file);
            bytes.append(&mut archive.take());
        }
        bytes.append(&mut archive.finish());
        let archive = rawzip::ZipArchive::from_slice(&bytes).expect("an archive");
        let mut entries = archive.entries();
        for file in &files {
            let entry = entries.next_entry().expect("an entry").expect("an entry");
            assert_eq!(entry.file_path().try_normalize().expect("a path").as_ref(), file.name);
            assert_eq!(entry.crc32(), rawzip::crc32(&file.bytes));
            let content = archive.get_entry(entry.wayfinder()).expect("the content");
            assert_eq!(content.data(), file.bytes);
        }
        assert!(entries.next_entry().expect("the end").is_none());
    }
}
