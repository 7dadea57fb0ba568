//! Finds how articles describe who or what they name: "French Interior Minister Gerald Darmanin", "Claritone, a Danish company".

use crate::analysis::language::Naming;
use crate::analysis::parsed::{ParsedArticle, Token, TokenKind};
use crate::text::TextRange;

/// The most tokens of a description after a name.
const LONGEST: usize = 14;
/// How far into it the word for the role is.
const LATEST_ROLE: usize = 6;

/// A description of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Description {
    /// Where the description is.
    pub(super) range: TextRange,
    /// The words of the name, in lower case.
    pub(super) name: Vec<String>,
    /// The name as it is written.
    pub(super) written: TextRange,
    /// The words of the role without the country, in lower case; the last is the role itself.
    pub(super) role: Vec<String>,
    /// Whether the role is that of a company or another body.
    pub(super) is_body: bool,
    /// The countries that it names.
    pub(super) countries: Vec<usize>,
    /// Where somebody belongs, in lower case: the names after "at" or "of" that are no countries.
    pub(super) places: Vec<String>,
}

/// The descriptions in an article.
#[derive(Debug)]
pub(super) struct Descriptions(pub(super) Vec<Description>);

impl Descriptions {
    pub(super) fn new(article: &ParsedArticle) -> Self {
        let naming = (article.language.naming)();
        let mut all = Vec::new();
        for sentence in &article.sentences {
            let tokens = article.tokens_of(sentence);
            let words = tokens.iter().map(|&token| Word::new(article, token, naming)).collect();
            Reader { words, naming }.read(&mut all);
        }
        Self(all)
    }
}

/// A token as the rules of descriptions see it.
pub(super) struct Word {
    pub(super) range: TextRange,
    pub(super) lower: String,
    kind: TokenKind,
    pub(super) is_capital: bool,
    pub(super) is_role: bool,
    is_body: bool,
    pub(super) is_stop: bool,
    pub(super) country: Option<usize>,
}

impl Word {
    pub(super) fn new(article: &ParsedArticle, token: Token, naming: &Naming) -> Self {
        let text = article.words(token);
        let lower = text.to_lowercase();
        let is_word = token.kind == TokenKind::Word;
        Self {
            range: token.range,
            kind: token.kind,
            is_capital: is_word && text.starts_with(char::is_uppercase),
            is_role: is_word && naming.is_role(&lower),
            is_body: is_word && naming.is_body(&lower),
            is_stop: is_word && (article.language.vocabulary)().is_stop_word(&lower),
            country: naming.country(&lower).filter(|_| text.starts_with(char::is_uppercase)),
            lower,
        }
    }

    /// Whether it may be a verb in the past tense.
    pub(super) fn is_verb(&self) -> bool {
        self.lower.ends_with("ed")
    }

    pub(super) fn is_comma(&self) -> bool {
        self.lower == ","
    }

    fn ends_description(&self) -> bool {
        self.kind == TokenKind::Punctuation && !matches!(self.lower.as_str(), "-" | "&" | "’" | "'")
    }
}

struct Reader<'a> {
    words: Vec<Word>,
    naming: &'a Naming,
}

