//! Texts of the dialog that exports the project in another format.

use super::text::{counted, quoted};
use crate::format::{TagScheme, Tokeniser};

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
/// What that does.
pub const TABS_HINT: &str = "Some programs expect the extension .tsv and no commas.";
/// The format has a place for everything.
pub const NOTHING_LEFT_OUT: &str = "Nothing is left out.";
/// Before the list of what a format has no place for.
pub const LEFT_OUT: &str = "Left out, because the format has no place for it:";
/// Button.
pub const DOWNLOAD: &str = "Download";
/// Button: stops writing the file.
pub const CANCEL: &str = "Cancel";
/// The file is not written.
pub const CANCELLED: &str = "The download was cancelled.";
/// While the file is written.
pub const WRITING: &str = "Writing the file";
/// The options, what is left out, and the preview.
pub const DETAILS: &str = "About the format";
/// The group of options.
pub const OPTIONS: &str = "Options";
/// The select of the scheme of tags.
pub const SCHEME: &str = "Scheme of tags";
/// The select of what a token is.
pub const TOKENS: &str = "Tokens";
/// Check box: an archive of a file for each article.
pub const ONE_FILE_EACH: &str = "One file for each article";
/// What that does.
pub const ONE_FILE_EACH_HINT: &str = "Several files come as one ZIP archive.";
/// Check box: the texts of articles are in the files.
pub const WITH_TEXTS: &str = "Texts of articles";
/// What that does.
pub const WITH_TEXTS_HINT: &str =
    "Without the texts, the files have only what was tagged. They cannot be opened again on their own.";
/// While what is left out is counted.
pub const COUNTING: &str = "Counting what is left out…";
/// The heading of the first lines of the files.
pub const PREVIEW: &str = "Preview";

/// A format with the extension of its files.
pub fn format(title: &str, extension: &str) -> String {
    format!("{title} (.{extension})")
}

/// A scheme of tags.
pub fn scheme(scheme: TagScheme) -> &'static str {
    match scheme {
        TagScheme::Iob2 => "IOB2, also called BIO",
        TagScheme::Iob1 => "IOB1, as in CoNLL-2003",
        TagScheme::Bioes => "BIOES",
        TagScheme::Bilou => "BILOU",
    }
}

/// What a token is.
pub fn tokeniser(tokeniser: Tokeniser) -> &'static str {
    match tokeniser {
        Tokeniser::Words => "words and signs",
        Tokeniser::Spaces => "what is between spaces",
    }
}

/// How many files there are, if that is known, and how much is left out.
pub fn summary(files: Option<usize>, left_out: usize) -> String {
    let files = match files {
        Some(1) => "1 file. ".to_owned(),
        Some(count) => format!("{} in a ZIP archive. ", counted(count, "file", "files")),
        None => String::new(),
    };
    match left_out {
        0 => format!("{files}{NOTHING_LEFT_OUT}"),
        1 => format!("{files}1 thing is left out."),
        count => format!("{files}{count} things are left out."),
    }
}

/// The preview is about a part of the project.
pub fn preview_of(title: &str, articles: usize) -> String {
    format!("Of the beginning of {} only; the project has {}.", quoted(title), counted(articles, "article", "articles"))
}

/// After the first files.
pub fn more_files(count: usize) -> String {
    format!("and {}", counted(count, "more file", "more files"))
}

/// The size of a file.
pub fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => counted(bytes, "byte", "bytes"),
        _ => super::backup::size(bytes as f64),
    }
}
