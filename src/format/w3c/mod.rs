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

use std::rc::Rc;

use super::file_parts::joined;
use super::files::without_bom;
use super::left_out::left_out;
use super::{
    Dropped, DroppedPart, ExportOption, ExportOptions, FilePart, FileParts, Format, FormatInfo, ReadError, SourceFile,
    WrittenFile, file_name,
};
use crate::format::draft::Draft;
use crate::json::{parse, utf8};
use crate::model::Project;

use iri::CONTEXT;

pub use validate::{validate, validate_all};

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("w3c", "jsonld", "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"")
        .with_options(&[ExportOption::WithoutTexts]);

/// What is missing where the records of articles are, which have the texts.
const OF_ARTICLES: [DroppedPart; 3] =
    [DroppedPart::ArticleTexts, DroppedPart::ArticleMetadata, DroppedPart::ArticleDetails];

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

    fn dropped_steps<'a>(
        &'a self,
        project: &'a Project,
        options: ExportOptions,
    ) -> Box<dyn Iterator<Item = Vec<Dropped>> + 'a> {
        let records = options.without_texts.then(|| left_out(project, &OF_ARTICLES));
        Box::new(records.into_iter().chain(std::iter::once_with(|| self.dropped(project))))
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        joined(self.parts(project, options))
    }

    fn parts<'a>(&'a self, project: &'a Project, options: ExportOptions) -> FileParts<'a> {
        let name: Rc<str> = file_name(&project.title, self.extension()).into();
        let parts = write::CollectionWriter::new(project, options.without_texts);
        Box::new(parts.map(move |part| FilePart::new(name.clone(), part)))
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