impl Reader<'_> {
    fn read(&self, all: &mut Vec<Description>) {
        let mut at = 0;
        while at < self.words.len() {
            let end = self.end_of_capitals(at);
            if end == at {
                at += 1;
                continue;
            }
            let name = self.name_start(at, end);
            if name < end {
                all.extend(self.before(at, name, end).or_else(|| self.before_comma(at, end)));
                all.extend(self.after(name, end).or_else(|| self.of_body(name, end)));
            }
            at = end;
        }
    }

    fn get(&self, from: usize, to: usize) -> &[Word] {
        self.words.get(from..to).unwrap_or_default()
    }

    /// The end of the words with capitals that begin at a place.
    fn end_of_capitals(&self, at: usize) -> usize {
        let is_name = |word: &&Word| word.is_capital && !(word.is_stop && word.lower.len() < 4);
        at + self.words.iter().skip(at).take_while(is_name).count()
    }

    /// Where the name begins among words with capitals: after the last role, and without the country before it.
    fn name_start(&self, start: usize, end: usize) -> usize {
        let words = self.get(start, end);
        words.iter().rposition(|word| word.is_role || word.is_body).map_or(start, |role| start + role + 1)
    }

    /// The description before a name, which begins among the capitals or in lower case before them.
    fn before(&self, start: usize, name: usize, end: usize) -> Option<Description> {
        let is_part = |word: &Word| word.is_role || word.is_body || word.country.is_some() && word.is_capital;
        let mut first = name;
        while first > 0 {
            let word = self.words.get(first - 1)?;
            if !(first > start || is_part(word)) {
                break;
            }
            first -= 1;
        }
        // "Sunday British Prime Minister": the country begins the description.
        let country = self.get(first, name).iter().position(|word| word.country.is_some());
        first += country.unwrap_or_default();
        let words = self.get(first, name);
        let role = words.iter().rposition(|word| word.is_role || word.is_body)?;
        (role + 1 == words.len()).then(|| self.description((first, name), (name, end), first + role, name)).flatten()
    }

    /// The description after a name and a comma, up to the next punctuation.
    fn after(&self, name: usize, end: usize) -> Option<Description> {
        if !self.words.get(end)?.is_comma() {
            return None;
        }
        let first = end + 1;
        let rest = self.words.iter().skip(first).take(LONGEST);
        let length = rest.take_while(|word| !word.ends_description()).count();
        let words = self.get(first, first + length);
        let is_determiner =
            |word: &Word| matches!(word.lower.as_str(), "a" | "an" | "the" | "its" | "his" | "her" | "their");
        let is_stopped = |(at, word): (usize, &Word)| word.is_stop && !(at == 0 && is_determiner(word));
        let stop = words.iter().enumerate().position(is_stopped).unwrap_or(words.len());
        let head = words.iter().take(stop.min(LATEST_ROLE)).rposition(|word| word.is_role || word.is_body)?;
        // "Johnson, Prime Minister Macron": the role belongs to the next name.
        let next = words.get(head + 1);
        if next.is_some_and(|word| word.is_capital && word.country.is_none()) {
            return None;
        }
        self.description((first, first + length), (name, end), first + head, first + length)
    }

    /// "The Spanish coach of Stanmoor, Marco Sorrenti": the words from the article on, if they have a role, before a comma.
    fn before_comma(&self, name: usize, end: usize) -> Option<Description> {
        let comma = name.checked_sub(1).filter(|&at| self.words.get(at).is_some_and(Word::is_comma))?;
        let lowest = comma.saturating_sub(LATEST_ROLE + 2);
        let is_start = |word: &Word| matches!(word.lower.as_str(), "the" | "a" | "an" | "its" | "their");
        let start = (lowest..comma).find(|&at| self.words.get(at).is_some_and(is_start))?;
        let words = self.get(start, comma);
        let role = words.iter().position(|word| word.is_role && !word.is_capital)?;
        let is_one = !words.iter().any(Word::ends_description);
        is_one.then(|| self.description((start, comma), (name, end), start + role, comma)).flatten()
    }

    /// "Daniel Osei of Castlegate Securities": a name and where its person works.
    fn of_body(&self, name: usize, end: usize) -> Option<Description> {
        let is_of = self.words.get(end).is_some_and(|word| word.lower == "of");
        let last = self.end_of_capitals(end + 1);
        let body = self.words.get(last.checked_sub(1)?).filter(|word| word.is_body)?;
        let first = self.words.get(end + 1)?;
        (is_of && last > end + 2 && end > name + 1).then(|| Description {
            range: TextRange::new(first.range.start(), body.range.end()),
            name: self.get(name, end).iter().map(|word| word.lower.clone()).collect(),
            written: TextRange::new(
                self.words.get(name).map_or(first.range, |word| word.range).start(),
                self.words.get(end - 1).map_or(first.range, |word| word.range).end(),
            ),
            role: Vec::new(),
            is_body: false,
            countries: Vec::new(),
            places: self.get(end + 1, last).iter().map(|word| word.lower.clone()).collect(),
        })
    }

    fn description(
        &self,
        (first, last): (usize, usize),
        (name, end): (usize, usize),
        head: usize,
        limit: usize,
    ) -> Option<Description> {
        let range = |from: usize, to: usize| {
            let (first, last) = (self.words.get(from)?, self.words.get(to.checked_sub(1)?)?);
            Some(TextRange::new(first.range.start(), last.range.end()))
        };
        let own = self.get(first, head + 1);
        let role = own.iter().filter(|word| word.kind == TokenKind::Word && !word.is_stop && word.country.is_none());
        let mut countries: Vec<usize> = own.iter().filter_map(|word| word.country).collect();
        let mut places = Vec::new();
        let mut rest = self.get(head + 1, limit).iter().peekable();
        while let Some(word) = rest.next() {
            if !self.naming.words.belonging.contains(&word.lower.as_str()) {
                continue;
            }
            while rest.peek().is_some_and(|word| word.lower == "the") {
                rest.next();
            }
            while let Some(word) = rest.next_if(|word| word.is_capital) {
                match word.country {
                    Some(country) => countries.push(country),
                    None => places.push(word.lower.clone()),
                }
            }
        }
        Some(Description {
            range: range(first, last)?,
            name: self.get(name, end).iter().map(|word| word.lower.clone()).collect(),
            written: range(name, end)?,
            role: role.map(|word| word.lower.clone()).collect(),
            is_body: self.words.get(head)?.is_body,
            countries,
            places,
        })
    }
}

