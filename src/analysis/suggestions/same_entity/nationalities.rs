//! Finds nationalities that an article gives to whom it has named before: "the Danish captain", "the Norwegian was cleared".

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::descriptions::{Description, Descriptions, Word, is_same_name};
use crate::analysis::language::Naming;
use crate::analysis::named::{NameKind, NamedSpan, names};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::text::TextRange;

/// How many words may stand between the nationality and the role.
const LATEST_ROLE: usize = 2;
/// How many sentences before may name the person.
const BEFORE: usize = 2;

/// The descriptions of the articles of a project, as far as they were asked for.
#[derive(Default)]
struct Described(RefCell<BTreeMap<usize, Rc<Vec<Description>>>>);

/// The descriptions in an article, by its index, with the nationalities.
pub(super) fn described(parsed: &ParsedArticles, at: usize) -> Rc<Vec<Description>> {
    let described = parsed.cached(|_| Described::default());
    let known = described.0.borrow().get(&at).cloned();
    known.unwrap_or_else(|| {
        let all = Rc::new(read(parsed, at));
        described.0.borrow_mut().insert(at, all.clone());
        all
    })
}

fn read(parsed: &ParsedArticles, at: usize) -> Vec<Description> {
    let Some(article) = parsed.all().get(at) else { return Vec::new() };
    let mut all = article.cached(Descriptions::new).0.clone();
    let people: Vec<NamedSpan> = names(parsed, at).into_iter().filter(|name| name.kind == NameKind::Person).collect();
    let reader = Reader { article, naming: (article.language.naming)(), described: &all, people: &people };
    let found: Vec<Description> = (0..article.sentences.len()).flat_map(|sentence| reader.sentence(sentence)).collect();
    all.extend(found);
    all
}

struct Reader<'a> {
    article: &'a ParsedArticle,
    naming: &'a Naming,
    described: &'a [Description],
    people: &'a [NamedSpan],
}

impl Reader<'_> {
    fn sentence(&self, at: usize) -> Vec<Description> {
        let Some(sentence) = self.article.sentences.get(at) else { return Vec::new() };
        let tokens = self.article.tokens_of(sentence);
        let words: Vec<Word> = tokens.iter().map(|&token| Word::new(self.article, token, self.naming)).collect();
        let is_start = |at: &usize| {
            let country = words.get(at + 1).filter(|word| word.is_capital && word.country.is_some());
            words.get(*at).is_some_and(|word| (self.article.language.figure_words.is_definite)(&word.lower))
                && country.is_some()
        };
        let starts = (0..words.len()).filter(is_start);
        starts.filter_map(|first| self.with_role(&words, first, at).or_else(|| self.alone(&words, first, at))).collect()
    }

    /// "The Danish captain": the only person whom the article gives this role, or the one of them whom the sentences before name.
    fn with_role(&self, words: &[Word], first: usize, sentence: usize) -> Option<Description> {
        let role_at =
            (first + 2..first + 2 + LATEST_ROLE).find(|&at| words.get(at).is_some_and(|word| word.is_role))?;
        let is_plain = words.get(first + 2..=role_at)?.iter().all(|word| !word.is_capital && !word.is_stop);
        // "The French minister Luc Verhaegen" is described as it is.
        let next = words.get(role_at + 1);
        if !is_plain || next.is_some_and(|word| word.is_capital || word.is_role) {
            return None;
        }
        let range = range(words, first + 1, role_at);
        if self.described.iter().any(|one| one.range.overlaps(range)) {
            return None;
        }
        let role = words.get(role_at)?.lower.clone();
        let with_role: Vec<&Description> = self.described.iter().filter(|one| one.role.last() == Some(&role)).collect();
        let person = match with_role.split_first()? {
            (person, others) if others.iter().all(|other| other.is_of_same(person)) => *person,
            _ => {
                let before = words_of(self.article.slice(self.person_before(sentence)?.range));
                with_role.into_iter().find(|one| is_same_name(&one.name, &before))?
            }
        };
        Some(Description {
            range,
            role: words.get(first + 2..=role_at).into_iter().flatten().map(|word| word.lower.clone()).collect(),
            is_body: false,
            countries: words.get(first + 1).and_then(|word| word.country).into_iter().collect(),
            places: Vec::new(),
            ..person.clone()
        })
    }

    /// "Marco Sorrenti, the Italian who", and "the Norwegian was cleared" after a sentence with one person.
    fn alone(&self, words: &[Word], first: usize, sentence: usize) -> Option<Description> {
        let noun = words.get(first + 1)?;
        let is_person = (self.article.language.is_nationality_noun)(&noun.lower);
        if !is_person || words.get(first + 2).is_some_and(|next| next.is_capital || !next.is_stop && !next.is_verb()) {
            return None;
        }
        let person = match first.checked_sub(1).and_then(|before| words.get(before)).filter(|before| before.is_comma())
        {
            Some(comma) => self.people.iter().rfind(|name| name.range.end() == comma.range.start())?,
            None if first == 0 => self.person_before(sentence)?,
            None => return None,
        };
        Some(Description {
            range: noun.range,
            name: words_of(self.article.slice(person.range)),
            written: person.range,
            role: Vec::new(),
            is_body: false,
            countries: noun.country.into_iter().collect(),
            places: Vec::new(),
        })
    }

    /// The person of the sentence before, or of the one before that, if the first of them with persons names only one.
    fn person_before(&self, sentence: usize) -> Option<&NamedSpan> {
        let mut sentences = self.article.sentences.get(..sentence)?.iter().rev().take(BEFORE);
        sentences
            .find_map(|before| {
                let mut here = self.people.iter().filter(|name| before.range.contains(name.range));
                here.next().map(|person| (person, here.next().is_none()))
            })
            .filter(|(_, is_only)| *is_only)
            .map(|(person, _)| person)
    }
}

fn words_of(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}

fn range(words: &[Word], first: usize, last: usize) -> TextRange {
    let at = |index: usize| words.get(index).map(|word| word.range).unwrap_or_default();
    TextRange::new(at(first).start(), at(last).end())
}
