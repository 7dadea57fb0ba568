//! Writes an export in steps: the only file, or an archive of several.

use super::zip::{self, Archive};
use super::{FilePart, FileParts, WrittenFile, file_name};

/// An export that is being written.
pub struct ExportWriter<'a> {
    mime: &'static str,
    title: String,
    parts: FileParts<'a>,
    /// The number of parts, if it is known, and of those that are written.
    total: Option<usize>,
    done: usize,
    /// The file to which the last part belongs; at the end, the only one.
    file: Option<WrittenFile>,
    /// The files before it.
    archive: Option<Archive>,
    /// What is ready to be taken.
    out: Vec<u8>,
}

impl<'a> ExportWriter<'a> {
    /// Writes these parts, of a project with this title, as a file of this media type.
    pub fn new(mime: &'static str, parts: FileParts<'a>, title: &str) -> Self {
        let total = parts.size_hint().1;
        let (file, archive, out) = (None, None, Vec::new());
        Self { mime, title: title.to_owned(), parts, total, done: 0, file, archive, out }
    }

    /// Does a small part of the work. Returns whether there is more.
    pub fn step(&mut self) -> bool {
        let Some(part) = self.parts.next() else {
            self.finish();
            return false;
        };
        self.done += 1;
        self.add(part);
        true
    }

    /// How much is written, from 0 to 1; `None` if it is not known.
    pub fn progress(&self) -> Option<f64> {
        Some(self.done as f64 / self.total?.max(1) as f64)
    }

    /// Takes the bytes that are written: a part of the file after each step, and the rest of it after the last.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// The name of the file, after the last step.
    pub fn name(&self) -> String {
        match &self.file {
            Some(file) => file.name.clone(),
            None => file_name(&self.title, "zip"),
        }
    }

    /// The media type of the file, after the last step.
    pub fn mime(&self) -> &'static str {
        if self.file.is_some() { self.mime } else { zip::MIME }
    }

    fn add(&mut self, part: FilePart) {
        match &mut self.file {
            Some(file) if *file.name == *part.name => file.bytes.extend_from_slice(&part.bytes),
            _ => {
                if let Some(before) = self.file.replace(part.into()) {
                    let archive = self.archive.get_or_insert_default();
                    archive.add(&before);
                    self.out.append(&mut archive.take());
                }
            }
        }
    }

    fn finish(&mut self) {
        match (&mut self.file, self.archive.take()) {
            (Some(only), None) => self.out.append(&mut only.bytes),
            (_, archive) => {
                let mut archive = archive.unwrap_or_default();
                if let Some(last) = self.file.take() {
                    archive.add(&last);
                }
                self.out.append(&mut archive.finish());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(parts: &[(&str, &str)]) -> (String, &'static str, Vec<u8>) {
        let parts: Vec<_> = parts.iter().map(|(name, text)| FilePart::new(*name, (*text).to_owned())).collect();
        let mut writer = ExportWriter::new("text/x", Box::new(parts.into_iter()), "A title");
        let mut bytes = Vec::new();
        while writer.step() {
            bytes.append(&mut writer.take());
        }
        assert!(writer.progress().is_some_and(|progress| progress == 1.0 || progress == 0.0));
        bytes.append(&mut writer.take());
        (writer.name(), writer.mime(), bytes)
    }

    #[test]
    fn one_file_is_itself_and_several_are_an_archive() {
        assert_eq!(written(&[("a.x", "one"), ("a.x", " two")]), ("a.x".to_owned(), "text/x", b"one two".to_vec()));
        assert_eq!(written(&[("a.x", "")]), ("a.x".to_owned(), "text/x", Vec::new()));
        let (name, mime, bytes) = written(&[("a.x", "1"), ("a.x", "2"), ("b/c.x", ""), ("d.x", "3")]);
        assert_eq!((name.as_str(), mime), ("a-title.zip", "application/zip"));
        let archive = rawzip::ZipArchive::from_slice(&bytes).expect("an archive");
        let mut entries = archive.entries();
        for (name, content) in [("a.x", "12"), ("b/c.x", ""), ("d.x", "3")] {
            let entry = entries.next_entry().expect("an entry").expect("an entry");
            assert_eq!(entry.file_path().try_normalize().expect("a path").as_ref(), name);
            assert_eq!(archive.get_entry(entry.wayfinder()).expect("the content").data(), content.as_bytes());
        }
        assert!(entries.next_entry().expect("the end").is_none());
        let (name, _, bytes) = written(&[]);
        assert!(name.ends_with(".zip") && rawzip::ZipArchive::from_slice(&bytes).is_ok());
    }
}
