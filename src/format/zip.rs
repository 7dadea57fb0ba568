//! ZIP archives of exported files. They are not compressed: a browser and a command line have other ways to do that.

use std::io::Write as _;

use rawzip::{CompressionMethod, DataDescriptorOutput, Error, ZipArchiveWriter};

use super::WrittenFile;

/// The media type of an archive.
pub(super) const MIME: &str = "application/zip";

/// An archive of files.
pub fn archive(files: &[WrittenFile]) -> Vec<u8> {
    // Writing to memory cannot fail, and names of exports are shorter than a name in an archive may be.
    write(files).unwrap_or_default()
}

fn write(files: &[WrittenFile]) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    let table = crc_table();
    for file in files {
        let (mut entry, _) = archive.new_file(&*file.name).compression_method(CompressionMethod::STORE).start()?;
        entry.write_all(&file.bytes)?;
        entry.finish(DataDescriptorOutput::new(crc32(&file.bytes, &table), file.bytes.len() as u64))?;
    }
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
    fn files_are_read_back_from_an_archive() {
        let file = |name: &str, text: &str| WrittenFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        let files = [file("a.txt", "one"), file("folder/ä 😀.ann", ""), file("b.conf", &"x".repeat(100_000))];
        let bytes = archive(&files);
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
