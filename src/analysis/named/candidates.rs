//! What may be a name in an article, with what the article itself says about it.

use std::collections::HashMap;

use super::kind::{NameKind, Scores};
use super::units::{Unit, spans, units};
use super::words::{Gap, Shape, Style, Words, capitalised, straight};
use super::{context, dateline, intrinsic, series, split};
use crate::analysis::language::Classes;
use crate::analysis::parsed::{ParsedArticle, Sentence, TokenKind};
use crate::text::{TextRange, visible_text};

/// What may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) range: TextRange,
    /// Its words with single spaces and straight apostrophes, without capitals that only a headline gives.
    pub(super) key: String,
    /// The number of its words that begin with a capital.
    pub(super) names: usize,
    /// What the name and its place say.
    pub(super) scores: Scores,
    /// What the words around it say.
    pub(super) context: Scores,
    /// Whether it is certain to be a name whatever other places say: a known one, or one with a title.
    pub(super) is_certain: bool,
    /// Whether it is one word whose capital may be that of the sentence.
    pub(super) begins: bool,
    /// Whether it is a word of everyday language.
    pub(super) is_common: bool,
    /// Whether it is a word of everyday language that is also a name, in a headline or where a sentence begins: "Snow".
    pub(super) is_everyday: bool,
    /// Whether it is a role or the like, and a name only as the short form of a longer one: "Cardinal".
    pub(super) needs_longer: bool,
    /// Whether it stands in a headline.
    pub(super) in_headline: bool,
    /// The initials of its words.
    pub(super) initials: String,
}

/// How often a word is written in which way, except in headlines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// In lower case.
    pub(super) lower: u32,
    /// With a capital, where no sentence begins.
    pub(super) capital: u32,
}

/// What an article alone says.
#[derive(Debug)]
pub(super) struct ArticleNames {
    pub(super) candidates: Vec<Candidate>,
    /// By word in lower case.
    pub(super) counts: HashMap<Box<str>, Counts>,
}

/// Finds what may be a name in an article.
pub(super) fn candidates(article: &ParsedArticle) -> ArticleNames {
    let words = Words::new(article);
    let mut found = ArticleNames { candidates: Vec::new(), counts: HashMap::new() };
    for (sentence, &style) in article.sentences.iter().zip(&words.styles) {
        let in_dateline = dateline::places(&words, sentence);
        let from = found.candidates.len();
        in_sentence(&words, sentence, style, &mut found.candidates);
        if style == Style::Sentence {
            share_in_series(&words, &mut found.candidates[from..]);
        }
        for one in &mut found.candidates[from..] {
            if let Some(&(_, kind)) = in_dateline.iter().find(|(range, _)| range.overlaps(one.range)) {
                one.scores = Scores::of(kind, 12.0);
                one.is_certain = true;
            }
        }
        if style == Style::Sentence {
            count(&words, sentence, &mut found.counts);
        }
    }
    found
}

fn share_in_series(words: &Words<'_>, candidates: &mut [Candidate]) {
    let with_points = |one: &Candidate| {
        let mut points = one.scores;
        points += one.context;
        (one.range, points)
    };
    let names: Vec<(TextRange, Scores)> = candidates.iter().map(with_points).collect();
    let shared = series::shared(words.article.article.text.as_str(), &names);
    candidates.iter_mut().zip(shared).for_each(|(one, points)| one.context += points);
}

fn count(words: &Words<'_>, sentence: &Sentence, counts: &mut HashMap<Box<str>, Counts>) {
    for at in sentence.tokens.0..sentence.tokens.1 {
        if words.article.tokens[at].kind != TokenKind::Word {
            continue;
        }
        let (word, text) = (&words.all[at], words.text(at));
        let is_capital = word.shape != Shape::Other;
        if is_capital && word.begins || word.lower.has(Classes::FUNCTION) {
            continue;
        }
        let counted = counts.entry(text.to_lowercase().into()).or_default();
        if is_capital { counted.capital += 1 } else { counted.lower += 1 }
    }
}

