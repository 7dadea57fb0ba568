//! JSON Lines as doccano imports and exports them: one text a line with its spans.
//!
//! Written are the two shapes of doccano's own exports: with relations (`entities` with ids, `relations`) if the project has relations
//! within articles, otherwise `label`, a list of `[start, end, label]`. Offsets count UTF-16 units, as doccano does unless a project has
//! its grapheme mode on. What else is known of an article is in `meta`, which doccano keeps. A tag of several parts is a span for each.
//!
//! Read are these and the older shapes: `labels` and `annotations`, spans as lists or as objects, names of columns that a user has chosen,
//! metadata beside the text or in `meta`, and comments.

mod read;
mod write;

#[cfg(test)]
mod tests;

use super::article_meta::left_out_of_records;
use super::draft::{Draft, OffsetUnit};
use super::draft_reader::read_all;
use super::file_parts::joined;
use super::lines::first_record;
use super::record_reader::RecordReader;
use super::{
    DraftReader, Dropped, DroppedPart, ExportOption, ExportOptions, FileParts, Format, FormatInfo, ReadError,
    SourceFile, WrittenFile,
};
use crate::model::Project;

pub(super) use read::add;
pub(super) use write::{Numbering, numbered};

/// The units of doccano, and that of programs in Python that write its format.
pub(super) const UNITS: &[OffsetUnit] = &[OffsetUnit::Utf16, OffsetUnit::Graphemes, OffsetUnit::CodePoints];

/// What the files do not contain, besides what no such file does.
const LEFT_OUT: [DroppedPart; 10] = [
    DroppedPart::Parts,
    DroppedPart::RelationsAcrossArticles,
    DroppedPart::RelationNotes,
    DroppedPart::Attributes,
    DroppedPart::Notes,
    DroppedPart::EntityLinks,
    DroppedPart::RowTitles,
    DroppedPart::Authorship,
    DroppedPart::Ids,
    DroppedPart::Predictions,
];

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("doccano", "doccano.jsonl", "application/jsonl").with_options(&[ExportOption::OneFileEach]);

/// doccano's JSON Lines as a [`Format`].
pub struct Doccano;

impl Format for Doccano {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        file_name.ends_with(".doccano.jsonl") || first_record(bytes).is_some_and(|record| read::is_record(&record))
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        left_out_of_records(project, &LEFT_OUT)
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
        Box::new(RecordReader::new(files.to_vec(), Draft::new(UNITS), Box::new(read::Reader)))
    }
}
