//! Label Studio: tasks in a list, and the labelling configuration beside them. Offsets count code points; versions before 2022 counted
//! UTF-16 units.
//!
//! A tag is a region with its label. Its attributes are further results with the id of the region: choices, texts and numbers; its note is
//! the text in `meta`, which Label Studio shows as the information of a region; its entity is a text `entity`. The parts of a
//! tag are regions with the ids `ID`, `ID#2`, … whose parent is the first. The data has the text and what is known of the article.
//!
//! Read are tasks with any number of annotations, whose annotators become the creators of tags; single tasks, `JSON_MIN`, HTML with offsets
//! in its text (`globalOffsets`), and the configuration if it is given with them.
//!
//! Predictions are suggestions, with the model (`model_version`) and the score of the region, else of the whole. A region whose `origin` is
//! `prediction` or `prediction-changed` is what was made of the predicted region with its id.

mod config;
mod html_text;
mod predictions;
mod read;
mod regions;
mod write;
mod xml;

#[cfg(test)]
mod tests;

use super::article_meta::left_out_of_records;
use super::draft::{Draft, OffsetUnit};
use super::draft_reader::read_all;
use super::export_names::unique;
use super::file_parts::joined;
use super::left_out::some;
use super::lines::{decode, first_record};
use super::record_reader::RecordReader;
use super::{
    DraftReader, Dropped, DroppedPart, ExportOption, ExportOptions, FileParts, Format, FormatInfo, ReadError,
    SourceFile, WrittenFile,
};
use crate::model::Project;

/// What the files do not contain, besides what no such file does.
const LEFT_OUT: [DroppedPart; 4] =
    [DroppedPart::RelationsAcrossArticles, DroppedPart::RelationNotes, DroppedPart::RowTitles, DroppedPart::Authorship];

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("label-studio", "label-studio.json", "application/json").with_options(&[ExportOption::OneFileEach]);

/// Label Studio's JSON as a [`Format`].
pub struct LabelStudio;

impl Format for LabelStudio {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        file_name.ends_with(".label-studio.json") || first_record(bytes).is_some_and(|record| read::is_record(&record))
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        let mut dropped = left_out_of_records(project, &LEFT_OUT);
        dropped.extend(some([(DroppedPart::EntityNames, changed_names(project))]));
        dropped.extend(some([(DroppedPart::PredictionDetails, predictions::left_out(project))]));
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
        let mut draft = Draft::new(&[OffsetUnit::CodePoints, OffsetUnit::Utf16]);
        let is_config = |text: &str| text.trim_start().starts_with('<');
        let config = files.iter().rev().find_map(|file| decode(file.bytes).ok().filter(|text| is_config(text)));
        let config = config.map_or_else(config::Config::default, |text| config::Config::read(&text));
        let is_task = |file: &&SourceFile<'_>| decode(file.bytes).map_or(true, |text| !is_config(&text));
        let tasks = files.iter().filter(is_task).copied().collect();
        let reader = read::Reader::new(config, &mut draft);
        Box::new(RecordReader::new(tasks, draft, Box::new(reader)))
    }
}

/// The number of entities that are mentioned and are written by id, because another one has the same name.
fn changed_names(project: &Project) -> usize {
    let names = unique(project.entities().map(|entity| (&entity.id, entity.id.as_str(), entity.name.as_str())));
    let is_changed = |entity: &crate::model::Entity| {
        names.get(&entity.id) != Some(&entity.name) && project.mentions_of(&entity.id).next().is_some()
    };
    project.entities().filter(|entity| is_changed(entity)).count()
}
