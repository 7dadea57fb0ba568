//! The people of an article: their full names, roles and genders, and where they are mentioned.

use std::collections::BTreeMap;
use std::ops::Range;

use super::items::{Item, ItemKind, Paragraph};
use crate::analysis::language::{Gender, SpeechWords, WordClass};
use crate::analysis::parsed::ParsedArticle;

/// Somebody, or something else with a name of several words.
#[derive(Debug)]
pub(super) struct Person {
    /// The longest name.
    pub name: String,
    /// The words of the name, in lower case.
    words: Vec<String>,
    /// The gender, if a title or given name tells it.
    pub gender: Option<Gender>,
    /// What the article says that it is, in lower case: the words of each description.
    roles: Vec<Vec<String>>,
    /// Whether it is a person for certain, and not perhaps a company or place.
    pub is_certain: bool,
}

/// A mention of a person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Its first byte.
    pub at: usize,
    /// The paragraph.
    pub paragraph: usize,
    /// The index of the person.
    pub person: usize,
}

/// The people of an article.
#[derive(Debug, Default)]
pub(super) struct People {
    all: Vec<Person>,
    mentions: Vec<Mention>,
}

/// A name in a text, with what stands around it.
#[derive(Debug)]
pub(super) struct Named {
    /// The items of the name, without title and role.
    pub name: Range<usize>,
    /// The items from the title on.
    pub with_title: Range<usize>,
    /// The words of the role before it.
    role: Vec<String>,
    gender: Option<Gender>,
    is_certain: bool,
}

/// The longest name of a person, in words.
const LONGEST: usize = 5;

