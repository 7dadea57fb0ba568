//! brat standoff: a text (`.txt`) beside a file with lines about it (`.ann`, or `.a1` and `.a2`), and `annotation.conf` and
//! `visual.conf` in the same folder or one above.
//!
//! Sources: <https://brat.nlplab.org/standoff.html>, <https://brat.nlplab.org/configuration.html>, and brat's `annotation.py` and
//! `projectconfig.py`.
//!
//! | line | becomes |
//! |---|---|
//! | `T` | a tag; its id stays, after the path of the document if there are several |
//! | `E` | a tag at the trigger, with the id `T1-E1`, and a relation for each argument, whose type is the role |
//! | `R` | a relation |
//! | `*` | relations of a symmetric type, from each member to the next |
//! | `A`, `M` | an attribute of a tag; those of relations are left out |
//! | `N` | an entity with an identifier |
//! | `#` | a note of a tag or relation; several lines become lines of one note |
//!
//! What only brat distinguishes (labels of events, roles) is remembered in the schema: see `kinds`.

mod attributes;
mod colours;
mod configuration;
mod configuration_files;
mod document;
mod entities;
mod fragments;
mod kinds;
mod left_out;
mod line;
mod names;
mod numbers;
mod read;
mod schema;
mod write;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::document_paths::paths;
use super::draft::Draft;
use super::draft_reader::{AtOnce, read_all};
use super::file_parts::joined;
use super::{
    DraftReader, Dropped, ExportOption, ExportOptions, FilePart, FileParts, Format, FormatInfo, ReadError, SourceFile,
    WrittenFile,
};
use crate::model::{Article, Project};

use names::Names;
use write::Identifiers;

/// How much of a file is looked at.
const HEAD: usize = 4_096;

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("brat", "ann", "text/plain;charset=utf-8").with_options(&[ExportOption::WithoutTexts]);

/// brat standoff as a [`Format`].
pub struct Brat;

impl Format for Brat {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    /// Standoff files, by their extension and first line. Files without annotations are empty.
    fn recognises(&self, file_name: &str, bytes: &[u8]) -> bool {
        let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
        let is_named = extension.is_some_and(|extension| matches!(extension.as_str(), "ann" | "a1" | "a2"));
        let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
        let first = head.lines().map(|line| line.trim_start_matches('\u{feff}')).find(|line| !line.trim().is_empty());
        is_named && first.is_none_or(is_standoff)
    }

    /// The text of a standoff file, and the configuration.
    fn goes_with(&self, file_name: &str, others: &[&str]) -> bool {
        let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let is_conf = ["annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf"];
        let own = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
        let is_text = file_name.to_lowercase().ends_with(".txt");
        let has_standoff = |other: &&&str| {
            matches!(other.rsplit('.').next(), Some("ann" | "a1" | "a2")) && stem(other) == stem(file_name)
        };
        is_conf.contains(&own) || is_text && others.iter().any(|other| has_standoff(&other))
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        left_out::left_out(project)
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        joined(self.parts(project, options))
    }

    fn parts<'a>(&'a self, project: &'a Project, options: ExportOptions) -> FileParts<'a> {
        let names = Names::new(project);
        let identifiers = Identifiers::new(project);
        let configuration = [
            FilePart::new("annotation.conf", configuration_files::annotation(project, &names)),
            FilePart::new("visual.conf", configuration_files::visual(project, &names)),
        ];
        let pair = move |(article, path): (&Rc<Article>, String)| {
            let standoff = write::standoff(project, article, &names, &identifiers);
            let text = || FilePart::new(format!("{path}.txt"), article.text.as_str().to_owned());
            let text = (!options.without_texts).then(text);
            text.into_iter().chain([FilePart::new(format!("{path}.ann"), standoff)])
        };
        Box::new(configuration.into_iter().chain(project.articles().iter().zip(paths(project)).flat_map(pair)))
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read_all(self.reader(files))
    }

    fn reader<'a>(&'a self, files: &'a [SourceFile<'a>]) -> Box<dyn DraftReader + 'a> {
        match read::Reader::new(files) {
            Ok(reader) => Box::new(reader),
            Err(error) => Box::new(AtOnce::new(Box::new(move || Err(error.clone())))),
        }
    }
}

/// Whether a line begins with an id of standoff and a TAB.
fn is_standoff(line: &str) -> bool {
    let Some((id, _)) = line.split_once('\t') else { return false };
    let number = id.trim_start_matches(|one: char| one.is_ascii_alphabetic() || one == '#');
    let is_numbered = !number.is_empty() && number.len() < id.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    id == "*" || is_numbered
}
