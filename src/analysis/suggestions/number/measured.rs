//! Figures with what they measure: the noun, what happens to it, when, and the words around.

use std::rc::Rc;

use super::content::{Content, hash};
use super::moments::{is_said, moments};
use crate::analysis::dates::{DateSpan, all_dates};
use crate::analysis::figures::{Figure, Unit, all_figures};
use crate::analysis::language::{FigureWords, Kind, Marks, Update};
use crate::analysis::parsed::{ParsedArticle, Words};

/// How far from a figure its event may be, in tokens.
const REACH: usize = 14;

/// How far from a figure the date that it is of may be, in tokens.
const DATE_REACH: usize = 12;

/// Smaller numbers without a noun seldom count what the number before counts.
const LEAST_ELIDED: f64 = 10.0;

/// The noun of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// It has none.
    None,
    /// People in general.
    People,
    /// Another noun, as the hash of its concept.
    Other(u32),
}

/// A figure with what it measures. The sets of words are hashes of concepts, sorted.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    /// The figure.
    pub figure: Figure,
    /// What it counts.
    pub noun: Noun,
    /// The word for what it counts, in lower case; empty if unknown.
    pub noun_word: String,
    /// The groups of synonyms of that word.
    pub noun_groups: &'static [u16],
    /// Whether that word is for persons: "passengers".
    pub is_person: bool,
    /// Whether that word is for persons of one sex or age: "men", "children".
    pub is_kind: bool,
    /// Whether the word stands at the figure before: "40 people marched. The police counted 17".
    pub is_elided: bool,
    /// What happens to what is counted, or what is measured.
    pub event: Option<&'static str>,
    /// Whether the event stands near.
    pub is_near_event: bool,
    /// The names of the sentence.
    pub names: Vec<u32>,
    /// Whether it only tells what kind of thing something is: "a five-point plan".
    pub is_modifier: bool,
    /// For ages, the name of the person.
    pub person: Vec<u32>,
    /// The date that belongs to the figure.
    pub date: Option<DateSpan>,
    /// What the words around it say of it.
    pub marks: Marks,
    /// Whether it no longer holds, or replaces another.
    pub update: Option<Update>,
    /// Whether it is "a" or "an" ("a boy").
    pub is_article: bool,
}

/// The measured figures of an article, computed once.
pub(super) fn measured(parsed: &ParsedArticle) -> Rc<Vec<Measured>> {
    parsed.cached(|parsed| {
        let words = parsed.lower();
        let content = Content::of(parsed, &words);
        let dates = all_dates(parsed);
        let figures = with_articles(parsed, &words, &all_figures(parsed));
        let moments = moments(parsed, &words, &dates);
        let read = |figures: &[Figure]| -> Vec<Measured> {
            let reader = Reader { parsed, words: &words, content: &content, dates: &dates, figures };
            (0..figures.len()).map(|at| reader.measured(at)).collect()
        };
        let mut all = read(&figures);
        all.extend(read(&moments));
        all
    })
}

/// The figures, and the articles that count in a list with figures: "two girls and a boy".
fn with_articles(parsed: &ParsedArticle, words: &Words, figures: &[Figure]) -> Vec<Figure> {
    let known = &parsed.language.figure_words;
    let mut found = Vec::with_capacity(figures.len());
    for figure in figures {
        found.push(figure.clone());
        let Some(noun) = figure.noun.filter(|_| figure.unit == Unit::Count) else { continue };
        let at = noun + 2;
        let is_listed = (known.is_conjunction)(words.at(noun + 1)) && (known.is_indefinite_article)(words.at(at));
        let is_end = !words.is_letters(at + 2) || (known.is_function_word)(words.at(at + 2));
        if is_listed && is_end && words.is_letters(at + 1) && !words.has(at + 2, &["of"]) {
            found.push(article(figure, words, at));
        }
    }
    found
}

/// The figure of an article that stands for one.
fn article(like: &Figure, words: &Words, at: usize) -> Figure {
    Figure {
        range: words.range(at),
        number: words.range(at),
        amount: 1.0,
        high: None,
        digit: 1.0,
        rounding: 0.0,
        hedge: crate::analysis::figures::Hedge::None,
        is_vague: false,
        counted: Some(words.range(at + 1)),
        noun: Some(at + 1),
        tokens: (at, at + 1),
        ..like.clone()
    }
}

/// What is read to measure the figures of an article.
struct Reader<'a> {
    parsed: &'a ParsedArticle,
    words: &'a Words,
    content: &'a Content,
    dates: &'a [DateSpan],
    figures: &'a [Figure],
}

