//! ZIP archives of exported files. They are not compressed: a browser and a command line have other ways to do that.

use std::io::Write as _;

use rawzip::{CompressionMethod, Error, ZipArchiveWriter};

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
    for file in files {
        let (mut entry, config) = archive.new_file(&*file.name).compression_method(CompressionMethod::STORE).start()?;
        let mut writer = config.wrap(&mut entry);
        writer.write_all(&file.bytes)?;
        let (_, descriptor) = writer.finish()?;
        entry.finish(descriptor)?;
    }
    archive.finish()
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
            let content = archive.get_entry(entry.wayfinder()).expect("the content");
            assert_eq!(content.data(), file.bytes);
        }
        assert!(entries.next_entry().expect("the end").is_none());
    }
}