fn in_sentence(words: &Words<'_>, sentence: &Sentence, style: Style, found: &mut Vec<Candidate>) {
    let units = units(words, sentence, style);
    for span in spans(words, &units) {
        for part in split::split(words, &units, span, style) {
            found.extend(candidate(words, sentence, &units[part.first..=part.last], part.scores, style));
        }
    }
    hyphenated(words, sentence, found);
}

fn candidate(
    words: &Words<'_>,
    sentence: &Sentence,
    units: &[Unit],
    of_place: Scores,
    style: Style,
) -> Option<Candidate> {
    let (first, last) = (units.first()?, units.last()?);
    let (from, to) = (with_article(words, sentence, first.first, style), with_year(words, sentence, last.last));
    let text = words.slice(from, to);
    let end = with_stop(words, sentence, to);
    let names: Vec<&Unit> = units.iter().filter(|unit| unit.is_name).collect();
    let single = if let [only] = names.as_slice() { Some(*only) } else { None };
    if text.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return None;
    }
    // Roles, titles and words such as "TV" are no names.
    let is_never = single.is_some_and(|unit| {
        let name = Classes::KNOWN.with(Classes::FIRST_NAME).with(Classes::LAST_NAME);
        (unit.classes.has(Classes::NEVER) && !unit.classes.has(Classes::KNOWN)
            || unit.classes.has(Classes::BEFORE_NAME) && !unit.classes.has(name))
            && of_place == Scores::default()
    });
    if is_never && (style != Style::Sentence || text.len() < 4 || after_article(words, sentence, first.first)) {
        return None;
    }
    let mut scores = intrinsic::scores(words, units);
    if from < first.first {
        scores.add(NameKind::Organization, 2.0);
    }
    let mut context = context::scores(words, sentence, (from, to));
    context += of_place;
    let start = words.article.tokens[from].range.start();
    let range = TextRange::new(start, words.article.tokens[end].range.end());
    let article = &words.article.article.text;
    if !article.is_grapheme_boundary(range.start()) || !article.is_grapheme_boundary(range.end()) {
        return None;
    }
    let is_certain = of_place != Scores::default()
        || single.is_some_and(|unit| {
            let everyday = unit.begins && unit.lower.has(Classes::COMMON.with(Classes::FUNCTION));
            unit.classes.has(Classes::KNOWN) && !everyday
        });
    Some(Candidate {
        range,
        key: key(text, style),
        names: names.len().max(usize::from(single.is_some_and(Unit::is_phrase)) * 2),
        scores,
        context,
        is_certain,
        begins: single.is_some_and(|unit| unit.begins),
        is_everyday: single
            .is_some_and(|unit| (unit.begins || style != Style::Sentence) && unit.lower.has(Classes::COMMON)),
        needs_longer: is_never,
        is_common: names.iter().all(|unit| unit.is_common()),
        in_headline: style != Style::Sentence,
        initials: initials(words, units),
    })
}

/// Whether an article or the like stands before.
fn after_article(words: &Words<'_>, sentence: &Sentence, first: usize) -> bool {
    first > sentence.tokens.0
        && matches!(words.text(first - 1).to_lowercase().as_str(), "the" | "a" | "an" | "this" | "that" | "his" | "her")
}

/// The article before a name that is written with a capital inside a sentence: "told The Northern Herald".
fn with_article(words: &Words<'_>, sentence: &Sentence, first: usize, style: Style) -> usize {
    let before = first.checked_sub(1).filter(|&at| at > sentence.tokens.0 && style == Style::Sentence);
    let is_article =
        |at: &usize| words.text(*at) == "The" && !words.all[*at].begins && words.all[first].gap == Gap::Spaces;
    before.filter(is_article).unwrap_or(first)
}

/// The year after a law: "Human Rights Act 1998".
fn with_year(words: &Words<'_>, sentence: &Sentence, last: usize) -> usize {
    let is_year = |text: &str| text.len() == 4 && text.chars().all(|c| c.is_ascii_digit());
    let has_year = words.text(last) == "Act" && last + 1 < sentence.tokens.1 && is_year(words.text(last + 1));
    if has_year { last + 1 } else { last }
}

