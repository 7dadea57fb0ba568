//! Prodigy: a line for each text, with `tokens`, `spans` and `relations`. Offsets count code points; `token_end` is the index of the last
//! token of a span, as Prodigy has it.
//!
//! Tokens are such that each tag consists of whole ones. The ends of a relation are the last tokens of its spans, with the spans beside
//! them. A span has a field `tag_id`, the id of its tag: spans with the same one are the parts of a tag. `attributes` and `note` are
//! those of the tag, and `kb_id` is the Wikidata id of the entity or its id here. Hashes are left out, because Prodigy computes them.
//!
//! Read are these lines and those of Prodigy's own recipes. Spans of texts that were rejected or ignored do not become tags. Lines with
//! the same text and `_input_hash` are one article, whose tags have the annotators as their creators.

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

pub(super) use read::Reader;

/// What the files do not contain, besides what no such file does.
const LEFT_OUT: [DroppedPart; 6] = [
    DroppedPart::RelationsAcrossArticles,
    DroppedPart::RelationNotes,
    DroppedPart::EntityNames,
    DroppedPart::RowTitles,
    DroppedPart::Authorship,
    DroppedPart::Predictions,
];

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("prodigy", "prodigy.jsonl", "application/jsonl").with_options(&[ExportOption::OneFileEach]);

/// Prodigy's JSON Lines as a [`Format`].
pub struct Prodigy;

impl Format for Prodigy {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        file_name.ends_with(".prodigy.jsonl") || first_record(bytes).is_some_and(|record| read::is_record(&record))
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
        Box::new(RecordReader::new(files.to_vec(), Draft::new(&[OffsetUnit::CodePoints]), Box::new(Reader::default())))
    }
}
