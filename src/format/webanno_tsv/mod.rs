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

use super::document_paths::paths;
use super::draft::Draft;
use super::{Dropped, ExportOptions, Format, FormatInfo, ReadError, SourceFile, WrittenFile};
use crate::model::Project;

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
        left_out::left_out(project)
    }

    fn write(&self, project: &Project, _: ExportOptions) -> Vec<WrittenFile> {
        let features = write::Features::new(project);
        let file = |(article, path): (&std::rc::Rc<crate::model::Article>, String)| WrittenFile {
            name: format!("{path}.tsv"),
            bytes: write::file(project, article, &features).into_bytes(),
        };
        project.articles().iter().zip(paths(project)).map(file).collect()
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read::read(files)
    }
}
