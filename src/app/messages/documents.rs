//! Documents and archives that become articles: how they are read, and what is wrong with them.

use super::text::{counted, mebibytes, quoted};
use crate::format::archive::{ArchiveProblem, ENTRIES, EntryProblem};
use crate::format::documents::{DocumentDetails, DocumentKind, DocumentProblem};
use crate::text::isolated;

/// Field: how the text is taken out of a file.
pub const KIND: &str = "Read as";
/// The part of the program that reads documents did not come from the server.
pub const NOT_LOADED: &str =
    "it cannot be read yet, because a part of Crossread does not come from the server. Choose it again later";
/// An archive has no files.
pub const EMPTY_ARCHIVE: &str = "the archive has no files in it";
/// The browser has no memory for a file of an archive.
pub const NO_MEMORY: &str = "the browser has no memory for it";

/// How a file is read.
pub fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::PlainText => "Plain text",
        DocumentKind::Html => "Web page (HTML)",
        DocumentKind::Markdown => "Markdown",
        DocumentKind::Word => "Word document",
    }
}

/// What a text was taken out of.
pub fn read_as(kind: DocumentKind) -> String {
    let what = match kind {
        DocumentKind::PlainText => "all of the file",
        DocumentKind::Html => "a web page: without markup, navigation, and what is hidden",
        DocumentKind::Markdown => "Markdown: without markup",
        DocumentKind::Word => "a Word document: without headers, comments, and deleted text",
    };
    format!("Read from {what}")
}

/// Text outside of the element with the article was left out; in characters.
pub fn outside_article(count: usize) -> String {
    format!("{} outside of the article left out", counted(count, "character", "characters"))
}

/// What becomes the note of the article.
pub fn note(details: &DocumentDetails) -> String {
    let parts = [details.author.as_str(), details.url.as_str()];
    let parts = parts.into_iter().filter(|part| !part.is_empty() && *part != details.source);
    parts.collect::<Vec<_>>().join("\n")
}

/// What is noted about the article.
pub fn noted(note: &str) -> String {
    let parts: Vec<String> = note.lines().map(|part| isolated(part).into_owned()).collect();
    format!("In the note of the article: {}", parts.join(", "))
}

/// Why a document cannot be read.
pub fn problem(problem: &DocumentProblem) -> String {
    match problem {
        DocumentProblem::NotWord => {
            "expected a Word document (.docx), but it has no such text in it. Open it in its own program, copy the text, and paste it here with Ctrl+V"
                .to_owned()
        }
        DocumentProblem::TooDeep { part, most } => {
            format!("its part {} is nested too deep; the limit is {most}", quoted(part))
        }
        DocumentProblem::Xml { part, reason } if reason.is_empty() => {
            format!("its part {} is damaged: expected XML in UTF-8", quoted(part))
        }
        DocumentProblem::Xml { part, reason } => {
            format!("its part {} is damaged: expected XML; {}", quoted(part), isolated(reason))
        }
    }
}

/// Something is wrong with a part of a document.
pub fn in_part(part: &str, reason: &str) -> String {
    format!("its part {}: {reason}", quoted(part))
}

/// Why an archive cannot be read.
pub fn archive_problem(problem: &ArchiveProblem) -> String {
    match problem {
        ArchiveProblem::Damaged => {
            "expected a ZIP archive, but its list of files is missing or damaged. Copy or download it again".to_owned()
        }
        ArchiveProblem::TooManyEntries => {
            format!("the archive has too many files in it; the limit is {ENTRIES}. Unpack it first")
        }
    }
}

/// Why a file in an archive cannot be read.
pub fn entry_problem(problem: &EntryProblem) -> String {
    match problem {
        EntryProblem::Encrypted => {
            "it is encrypted. Unpack the archive with its password, and add the files".to_owned()
        }
        EntryProblem::Method(method) => {
            format!(
                "it is compressed in a way that cannot be read (method {method} of ZIP). Unpack the archive, and add the files"
            )
        }
        EntryProblem::Damaged => "it is damaged: its length or checksum is not that in the archive".to_owned(),
    }
}

/// A file in an archive is larger than what may still be unpacked.
pub fn too_large_unpacked(found: usize, most: usize) -> String {
    format!("it has {} when it is unpacked, and only {} more can be read at once", mebibytes(found), mebibytes(most))
}
