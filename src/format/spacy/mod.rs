//! spaCy: a line for each text as `Doc.to_json()` has it, which `Doc.from_json()` reads. Offsets count code points.
//!
//! All tags are in the span group `sc`, the usual key of spaCy's span categorizer. `ents`, which cannot overlap, has the tags of entities and of
//! other labels, but not claims: the longest of those that overlap. Tokens are such that each tag consists of whole ones, without the
//! spaces at its ends, since spaCy leaves other spans out. `kb_id` is the Wikidata id of the entity or its id here. What is known of
//! an article is in `meta`, which spaCy ignores. A tag of several parts is a span for each.
//!
//! Read are these lines, in a list too, with all span groups, and the pairs of a text and its offsets that are used for training:
//! `["text", {"entities": [[0, 4, "ORG"]]}]`.

mod read;
mod write;

#[cfg(test)]
mod tests;

use super::article_meta::left_out_of_records;
use super::draft::{Draft, OffsetUnit};
use super::draft_reader::read_all;
use super::file_parts::joined;
use super::left_out::some;
use super::lines::first_record;
use super::record_reader::RecordReader;
use super::tag_tokens::without_outer_spaces;
use super::{
    DraftReader, Dropped, DroppedPart, ExportOption, ExportOptions, FileParts, Format, FormatInfo, ReadError,
    SourceFile, WrittenFile,
};
use crate::model::Project;
use crate::text::TextRange;

pub(super) use read::Reader;

/// What the files do not contain, besides what no such file does.
const LEFT_OUT: [DroppedPart; 9] = [
    DroppedPart::Parts,
    DroppedPart::Relations,
    DroppedPart::Attributes,
    DroppedPart::Notes,
    DroppedPart::EntityNames,
    DroppedPart::RowTitles,
    DroppedPart::Authorship,
    DroppedPart::Ids,
    DroppedPart::Predictions,
];

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("spacy", "spacy.jsonl", "application/jsonl").with_options(&[ExportOption::OneFileEach]);

/// spaCy's JSON of documents as a [`Format`].
pub struct Spacy;

impl Format for Spacy {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        file_name.ends_with(".spacy.jsonl") || first_record(bytes).is_some_and(|record| read::is_record(&record))
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        let mut dropped = left_out_of_records(project, &LEFT_OUT);
        let (of_spaces, with_spaces) = spaces(project);
        let counts = [(DroppedPart::TagsOfSpaces, of_spaces), (DroppedPart::SpacesOfTags, with_spaces)];
        dropped.extend(some(counts));
        dropped
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

/// The numbers of tags that cover only spaces, and of others with a part that begins or ends with one.
fn spaces(project: &Project) -> (usize, usize) {
    let (mut of_spaces, mut with_spaces) = (0, 0);
    for article in project.articles() {
        let trimmed = |range: &TextRange| without_outer_spaces(&article.text, *range);
        for tag in project.annotations_of(&article.id).iter() {
            if tag.ranges.iter().all(|range| trimmed(range).is_none()) {
                of_spaces += 1;
            } else if tag.ranges.iter().any(|range| trimmed(range) != Some(*range)) {
                with_spaces += 1;
            }
        }
    }
    (of_spaces, with_spaces)
}
