//! Who says what: direct and indirect speech with its source and its cue ("said").
//!
//! A paragraph is read sentence by sentence ([`sentence`]), with each quotation as one item ([`items`]). In a sentence, each verb of
//! saying ([`cues`]) has a source ([`subjects`]) and something that is said ([`content`]). Quotations that stand alone belong to
//! the source before them. At the end the sources get their names ([`people`]).

mod content;
mod cues;
mod items;
mod people;
mod phrases;
mod quotations;
mod sentence;
mod sources;
mod subjects;

use std::ops::Range;

use crate::analysis::parsed::ParsedArticle;
use crate::analysis::suggestions::Attribution;
use crate::text::{ByteOffset, Text, TextRange};

use content::quoted;
use items::{Item, Paragraph, paragraphs};
use people::People;
use sentence::{Reading, Said, read};
use sources::{Source, source};
use subjects::first_phrase;

/// What somebody says.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// The words that name the source: "Gerald Darmanin", "a spokesman for Mr Darmanin", "he".
    pub source: TextRange,
    /// The words that tell that something is said.
    pub cue: Option<TextRange>,
    /// What is said, without quotation marks around it.
    pub content: TextRange,
    /// Whether it is quoted.
    pub attribution: Attribution,
    /// The name of the source, as far as the article tells: the full name, or the words of the source.
    pub name: String,
    /// Whether the source is a pronoun for which no name was found.
    pub is_unresolved: bool,
    /// The confidence, above 0 and up to 1.
    pub score: f64,
}

/// The source of the last thing said.
#[derive(Clone, Debug)]
struct Last {
    source: Source,
    paragraph: usize,
    cue: Option<TextRange>,
    /// Whether its paragraph ends with a quotation of it, or introduces one.
    goes_on: bool,
}

/// What is said in an article, in the order of its sentences.
pub fn speeches(article: &ParsedArticle) -> Vec<Speech> {
    let paragraphs = paragraphs(article);
    let people = People::new(article, &paragraphs);
    let mut reader = Reader { article, people, last: None, found: Vec::new() };
    for (index, paragraph) in paragraphs.iter().enumerate() {
        reader.paragraph(paragraph, index);
    }
    reader.found
}

/// The quotations of an article, with their marks, in order.
pub fn quotations(article: &ParsedArticle) -> Vec<TextRange> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in article.article.text.as_str().split_inclusive('\n') {
        found.extend(quotations::quotations(line.trim_end(), start).iter().map(|one| one.outer));
        start += line.len();
    }
    found
}

struct Reader<'a> {
    article: &'a ParsedArticle,
    people: People,
    last: Option<Last>,
    found: Vec<Speech>,
}

/// The fewest words of a quotation without a cue that is taken for speech.
const QUOTED_WORDS: usize = 5;

