//! UIMA CAS JSON 0.4, the format of INCEpTION, DKPro and cassis (SPECIFICATION.adoc of apache/uima-uimaj-io-jsoncas). Offsets are UTF-16
//! units.
//!
//! Each annotation of a type other than tokens, sentences and what describes the whole text is a tag; annotations with a governor and a
//! dependent, and features that refer to other annotations, are relations. An export has a file for each article, with the types in
//! `own.rs`. UIMA has no annotations of several parts: they become several annotations with the same `group`.

mod cas;
mod features;
mod labels;
mod own;
mod read;
mod relations;
mod tags;
mod types;
mod write;

#[cfg(test)]
mod tests;

use super::draft::{Draft, OffsetUnit};
use super::draft_reader::read_all;
use super::file_parts::joined;
use super::file_reader::FileReader;
use super::left_out::{count, some};
use super::{
    DraftReader, Dropped, DroppedPart, ExportOptions, FileParts, Format, FormatInfo, ReadError, SourceFile, WrittenFile,
};
use crate::model::Project;

/// How much of a file is examined to recognise it, in bytes.
const HEAD: usize = 16_384;
/// The parts of a project that the files do not contain.
const NEVER: [DroppedPart; 8] = [
    DroppedPart::ArticleDetails,
    DroppedPart::RelationsAcrossArticles,
    DroppedPart::UnmentionedEntities,
    DroppedPart::EntityDetails,
    DroppedPart::Definitions,
    DroppedPart::Predictions,
    DroppedPart::RejectedSuggestions,
    DroppedPart::UnknownFields,
];

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("cas", "cas.json", "application/json");

/// UIMA CAS JSON as a [`Format`].
pub struct CasJson;

impl Format for CasJson {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, _: &str, bytes: &[u8]) -> bool {
        let head = &bytes[..bytes.len().min(HEAD)];
        let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
        // A file begins with one of these: types, then feature structures, then views.
        let rest = head.strip_prefix(b"{").unwrap_or_default().trim_ascii_start();
        let first = ["\"%HEADER\"", "\"%TYPES\"", "\"%FEATURE_STRUCTURES\"", "\"%VIEWS\""];
        first.iter().any(|name| rest.starts_with(name.as_bytes()))
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        some(NEVER.map(|part| (part, count(project, part))))
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        joined(self.parts(project, options))
    }

    fn parts<'a>(&'a self, project: &'a Project, _: ExportOptions) -> FileParts<'a> {
        write::parts(project)
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read_all(self.reader(files))
    }

    fn reader<'a>(&'a self, files: &'a [SourceFile<'a>]) -> Box<dyn DraftReader + 'a> {
        let draft = Draft::new(&[OffsetUnit::Utf16]);
        Box::new(FileReader::new(files, draft, Box::new(read::CasFiles { has_several: files.len() > 1 })))
    }
}
