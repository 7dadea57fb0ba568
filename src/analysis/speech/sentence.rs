//! Who says what in one sentence.

use std::ops::Range;

use super::content::{self, Content};
use super::content_before::before;
use super::cues::{Cue, CueKind, cues};
use super::headlines::headline;
use super::items::{Item, ItemKind};
use super::phrases::{is_personal, phrase_after};
use super::said::Said;
use super::subjects::{Subject, first_phrase, named_by, subject};
use crate::analysis::language::{SpeechWords, VerbForm, WordClass};
use crate::analysis::suggestions::Attribution;

/// What was read in a sentence.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// What is said, in the order of the cues.
    pub said: Vec<Said>,
    /// The source of the last cue, also if nothing was found that it says: "Patel was clear:".
    pub last_source: Option<Range<usize>>,
}

impl Reading {
    /// Whether an item is part of something said.
    pub(super) fn has(&self, at: usize) -> bool {
        self.said.iter().any(|said| said.content.items.contains(&at))
    }
}

/// The most bytes of a quotation that is a title.
const LONGEST_TITLE: u32 = 40;

/// Reads a sentence.
pub(super) fn read(words: &SpeechWords, items: &[Item], frame: Range<usize>) -> Reading {
    let cues = cues(items, frame.clone());
    let subjects: Vec<Subject> = cues.iter().map(|cue| subject(items, frame.start, cue)).collect();
    let mut reader = Reader {
        words,
        items,
        frame: frame.clone(),
        from: frame.start,
        busy: frame.start,
        reading: Reading::default(),
    };
    let closing = closing(items, &frame, &cues, &subjects);
    for (index, cue) in cues.iter().enumerate() {
        if closing.as_ref().is_some_and(|(at, _)| *at == index) {
            break;
        }
        // What is said ends where the clause of a later cue begins beside it.
        let cut = cues.iter().zip(&subjects).skip(index + 1).find_map(|(later, subject)| {
            let cut = match subject {
                Subject::Own { cut, .. } => *cut,
                Subject::Shared { cut } => Some(*cut),
                _ => None,
            };
            cut.filter(|&cut| cut > cue.end && cut < later.at)
        });
        let end = cut.unwrap_or(closing.as_ref().map_or(frame.end, |(_, phrase)| phrase.start - 1));
        if cue.at >= reader.busy {
            reader.read(cue, &subjects[index], end);
        }
    }
    if let Some((at, phrase)) = closing {
        let cue = &cues[at];
        let contents = content::contents(items, frame.start..phrase.start - 1);
        let all = contents.into_iter().map(|content| Said {
            source: Some(phrase.clone()),
            cue: Some(cue.at..cue.end),
            content,
            score: 0.8,
        });
        reader.reading.said.extend(all);
        reader.reading.last_source = Some(phrase.clone());
    }
    if reader.reading.said.is_empty() {
        reader.reading.said = headline(items, frame);
    }
    reader.reading
}

/// A source that stands after all of a sentence in which somebody else says something: "Smith told the police that he left, the source
/// added". The index of its cue, and the words that name it.
fn closing(items: &[Item], frame: &Range<usize>, cues: &[Cue], subjects: &[Subject]) -> Option<(usize, Range<usize>)> {
    let at = cues.len().checked_sub(1).filter(|&at| at > 0)?;
    let (Some(cue), Some(Subject::Own { phrase, is_relative: false, .. })) = (cues.get(at), subjects.get(at)) else {
        return None;
    };
    let ends = items[cue.end..frame.end]
        .iter()
        .all(|item| matches!(item.kind, ItemKind::Mark('.')) || item.is(WordClass::Time) || item.is_word("on"));
    let comma = phrase.start.checked_sub(1).filter(|&comma| comma > frame.start && items[comma].is_mark(','))?;
    let has_quotation = items[frame.clone()].iter().any(|item| item.quotation().is_some());
    let is_first =
        matches!(subjects.first(), Some(Subject::Own { phrase: first, .. }) if first.start <= frame.start + 1);
    let are_before = cues[..at].iter().all(|one| one.end < comma) && cues[0].end + 3 < comma;
    let fits = ends && !has_quotation && is_first && are_before && cue.kind == CueKind::Active;
    fits.then(|| (at, phrase.clone()))
}

struct Reader<'a> {
    words: &'a SpeechWords,
    items: &'a [Item],
    frame: Range<usize>,
    /// Where what was not read yet begins.
    from: usize,
    /// Cues before this index are inside what somebody says.
    busy: usize,
    reading: Reading,
}

