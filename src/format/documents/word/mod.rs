//! The text of a Word document (Office Open XML, ECMA-376): paragraphs, tables, notes. Not its headers, comments, deleted and hidden text.

mod body;
mod field_codes;
mod package;
mod properties;
#[cfg(test)]
mod tests;
mod xml;

use super::{Document, DocumentProblem};
use crate::format::archive::Entry;
use body::Body;
use package::Package;
pub use package::WordPart;

/// Whether a part of a document has to be unpacked to read its text: not pictures, fonts, themes and the like.
pub fn is_needed(name: &str) -> bool {
    let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    let others = [
        "theme",
        "settings",
        "fontTable",
        "styles",
        "numbering",
        "comments",
        "header",
        "footer",
        "customXml",
        "charts",
    ];
    is_xml && !others.iter().any(|other| name.contains(other))
}

/// Whether these are the files of an office document, which is an archive too.
pub fn is_office(entries: &[Entry<'_>]) -> bool {
    entries.iter().any(|entry| entry.name.eq_ignore_ascii_case("[Content_Types].xml"))
}

/// Reads a document from the parts that are needed, each with its name.
///
/// # Errors
/// When it has no text part, or a part is not XML.
pub fn read(parts: &[WordPart]) -> Result<Document, DocumentProblem> {
    let package = Package { parts };
    let main = package.main_part()?;
    let footnotes = package.notes_of(&main, "footnotes")?;
    let endnotes = package.notes_of(&main, "endnotes")?;
    let xml = package.text(&main)?;
    let mut body = Body::default();
    body.read_main(&xml::parse(&main, &xml)?);
    for (name, xml) in footnotes.iter().chain(&endnotes) {
        body.read_notes(&xml::parse(name, xml)?);
    }
    let mut document = body.finish();
    document.details = package.details()?;
    Ok(document)
}
