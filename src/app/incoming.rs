//! Texts on their way to becoming articles: what the dialog that adds them shows.

use std::rc::Rc;

use super::messages::files as words;
use crate::format::documents::{DocumentDetails, DocumentKind};
use crate::text::{Broken, Encoding};

/// The number of the first text that is pasted; files have numbers from 1, and other pasted texts the largest ones.
pub const PASTED: u32 = 0;

/// The texts and files of the dialog that adds articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// The texts, in the order in which they came.
    pub texts: Vec<IncomingText>,
    /// The files that are not added.
    pub refused: Vec<RefusedFile>,
    /// The texts that the user has taken out, each with its place among the others; the last one comes last.
    pub removed: Vec<(usize, IncomingText)>,
}

/// A text that is to become an article.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingText {
    /// Identifies it in the dialog; for a file, its number in `web::handles`.
    pub number: u32,
    /// The proposed title.
    pub title: String,
    /// Where it comes from.
    pub source: TextSource,
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum TextSource {
    /// It is pasted or typed into a field, which begins with this text.
    Pasted {
        /// The text on the clipboard; empty where the user is to paste one.
        text: Rc<str>,
        /// Where it had halves of surrogate pairs.
        broken: Broken,
    },
    /// A file.
    File {
        /// Its name.
        name: String,
        /// Its text.
        text: Rc<FileText>,
        /// How it is being read again, until that is done.
        reading: Option<ReadAs>,
        /// Why it could not be read again, as a message.
        problem: Option<String>,
    },
}

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadAs {
    /// The encoding.
    pub encoding: Encoding,
    /// How the text is taken out of it.
    pub kind: DocumentKind,
}

/// A text that was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The text, normalised.
    pub text: String,
    /// How it was taken out of the file.
    pub kind: DocumentKind,
    /// What the file says of the article.
    pub details: DocumentDetails,
    /// How many characters it has.
    pub characters: usize,
    /// A part that shows whether it was read well: the beginning, and around what was not.
    pub preview: String,
    /// The encoding that it was read in.
    pub encoding: Encoding,
    /// Whether the encoding was guessed.
    pub is_guess: bool,
    /// What was changed while reading it, one message each.
    pub remarks: Vec<String>,
    /// What may be wrong with it, one message each.
    pub warnings: Vec<String>,
}

/// A file that is not added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedFile {
    /// Its number in `web::handles`, if it can be added as plain text all the same.
    pub as_text: Option<u32>,
    /// Its name.
    pub name: String,
    /// Why it is not added, as a sentence that names it.
    pub message: String,
}

/// Something about texts that become articles.
#[derive(Clone, Debug)]
pub enum IncomingAction {
    /// A text was pasted on the page.
    Pasted {
        /// The text.
        text: String,
        /// Where it had halves of surrogate pairs.
        broken: Broken,
    },
    /// Read the file of this number again in another way.
    Reread(u32, ReadAs),
    /// Read a refused file as plain text.
    ReadAsText(u32),
    /// A file was read again, in this way if one was asked for.
    RereadDone(u32, Option<ReadAs>, Result<Box<FileText>, String>),
    /// Do not add this text.
    Remove(u32),
    /// Add a text after all that was taken out.
    Restore(u32),
    /// These articles were added: show them and close the dialog.
    Added(Vec<crate::model::ArticleId>),
}

impl IncomingText {
    /// A text from a file; its title is that of the document, or made of the file's name.
    pub fn of_file(number: u32, name: String, text: FileText) -> Self {
        let title = title_of_file(&name, &text.details);
        let source = TextSource::File { name, text: Rc::new(text), reading: None, problem: None };
        Self { number, title, source }
    }
}

impl FileText {
    /// How it was read.
    pub fn read_as(&self) -> ReadAs {
        ReadAs { encoding: self.encoding, kind: self.kind }
    }
}

/// The title of a file's text.
pub fn title_of_file(name: &str, details: &DocumentDetails) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    match (details.title.is_empty(), stem.is_empty()) {
        (false, _) => details.title.clone(),
        (true, true) => words::UNTITLED_ARTICLE.to_owned(),
        (true, false) => stem.replace('_', " "),
    }
}

impl Incoming {
    /// A text that the user will paste.
    pub fn to_paste() -> Self {
        Self::pasted("", Broken::default())
    }

    /// A text from the clipboard.
    pub fn pasted(text: &str, broken: Broken) -> Self {
        let title = title_of(text);
        let source = TextSource::Pasted { text: text.into(), broken };
        Self { texts: vec![IncomingText { number: PASTED, title, source }], ..Self::default() }
    }

    /// Adds another text from the clipboard; where the user was to paste one, it becomes that one.
    pub fn paste(&mut self, pasted: &str, broken: Broken) {
        let empty = self.texts.iter_mut().find_map(|one| match &mut one.source {
            TextSource::Pasted { text, broken } if text.is_empty() => Some((&mut one.title, text, broken)),
            _ => None,
        });
        if let Some((title, text, broken_before)) = empty {
            (*text, *broken_before) = (pasted.into(), broken);
            if title.is_empty() {
                *title = title_of(pasted);
            }
            return;
        }
        let is_pasted = |text: &&IncomingText| matches!(text.source, TextSource::Pasted { .. });
        let count = self.all().filter(is_pasted).count() as u32;
        let mut other = Self::pasted(pasted, broken);
        for text in other.texts.iter_mut().filter(|_| count > 0) {
            text.number = u32::MAX - count;
        }
        self.append(other);
    }

