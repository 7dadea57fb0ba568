//! The name of a source: full names for surnames, names for roles and pronouns, where that is safe.

use std::ops::Range;

use super::items::{Item, ItemKind};
use super::people::{People, Person, named};
use crate::analysis::language::{Gender, Referent, SpeechWords, WordClass};
use crate::analysis::parsed::ParsedArticle;
use crate::text::TextRange;

/// A source with its name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    /// The words that name it.
    pub range: TextRange,
    /// Its name.
    pub name: String,
    /// Whether it is a pronoun for which no name was found.
    pub is_unresolved: bool,
    /// Whether it is one person, for all that is known.
    pub is_person: bool,
    /// The gender, if known.
    gender: Option<Gender>,
    /// How safe the name is, above 0 and up to 1.
    pub certainty: f64,
}

/// The source that a phrase names. `last` is the source before it, and how many paragraphs before.
pub(super) fn source(
    article: &ParsedArticle,
    items: &[Item],
    phrase: Range<usize>,
    people: &People,
    paragraph: usize,
    last: Option<(&Source, usize)>,
) -> Option<Source> {
    let words = &article.language.speech;
    let own = items.get(phrase.clone())?;
    let (first, end) = (own.first()?, own.last()?);
    let at = first.range.start().index();
    if let ([pronoun], Some(referent)) = (own, (words.referent)(contracted(&first.lower))) {
        return Some(of_pronoun(article, pronoun, referent, (people, paragraph, last)));
    }
    let (part, is_name) = name_part(words, items, phrase);
    let part_items = items.get(part.clone())?;
    let range = TextRange::new(part_items.first()?.range.start(), part_items.last()?.range.end());
    let plain = Source {
        range,
        name: without_article(words, article.slice(range)),
        is_unresolved: false,
        is_person: false,
        gender: (words.gender)(&end.lower),
        certainty: 1.0,
    };
    if is_name {
        let named = named(words, items, part);
        let own: Vec<String> = items[named.name.clone()]
            .iter()
            .filter(|item| item.kind == ItemKind::Word)
            .map(|item| item.lower.clone())
            .collect();
        let position = items.get(named.name.start)?.range.start().index();
        let known = people.named(&own, None, position);
        return Some(match known {
            Some(person) => of_person(&plain, person, 1.0),
            None => plain,
        });
    }
    let is_role = (words.is_role)(&end.lower) && !end.lower.ends_with('s');
    let is_definite = first.is_word("the") || first.is_capital;
    if is_definite && is_role {
        let role: Vec<String> = own.iter().filter(|item| item.is_content()).map(|item| item.lower.clone()).collect();
        if let Some((person, certainty)) = people.with_role(words, &role, at, paragraph) {
            return Some(of_person(&plain, person, certainty));
        }
    }
    let has_role = own
        .iter()
        .take_while(|item| !item.is(WordClass::Preposition))
        .any(|item| (words.is_role)(&item.lower) && !item.lower.ends_with('s'));
    let gender = own.iter().find_map(|item| (words.gender)(&item.lower).filter(|_| !item.is_capital));
    Some(Source { is_person: has_role || gender.is_some(), gender, ..plain })
}

/// The pronoun of "he's" and "they'd".
fn contracted(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or(word)
}

fn of_person(source: &Source, person: &Person, certainty: f64) -> Source {
    Source {
        name: person.name.clone(),
        is_person: person.is_certain,
        gender: person.gender.or(source.gender),
        certainty,
        ..source.clone()
    }
}

/// A name without "the" before it.
fn without_article(words: &SpeechWords, name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((first, rest)) = name.split_once(' ') else { return name };
    let is_article =
        (words.class)(first, &first.to_lowercase()) == WordClass::Determiner && first.eq_ignore_ascii_case("the");
    if is_article { rest.to_owned() } else { name }
}

/// The name in a phrase without role ("Gerald Darmanin" in "French Interior Minister Gerald Darmanin"), or all of the phrase; and
/// whether it is a name.
fn name_part(words: &SpeechWords, items: &[Item], phrase: Range<usize>) -> (Range<usize>, bool) {
    let is_of_name = |at: usize| {
        let item = &items[at];
        item.is_content() && item.is_capital
            || item.is_mark('.') && at + 1 < phrase.end
            || item.kind == ItemKind::Word
                && item.lower.len() <= 3
                && !item.is(WordClass::Preposition)
                && !item.is(WordClass::Coordinator)
                && !item.is(WordClass::Determiner)
                && at + 1 < phrase.end
                && at > phrase.start
                && items[at - 1].is_capital
    };
    let mut start = phrase.end;
    while start > phrase.start && is_of_name(start - 1) {
        start -= 1;
    }
    if start == phrase.end {
        return (phrase, false);
    }
    let run = start..phrase.end;
    let is_role_only = (words.is_role)(&items[phrase.end - 1].lower) && !(words.is_given_name)(&items[start].lower);
    if is_role_only {
        return (phrase, false);
    }
    let named = named(words, items, run.clone());
    let has_role = named.with_title.start > run.start;
    if has_role && !named.name.is_empty() {
        return (named.with_title, true);
    }
    match start.checked_sub(1).filter(|&before| before >= phrase.start).map(|before| &items[before]) {
        None => (run, true),
        Some(before) if before.is_content() || before.kind == ItemKind::Possessive => (run, true),
        Some(_) => (phrase, false),
    }
}

