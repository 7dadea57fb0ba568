//! W3C Web Annotations (Web Annotation Data Model, Recommendation of 23 February 2017): a collection with one annotation for each tag.
//!
//! | in Crossread | in the collection |
//! |---|---|
//! | tag | an annotation with a target for each part, each with a position (code points) and a quote |
//! | label | a body `tagging` with its name, and a body `classifying` with its IRI |
//! | entity | a body `identifying` |
//! | note | a body `commenting` |
//! | attribute | a body `describing` |
//! | relation | an annotation `linking` from tag to tag, and one `tagging` it with the name of the type, as Recogito writes them |
//! | text of an article | once, in `crossread:articles`; the state of each target names it by its SHA-256 |
//!
//! The model has no fields for the schema, the articles and the entities: they are in fields of the collection with the prefix
//! `crossread:`, as records of the native JSON, which other programs ignore. Reads collections, pages, lists and single annotations, and
//! the shapes of Recogito and Hypothesis, whose offsets are UTF-16.

mod bodies;
mod iri;
mod passages;
mod read;
mod selectors;
mod validate;
mod write;

#[cfg(test)]
mod tests;

use super::files::without_bom;
use super::left_out::left_out;
use super::{Dropped, DroppedPart, ExportOptions, Format, FormatInfo, ReadError, SourceFile, WrittenFile, file_name};
use crate::format::draft::Draft;
use crate::json::{parse, utf8};
use crate::model::Project;

use iri::CONTEXT;

pub use validate::{validate, validate_all};

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("w3c", "jsonld", "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"");

/// Web Annotations as a [`Format`].
pub struct W3c;

impl Format for W3c {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, _: &str, bytes: &[u8]) -> bool {
        let head = &bytes[..bytes.len().min(super::FILE_HEAD)];
        let has = |words: &str| memchr::memmem::find(head, words.as_bytes()).is_some();
        has(CONTEXT) || (has("\"TextQuoteSelector\"") || has("\"TextPositionSelector\"")) && has("\"target\"")
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        left_out(project, &[DroppedPart::Predictions, DroppedPart::UnknownFields])
    }

    fn write(&self, project: &Project, _: ExportOptions) -> Vec<WrittenFile> {
        let bytes = write::collection(project).into_bytes();
        vec![WrittenFile { name: file_name(&project.title, self.extension()), bytes }]
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        let mut reader = read::Reader::default();
        for file in files {
            let text = utf8(without_bom(file.bytes))?;
            reader.read(parse(text)?)?;
        }
        Ok(reader.finish())
    }
}