impl Reader<'_> {
    fn figure_words(&self) -> &FigureWords {
        &self.parsed.language.figure_words
    }

    fn measured(&self, at: usize) -> Measured {
        let figure = &self.figures[at];
        let sentence = self.parsed.sentences.get(figure.sentence).map_or((0, 0), |it| it.tokens);
        let noun_before = (self.figure_words().noun_before)(self.words, figure.tokens.0);
        let noun_at = figure
            .noun
            .or_else(|| noun_before.filter(|&noun| noun >= sentence.0 && figure.unit == Unit::Count))
            .or_else(|| self.predicate_kind(figure));
        let mut noun = noun_at.map(|noun| self.words.at(noun)).unwrap_or_default();
        let (mut event, mut is_near_event) = self.event(at, sentence);
        let is_total = (self.figure_words().is_total)(self.words, (sentence.0, figure.tokens.0));
        if !is_near_event && noun.is_empty() && is_total {
            // "That brings the total to 26,000": of what the sentence before counts.
            if let Some(before) =
                at.checked_sub(1).filter(|&before| self.figures[before].sentence + 1 == figure.sentence)
            {
                let bounds = self.parsed.sentences.get(self.figures[before].sentence).map_or((0, 0), |it| it.tokens);
                (event, is_near_event) = self.event(before, bounds);
            }
        }
        let may_be_elided = noun.is_empty() && figure.unit == Unit::Count && figure.amount >= LEAST_ELIDED;
        let before = self.before(at).filter(|_| may_be_elided && !is_near_event);
        if let Some((before, before_noun)) = before {
            noun = self.words.at(before_noun);
            event = event.or_else(|| self.event(before, self.bounds(&self.figures[before])).0);
        }
        let is_elided = before.is_some();
        if let Some(known) = (self.figure_words().event_of_noun)(noun) {
            (event, is_near_event) = (Some(known), true);
        }
        let vocabulary = (self.parsed.language.vocabulary)();
        let is_article = figure.unit == Unit::Count
            && (self.figure_words().is_indefinite_article)(self.words.at(figure.tokens.0))
            && figure.tokens.1 == figure.tokens.0 + 1;
        Measured {
            noun: self.noun(noun),
            noun_word: noun.to_owned(),
            noun_groups: vocabulary.entry(vocabulary.key(noun)).map_or(&[][..], |entry| entry.groups.as_slice()),
            is_person: (self.figure_words().is_person)(&(self.figure_words().stem)(noun)),
            is_kind: (self.figure_words().is_sex_or_age)(noun),
            is_elided,
            event,
            is_near_event,
            names: self.content.names(sentence),
            is_modifier: figure.unit == Unit::Count && figure.range.end() < self.words.range(figure.tokens.1 - 1).end(),
            person: if figure.unit == Unit::Age { self.person(figure, sentence) } else { Vec::new() },
            date: self.date(figure),
            marks: (self.figure_words().marks)(self.words, figure.tokens, figure.noun, sentence),
            update: (self.figure_words().update)(self.words, sentence),
            is_article,
            figure: figure.clone(),
        }
    }

    /// The token of the sex or age of the persons, if it follows: "seven were men", "five of them were men".
    fn predicate_kind(&self, figure: &Figure) -> Option<usize> {
        let is_copula = |verb: &usize| (self.figure_words().is_copula)(self.words.at(*verb));
        let verb = [figure.tokens.1, figure.tokens.1 + 2].into_iter().find(is_copula)?;
        let is_kind = figure.unit == Unit::Count && (self.figure_words().is_sex_or_age)(self.words.at(verb + 1));
        (figure.noun.is_none() && is_kind).then_some(verb + 1)
    }

    /// The count before a figure in the same sentence or the one before, and the token of its noun.
    fn before(&self, at: usize) -> Option<(usize, usize)> {
        let sentence = self.figures.get(at)?.sentence;
        let near = self.figures[..at].iter().enumerate().rev().take_while(|(_, other)| other.sentence + 1 >= sentence);
        near.filter(|(_, other)| other.unit == Unit::Count).find_map(|(at, other)| Some((at, other.noun?)))
    }

    /// The tokens of the sentence of a figure.
    fn bounds(&self, figure: &Figure) -> (usize, usize) {
        self.parsed.sentences.get(figure.sentence).map_or((0, 0), |it| it.tokens)
    }

    fn noun(&self, word: &str) -> Noun {
        if word.is_empty() {
            return Noun::None;
        }
        let stem = (self.figure_words().stem)(word);
        if (self.figure_words().is_people)(&stem) {
            return Noun::People;
        }
        Noun::Other(hash(&stem))
    }

    /// The event or topic nearest to a figure: what stands beside it without another figure or a conjunction between, or else what
    /// follows in the sentence ("12 men and three women died"), or what stands before; and whether it is beside it.
    fn event(&self, at: usize, sentence: (usize, usize)) -> (Option<&'static str>, bool) {
        let figure = &self.figures[at];
        let (start, end) = figure.tokens;
        let of_sentence = |other: &&Figure| other.sentence == figure.sentence;
        let before = at
            .checked_sub(1)
            .and_then(|at| self.figures.get(at))
            .filter(of_sentence)
            .map_or(sentence.0, |other| other.tokens.1);
        let after = self.figures.get(at + 1).filter(of_sentence).map_or(sentence.1, |other| other.tokens.0);
        let left = self.scan((before..start).rev().take(REACH), &figure.unit, true);
        let right = self.scan((end..after).take(REACH), &figure.unit, true);
        let nearest = match (left, right) {
            (Some(left), Some(right)) => Some(if left.1 <= right.1 { left } else { right }),
            (left, right) => left.or(right),
        };
        if let Some((event, _)) = nearest {
            return (Some(event), true);
        }
        let farther = self
            .scan(end..sentence.1, &figure.unit, false)
            .or_else(|| self.scan((sentence.0..start).rev(), &figure.unit, false));
        (farther.map(|(event, _)| event), false)
    }

    /// The first event among tokens, and its distance; only up to a conjunction or a semicolon if `is_beside`.
    fn scan(&self, tokens: impl Iterator<Item = usize>, unit: &Unit, is_beside: bool) -> Option<(&'static str, usize)> {
        let mut found: Option<(&'static str, usize)> = None;
        for (distance, at) in tokens.enumerate() {
            let word = self.words.at(at);
            let ends = is_beside && (self.figure_words().is_conjunction)(word) || matches!(word, ";" | "•");
            if ends {
                break;
            }
            let Some((name, kind)) = self.content.concept(at) else { continue };
            let name = if *unit == Unit::Count { name } else { (self.figure_words().event_of_amount)(name) };
            let fits = match kind {
                Kind::Event => true,
                Kind::Topic => !matches!(unit, Unit::Count),
                Kind::Other => false,
            };
            // What is allowed is another thing than what is: it counts more than the nearest word.
            if fits && found.is_none() || name == "limit" && distance < 5 {
                found = Some((name, distance));
            }
        }
        found
    }

    /// The date of the sentence that is nearest to a figure.
    fn date(&self, figure: &Figure) -> Option<DateSpan> {
        if matches!(figure.unit, Unit::Moment(_)) {
            return None;
        }
        let first = self.dates.partition_point(|date| date.sentence < figure.sentence);
        let of_sentence = self.dates[first..].iter().take_while(|date| date.sentence == figure.sentence);
        let usable = of_sentence
            .filter(|date| !is_said(self.parsed, self.words, date))
            .filter(|date| !date.is_duration() && !matches!(date.meaning, crate::analysis::dates::Meaning::Clock))
            .filter(|date| !self.is_of_clause_before(date, figure));
        let distance = |date: &&DateSpan| {
            let (before, after) = (date.tokens.0 >= figure.tokens.1, date.tokens.1 <= figure.tokens.0);
            if before {
                date.tokens.0 - figure.tokens.1
            } else if after {
                figure.tokens.0 - date.tokens.1
            } else {
                0
            }
        };
        usable.min_by_key(distance).filter(|date| distance(date) <= DATE_REACH).copied()
    }

    /// Whether a date stands in a clause before that of a figure: "was founded in 1843 and runs five mills", but not at the beginning
    /// of the sentence, where it is of all clauses.
    fn is_of_clause_before(&self, date: &DateSpan, figure: &Figure) -> bool {
        let first = self.bounds(figure).0;
        let mut between = date.tokens.1..figure.tokens.0;
        date.tokens.0 > first + 2 && between.any(|at| (self.figure_words().is_conjunction)(self.words.at(at)))
    }

    /// The name of the person of an age: just before it, or the one that follows ("the 57-year-old minister Luc Verhaegen").
    fn person(&self, figure: &Figure, sentence: (usize, usize)) -> Vec<u32> {
        let (start, end) = figure.tokens;
        // "Verhaegen, 57," or "Verhaegen, a 57-year-old banker".
        let has_article = start > sentence.0 && (self.figure_words().is_indefinite_article)(self.words.at(start - 1));
        let first = start - usize::from(has_article);
        let before = (sentence.0..first).rev().skip_while(|&at| !self.words.is_letters(at)).take(4);
        let name: Vec<usize> = before.take_while(|&at| self.content.is_name(at)).collect();
        let is_in_apposition = first > 0 && matches!(self.words.at(first - 1), "," | "(") && !name.is_empty();
        if is_in_apposition {
            return self.content.hashes(name);
        }
        let follows = (end..sentence.1.min(end + 5)).skip_while(|&at| !self.content.is_name(at));
        let name: Vec<usize> = follows.take_while(|&at| self.content.is_name(at)).collect();
        if !name.is_empty() {
            return self.content.hashes(name);
        }
        // "Mr Verhaegen, who is 58".
        let is_modifier = self.words.at(start).contains('-');
        if !is_modifier {
            let of_sentence: Vec<usize> =
                (sentence.0..start).rev().filter(|&at| self.content.is_name(at)).take(4).collect();
            if !of_sentence.is_empty() {
                return self.content.hashes(of_sentence);
            }
        }
        // "The 61-year-old added", "the minister, a 57-year-old banker", "he was 46": somebody whom the sentences before name.
        let is_definite = (self.figure_words().is_definite)(self.words.before(start, 1))
            || (self.figure_words().is_definite)(self.words.at(sentence.0))
            || !is_modifier;
        if !is_definite {
            return Vec::new();
        }
        let earlier = figure.sentence.saturating_sub(2);
        let first = self.parsed.sentences.get(earlier).map_or(sentence.0, |it| it.tokens.0);
        self.content.hashes((first..start).filter(|&at| self.content.is_name(at)).collect())
    }
}
