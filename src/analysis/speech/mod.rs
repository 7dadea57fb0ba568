//! Who says what: direct and indirect speech with its source and its cue ("said").
//!
//! A paragraph is read sentence by sentence ([`sentence`]), with each quotation as one item ([`items`]). In a sentence, each verb of
//! saying ([`cues`]) has a source ([`subjects`]) and something that is said ([`content`]). Quotations that stand alone belong to
//! the source before them. At the end the sources get their names ([`people`]).

mod content;
mod content_before;
mod cues;
mod headlines;
mod items;
mod people;
mod phrases;
mod quotations;
mod said;
mod sentence;
mod sources;
mod subjects;
mod turns;

use std::ops::Range;

use crate::analysis::parsed::ParsedArticle;
use crate::analysis::suggestions::Attribution;
use crate::text::{ByteOffset, Text, TextRange};

use content::quoted;
use items::{Item, Paragraph, paragraphs};
use people::People;
use said::Said;
use sentence::{Reading, read};
use sources::{Source, source};
use subjects::first_phrase;
use turns::{Turn, signed, turn};

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
    let is_transcript = paragraphs.iter().filter(|paragraph| turn(paragraph).is_some()).nth(1).is_some();
    let mut reader = Reader { article, people, is_transcript, last: None, found: Vec::new() };
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
    /// Whether several paragraphs are turns of a transcript.
    is_transcript: bool,
    last: Option<Last>,
    found: Vec<Speech>,
}

/// The fewest words of a quotation without a cue that is taken for speech.
const QUOTED_WORDS: usize = 5;

impl Reader<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, index: usize) {
        let items = &paragraph.items;
        let turn = if self.is_transcript { turn(paragraph) } else { None };
        if let Some(turn) = turn.or_else(|| signed(paragraph)) {
            return self.turn(items, index, turn);
        }
        let mut subject: Option<Range<usize>> = None;
        for frame in &paragraph.frames {
            let reading = read(&self.article.language.speech, items, frame.clone());
            let is_only_quotations = items[frame.clone()]
                .iter()
                .all(|item| item.quotation().is_some() || !item.is_content() && item.lower.is_empty());
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
        if is_introduced
            && let Some(subject) = subject
            && self.last.as_ref().is_none_or(|last| last.paragraph != index)
        {
            self.remember(items, index, subject, None);
        }
        if let Some(last) = &mut self.last {
            last.goes_on = last.paragraph == index && (ends || last.goes_on);
        }
    }