    /// All texts, also those that were taken out.
    fn all(&self) -> impl Iterator<Item = &IncomingText> {
        self.texts.iter().chain(self.removed.iter().map(|(_, text)| text))
    }

    /// Takes a text out.
    pub fn remove(&mut self, number: u32) {
        if let Some(at) = self.texts.iter().position(|text| text.number == number) {
            self.removed.push((at, self.texts.remove(at)));
        }
    }

    /// Puts a text back that was taken out.
    pub fn restore(&mut self, number: u32) {
        if let Some(at) = self.removed.iter().position(|(_, text)| text.number == number) {
            let (place, text) = self.removed.remove(at);
            self.texts.insert(place.min(self.texts.len()), text);
        }
    }

    /// The numbers of its files.
    pub fn files(&self) -> Vec<u32> {
        let is_file = |text: &&IncomingText| matches!(text.source, TextSource::File { .. });
        let texts = self.all().filter(is_file).map(|text| text.number);
        texts.chain(self.refused.iter().filter_map(|file| file.as_text)).collect()
    }

    /// Whether any of it can become an article.
    pub fn has_texts(&self) -> bool {
        !self.texts.is_empty() || self.refused.iter().any(|file| file.as_text.is_some())
    }

    /// Adds what came later.
    pub fn append(&mut self, other: Self) {
        self.texts.extend(other.texts);
        self.refused.extend(other.refused);
    }

    /// Makes the titles of the texts from the index on different from those before them and from these.
    pub fn tell_titles_apart<'a>(&mut self, from: usize, others: impl Iterator<Item = &'a str>) {
        let mut taken: Vec<String> = others.map(str::to_owned).collect();
        for (index, text) in self.texts.iter_mut().enumerate() {
            if index >= from && !text.title.is_empty() {
                text.title = distinct_title(&text.title, &taken);
            }
            taken.push(text.title.clone());
        }
    }
}

/// How much of a text is shown before it is added, in characters.
const PREVIEW: usize = 600;
/// How much is shown before the first place to check, if that is not in the beginning.
const BEFORE: usize = 60;

/// The beginning of a text, and the surroundings of the first character that tells whether it was read in the right encoding.
pub fn preview(text: &str) -> String {
    let place = text.find(char::REPLACEMENT_CHARACTER).or_else(|| text.find(|c: char| !c.is_ascii())).unwrap_or(0);
    if text[..place].chars().nth(PREVIEW / 2).is_none() {
        return first(text, PREVIEW);
    }
    let start = text[..place].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    format!("{}\n…{}", first(text, PREVIEW / 4), first(&text[start..], PREVIEW / 2))
}

/// The first characters, with an ellipsis if there are more.
fn first(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    format!("{}{}", &text[..end], if end < text.len() { "…" } else { "" })
}

/// A title that is not taken: with a number, if need be.
pub fn distinct_title(title: &str, taken: &[String]) -> String {
    let numbered = (2..).map(|number| format!("{title} ({number})"));
    let mut candidates = std::iter::once(title.to_owned()).chain(numbered);
    candidates.find(|candidate| !taken.contains(candidate)).unwrap_or_default()
}

/// The longest first line that is proposed as a title, in characters.
const TITLE: usize = 120;

/// The title of a pasted text: its first line, if that is short and not all of it.
fn title_of(text: &str) -> String {
    match text.trim().split_once(['\n', '\r']) {
        Some((first, _)) if first.chars().count() <= TITLE => first.trim().to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_titles_get_numbers() {
        let mut incoming = Incoming::default();
        for title in ["a", "a", "b", "a (2)", "", ""] {
            let source = TextSource::Pasted { text: "".into(), broken: Broken::default() };
            incoming.texts.push(IncomingText { number: PASTED, title: title.to_owned(), source });
        }
        incoming.tell_titles_apart(0, ["b"].into_iter());
        let titles: Vec<_> = incoming.texts.iter().map(|text| text.title.as_str()).collect();
        assert_eq!(titles, ["a", "a (2)", "b (2)", "a (2) (2)", "", ""]);
    }

    #[test]
    fn a_preview_has_the_first_character_that_matters() {
        assert_eq!(preview("Zoë."), "Zoë.");
        assert_eq!(preview(&"a".repeat(601)), format!("{}…", "a".repeat(600)));
        let late = preview(&format!("{} Zoë {}", "a".repeat(5_000), "b".repeat(900)));
        assert!(late.starts_with("aaaa") && late.contains(" Zoë bbb") && late.len() < 700, "{late}");
        assert!(preview(&format!("é{}\u{fffd}", "a".repeat(5_000))).contains('\u{fffd}'));
    }

    #[test]
    fn the_title_of_a_pasted_text_is_its_first_line() {
        assert_eq!(title_of("  Headline \r\nText."), "Headline");
        assert_eq!(title_of("Only one line.\n"), "");
        assert_eq!(title_of(&format!("{}\nText.", "long ".repeat(30))), "");
    }
}