impl Reader<'_> {
    fn read(&mut self, cue: &Cue, subject: &Subject, end: usize) {
        match cue.kind {
            CueKind::AccordingTo => return self.according_to(cue),
            CueKind::Passive => return self.passive(cue, end),
            _ => {}
        }
        match subject {
            Subject::Own { phrase, is_relative, .. } => self.with_subject(cue, phrase.clone(), end, *is_relative),
            Subject::Shared { .. } => {
                let source =
                    self.reading.last_source.clone().or_else(|| first_phrase(self.items, self.frame.start, cue.at));
                let contents = content::after(self.words, self.items, cue, end, false);
                self.add_after(source.as_ref(), cue, contents, 0.7);
            }
            Subject::Follows { left } => self.inverted(cue, *left, end),
            Subject::None => {
                // "“…,” it was said": only a quotation beside the verb tells that something is said.
                let contents = content::after(self.words, self.items, cue, end, false);
                let quotations = contents.into_iter().filter(|one| one.attribution == Attribution::Direct);
                let source = first_phrase(self.items, self.frame.start, cue.at);
                let contents = quotations.collect();
                if source.is_some() {
                    self.add_after(source.as_ref(), cue, contents, 0.4);
                }
            }
        }
    }

    /// "Smith said that", "“…,” Smith said", "…, Smith said".
    fn with_subject(&mut self, cue: &Cue, phrase: Range<usize>, end: usize, is_relative: bool) {
        let left = if phrase.start >= self.from { before(self.items, self.from, phrase.start) } else { Vec::new() };
        let has_quotation = self.adjacent_quotation(phrase.start);
        let mut right = content::after(self.words, self.items, cue, end, is_relative);
        let follows_directly = self.follows_directly(cue);
        if has_quotation && follows_directly && !right.is_empty() && self.is_title(phrase.start) {
            return self.add_after(Some(&phrase), cue, right, 0.9);
        }
        if has_quotation && !left.is_empty() {
            right.retain(|one| {
                self.items[one.items.clone()].iter().any(|item| item.quotation().is_some()) && !follows_directly
            });
            self.add_before(Some(&phrase), cue, left, 0.95);
            return self.add_after(Some(&phrase), cue, right, 0.95);
        }
        if !right.is_empty() && (follows_directly || left.is_empty()) {
            let score = if follows_directly { 0.9 } else { 0.75 };
            return self.add_after(Some(&phrase), cue, right, score);
        }
        if !left.is_empty() && cue.form != VerbForm::Participle {
            return self.clause_before(Some(&phrase), cue, left, 0.85);
        }
        if let Some(contents) = self.interrupted(cue, phrase.start) {
            self.busy = self.frame.end;
            return self.add_before(Some(&phrase), cue, contents, 0.7);
        }
        self.reading.last_source = Some(phrase);
    }

    /// Whether a quotation ends before an index, but for a comma.
    fn adjacent_quotation(&self, at: usize) -> bool {
        let before = self.items.get(self.from..at).unwrap_or_default();
        let last = before.iter().rev().find(|item| !matches!(item.kind, ItemKind::Mark(',' | '—' | '–' | '-')));
        last.is_some_and(|item| item.quotation().is_some())
    }

    /// Whether the quotation before an index is a title inside a phrase: "On “Fox News Sunday,” Smith said that".
    fn is_title(&self, at: usize) -> bool {
        let Some(quotation) = (self.from + 1..at).rev().find(|&at| self.items[at].quotation().is_some()) else {
            return false;
        };
        let (before, own) = (&self.items[quotation - 1], self.items[quotation].quotation());
        let is_inside = before.is(WordClass::Preposition) || before.is(WordClass::Determiner);
        is_inside && own.is_some_and(|own| own.inner.len() <= LONGEST_TITLE)
    }

    /// Whether what follows a cue is no adverbial.
    fn follows_directly(&self, cue: &Cue) -> bool {
        self.items.get(cue.end).filter(|_| cue.end < self.frame.end).is_some_and(|item| match item.kind {
            ItemKind::Word => !matches!(
                item.class,
                WordClass::Preposition | WordClass::Time | WordClass::Subordinator | WordClass::Coordinator
            ),
            ItemKind::Number | ItemKind::Quotation(_) => true,
            ItemKind::Mark(mark) => matches!(mark, ':' | '$' | '£' | '€'),
            ItemKind::Possessive => false,
        })
    }

    /// A clause before its source; all of the sentence if the source only interrupts it: "The bank, Smith said, will close".
    fn clause_before(&mut self, source: Option<&Range<usize>>, cue: &Cue, left: Vec<Content>, score: f64) {
        let is_short =
            left.first().is_some_and(|one| one.items.len() <= 6 && !content::is_finite(&self.items[one.items.clone()]));
        match is_short.then(|| self.interrupted(cue, left[0].items.end)).flatten() {
            Some(contents) => {
                self.busy = self.frame.end;
                self.add_before(source, cue, contents, 0.7);
            }
            None => self.add_before(source, cue, left, score),
        }
    }

    /// All of the sentence, if it goes on after the cue with a comma and what may be its verb.
    fn interrupted(&self, cue: &Cue, left: usize) -> Option<Vec<Content>> {
        let after = self.items.get(cue.end..self.frame.end)?;
        let comma = after.iter().take(6).position(|item| item.is_mark(','))?;
        let next = after.get(comma + 1)?;
        let goes_on =
            next.is(WordClass::Auxiliary) || next.is_content() && !next.is_capital && !next.lower.ends_with("ing");
        let is_before = self.items.get(left.checked_sub(1)?).is_some_and(|item| item.is_mark(','))
            || self.items.get(left).is_some_and(|item| item.is_mark(','));
        let has_words = left > self.from + 1;
        let whole = self.from..self.frame.end;
        // "As Smith said, the plan failed", "In Paris, Smith said, it failed": what follows is all that is said.
        let first = self.items.get(self.from)?;
        let is_as = first.is_word("as") && left <= self.from + 1;
        let is_adverbial = first.is(WordClass::Preposition) || first.is(WordClass::Subordinator);
        let is_clause = !next.lower.ends_with("ing")
            && !matches!(next.class, WordClass::Coordinator | WordClass::Subordinator | WordClass::Relative);
        if is_clause && (is_as || is_adverbial && has_words && is_before) {
            return Some(content::contents(self.items, cue.end + comma + 1..self.frame.end));
        }
        (goes_on && is_before && has_words).then(|| content::contents(self.items, whole))
    }

    /// "“…,” said Smith", "…, said Smith".
    fn inverted(&mut self, cue: &Cue, left: usize, end: usize) {
        let contents = before(self.items, self.from, left);
        let has_quotation = self.adjacent_quotation(left);
        let phrase = phrase_after(self.words, self.items, cue.end, self.frame.end);
        let is_finite = matches!(cue.form, VerbForm::Past | VerbForm::Present);
        let fits = phrase.filter(|phrase| {
            let is_plain = self.ends_sentence(phrase.end) && !is_personal(&self.items[phrase.start]);
            is_finite && (has_quotation || is_plain)
        });
        if let (Some(phrase), false) = (fits, contents.is_empty()) {
            let next = self.part_after(phrase.end);
            let phrase = named_by(self.items, phrase, next.as_ref());
            self.add_before(Some(&phrase), cue, contents, 0.95);
            // "“…,” said Smith, “…”".
            let after = self.items.get(phrase.end..self.frame.end).unwrap_or_default();
            let is_mark = |item: &Item| matches!(item.kind, ItemKind::Mark(',' | ':'));
            if let Some(offset) = after.iter().take(12).position(|item| item.quotation().is_some())
                && offset > 0
                && is_mark(&after[offset - 1])
            {
                let more = content::quoted(self.items, phrase.end + offset).into_iter().collect();
                self.add_after(Some(&phrase), cue, more, 0.9);
            }
            return;
        }
        let right = content::after(self.words, self.items, cue, end, false);
        if has_quotation && right.is_empty() && !contents.is_empty() {
            let source = self.reading.last_source.clone();
            return self.add_before(source.as_ref(), cue, contents, 0.4);
        }
        let source = first_phrase(self.items, self.frame.start, left);
        if source.is_some() && !has_quotation {
            self.add_after(source.as_ref(), cue, right, 0.5);
        }
    }

    /// The words between a comma at an index and the next comma or the end of the sentence.
    fn part_after(&self, at: usize) -> Option<Range<usize>> {
        self.items.get(at).filter(|item| at < self.frame.end && item.is_mark(','))?;
        let part = &self.items[at + 1..self.frame.end];
        let length =
            part.iter().position(|item| matches!(item.kind, ItemKind::Mark(',' | '.')) || item.quotation().is_some());
        Some(at + 1..at + 1 + length.unwrap_or(part.len()))
    }

    /// Whether a sentence ends at an index, but for an adverbial or a bracket.
    fn ends_sentence(&self, at: usize) -> bool {
        self.items.get(at).filter(|_| at < self.frame.end).is_none_or(|item| match item.kind {
            ItemKind::Mark(mark) => matches!(mark, '.' | ',' | '(' | '—' | '–' | ';'),
            ItemKind::Word => matches!(item.class, WordClass::Preposition | WordClass::Time | WordClass::Subordinator),
            _ => false,
        })
    }

    /// "according to Smith, …", "…, according to Smith".
    fn according_to(&mut self, cue: &Cue) {
        let Some(phrase) = self.source_of_according(cue) else { return };
        let source = Some(phrase.clone());
        let starts = self.items[self.from..cue.at].iter().all(|item| {
            matches!(item.kind, ItemKind::Mark(_))
                || matches!(item.class, WordClass::Coordinator | WordClass::Adverb | WordClass::Time)
                    && item.kind == ItemKind::Word
        });
        if starts {
            let comma = self.items[phrase.end..self.frame.end]
                .iter()
                .position(|item| item.is_mark(',') || item.quotation().is_some());
            let Some(comma) = comma else { return };
            let mut at = phrase.end + comma;
            // "According to Smith, the head of the union, the plan": a bracket is no clause.
            let next =
                self.items[at + 1..self.frame.end].iter().position(|item| item.is_mark(',')).map(|next| at + 1 + next);
            if let Some(next) = next.filter(|&next| next - at <= 10 && self.is_bracket(at + 1..next)) {
                at = next;
            }
            self.add_after(source.as_ref(), cue, content::contents(self.items, at..self.frame.end), 0.9);
            return;
        }
        let contents = content::contents(self.items, self.from..cue.at);
        self.add_before(source.as_ref(), cue, contents, 0.9);
    }

    fn is_bracket(&self, part: Range<usize>) -> bool {
        let first = &self.items[part.start];
        let begins = first.is_word("who")
            || first.is_word("which")
            || first.is(WordClass::Determiner)
            || first.kind == ItemKind::Number
            || first.is_content() && !first.is_capital;
        begins && (first.is(WordClass::Relative) || !content::is_finite(&self.items[part]))
    }

    fn source_of_according(&self, cue: &Cue) -> Option<Range<usize>> {
        let end = self.items[cue.end..self.frame.end].iter().position(|item| {
            matches!(item.kind, ItemKind::Mark(',' | ';' | ':' | '—' | '–' | '('))
                || item.is_word("who")
                || item.is_word("which")
                || item.is_word("that")
        });
        let mut end = end.map_or(self.frame.end, |offset| cue.end + offset);
        while end > cue.end
            && (matches!(self.items[end - 1].kind, ItemKind::Mark(_)) || self.items[end - 1].is(WordClass::Time))
        {
            end -= 1;
            if end > cue.end && self.items[end].is(WordClass::Time) && self.items[end - 1].is(WordClass::Preposition) {
                end -= 1;
            }
        }
        (cue.end < end && end - cue.end <= 20).then_some(cue.end..end)
    }

    /// "was described by Patel as “unfortunate”".
    fn passive(&mut self, cue: &Cue, end: usize) {
        let Some(phrase) = phrase_after(self.words, self.items, cue.end + 1, end) else { return };
        let contents = content::after(self.words, self.items, cue, end, false);
        self.add_after(Some(&phrase), cue, contents, 0.8);
    }

    fn add_before(&mut self, source: Option<&Range<usize>>, cue: &Cue, contents: Vec<Content>, score: f64) {
        self.from = self.from.max(cue.end);
        self.add(source, cue, contents, score);
    }

    fn add_after(&mut self, source: Option<&Range<usize>>, cue: &Cue, contents: Vec<Content>, score: f64) {
        if let Some(last) = contents.last() {
            self.busy = self.busy.max(last.items.end);
            self.from = self.from.max(last.items.end);
        }
        self.add(source, cue, contents, score);
    }

    fn add(&mut self, source: Option<&Range<usize>>, cue: &Cue, contents: Vec<Content>, score: f64) {
        if source.is_some() {
            self.reading.last_source = source.cloned();
        }
        for content in contents {
            let is_known = self.reading.said.iter().any(|said| said.content.range.overlaps(content.range));
            if !is_known {
                let cue = Some(cue.at..cue.end);
                self.reading.said.push(Said { source: source.cloned(), cue, content, score });
            }
        }
    }
}
