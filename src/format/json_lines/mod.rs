//! JSON Lines of our own for data frames (pandas, DuckDB, Spark): a file with an annotation a line, and one with an article a line, from which
//! the project can be read. Offsets count code points. Every line of a file has the same fields.
//!
//! An annotation: `id`; `article`, `articleTitle`, `articleSource`, `articleDate`, `articleLanguage`; `label` (its name); `start` and `end`
//! of the whole; `ranges`, a list of `start` and `end` of each part; `exact`, the text, in which ` … ` is between parts; `attributes`,
//! an object; `entity` (its id, or null) and `entityName`; `note`; `created`, `creator`, `modified` (or null) and `modifier`; `rowTitle`.
//!
//! An article: `id`, `title`, `source`, `date`, `language`, `note`, `status` (or null), `attributes`, `text`, and `annotations`, which have the
//! fields above but those of the article; `relations`, with `id`, `type` (its name), `from`, `to`, `note`, `created` and `creator`.
//! A relation is with the article at which it starts. `predictions` are the tags that other tools propose: the fields of an annotation,
//! `source`, `model`, `score` (or null), `accepted` (the id of the annotation that was made of it, or null), and `relations` with `type` and
//! `to`, the id of another prediction.
//!
//! To read, `text` is enough in a line with an article, and `start`, `end` and `label` in an annotation. If lines with articles have no
//! `annotations`, these are read from lines of their own, with the id of the `article`; so are relations with `from`, `to` and `type`.

mod read;
mod write;

#[cfg(test)]
mod tests;

use super::article_meta::NO_PLACE;
use super::draft::{Draft, OffsetUnit};
use super::draft_reader::read_all;
use super::file_parts::joined;
use super::left_out::left_out;
use super::lines::first_record;
use super::record_reader::RecordReader;
use super::{
    DraftReader, Dropped, ExportOption, ExportOptions, FileParts, Format, FormatInfo, ReadError, SourceFile,
    WrittenFile,
};
use crate::model::Project;

pub(super) use read::{Apart, Reader};

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("json-lines", "articles.jsonl", "application/jsonl")
    .with_options(&[ExportOption::OneFileEach, ExportOption::WithoutTexts]);

/// Our JSON Lines as a [`Format`].
pub struct JsonLines;

impl Format for JsonLines {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        [self.extension(), write::OF_ANNOTATIONS].iter().any(|extension| file_name.ends_with(extension))
            || first_record(bytes).is_some_and(|record| read::is_record(&record))
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        left_out(project, &NO_PLACE)
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        joined(self.parts(project, options))
    }

    fn parts<'a>(&'a self, project: &'a Project, options: ExportOptions) -> FileParts<'a> {
        write::parts(project, self.extension(), options)
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read_all(self.reader(files))
    }

    fn reader<'a>(&'a self, files: &'a [SourceFile<'a>]) -> Box<dyn DraftReader + 'a> {
        Box::new(RecordReader::new(files.to_vec(), Draft::new(&[OffsetUnit::CodePoints]), Box::new(Reader::default())))
    }
}
