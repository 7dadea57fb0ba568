//! Texts of the dialog that exports the project in another format.

/// Heading.
pub const HEADING: &str = "Download as";
/// The group of formats.
pub const FORMAT: &str = "Format";
/// Check box: the table is written for a spreadsheet.
pub const FOR_SPREADSHEETS: &str = "Safe to open in a spreadsheet";
/// What that does.
pub const FOR_SPREADSHEETS_HINT: &str = "Marks the file as UTF-8, and puts an apostrophe before texts that a spreadsheet would compute as formulas. \
     Leave it off for programs that read data.";
/// Check box: tabs between cells.
pub const TABS: &str = "Tabs instead of commas (TSV)";
/// Check box: the texts of the articles are written, too.
pub const WITH_TEXTS: &str = "With the texts of the articles";
/// The format has a place for everything.
pub const NOTHING_LEFT_OUT: &str = "Nothing is left out.";
/// Before the list of what a format has no place for.
pub const LEFT_OUT: &str = "Left out, because the format has no place for it:";
/// Button.
pub const DOWNLOAD: &str = "Download";

/// A format with the extension of its files.
pub fn format(title: &str, extension: &str) -> String {
    format!("{title} (.{extension})")
}