impl People {
    /// Collects the people of an article.
    pub(super) fn new(article: &ParsedArticle, paragraphs: &[Paragraph]) -> Self {
        let words = &article.language.speech;
        let mut found: Vec<(usize, usize, Named, Vec<String>)> = Vec::new();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            let items = &paragraph.items;
            for run in runs(items) {
                let named = named(words, items, run);
                if !named.name.is_empty() && named.name.len() <= LONGEST {
                    let at = items[named.name.start].range.start().index();
                    let own = items[named.name.clone()].iter().filter(|item| item.kind == ItemKind::Word);
                    let own = own.map(|item| item.lower.clone()).collect();
                    found.push((index, at, with_surroundings(words, items, named), own));
                }
            }
        }
        let mut people = Self::default();
        let text = |paragraph: usize, name: &Range<usize>| {
            let items = &paragraphs[paragraph].items[name.clone()];
            match (items.first(), items.last()) {
                (Some(first), Some(last)) => {
                    article.article.text.as_str().get(first.range.start().index()..last.range.end().index())
                }
                _ => None,
            }
        };
        // First the full names, then the short ones, which belong to them.
        let mut by_name: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for is_full in [true, false] {
            for (paragraph, at, named, own) in found.iter().filter(|one| (one.3.len() > 1) == is_full) {
                let known = match is_full {
                    true => by_name.get(own).copied(),
                    false => own.first().and_then(|word| people.with_short(word, named.gender, *at)),
                };
                let person = known.unwrap_or_else(|| {
                    let name = text(*paragraph, &named.name).unwrap_or_default().to_owned();
                    people.all.push(Person {
                        name,
                        words: own.clone(),
                        gender: None,
                        roles: Vec::new(),
                        is_certain: false,
                    });
                    people.all.len() - 1
                });
                by_name.entry(own.clone()).or_insert(person);
                people.learn(person, named);
                people.mentions.push(Mention { at: *at, paragraph: *paragraph, person });
            }
        }
        people.mentions.sort_by_key(|mention| mention.at);
        people
    }

    fn learn(&mut self, person: usize, named: &Named) {
        let Some(person) = self.all.get_mut(person) else { return };
        person.gender = person.gender.or(named.gender);
        person.is_certain |= named.is_certain;
        if !named.role.is_empty() && !person.roles.contains(&named.role) {
            person.roles.push(named.role.clone());
        }
    }

    /// The person whose surname or given name a word is: the only one, or the one of this gender, or the last one mentioned before.
    fn with_short(&self, word: &str, gender: Option<Gender>, at: usize) -> Option<usize> {
        let with = |is_it: fn(&Person, &str) -> bool| {
            let fits = |person: &Person| {
                is_it(person, word) && (gender.is_none() || person.gender.is_none() || person.gender == gender)
            };
            let all: Vec<usize> = (0..self.all.len()).filter(|&index| fits(&self.all[index])).collect();
            match all.as_slice() {
                [] => None,
                [only] => Some(*only),
                _ => self
                    .mentions
                    .iter()
                    .filter(|mention| mention.at < at && all.contains(&mention.person))
                    .max_by_key(|mention| mention.at)
                    .map(|mention| mention.person),
            }
        };
        let surname = with(|person, word| person.words.last().is_some_and(|last| last == word));
        surname.or_else(|| {
            with(|person, word| person.is_certain && person.words.first().is_some_and(|first| first == word))
        })
    }

    /// The person that a name means at a position.
    pub(super) fn named(&self, own: &[String], gender: Option<Gender>, at: usize) -> Option<&Person> {
        let index = match own {
            [] => None,
            [word] => self
                .mentions
                .iter()
                .find(|mention| mention.at == at)
                .map(|mention| mention.person)
                .or_else(|| self.with_short(word, gender, at)),
            _ => self.all.iter().position(|person| person.words == own),
        };
        self.all.get(index?)
    }

    /// The only person with a role, or the only one of them who is mentioned in the same or the previous paragraph before a position.
    pub(super) fn with_role(
        &self,
        words: &SpeechWords,
        role: &[String],
        at: usize,
        paragraph: usize,
    ) -> Option<(&Person, f64)> {
        let fits = |person: &Person| person.is_certain && person.roles.iter().any(|own| has_role(words, own, role));
        let all: Vec<usize> = (0..self.all.len()).filter(|&index| fits(&self.all[index])).collect();
        if let [only] = all.as_slice() {
            return Some((&self.all[*only], 0.95));
        }
        [paragraph, paragraph.saturating_sub(1)].iter().find_map(|&paragraph| {
            let near = self.before(at, paragraph, |person| all.contains(&person));
            match near.as_slice() {
                [only] => Some((&self.all[*only], 0.8)),
                _ => None,
            }
        })
    }

    /// The people mentioned in a paragraph before a position, each once, in the order of their last mention.
    pub(super) fn before(&self, at: usize, paragraph: usize, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let end = self.mentions.partition_point(|mention| mention.at < at);
        let mut found = Vec::new();
        for mention in self.mentions[..end].iter().rev().take_while(|mention| mention.paragraph >= paragraph) {
            if mention.paragraph == paragraph && fits(mention.person) && !found.contains(&mention.person) {
                found.push(mention.person);
            }
        }
        found.reverse();
        found
    }

    /// The last mention of a person before a position.
    pub(super) fn last_mention(&self, person: usize, at: usize) -> Option<usize> {
        let end = self.mentions.partition_point(|mention| mention.at < at);
        self.mentions[..end].iter().rev().find(|mention| mention.person == person).map(|mention| mention.at)
    }

    /// A person by its index.
    pub(super) fn get(&self, person: usize) -> Option<&Person> {
        self.all.get(person)
    }
}

/// Whether the words of a description contain those of a shorter one.
fn has_role(words: &SpeechWords, own: &[String], wanted: &[String]) -> bool {
    let has = |word: &str| own.iter().any(|own| own == word);
    wanted.iter().all(|word| {
        has(word) || {
            let long = (words.role_words)(word);
            !long.is_empty() && long.iter().all(|word| has(word))
        }
    })
}

/// The runs of words with capital letters that may be names.
fn runs(items: &[Item]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() {
        if !is_name_word(&items[at]) {
            at += 1;
            continue;
        }
        let start = at;
        while at < items.len() {
            let goes_on = is_name_word(&items[at]) || at > start && is_inside(items, at);
            if !goes_on {
                break;
            }
            at += 1;
        }
        found.push(start..at);
    }
    found
}

fn is_name_word(item: &Item) -> bool {
    item.is_content() && item.is_capital
}

