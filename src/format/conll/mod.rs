//! CoNLL: a token a line with its tags, an empty line between sentences. CoNLL-2002, CoNLL-2003, GermEval, WNUT, the files of doccano,
//! and CoNLL-U are read, with tags in any of the usual schemes.
//!
//! The format has no text and no positions. An export has both: `# crossread.text` has the text of the article as a JSON string, and the
//! columns after each token are its start and end in code points, so that the export is read exactly. In files of other programs the
//! text is that in `# text =`, or is made of the tokens, with a warning.

mod brackets;
mod layout;
mod lines;
mod plan;
mod read;
mod scheme;
mod tag;
mod text;
mod words;
mod write;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::draft::Draft;
use super::file_parts::joined;
use super::left_out::{count, some};
use super::{
    DraftReader, Dropped, DroppedPart, ExportOption, ExportOptions, FileParts, Format, FormatInfo, ReadError,
    SourceFile, WrittenFile,
};
use crate::model::{Article, Project};
use plan::Plan;

pub use read::{Decoding, read};
pub use scheme::Scheme;
pub use tag::{Chunk, Prefix, Tag, decode};

/// How much of a file is examined to recognise it, in bytes.
const HEAD: usize = 16_384;
/// The parts of a project that the files never contain, besides tags.
const NEVER: [DroppedPart; 13] = [
    DroppedPart::ArticleDetails,
    DroppedPart::Relations,
    DroppedPart::Entities,
    DroppedPart::EntityLinks,
    DroppedPart::Attributes,
    DroppedPart::Notes,
    DroppedPart::RowTitles,
    DroppedPart::Authorship,
    DroppedPart::Ids,
    DroppedPart::Definitions,
    DroppedPart::Predictions,
    DroppedPart::RejectedSuggestions,
    DroppedPart::UnknownFields,
];

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("conll", "conll", "text/plain;charset=utf-8").with_options(&[
    ExportOption::Scheme,
    ExportOption::Tokeniser,
    ExportOption::OneFileEach,
]);

/// CoNLL as a [`Format`].
pub struct Conll;

impl Format for Conll {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, _: &str, bytes: &[u8]) -> bool {
        let head = &bytes[..bytes.len().min(HEAD)];
        let text = String::from_utf8_lossy(head);
        let text = text.trim_start_matches('\u{feff}');
        let mut lines = read::lines(text);
        if bytes.len() > HEAD {
            lines.pop();
        }
        text.starts_with("# crossread.project = ") || layout::Layout::of(&lines).is_some()
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        self.dropped_with(project, ExportOptions::default())
    }

    fn dropped_steps<'a>(
        &'a self,
        project: &'a Project,
        options: ExportOptions,
    ) -> Box<dyn Iterator<Item = Vec<Dropped>> + 'a> {
        let tags = move |article: &Rc<Article>| some(Plan::of(project, article, options.tokeniser).left_out);
        let never = || some(NEVER.map(|part| (part, count(project, part))));
        Box::new(project.articles().iter().map(tags).chain(std::iter::once_with(never)))
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        joined(self.parts(project, options))
    }

    fn parts<'a>(&'a self, project: &'a Project, options: ExportOptions) -> FileParts<'a> {
        write::parts(project, options)
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read(files, Decoding::default())
    }

    fn reader<'a>(&'a self, files: &'a [SourceFile<'a>]) -> Box<dyn DraftReader + 'a> {
        read::reader(files, Decoding::default())
    }
}