/// The full stop of an abbreviation at the end of a name: "General Electric Co."
fn with_stop(words: &Words<'_>, sentence: &Sentence, last: usize) -> usize {
    let is_short = words.patterns().abbreviated_endings.split(',').any(|ending| ending == words.text(last));
    let has_stop = last + 1 < sentence.tokens.1
        && words.text(last + 1) == "."
        && words.all[last + 1].gap == Gap::None
        && last > sentence.tokens.0;
    if is_short && has_stop { last + 1 } else { last }
}

fn key(text: &str, style: Style) -> String {
    let text = visible_text(text);
    let text = straight(&text).split_whitespace().collect::<Vec<_>>().join(" ");
    if style == Style::Capitals && text.len() > 3 { capitalised(&text) } else { text }
}

fn initials(words: &Words<'_>, units: &[Unit]) -> String {
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return String::new() };
    let capital = |at: usize| words.text(at).chars().next().filter(|c| c.is_uppercase());
    (first.first..=last.last).filter_map(capital).collect()
}

/// The known name of several words that ends with the part before a hyphen: "New York" in "New York-based".
fn known_before(words: &Words<'_>, sentence: &Sentence, at: usize, name: &str) -> Option<(usize, Classes)> {
    let text = words.article.article.text.as_str();
    let end = words.article.tokens[at].range.start().index() + name.len();
    let firsts = (1..=3).filter_map(|words| at.checked_sub(words)).filter(|&first| first >= sentence.tokens.0);
    let known = |first: usize| {
        let classes = words.lexicon.get(text.get(words.article.tokens[first].range.start().index()..end)?);
        classes.has(Classes::KNOWN).then_some((first, classes))
    };
    firsts.filter_map(known).last()
}

/// The length of a full stop that belongs to the name after a hyphen: "R-Miss."
fn stop_after(words: &Words<'_>, sentence: &Sentence, at: usize, name: &str) -> usize {
    let has_stop = at + 1 < sentence.tokens.1 && words.text(at + 1) == "." && words.all[at + 1].gap == Gap::None;
    usize::from(has_stop && words.lexicon.get(&format!("{name}.")).has(Classes::KNOWN))
}

/// "London" in "London-based", "Brexit" in "post-Brexit".
fn hyphenated(words: &Words<'_>, sentence: &Sentence, found: &mut Vec<Candidate>) {
    for at in sentence.tokens.0..sentence.tokens.1 {
        let text = words.text(at);
        let Some(hyphen) = text.find(['-', '‑']) else { continue };
        let end = hyphen + text[hyphen..].chars().next().map_or(0, char::len_utf8);
        let (before, after) = (&text[..hyphen], &text[end..]);
        let (name, offset) = if words.lexicon.get(after).has(Classes::COMPOUND_END) {
            (before, 0)
        } else if words.lexicon.get(&before.to_lowercase()).has(Classes::COMPOUND_BEGINNING) {
            (after, end)
        } else {
            continue;
        };
        let is_before = offset == 0;
        let stop = if is_before { 0 } else { stop_after(words, sentence, at, name) };
        let phrase = if is_before { known_before(words, sentence, at, name) } else { None };
        let classes = phrase.map_or_else(|| words.lexicon.get(name), |(_, classes)| classes);
        if !name.starts_with(char::is_uppercase) || !classes.has(Classes::KNOWN) && stop == 0 && name.len() < 3 {
            continue;
        }
        let start = words.article.tokens[at].range.start().index() + offset;
        let begin = phrase.map_or(start, |(first, _)| words.article.tokens[first].range.start().index());
        let range = TextRange::from_indices(begin, start + name.len() + stop);
        found.retain(|one| !one.range.overlaps(range));
        let unit = Unit { first: at, last: at, classes, lower: Classes::NONE, is_name: true, begins: false };
        let mut scores = intrinsic::scores(words, &[unit]);
        if stop > 0 {
            scores.add(NameKind::Location, 5.0);
        }
        if after == "based" || after == "born" {
            scores.add(NameKind::Location, 2.0);
        }
        found.push(Candidate {
            range,
            key: words.article.slice(range).to_owned(),
            names: 1,
            scores,
            context: Scores::default(),
            is_certain: stop > 0 || classes.has(Classes::KNOWN),
            begins: false,
            is_everyday: false,
            needs_longer: false,
            is_common: false,
            in_headline: false,
            initials: String::new(),
        });
    }
}