impl Reader<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, index: usize) {
        let items = &paragraph.items;
        let mut subject: Option<Range<usize>> = None;
        for frame in &paragraph.frames {
            let reading = read(&self.article.language.speech, items, frame.clone());
            let is_only_quotations = items[frame.clone()].iter().all(|item| item.quotation().is_some() || !item.is_content() && item.lower.is_empty());
            for said in &reading.said {
                self.said(items, index, said);
            }
            if reading.said.is_empty() && reading.last_source.is_some() {
                let range = reading.last_source.clone().unwrap_or_default();
                self.remember(items, index, range, None);
            }
            self.quotations_without_cue(items, index, frame.clone(), &reading, (is_only_quotations, subject.clone()));
            if !is_only_quotations {
                let own = first_phrase(items, frame.start, frame.end);
                subject = reading.last_source.clone().or(own).or(subject);
            }
        }
        let ends = items.last().is_some_and(|item| item.quotation().is_some() || item.is_mark(':'));
        let is_introduced = items.last().is_some_and(|item| item.is_mark(':'));
        if is_introduced && let Some(subject) = subject {
            if self.last.as_ref().is_none_or(|last| last.paragraph != index) {
                self.remember(items, index, subject, None);
            }
        }
        if let Some(last) = &mut self.last {
            last.goes_on = last.paragraph == index && (ends || last.goes_on);
        }
    }

    fn said(&mut self, items: &[Item], paragraph: usize, said: &Said) {
        let cue = said.cue.as_ref().and_then(|cue| range_of(items, cue.clone()));
        let source = match &said.source {
            Some(phrase) => self.source(items, paragraph, phrase.clone()),
            None => self.last.as_ref().filter(|last| last.paragraph + 1 >= paragraph).map(|last| last.source.clone()),
        };
        let Some(source) = source else { return };
        self.last = Some(Last { source: source.clone(), paragraph, cue, goes_on: true });
        self.add(&source, cue, said.content.range, said.content.attribution, said.score);
    }

    fn source(&self, items: &[Item], paragraph: usize, phrase: Range<usize>) -> Option<Source> {
        let last = self.last.as_ref().map(|last| (&last.source, paragraph - last.paragraph.min(paragraph)));
        source(self.article, items, phrase, &self.people, paragraph, last)
    }

    fn remember(&mut self, items: &[Item], paragraph: usize, phrase: Range<usize>, cue: Option<TextRange>) {
        if let Some(source) = self.source(items, paragraph, phrase) {
            self.last = Some(Last { source, paragraph, cue, goes_on: false });
        }
    }

    fn add(&mut self, source: &Source, cue: Option<TextRange>, content: TextRange, attribution: Attribution, score: f64) {
        let Some(content) = on_graphemes(&self.article.article.text, content) else { return };
        // A source inside what is said, or nothing to check: a mistake.
        if content.contains(source.range) {
            return;
        }
        let score = if source.is_unresolved { score * 0.8 } else { score * source.certainty };
        self.found.push(Speech {
            source: source.range,
            cue,
            content,
            attribution,
            name: source.name.clone(),
            is_unresolved: source.is_unresolved,
            score,
        });
    }

    /// The quotations of a sentence that no cue claims: those that stand alone belong to the last source, long ones inside a sentence to
    /// its subject.
    fn quotations_without_cue(
        &mut self,
        items: &[Item],
        paragraph: usize,
        frame: Range<usize>,
        reading: &Reading,
        (is_only_quotations, subject): (bool, Option<Range<usize>>),
    ) {
        for at in frame.clone() {
            let Some(content) = quoted(items, at).filter(|_| !reading.has(at)) else { continue };
            let words = self.article.slice(content.range).split_whitespace().count();
            if is_only_quotations {
                let is_near = |last: &&Last| last.paragraph == paragraph || last.goes_on && last.paragraph + 1 == paragraph;
                let last = self.last.as_ref().filter(is_near).cloned();
                let source = match (last, &subject) {
                    (Some(last), _) => Some((last.source, last.cue, if last.paragraph == paragraph { 0.85 } else { 0.65 })),
                    (None, Some(subject)) => self.source(items, paragraph, subject.clone()).map(|source| (source, None, 0.5)),
                    (None, None) => None,
                };
                if let Some((source, cue, score)) = source {
                    self.last = Some(Last { source: source.clone(), paragraph, cue, goes_on: true });
                    self.add(&source, cue, content.range, content.attribution, score);
                }
                continue;
            }
            let own = first_phrase(items, frame.start, at).filter(|own| !own.contains(&at));
            if words >= QUOTED_WORDS && let Some(own) = own && reading.said.is_empty() {
                if let Some(source) = self.source(items, paragraph, own).filter(|source| source.is_person) {
                    self.last = Some(Last { source: source.clone(), paragraph, cue: None, goes_on: true });
                    self.add(&source, None, content.range, content.attribution, 0.4);
                }
            }
        }
    }
}

/// A range whose ends cut no character; `None` if nothing is left.
fn on_graphemes(text: &Text, range: TextRange) -> Option<TextRange> {
    let is_boundary = |at: ByteOffset| text.is_grapheme_boundary(at);
    if is_boundary(range.start()) && is_boundary(range.end()) {
        return (!range.is_empty()).then_some(range);
    }
    let range = TextRange::new(text.floor_grapheme(range.start()), text.ceil_grapheme(range.end()));
    (!range.is_empty()).then_some(range)
}

/// The range of items in the text.
fn range_of(items: &[Item], range: Range<usize>) -> Option<TextRange> {
    let own = items.get(range)?;
    Some(TextRange::new(own.first()?.range.start(), own.last()?.range.end()))
}