impl Description {
    /// Whether this describes what another description does: the last names are the same, and no first names differ.
    pub(super) fn is_of_same(&self, other: &Self) -> bool {
        is_same_name(&self.name, &other.name)
    }
}

/// Whether two names can be of one person or body.
pub(super) fn is_same_name(a: &[String], b: &[String]) -> bool {
    let ends = a.last().is_some() && a.last() == b.last();
    let first = |name: &[String]| name.first().filter(|_| name.len() > 1).cloned();
    let begin = match (first(a), first(b)) {
        (Some(a), Some(b)) => a == b || a.len() == 1 && b.starts_with(&a) || b.len() == 1 && a.starts_with(&b),
        _ => true,
    };
    // "Claritone" and "Claritone A/S".
    ends && begin || a.len() != b.len() && a.first().is_some_and(|word| word.len() > 4) && a.first() == b.first()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::parsed::ParsedArticles;
    use crate::analysis::tests::editor;

    fn found(text: &str) -> Vec<String> {
        let parsed = ParsedArticles::update(editor(&[text]).project(), &ParsedArticles::default());
        let article = &parsed.all()[0];
        let show = |one: &Description| {
            let places = one.places.join(" ");
            format!("{}: {} [{}]{places}", article.slice(one.written), article.slice(one.range), one.countries.len())
        };
        Descriptions::new(article).0.iter().map(show).collect()
    }

    #[test]
    fn descriptions_before_and_after_names_are_found() {
        assert_eq!(
            found("French Interior Minister Gerald Darmanin left. The Swedish firm Claritone paid."),
            ["Gerald Darmanin: French Interior Minister [1]", "Claritone: Swedish firm [1]"]
        );
        assert_eq!(
            found(
                "Boris Johnson, Prime Minister of France, claimed it. Ada Osei, an analyst at Lakeshore Trust, agreed."
            ),
            [
                "Boris Johnson: Prime Minister of France [1]",
                "Ada Osei: an analyst at Lakeshore Trust [0]lakeshore trust"
            ]
        );
        assert_eq!(found("Priti Patel, who was there, said no."), Vec::<String>::new());
    }
}
