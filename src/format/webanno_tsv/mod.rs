//! WebAnno TSV 3, the table of tokens of WebAnno and INCEpTION. Versions 3.0 to 3.3 are read, and 3.3 is written.
//!
//! Source: `webannotsv.adoc`, `Escaping.java` and `Tsv3XDeserializer.java` of INCEpTION. Offsets count UTF-16 units of the document.
//!
//! An annotation of a range becomes a tag. The value of its usual feature (`value`, `PosValue`) is the label, or else the name of the
//! layer; other features are attributes. Relations, slots and chains become relations.
//!
//! Tags are written to a layer of their own, `webanno.custom.CrossreadTag`, whose features are the label, the attributes, the note, the
//! entity and the id; each part of a tag of several parts is an annotation, with the same id. INCEpTION needs a layer of that name to
//! import the file.

mod annotations;
mod escape;
mod header;
mod layers;
mod left_out;
mod read;
mod rows;
mod tokens;
mod units;
mod write;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::document_paths::paths;
use super::draft::{Draft, OffsetUnit};
use super::draft_reader::read_all;
use super::file_parts::joined;
use super::file_reader::FileReader;
use super::{
    DraftReader, Dropped, ExportOptions, FilePart, FileParts, Format, FormatInfo, ReadError, SourceFile, WrittenFile,
};
use crate::model::{Article, Project};

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("webanno-tsv", "tsv", "text/tab-separated-values;charset=utf-8");

/// WebAnno TSV 3 as a [`Format`].
pub struct WebAnnoTsv;

impl Format for WebAnnoTsv {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, _: &str, bytes: &[u8]) -> bool {
        let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        std::str::from_utf8(first).is_ok_and(|line| rows::version(line).is_some())
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        self.dropped_with(project, ExportOptions::default())
    }

    fn dropped_steps<'a>(
        &'a self,
        project: &'a Project,
        _: ExportOptions,
    ) -> Box<dyn Iterator<Item = Vec<Dropped>> + 'a> {
        Box::new(left_out::steps(project))
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        joined(self.parts(project, options))
    }

    fn parts<'a>(&'a self, project: &'a Project, _: ExportOptions) -> FileParts<'a> {
        let features = write::Features::new(project);
        let part = move |(article, path): (&Rc<Article>, String)| {
            FilePart::new(format!("{path}.tsv"), write::file(project, article, &features))
        };
        Box::new(project.articles().iter().zip(paths(project)).map(part))
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read_all(self.reader(files))
    }

    fn reader<'a>(&'a self, files: &'a [SourceFile<'a>]) -> Box<dyn DraftReader + 'a> {
        let draft = Draft::new(&[OffsetUnit::Utf16]);
        Box::new(FileReader::new(files, draft, Box::new(read::Reader::new(files.len() > 1))))
    }
}
