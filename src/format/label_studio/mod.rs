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
use super::export_names::unique;
use super::left_out::some;
use super::lines::{decode, first_record, read_each};
use super::{Dropped, DroppedPart, ExportOptions, Format, FormatInfo, ReadError, SourceFile, WrittenFile};
use crate::model::Project;

/// What the files do not contain, besides what no such file does.
const LEFT_OUT: [DroppedPart; 4] =
    [DroppedPart::RelationsAcrossArticles, DroppedPart::RelationNotes, DroppedPart::RowTitles, DroppedPart::Authorship];

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("label-studio", "label-studio.json", "application/json");

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
        write::files(project, self.extension(), options)
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        let mut draft = Draft::new(&[OffsetUnit::CodePoints, OffsetUnit::Utf16]);
        let mut config = config::Config::default();
        let mut tasks = Vec::with_capacity(files.len());
        for file in files {
            let text = decode(file.bytes)?;
            match text.trim_start().starts_with('<') {
                true => config = config::Config::read(&text),
                false => tasks.push(*file),
            }
        }
        let mut reader = read::Reader::new(config, &mut draft);
        read_each(&tasks, &mut draft, &mut |record, draft| reader.add(record, draft))?;
        reader.settle_choices(&mut draft);
        Ok(draft)
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
