//! Reads files with a token a line as a draft.

use super::layout::Layout;
use super::lines::{Document, documents};
use super::scheme::Scheme;
use super::tag::{Chunk, Tag, decode};
use super::text::{Between, TextBuilder};
use super::words::Words;
use crate::format::draft::{Draft, DraftArticle, DraftTag, OffsetUnit};
use crate::format::draft_reader::read_all;
use crate::format::file_reader::{AddFile, FileReader};
use crate::format::files::without_bom;
use crate::format::{DraftReader, ImportWarning, ReadError, ReadProblem, RecordProblem, SourceFile};
use crate::json::{parse, utf8};
use crate::text::{CodePointOffset, Text};

/// The label of tags without one, such as `B` and `I`.
const NO_LABEL: &str = "entity";
/// How tags are read that do not follow their scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decoding {
    /// As conlleval reads them: a chunk may begin with any tag but `O`.
    #[default]
    Lenient,
    /// Only chunks that follow the scheme of their column, which is found by its tags.
    Strict,
}

/// The lines of a file, without their ends.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect()
}

/// Reads files. Positions in articles are bytes, but for files of this program, which have code points.
///
/// # Errors
/// When a file is not UTF-8, or not in columns.
pub fn read(files: &[SourceFile<'_>], decoding: Decoding) -> Result<Draft, ReadError> {
    read_all(reader(files, decoding))
}

/// Reads files in steps.
pub(super) fn reader<'a>(files: &'a [SourceFile<'a>], decoding: Decoding) -> Box<dyn DraftReader + 'a> {
    let draft = Draft::new(&[OffsetUnit::Bytes]);
    Box::new(FileReader::new(files, draft, Box::new(ColumnFiles { has_several: files.len() > 1, decoding })))
}

/// Reads files, each with documents.
struct ColumnFiles {
    /// Whether places have to name the file.
    has_several: bool,
    decoding: Decoding,
}

impl AddFile for ColumnFiles {
    fn add(&mut self, file: &SourceFile<'_>, draft: &mut Draft) -> Result<(), ReadError> {
        let text = utf8(without_bom(file.bytes))?;
        let name = if self.has_several { file.name } else { "" };
        read_file(draft, &lines(text), name, self.decoding)?;
        let stem = file.name.rsplit('/').next().unwrap_or_default();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        if let [article] = &mut draft.articles[..]
            && article.title.is_empty()
            && !self.has_several
        {
            article.title = stem.to_owned();
        }
        Ok(())
    }
}

fn read_file(draft: &mut Draft, lines: &[&str], name: &str, decoding: Decoding) -> Result<(), ReadError> {
    let project = own_project(lines);
    let is_own = project.is_some();
    if let Some(title) = project.filter(|_| draft.title.is_empty()) {
        draft.title = title;
    }
    let own = || Layout { has_tabs: true, columns: 4, token: 0, tags: vec![3], conllu: None };
    let layout = if is_own { Some(own()) } else { Layout::of(lines) };
    let layout = layout.ok_or_else(|| ReadError::new("", ReadProblem::UnknownFormat))?;
    let place = |line: usize| if name.is_empty() { format!("line {line}") } else { format!("{name}, line {line}") };
    let (documents, warnings) = documents(lines, &layout, place);
    draft.warnings.extend(warnings);
    let schemes = if decoding == Decoding::Strict { schemes(&documents, &layout) } else { Vec::new() };
    let mut is_guessed = false;
    for document in documents {
        let of_document =
            DocumentReader { layout: &layout, schemes: &schemes, place: &place, warnings: &mut draft.warnings };
        let (article, was_guessed) = of_document.read(&document);
        draft.articles.extend(article);
        is_guessed |= was_guessed;
    }
    if is_guessed {
        draft.warnings.push(ImportWarning::Record { place: name.to_owned(), problem: RecordProblem::SpacesGuessed });
    }
    Ok(())
}

/// The scheme of each column with tags.
fn schemes(documents: &[Document<'_>], layout: &Layout) -> Vec<Scheme> {
    let sentences = documents.iter().flat_map(|document| &document.sentences);
    let words: Vec<_> = sentences.map(|sentence| Words::of(&sentence.rows, layout, false)).collect();
    let columns = words.first().map_or(0, |first| first.tags.len());
    (0..columns).map(|column| Scheme::of(words.iter().map(|words| words.tags[column].as_slice()))).collect()
}

/// The title of the project in a file of this program.
fn own_project(lines: &[&str]) -> Option<String> {
    let values = lines.iter().take_while(|line| line.starts_with('#'));
    let mut titles = values.filter_map(|line| line.strip_prefix("# crossread.project = "));
    string(titles.next()?)
}

/// The text of a JSON string.
fn string(json: &str) -> Option<String> {
    Some(parse(json).ok()?.as_str()?.to_owned())
}

struct DocumentReader<'a, P> {
    layout: &'a Layout,
    /// The schemes of the columns, if they are read strictly.
    schemes: &'a [Scheme],
    place: &'a P,
    warnings: &'a mut Vec<ImportWarning>,
}

impl<P: Fn(usize) -> String> DocumentReader<'_, P> {
    fn warn(&mut self, line: usize, problem: RecordProblem) {
        self.warnings.push(ImportWarning::Record { place: (self.place)(line), problem });
    }

    /// The article of a document, and whether spaces were guessed; no article if nothing is in the document.
    fn read(mut self, document: &Document<'_>) -> (Option<DraftArticle>, bool) {
        let own = |wanted: &str| {
            let value = document.own.iter().find(|(name, _)| *name == wanted);
            value.and_then(|(_, value)| string(value))
        };
        let text = own("text");
        if document.sentences.is_empty() && text.is_none() && document.id.is_empty() {
            return (None, false);
        }
        let field = |name: &str| own(name).unwrap_or_default();
        let mut article = DraftArticle {
            id: document.id.to_owned(),
            title: field("title"),
            source: field("source"),
            date: field("date"),
            language: field("language"),
            ..DraftArticle::default()
        };
        match text {
            Some(text) => {
                self.read_own(document, &mut article, text);
                (Some(article), false)
            }
            None => {
                let is_guessed = self.read_other(document, &mut article);
                (Some(article), is_guessed)
            }
        }
    }

    /// Reads a document with its text and offsets.
    fn read_own(&mut self, document: &Document<'_>, article: &mut DraftArticle, text: String) {
        let indexed = Text::new(text.as_str());
        for sentence in &document.sentences {
            let words = Words::of(&sentence.rows, self.layout, true);
            let mut places = Vec::with_capacity(words.pieces.len());
            for piece in &words.pieces {
                let range = piece.offsets.and_then(|(start, end)| {
                    let at = |offset| indexed.from_code_points(CodePointOffset(offset));
                    let is_same = indexed.as_str().get(at(start)?.index()..at(end)?.index()) == Some(piece.form);
                    is_same.then_some((start, end))
                });
                if range.is_none() {
                    self.warn(piece.line, RecordProblem::NotUnderstood(piece.form.to_owned()));
                }
                places.push(range);
            }
            self.add_tags(&words, &places, article);
        }
        article.unit = Some(OffsetUnit::CodePoints);
        article.text = text;
    }

    /// Reads a document whose text has to be made of its tokens. Returns whether spaces were guessed.
    fn read_other(&mut self, document: &Document<'_>, article: &mut DraftArticle) -> bool {
        let mut text = TextBuilder::default();
        for sentence in &document.sentences {
            let words = Words::of(&sentence.rows, self.layout, false);
            let between = match self.layout.conllu {
                None => Between::Line,
                Some(_) if sentence.is_paragraph => Between::Paragraph,
                Some(_) => Between::Space,
            };
            let places = text.add(&words.pieces, sentence.text, between);
            let places: Vec<_> = places.into_iter().map(Some).collect();
            self.add_tags(&words, &places, article);
        }
        article.unit = Some(OffsetUnit::Bytes);
        article.text = text.text;
        text.is_guessed
    }

    /// Adds the tags of a sentence, given the places of its pieces.
    fn add_tags(&mut self, words: &Words<'_>, places: &[Option<(u32, u32)>], article: &mut DraftArticle) {
        for (line, problem) in &words.problems {
            self.warn(*line, problem.clone());
        }
        let line = |word: usize| words.words.get(word).map_or(0, |(line, _)| *line);
        let mut chunks = words.bracketed.clone();
        for (column, tags) in words.tags.iter().enumerate() {
            chunks.extend(match self.schemes.get(column) {
                None => decode(tags),
                Some(scheme) => self.strict(*scheme, tags, line),
            });
        }
        let place = |word: usize| *places.get(words.words.get(word)?.1)?;
        for chunk in chunks {
            let ends = place(chunk.first).zip(place(chunk.end.saturating_sub(1)));
            let label = if chunk.label.is_empty() { NO_LABEL.to_owned() } else { chunk.label };
            article.tags.push(DraftTag {
                place: (self.place)(line(chunk.first)),
                label,
                fragments: ends.map(|((start, _), (_, end))| (start, end)).into_iter().collect(),
                ..DraftTag::default()
            });
        }
    }

    fn strict(&mut self, scheme: Scheme, tags: &[Tag<'_>], line: impl Fn(usize) -> usize) -> Vec<Chunk> {
        match scheme.decode(tags) {
            Ok(chunks) => chunks,
            Err(at) => {
                self.warn(line(at), RecordProblem::NotUnderstood(tags[at].label.to_owned()));
                Vec::new()
            }
        }
    }
}