/// Whether an item is inside a name: the full stop of "J. Young" and "Mr. Young", or "de", "van".
fn is_inside(items: &[Item], at: usize) -> bool {
    let Some(next) = items.get(at + 1) else { return false };
    let is_joined = at > 0 && items[at - 1].range.end() == items[at].range.start();
    let is_short = at > 0 && items[at - 1].lower.len() <= 4;
    match items[at].kind {
        ItemKind::Mark('.') => is_joined && is_short && is_name_word(next),
        ItemKind::Word => {
            matches!(
                items[at].lower.as_str(),
                "de" | "van"
                    | "von"
                    | "der"
                    | "den"
                    | "bin"
                    | "al"
                    | "el"
                    | "la"
                    | "del"
                    | "di"
                    | "da"
                    | "dos"
                    | "du"
                    | "le"
            ) && (is_name_word(next) || items.get(at + 2).is_some_and(is_name_word) && next.lower.len() <= 3)
        }
        _ => false,
    }
}

/// Splits a run into title, role and name.
pub(super) fn named(words: &SpeechWords, items: &[Item], run: Range<usize>) -> Named {
    let (mut start, end) = (run.start, run.end);
    let mut role: Vec<String> = Vec::new();
    let is_given = |at: usize| (words.is_given_name)(&items[at].lower);
    // "French Interior Minister Gerald Darmanin", but not "Stephen King" or "General Motors".
    let is_title = |at: usize| at > run.start && (words.courtesy_title)(&items[at].lower).is_some();
    let last = (start..end.saturating_sub(1)).rev().find(|&at| (words.is_role)(&items[at].lower) || is_title(at));
    if let Some(at) = last.filter(|&at| !(is_given(start) || at == start && items[at].is_word("general"))) {
        role = items[start..=at].iter().filter(|item| !item.lower.is_empty()).map(|item| item.lower.clone()).collect();
        start = at + 1;
    }
    while start < end && items[start].is_mark('.') {
        start += 1;
    }
    let mut with_title = start;
    let mut gender = None;
    let mut is_certain = !role.is_empty();
    while start + 1 < end {
        if items[start].is_mark('.') {
            start += 1;
            continue;
        }
        let Some(title) = (words.courtesy_title)(&items[start].lower) else { break };
        gender = gender.or(title);
        is_certain = true;
        start += 1;
    }
    while start < end && items[start].is_mark('.') {
        start += 1;
    }
    with_title = with_title.min(start);
    let count = items[start..end].iter().filter(|item| item.kind == ItemKind::Word).count();
    if start < end && count > 1 && is_given(start) {
        is_certain = true;
        gender = gender.or((words.gender)(&items[start].lower));
    }
    Named { name: start..end, with_title: with_title..end, role, gender, is_certain }
}

/// Adds what stands before and after a name: "opposition leader", ", the head of the union,", ", 43,".
fn with_surroundings(words: &SpeechWords, items: &[Item], mut named: Named) -> Named {
    let start = named.with_title.start.min(named.name.start);
    let before = items[..start].iter().rev().take(4).take_while(|item| item.is_content());
    let before: Vec<String> = before.map(|item| item.lower.clone()).collect();
    if before.first().is_some_and(|word| (words.is_role)(word)) {
        named.gender = named.gender.or_else(|| (words.gender)(&before[0]));
        named.role.extend(before.into_iter().rev());
        named.is_certain = true;
    }
    let Some(next) = items.get(named.name.end) else { return named };
    let opens = next.is_mark(',') || next.is_mark('(');
    if !opens {
        let says = next.verb.is_some() && named.name.len() == 1;
        named.is_certain |= says && named.gender.is_some();
        return named;
    }
    let after = &items[named.name.end + 1..];
    let length = after.iter().take(12).position(|item| {
        matches!(item.kind, ItemKind::Mark(',' | '.' | ')' | ';' | '(')) || item.quotation().is_some()
    });
    let own = &after[..length.unwrap_or(after.len().min(12))];
    if own.len() == 1 && own[0].kind == ItemKind::Number {
        named.is_certain = true;
        return named;
    }
    let is_role = |item: &&Item| item.is_content() && (words.is_role)(&item.lower);
    let first = own.first();
    let begins = first.is_some_and(|first| first.is(WordClass::Determiner) || first.is_content());
    let has_verb = own.iter().any(|item| item.is(WordClass::Auxiliary) || item.is(WordClass::Relative));
    if begins
        && !has_verb
        && let Some(role) = own.iter().find(is_role)
    {
        named.gender = named.gender.or_else(|| (words.gender)(&role.lower));
        named.role.extend(own.iter().filter(|item| item.is_content()).map(|item| item.lower.clone()));
        named.is_certain = true;
    }
    named
}
