//! Converts files of JSON Lines into other JSON Lines part by part, in little memory: the result is the same as that of reading all and
//! writing it.
//!
//! A first pass ([`survey`]) collects what is of the whole: labels, attributes and relation types, entities, and the unit of offsets. A second
//! makes a project of each part, a megabyte of the file, with the schema of the whole, and writes it. Ids stay unique, because a hash
//! of each is kept. Files in which records of different parts belong together cannot be converted so ([`StreamError::NeedsWhole`]):
//! relations and annotations far from their articles, tasks of Prodigy about one text that are far apart, a list instead of lines, UTF-16.

mod conversion;
mod formats;
mod part_reader;
mod records;
mod survey;
mod tally;

use super::article_lines::relations_within;
use super::draft::{BuiltIds, Decision, Draft, build_part};
use super::{Imported, ReadError, ReadProblem};

use formats::LineWriter;
use part_reader::PartReader;
use survey::{Survey, Whole};
use tally::Tally;

pub use conversion::{BLOCK, Conversion, Converted, LineFile, Sink, StreamError};
pub use formats::LineFormat;

/// Converts files.
///
/// # Errors
/// See [`StreamError`].
pub fn convert(conversion: &Conversion<'_>, sink: &mut dyn Sink) -> Result<Converted, StreamError> {
    let whole = survey(conversion)?;
    let has_relations =
        whole.has_relations && conversion.to == LineFormat::Doccano && has_relations(conversion, &whole)?;
    let mut writer = LineWriter::new(conversion.to, has_relations);
    let mut tally = Tally::new(conversion.to, conversion.options, &whole);
    each_part(conversion, &whole, &mut |imported| {
        imported.warnings.iter().for_each(|warning| sink.warn(warning));
        tally.add(&imported.project);
        for file in writer.write(&imported.project, conversion.options) {
            sink.append(&file.name, &file.bytes).map_err(StreamError::Output)?;
        }
        Ok(true)
    })?;
    Ok(tally.finish())
}

/// Reads the files for what is of the whole.
fn survey(conversion: &Conversion<'_>) -> Result<Whole, StreamError> {
    let mut reader = PartReader::new(conversion);
    let mut survey = Survey::default();
    while let Some((draft, end)) = reader.next_part()? {
        survey.add(draft, end, conversion.how)?;
    }
    if reader.is_unknown() {
        return Err(ReadError::new("", ReadProblem::UnknownFormat).into());
    }
    survey.finish(conversion.how)
}

/// Whether the project has a relation within an article: the shape of doccano's lines depends on it. Ends with the first.
fn has_relations(conversion: &Conversion<'_>, whole: &Whole) -> Result<bool, StreamError> {
    let mut found = false;
    each_part(conversion, whole, &mut |imported| {
        found = !relations_within(&imported.project).is_empty();
        Ok(!found)
    })?;
    Ok(found)
}

/// Makes a project of each part, until `take` returns false. A file without records has one part.
fn each_part(
    conversion: &Conversion<'_>,
    whole: &Whole,
    take: &mut dyn FnMut(&Imported) -> Result<bool, StreamError>,
) -> Result<(), StreamError> {
    let mut reader = PartReader::new(conversion);
    let mut ids = BuiltIds::default();
    let mut is_first = true;
    loop {
        let draft = match reader.next_part()? {
            Some((draft, _)) => draft,
            None if is_first => Draft::new(conversion.from.units()),
            None => return Ok(()),
        };
        is_first = false;
        let draft = Draft { entities: whole.entities_of(&draft), ..draft };
        let built = build_part(&draft, conversion.how, &whole.schema, whole.shown, &mut ids)?;
        if built.decisions.iter().any(|decision| matches!(decision, Decision::Open(_))) {
            return Err(ReadError::new("", ReadProblem::UnitOfOffsets).into());
        }
        if !take(&built.imported)? {
            return Ok(());
        }
    }
}
