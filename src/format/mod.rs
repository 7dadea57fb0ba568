//! Interchange formats: one module each, behind one trait and one registry.

pub mod archive;
mod article_lines;
mod article_meta;
pub mod brat;
pub mod cas_json;
mod catalogue;
pub mod checksummed;
pub mod claims_board;
pub mod conll;
mod content_kind;
pub mod csv;
pub mod doccano;
mod document_paths;
pub mod documents;
pub mod draft;
mod draft_reader;
mod entity_ids;
mod error;
mod export_names;
mod export_options;
mod export_preview;
mod export_writer;
mod file_kind;
mod file_name;
mod file_parts;
mod file_reader;
mod files;
mod format_info;
mod html;
mod imported;
mod interchange;
pub mod journal;
pub mod json_lines;
pub mod label_studio;
mod left_out;
mod lines;
pub mod markup;
pub mod native;
pub mod prodigy;
mod project_info;
mod recognise_file;
mod record_reader;
pub mod recovery;
pub mod report;
mod sample_article;
pub mod schema_org;
pub mod spacy;
pub mod streaming;
mod tag_tokens;
pub mod w3c;
pub mod webanno_tsv;
mod zip;

pub use catalogue::{CATALOGUE, info};
pub use draft_reader::DraftReader;
pub use error::{ReadError, ReadProblem};
pub use export_options::{ExportOption, ExportOptions, TagScheme, Tokeniser};
pub use export_preview::{ExportPreview, FilePreview, Sample};
pub use export_writer::ExportWriter;
pub use file_kind::{FILE_HEAD, FileKind, LONG_FILE_HEAD};
pub use file_name::file_name;
pub use file_parts::{FilePart, FileParts};
pub use files::{SourceFile, WrittenFile};
pub use format_info::FormatInfo;
pub use imported::{ImportWarning, Imported, RecordProblem};
pub use interchange::{Dropped, DroppedPart, Exported, Format, add_dropped};
pub use project_info::ProjectInfo;
pub use recognise_file::{TEXT_EXTENSIONS, begins_as_json, file_kind, has_text_extension, is_text, may_be_data};
pub use sample_article::SampleArticle;
pub use zip::archive;

use crate::model::Timestamp;
use draft::{Build, Decision, build};

/// All formats, the most specific first.
pub fn formats() -> &'static [&'static dyn Format] {
    &[
        &native::Native,
        &w3c::W3c,
        &brat::Brat,
        &webanno_tsv::WebAnnoTsv,
        &cas_json::CasJson,
        &label_studio::LabelStudio,
        &prodigy::Prodigy,
        &spacy::Spacy,
        &json_lines::JsonLines,
        &doccano::Doccano,
        &conll::Conll,
        &csv::Csv,
        &csv::DataPackage,
        &schema_org::SchemaOrg,
    ]
}

/// The format with this name.
pub fn find(name: &str) -> Option<&'static dyn Format> {
    formats().iter().copied().find(|format| format.name() == name)
}

/// The format of a file.
pub fn recognise(file_name: &str, bytes: &[u8]) -> Option<&'static dyn Format> {
    formats().iter().copied().find(|format| format.recognises(file_name, bytes))
}

/// Reads a file of any format; also returns the format.
///
/// # Errors
/// When no format is recognised, or as the format says.
pub fn import_any(file_name: &str, bytes: &[u8]) -> Result<(&'static dyn Format, Imported), ReadError> {
    let format = recognise(file_name, bytes);
    let format = format.ok_or_else(|| ReadError::new("", ReadProblem::UnknownFormat))?;
    Ok((format, format.import(bytes)?))
}

/// Reads a file of a format. The project gets its title from the name of the file if the content has none, and this time.
///
/// # Errors
/// As the format says, or when it is not known what the offsets of the file count.
pub fn import_as(format: &str, file_name: &str, bytes: &[u8], now: Timestamp) -> Result<Imported, ReadError> {
    let format = find(format).ok_or_else(|| ReadError::new("", ReadProblem::UnknownFormat))?;
    let draft = format.read(&[SourceFile { name: file_name, bytes }])?;
    let built = build(&draft, &Build { title: title_of(file_name), now, unit: None })?;
    if built.decisions.iter().any(|decision| matches!(decision, Decision::Open(_))) {
        return Err(ReadError::new("", ReadProblem::UnitOfOffsets));
    }
    Ok(built.imported)
}

/// A title for a project: the name of its file without the folder and the extension.
pub fn title_of(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    name.split_once('.').map_or(name, |(stem, _)| stem).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_file_is_refused() {
        let error = import_any("photo.png", b"\x89PNG").map(|_| ()).expect_err("not a project");
        assert_eq!(error, ReadError::new("", ReadProblem::UnknownFormat));
    }

    #[test]
    fn names_are_unique_and_found() {
        for format in formats() {
            assert_eq!(find(format.name()).map(|found| found.extension()), Some(format.extension()));
        }
        assert_eq!(formats().iter().map(|format| format.info()).collect::<Vec<_>>(), CATALOGUE);
        assert!(find("no such format").is_none());
    }
}