    fn turn(&mut self, items: &[Item], paragraph: usize, turn: Turn) {
        let Some(source) = self.source(items, paragraph, turn.source) else { return };
        self.last = Some(Last { source: source.clone(), paragraph, cue: None, goes_on: false });
        self.add(&source, None, turn.content, Attribution::Direct, 0.85);
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

    fn add(
        &mut self,
        source: &Source,
        cue: Option<TextRange>,
        content: TextRange,
        attribution: Attribution,
        score: f64,
    ) {
        let text = &self.article.article.text;
        let (Some(content), Some(range)) = (on_graphemes(text, content), on_graphemes(text, source.range)) else {
            return;
        };
        if content == range {
            return;
        }
        let score = if source.is_unresolved { score * 0.8 } else { score * source.certainty };
        self.found.push(Speech {
            source: range,
            cue: cue.and_then(|cue| on_graphemes(text, cue)),
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
                let is_near =
                    |last: &&Last| last.paragraph == paragraph || last.goes_on && last.paragraph + 1 == paragraph;
                let last = self.last.as_ref().filter(is_near).cloned();
                let source = match (last, &subject) {
                    (Some(last), _) => {
                        Some((last.source, last.cue, if last.paragraph == paragraph { 0.85 } else { 0.65 }))
                    }
                    (None, Some(subject)) => {
                        let source = self.source(items, paragraph, subject.clone());
                        source.filter(|source| source.is_person).map(|source| (source, None, 0.5))
                    }
                    (None, None) => None,
                };
                if let Some((source, cue, score)) = source {
                    self.last = Some(Last { source: source.clone(), paragraph, cue, goes_on: true });
                    self.add(&source, cue, content.range, content.attribution, score);
                }
                continue;
            }
            let own = first_phrase(items, frame.start, at).filter(|own| !own.contains(&at));
            if words >= QUOTED_WORDS
                && let Some(own) = own
                && reading.said.is_empty()
                && let Some(source) = self.source(items, paragraph, own).filter(|source| source.is_person)
            {
                self.last = Some(Last { source: source.clone(), paragraph, cue: None, goes_on: true });
                self.add(&source, None, content.range, content.attribution, 0.4);
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::analysis::tests::editor;

    /// What is said in a text: the words of the source, its name if that is another one, and what is said, in quotation marks if it is
    /// quoted.
    fn said(text: &str) -> Vec<String> {
        let editor = editor(&[text]);
        let article = ParsedArticle::new(Rc::clone(&editor.project().articles()[0]));
        let show = |one: &Speech| {
            let source = article.slice(one.source);
            let name = if one.name == source { String::new() } else { format!(" = {}", one.name) };
            let content = article.slice(one.content);
            match one.attribution {
                Attribution::Direct => format!("{source}{name}: “{content}”"),
                Attribution::Indirect => format!("{source}{name}: {content}"),
            }
        };
        speeches(&article).iter().map(show).collect()
    }

    #[test]
    fn quotations_with_their_cue_before_after_and_inside() {
        assert_eq!(said("“We won,” said Ada Lowe."), ["Ada Lowe: “We won”"]);
        assert_eq!(said("“We won,” Ms Lowe said on Sunday."), ["Ms Lowe = Lowe: “We won”"]);
        assert_eq!(said("Ada Lowe said: “We won. We did.”"), ["Ada Lowe: “We won. We did.”"]);
        assert_eq!(said("Ada Lowe told reporters in Oslo, \"We won.\""), ["Ada Lowe: “We won.”"]);
        assert_eq!(
            said("“We won,” said Ada Lowe, “and we are glad.”"),
            ["Ada Lowe: “We won”", "Ada Lowe: “and we are glad.”"]
        );
        assert_eq!(said("‘Why us?’ Ada Lowe asked. ‘Why now?’"), ["Ada Lowe: “Why us?”", "Ada Lowe: “Why now?”"]);
        assert_eq!(said("“We won,” said the mayor, Ada Lowe."), ["Ada Lowe: “We won”"]);
        assert_eq!(said("“We won,” said a spokesman for Mr Lowe."), ["a spokesman for Mr Lowe: “We won”"]);
    }

    #[test]
    fn quotations_go_on_in_the_next_paragraph() {
        assert_eq!(
            said("“We won,” Ada Lowe said.\n\n“It took ten years.”\n\nThe game was long."),
            ["Ada Lowe: “We won”", "Ada Lowe: “It took ten years.”"]
        );
        assert_eq!(
            said("Ada Lowe said: “We won.\n\n“It took ten years.”"),
            ["Ada Lowe: “We won.”", "Ada Lowe: “It took ten years.”"]
        );
        assert_eq!(said("Ada Lowe was clear:\n\n“We won.”"), ["Ada Lowe: “We won.”"]);
    }

    #[test]
    fn turns_of_transcripts_and_quotations_with_a_name_after_a_dash() {
        assert_eq!(
            said("ADA LOWE: We won the game.\n\nHOST: Was it hard?\n\nThe show went on."),
            ["ADA LOWE: “We won the game.”", "HOST: “Was it hard?”"]
        );
        assert_eq!(said("“It was a long night.” — Ada Lowe"), ["Ada Lowe: “It was a long night.”"]);
        assert!(said("“It was a long night.” — a line from the play").is_empty());
        assert!(said("NOTE: The road is closed.").is_empty());
    }

    #[test]
    fn bracketed_parties_belong_to_no_clause() {
        assert_eq!(
            said("Sen. Ada Lowe (R-S.C.) said the bridge was closed."),
            ["Sen. Ada Lowe = Ada Lowe: the bridge was closed"]
        );
        assert_eq!(
            said("The bridge was closed, Sen. Ada Lowe (R-S.C.) told the BBC on Sunday."),
            ["Sen. Ada Lowe = Ada Lowe: The bridge was closed"]
        );
        assert_eq!(
            said("Ada Lowe, of Springfield, Va., said the bridge was closed."),
            ["Ada Lowe: the bridge was closed"]
        );
    }

    #[test]
    fn titles_in_quotation_marks_and_quotations_that_go_on() {
        assert_eq!(
            said("On Sunday’s broadcast of “The Long Show,” Ada Lowe said the bridge was closed."),
            ["Ada Lowe: the bridge was closed"]
        );
        assert_eq!(
            said("“The only way to change it will be to close the bridge” for a year, Ada Lowe said."),
            ["Ada Lowe: “The only way to change it will be to close the bridge” for a year"]
        );
    }

    #[test]
    fn a_source_after_the_sentence_of_another_source() {
        assert_eq!(
            said("Ada Lowe told the police that the bridge was closed, the engineer added."),
            [
                "Ada Lowe: the bridge was closed",
                "the engineer = engineer: Ada Lowe told the police that the bridge was closed"
            ]
        );
    }

    #[test]
    fn indirect_speech() {
        assert_eq!(said("Ada Lowe said that the bridge was closed."), ["Ada Lowe: the bridge was closed"]);
        assert_eq!(said("Ada Lowe said on Sunday the bridge was closed."), ["Ada Lowe: the bridge was closed"]);
        assert_eq!(said("The bridge was closed, officials said."), ["officials: The bridge was closed"]);
        assert_eq!(said("The bridge was closed, said Ada Lowe."), ["Ada Lowe: The bridge was closed"]);
        assert_eq!(
            said("According to the council, the bridge was closed."),
            ["the council = council: the bridge was closed"]
        );
        assert_eq!(said("The bridge was closed, according to Ada Lowe."), ["Ada Lowe: The bridge was closed"]);
        assert_eq!(said("Ada Lowe, the mayor of Oslo, warned that it might fall."), ["Ada Lowe: it might fall"]);
        assert_eq!(said("Ada Lowe, who built it, told reporters it was closed."), ["Ada Lowe: it was closed"]);
        assert_eq!(said("The news angered Ada Lowe, who said the bridge was safe."), ["Ada Lowe: the bridge was safe"]);
        assert_eq!(said("The bridge was closed, with Ada Lowe saying it might fall."), ["Ada Lowe: it might fall"]);
        assert_eq!(
            said("The bridge, officials said, will be closed."),
            ["officials: The bridge, officials said, will be closed"]
        );
        assert_eq!(said("The mayor Ada Lowe urged Oslo to act."), ["Ada Lowe: Oslo to act"]);
        assert_eq!(said("As Ada Lowe noted, the bridge is old."), ["Ada Lowe: the bridge is old"]);
        assert_eq!(
            said("OSLO, May 3 (Reuters) - Officials said the bridge was closed."),
            ["Officials: the bridge was closed"]
        );
        assert_eq!(said("The bridge is old; it was closed, officials said."), ["officials: it was closed"]);
    }

    #[test]
    fn several_cues_in_one_sentence() {
        assert_eq!(
            said("Ada Lowe called it “unfortunate”, but said she would stay."),
            ["Ada Lowe: “unfortunate”", "Ada Lowe: she would stay"]
        );
        assert_eq!(
            said("“We won,” Ada Lowe said, adding that it was late."),
            ["Ada Lowe: “We won”", "Ada Lowe: it was late"]
        );
        assert_eq!(
            said("Officials said the bridge was closed, while the mayor insisted it was open."),
            ["Officials: the bridge was closed", "the mayor = mayor: it was open"]
        );
    }

    #[test]
    fn quoted_words_after_describe_call_and_accuse() {
        assert_eq!(said("Ada Lowe described the plan as “dead”."), ["Ada Lowe: “dead”"]);
        assert_eq!(said("Ada Lowe accused Oslo of being “not serious” on Friday."), ["Ada Lowe: “not serious”"]);
        assert_eq!(said("The plan was described by Ada Lowe as “dead”."), ["Ada Lowe: “dead”"]);
    }

    #[test]
    fn names_for_pronouns_and_roles() {
        assert_eq!(
            said("Mayor Ada Lowe came. “We won,” the mayor said. She said it was late."),
            ["the mayor = Ada Lowe: “We won”", "She = Ada Lowe: it was late"]
        );
        assert_eq!(said("Mr Lowe came. Mr Berg went. He said it was late."), ["He: it was late"]);
        assert_eq!(
            said("Ada Lowe, the French president, came. Lowe said it was late."),
            ["Lowe = Ada Lowe: it was late"]
        );
    }

    #[test]
    fn headlines_name_a_source() {
        assert_eq!(said("Lowe: Bridge must close\n\nIt is old."), ["Lowe: Bridge must close"]);
    }

    #[test]
    fn no_speech() {
        for text in [
            "The claims of asylum seekers have risen.",
            "The new “smart” card costs £3.",
            "He added two goals and reported a loss.",
            "The man accused of murder was released.",
            "The announced plan was dropped.",
            "Asylum claims have reached a record.",
            "The United States wants it closed.",
            "I said it was late.",
            "The board recommended the offer unanimously.",
            "",
        ] {
            assert_eq!(said(text), Vec::<String>::new(), "{text}");
        }
    }
}