/// The source that a pronoun stands for.
fn of_pronoun(
    article: &ParsedArticle,
    pronoun: &Item,
    referent: Referent,
    (people, paragraph, last): (&People, usize, Option<(&Source, usize)>),
) -> Source {
    let words = article.slice(pronoun.range);
    let unresolved = Source {
        range: pronoun.range,
        name: contracted(words).to_owned(),
        is_unresolved: true,
        is_person: matches!(referent, Referent::Person(_)) || pronoun.is_word("i"),
        gender: None,
        certainty: 1.0,
    };
    let of_last = |last: &Source, certainty: f64| Source {
        range: pronoun.range,
        certainty: last.certainty * certainty,
        ..last.clone()
    };
    let near = last.filter(|(_, distance)| *distance == 0).map(|(last, _)| last);
    match referent {
        Referent::Person(gender) => {
            let at = pronoun.range.start().index();
            let fits = |index: usize| {
                people
                    .get(index)
                    .is_some_and(|person| person.is_certain && person.gender.is_none_or(|own| own == gender))
            };
            let is_last = |last: &Source| last.is_person && last.gender.is_none_or(|own| own == gender);
            let candidates = people.before(at, paragraph, fits);
            let by_gender: Vec<usize> = candidates
                .iter()
                .copied()
                .filter(|&index| people.get(index).is_some_and(|person| person.gender == Some(gender)))
                .collect();
            let near = near.filter(|last| is_last(last));
            let only = match (candidates.as_slice(), by_gender.as_slice()) {
                ([only], _) => Some((*only, 0.95)),
                (_, [only]) => Some((*only, 0.85)),
                _ => None,
            };
            match (near, only) {
                // Who spoke last, if nobody else was mentioned since.
                (Some(last), Some((only, certainty))) => {
                    let is_later =
                        people.last_mention(only, at).is_some_and(|mention| mention > last.range.end().index());
                    match people.get(only).filter(|_| is_later) {
                        Some(person) if person.name != last.name => {
                            with_gender(of_person(&unresolved, person, certainty * 0.8), gender, false)
                        }
                        _ => with_gender(of_last(last, 0.95), gender, last.is_unresolved),
                    }
                }
                (Some(last), None) => with_gender(
                    of_last(last, if candidates.is_empty() { 0.9 } else { 0.8 }),
                    gender,
                    last.is_unresolved,
                ),
                (None, Some((only, certainty))) => match people.get(only) {
                    Some(person) => with_gender(of_person(&unresolved, person, certainty), gender, false),
                    None => unresolved,
                },
                (None, None) if candidates.is_empty() => {
                    before_paragraph(unresolved, gender, at, (people, paragraph, last))
                }
                (None, None) => Source { gender: Some(gender), ..unresolved },
            }
        }
        Referent::Thing => match near.filter(|last| !last.is_person && !last.is_unresolved) {
            Some(last) => Source { is_unresolved: false, ..of_last(last, 0.8) },
            None => unresolved,
        },
        Referent::Several => {
            match near.filter(|last| !last.is_person && !last.is_unresolved && last.name.ends_with('s')) {
                Some(last) => Source { is_unresolved: false, ..of_last(last, 0.8) },
                None => unresolved,
            }
        }
        Referent::Unknown => unresolved,
    }
}

fn with_gender(source: Source, gender: Gender, is_unresolved: bool) -> Source {
    Source { gender: Some(gender), is_person: true, is_unresolved, ..source }
}

/// A pronoun whose paragraph names nobody before it: the last speaker of the paragraph before, or the only person named there.
fn before_paragraph(
    unresolved: Source,
    gender: Gender,
    at: usize,
    (people, paragraph, last): (&People, usize, Option<(&Source, usize)>),
) -> Source {
    let is_last = |last: &Source| last.is_person && last.gender.is_none_or(|own| own == gender);
    if let Some((last, _)) = last.filter(|(last, distance)| *distance <= 1 && is_last(last)) {
        let range = unresolved.range;
        return Source { range, gender: Some(gender), certainty: last.certainty * 0.8, ..last.clone() };
    }
    let fits = |index: usize| {
        people.get(index).is_some_and(|person| person.is_certain && person.gender.is_none_or(|own| own == gender))
    };
    let before = match paragraph {
        0 => Vec::new(),
        _ => people.before(at, paragraph - 1, fits),
    };
    match before.as_slice() {
        [only] => match people.get(*only) {
            Some(person) => with_gender(of_person(&unresolved, person, 0.75), gender, false),
            None => unresolved,
        },
        _ => Source { gender: Some(gender), ..unresolved },
    }
}
