//! The parts of a Word document, and their relationships (Open Packaging Conventions).

use super::properties;
use super::xml::{decode, parse};
use crate::format::documents::{DocumentDetails, DocumentProblem};

/// A part of a document: its name and its content.
pub type WordPart = (String, Vec<u8>);

/// The name of the part that has the text, where the document does not say it.
const MAIN_PART: &str = "word/document.xml";

/// The parts of a document with their names.
pub(super) struct Package<'a> {
    pub(super) parts: &'a [WordPart],
}

impl Package<'_> {
    /// The bytes of a part. Names are the same in upper and lower case.
    fn find(&self, name: &str) -> Option<&WordPart> {
        self.parts.iter().find(|(other, _)| other.eq_ignore_ascii_case(name))
    }

    /// The text of a part.
    pub(super) fn text(&self, name: &str) -> Result<String, DocumentProblem> {
        let (_, bytes) = self.find(name).ok_or(DocumentProblem::NotWord)?;
        let damaged = || DocumentProblem::Xml { part: name.to_owned(), reason: String::new() };
        decode(bytes).ok_or_else(damaged)
    }

    /// The name of the part with the text.
    pub(super) fn main_part(&self) -> Result<String, DocumentProblem> {
        let related = self.related("", "officeDocument")?;
        let found = related.into_iter().chain([MAIN_PART.to_owned()]).find(|name| self.find(name).is_some());
        found.ok_or(DocumentProblem::NotWord)
    }

    /// The part with the footnotes or endnotes of a part, with its name.
    pub(super) fn notes_of(&self, part: &str, kind: &str) -> Result<Option<(String, String)>, DocumentProblem> {
        let name = self.related(part, kind)?.into_iter().find(|name| self.find(name).is_some());
        name.map(|name| Ok((name.clone(), self.text(&name)?))).transpose()
    }

    /// What the document says of itself.
    pub(super) fn details(&self) -> Result<DocumentDetails, DocumentProblem> {
        let name = self.related("", "core-properties")?.into_iter().find(|name| self.find(name).is_some());
        let Some(name) = name else { return Ok(DocumentDetails::default()) };
        let xml = self.text(&name)?;
        Ok(properties::read(&parse(&name, &xml)?))
    }

    /// The parts to which a part, or the whole document, has a relationship of this kind.
    fn related(&self, part: &str, kind: &str) -> Result<Vec<String>, DocumentProblem> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let list = format!("{prefix}_rels/{name}.rels");
        if self.find(&list).is_none() {
            return Ok(Vec::new());
        }
        let xml = self.text(&list)?;
        let relationships = parse(&list, &xml)?;
        let targets = relationships.root_element().children().filter(|node| {
            let is_kind = node.attribute("Type").and_then(|kind| kind.rsplit('/').next()) == Some(kind);
            is_kind && node.attribute("TargetMode") != Some("External")
        });
        let targets = targets.filter_map(|node| node.attribute("Target"));
        Ok(targets.map(|target| resolved(&prefix, target)).collect())
    }
}

/// The name of a part from a target that may be relative to a folder.
fn resolved(prefix: &str, target: &str) -> String {
    let path = if target.starts_with('/') { target.to_owned() } else { format!("{prefix}{target}") };
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}
