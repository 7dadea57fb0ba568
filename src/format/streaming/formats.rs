//! The formats that have a record a line.

use crate::format::draft::{Draft, OffsetUnit};
use crate::format::lines::Record;
use crate::format::record_reader::AddRecord as _;
use crate::format::{ExportOptions, Format, RecordProblem, WrittenFile, doccano, json_lines, prodigy, spacy};
use crate::model::Project;

/// A format with a record a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFormat {
    /// Our own JSON Lines.
    JsonLines,
    /// doccano.
    Doccano,
    /// Prodigy.
    Prodigy,
    /// spaCy.
    Spacy,
}

impl LineFormat {
    /// All.
    pub const ALL: [Self; 4] = [Self::JsonLines, Self::Doccano, Self::Prodigy, Self::Spacy];

    /// The format with this name, if it is one of these.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.format().name() == name)
    }

    /// The format.
    pub fn format(self) -> &'static dyn Format {
        match self {
            Self::JsonLines => &json_lines::JsonLines,
            Self::Doccano => &doccano::Doccano,
            Self::Prodigy => &prodigy::Prodigy,
            Self::Spacy => &spacy::Spacy,
        }
    }

    /// The units in which its offsets may count.
    pub(super) fn units(self) -> &'static [OffsetUnit] {
        if self == Self::Doccano { doccano::UNITS } else { &[OffsetUnit::CodePoints] }
    }
}

/// Reads records.
pub(super) enum LineReader {
    JsonLines(json_lines::Reader),
    Doccano,
    Prodigy(prodigy::Reader),
    Spacy(spacy::Reader),
}

/// What connects the records of a part with others.
pub(super) enum PartEnd {
    /// See there.
    Apart(json_lines::Apart),
    /// What distinguishes the articles that more records may be about.
    Articles(Vec<(String, String)>),
    /// Nothing.
    Nothing,
}

impl LineReader {
    pub(super) fn new(format: LineFormat) -> Self {
        match format {
            LineFormat::JsonLines => Self::JsonLines(json_lines::Reader::default()),
            LineFormat::Doccano => Self::Doccano,
            LineFormat::Prodigy => Self::Prodigy(prodigy::Reader::default()),
            LineFormat::Spacy => Self::Spacy(spacy::Reader::default()),
        }
    }

    /// Adds a record.
    ///
    /// # Errors
    /// Why it was left out.
    pub(super) fn add(&mut self, record: &Record, draft: &mut Draft) -> Result<(), RecordProblem> {
        match self {
            Self::JsonLines(reader) => reader.add(record, draft),
            Self::Doccano => doccano::add(record, draft),
            Self::Prodigy(reader) => reader.add(record, draft),
            Self::Spacy(reader) => reader.add(record, draft),
        }
    }

    /// Whether a record has to be in the same part as those before.
    pub(super) fn continues(&self, record: &Record) -> bool {
        matches!(self, Self::Prodigy(reader) if reader.continues(record))
    }

    /// Ends a part.
    pub(super) fn finish_part(&mut self, draft: &mut Draft) -> PartEnd {
        match self {
            Self::JsonLines(reader) => PartEnd::Apart(reader.finish_part(draft)),
            Self::Prodigy(reader) => PartEnd::Articles(reader.forget_articles()),
            Self::Doccano | Self::Spacy(_) => PartEnd::Nothing,
        }
    }
}

/// Writes the parts of a project.
pub(super) enum LineWriter {
    /// Numbers the spans and relations of all.
    Doccano(doccano::Numbering),
    /// Each line depends on the schema only.
    Other(&'static dyn Format),
}

impl LineWriter {
    /// For a project with relations within articles, or without.
    pub(super) fn new(format: LineFormat, has_relations: bool) -> Self {
        match format {
            LineFormat::Doccano => Self::Doccano(doccano::Numbering::new(has_relations)),
            other => Self::Other(other.format()),
        }
    }

    pub(super) fn write(&mut self, part: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        match self {
            Self::Doccano(numbering) => doccano::numbered(part, doccano::INFO.extension, options, numbering),
            Self::Other(format) => format.write(part, options),
        }
    }
}
