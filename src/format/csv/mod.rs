//! Tables in CSV and TSV, for spreadsheets and data frames. The table of annotations has one row for each range of each annotation; with a
//! description, there are tables of the articles, entities and relations beside it: see [`DataPackage`].
//!
//! RFC 4180 with the defaults of the Table Dialect of Frictionless Data: a header, commas, CRLF, quotes doubled. The
//! columns are named like the fields of the native JSON. Each attribute has a column `attributes.NAME`, the usual name
//! for flattened fields in data frames. Several choices are in one cell, separated by `|`; `|` and `\` in a choice are
//! escaped with `\`.
//!
//! Tables of others are read by the names of their columns (see `columns`): one row for each annotation, with the texts of the articles
//! in a column, in another table or in text files beside. Columns with other names become attributes: numbers or truth values where all
//! cells of a label are some, otherwise texts.

mod articles;
mod cells;
mod columns;
mod data_package;
mod dialect;
mod formula;
mod known_table;
mod package;
mod read;
mod recognise;
mod records;
mod sheet;
mod table;
mod tags;
mod write;

#[cfg(test)]
mod reading_tests;
#[cfg(test)]
mod tests;

use super::draft::Draft;
use super::left_out::{left_out, some};
use super::{
    Dropped, DroppedPart, ExportOption, ExportOptions, Format, FormatInfo, ReadError, SourceFile, WrittenFile,
    file_name,
};
use crate::model::Project;

use columns::TableKind;
pub use data_package::{DataPackage, INFO as DATA_PACKAGE};
use recognise::{has_table_extension, is_table, is_text};
pub use sheet::{Row, Sheet};
pub(in crate::format) use table::Table;

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("csv", "csv", "text/csv;charset=utf-8")
    .with_options(&[ExportOption::ForSpreadsheets, ExportOption::Tabs]);

/// The extension and the media type of a table with tabs.
const TABS: (&str, &str) = ("tsv", "text/tab-separated-values;charset=utf-8");

/// What the table does not contain.
const LEFT_OUT: [DroppedPart; 9] = [
    DroppedPart::ArticleTexts,
    DroppedPart::ArticleDetails,
    DroppedPart::Relations,
    DroppedPart::UnmentionedEntities,
    DroppedPart::EntityDetails,
    DroppedPart::Definitions,
    DroppedPart::Predictions,
    DroppedPart::RejectedSuggestions,
    DroppedPart::UnknownFields,
];

/// The table of annotations as a [`Format`], which reads other tables, too.
pub struct Csv;

impl Format for Csv {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        package::is_package(file_name, bytes) || is_table(file_name, bytes)
    }

    /// Texts that are opened together with tables are theirs, or become articles without annotations.
    fn goes_with(&self, file_name: &str, others: &[&str]) -> bool {
        let is_table = |name: &&str| name.ends_with(package::FILE) || has_table_extension(name);
        is_text(file_name) && others.iter().any(is_table)
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        let (values, metadata) = (write::lost_values(project).0, write::lost_metadata(project));
        let mut dropped = left_out(project, &LEFT_OUT);
        dropped.extend(some([(DroppedPart::Attributes, values), (DroppedPart::ArticleMetadata, metadata)]));
        dropped
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        let extension = if options.tabs { TABS.0 } else { INFO.extension };
        let bytes = write::table(TableKind::Annotations, project, options);
        vec![WrittenFile { name: file_name(&project.title, extension), bytes }]
    }

    fn mime(&self, options: ExportOptions) -> &'static str {
        if options.tabs { TABS.1 } else { INFO.mime }
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read::read(files)
    }
}
