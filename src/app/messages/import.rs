//! Texts of the dialog that imports files of other tools.

use super::text::counted;
use crate::format::draft::OffsetUnit;
use crate::text::isolated;

/// The heading until the files are read.
pub const HEADING: &str = "Import";
/// While the code is loaded.
pub const LOADING: &str = "Loading…";
/// While the files are read.
pub const READING: &str = "Reading the files…";
/// The select of the format.
pub const FORMAT: &str = "Format";
/// The select of the unit of offsets.
pub const UNIT: &str = "Positions count";
/// The option of the unit that was found out.
pub const AS_FOUND: &str = "as found in the file";
/// Before the list of labels.
pub const LABELS: &str = "Labels";
/// The column of the file's labels.
pub const IN_FILE: &str = "In the file";
/// The column of the project's labels.
pub const IN_PROJECT: &str = "In the project";
/// The column of the number of tags.
pub const TAGS: &str = "Tags";
/// Below the list of labels.
pub const SAME_NAME: &str = "Labels with the same name become one.";
/// The button.
pub const IMPORT: &str = "Import as a new project";
/// What becomes of the open project.
pub const OPEN_ONE_STAYS: &str = "The open project stays in the list of projects.";
/// The button that imports nothing.
pub const CANCEL: &str = "Cancel";
/// Several units fit.
pub const CHOOSE_UNIT: &str =
    "Choose what positions count: the file does not show it, and the tags are at other places for each.";

/// The heading for one file.
pub fn heading(name: &str) -> String {
    format!("Import {}", isolated(name))
}

/// The heading for several files.
pub fn heading_of_files(count: usize) -> String {
    format!("Import {}", counted(count, "file", "files"))
}

/// What is in the files.
pub fn content(articles: usize, tags: usize, relations: usize, entities: usize) -> String {
    let mut parts = vec![counted(articles, "article", "articles"), counted(tags, "tag", "tags")];
    if relations > 0 {
        parts.push(counted(relations, "relation", "relations"));
    }
    if entities > 0 {
        parts.push(counted(entities, "entity", "entities"));
    }
    parts.join(", ")
}

/// A unit of offsets.
pub fn unit(unit: OffsetUnit) -> &'static str {
    match unit {
        OffsetUnit::CodePoints => "Unicode characters (code points)",
        OffsetUnit::Utf16 => "UTF-16 units, as JavaScript and Java",
        OffsetUnit::Graphemes => "characters as readers see them (graphemes)",
        OffsetUnit::Bytes => "bytes of UTF-8",
    }
}

/// Which unit was found out.
pub fn found_unit(found: OffsetUnit) -> String {
    format!("Positions count {}.", unit(found))
}

/// The name of the field with the name that a label gets.
pub fn label_field(name: &str) -> String {
    format!("Name of {} in the project", isolated(name))
}

/// The summary of the warnings.
pub fn warnings(count: usize) -> String {
    counted(count, "warning", "warnings")
}

/// After the first warnings.
pub fn more_warnings(count: usize) -> String {
    format!("and {count} more")
}
