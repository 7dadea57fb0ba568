//! Compares names: with and without titles and possessive endings, shortened, and as initials.

use std::borrow::Cow;

use crate::text::{visible_text, without_invisible};

/// Titles of two words, in lower case. They are removed before titles of one word.
const DOUBLE_TITLES: [(&str, &str); 5] = [
    ("prime", "minister"),
    ("home", "secretary"),
    ("foreign", "secretary"),
    ("interior", "minister"),
    ("foreign", "minister"),
];

/// Titles, and the article before a name, in lower case.
const TITLES: [&str; 22] = [
    "the",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "dr",
    "dr.",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "minister",
    "chancellor",
    "senator",
    "judge",
    "king",
];

/// Words inside a name that do not count for its initials, and at which it is not shortened.
const CONNECTORS: [&str; 8] = ["of", "in", "for", "at", "on", "and", "&", "to"];

/// A name without invisible characters, outer spaces, possessive ending and titles: the default name of a new entity.
pub fn bare_name(words: &str) -> Cow<'_, str> {
    match visible_text(words) {
        Cow::Borrowed(words) => Cow::Borrowed(stripped(words)),
        Cow::Owned(words) => Cow::Owned(stripped(&words).to_owned()),
    }
}

fn stripped(words: &str) -> &str {
    let mut name = words.trim();
    for ending in ["'s", "’s", "'", "’"] {
        if let Some(rest) = name.strip_suffix(ending).filter(|rest| !rest.is_empty()) {
            name = rest;
            break;
        }
    }
    while let Some(rest) = without_title(name) {
        name = rest;
    }
    name
}

/// The rest of a name after its first title, if the rest is a name.
fn without_title(name: &str) -> Option<&str> {
    let after_double = |(first, second): &(&str, &str)| {
        let rest = without_word(name, first)?.strip_prefix(' ')?;
        name_after(without_word(rest, second)?)
    };
    let after_single = |title: &&str| name_after(without_word(name, title)?);
    DOUBLE_TITLES.iter().find_map(after_double).or_else(|| TITLES.iter().find_map(after_single))
}

/// The text after a word at its beginning; ignores case.
fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = (text.get(..word.len())?, text.get(word.len()..)?);
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// The name after spaces, if there is one.
fn name_after(text: &str) -> Option<&str> {
    let name = text.trim_start();
    let is_name = name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (is_name && text.starts_with(char::is_whitespace)).then_some(name)
}

/// A name, prepared for comparison.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    /// The words in lower case, without dots, with a space before and after each word.
    pub(super) key: String,
    /// The first letters of the capitalised words; empty if there are fewer than two.
    initials: String,
    /// Whether the name consists of capitals only.
    is_acronym: bool,
    /// Whether it can be a shorter form of a name: no digits, and the last word does not begin with a lower-case
    /// letter.
    can_be_short_form: bool,
    /// Whether it can be a full name: also does not begin with a lower-case letter.
    can_be_full_name: bool,
}

impl Name {
    /// Prepares a name for comparison.
    pub(super) fn new(words: &str) -> Self {
        let words = &without_invisible(words);
        let words = stripped(words);
        let mut name = Self {
            key: " ".to_owned(),
            initials: String::new(),
            is_acronym: false,
            can_be_short_form: false,
            can_be_full_name: false,
        };
        for word in words.split_whitespace() {
            let letters = word.chars().filter(|&c| c != '.');
            if !CONNECTORS.contains(&word) {
                name.initials.extend(word.chars().next().filter(|c| c.is_uppercase()));
            }
            name.key.extend(letters.flat_map(char::to_lowercase));
            name.key.push(' ');
        }
        let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
        // A name may contain "von" or "de", but does not end with such a word.
        name.can_be_short_form = !words.chars().any(char::is_numeric) && !last.starts_with(char::is_lowercase);
        name.can_be_full_name = name.can_be_short_form && begins_as_name(words);
        // An acronym and initials have at least two letters.
        name.is_acronym = words.chars().all(|c| c.is_uppercase() || c == '.') && name.key.trim().chars().count() > 1;
        if name.initials.chars().count() < 2 {
            name.initials.clear();
        }
        name
    }

    /// First word, last word and initials. A shorter form has at least one of these in common with the name.
    pub(super) fn lookup_keys(&self) -> Vec<String> {
        let key = self.key.trim();
        let first = key.split(' ').next().unwrap_or_default();
        let last = key.rsplit(' ').next().unwrap_or_default();
        let mut keys = vec![first.to_owned(), last.to_owned(), self.initials.to_lowercase()];
        keys.dedup();
        keys.retain(|key| !key.is_empty());
        keys
    }

    /// Whether this is a shorter form of another name: its first words, its last words, or its initials.
    pub(super) fn shortens(&self, long: &Self) -> bool {
        if self.is_acronym && !long.initials.is_empty() && self.key.trim().eq_ignore_ascii_case(&long.initials) {
            return true;
        }
        // Two spaces and one letter are not a name.
        if !(self.can_be_short_form && long.can_be_full_name && self.key.chars().count() > 3 && self.key != long.key) {
            return false;
        }
        let ends = |rest: &str| rest.split_whitespace().last().is_some_and(|word| !CONNECTORS.contains(&word));
        let begins = |rest: &str| rest.split_whitespace().next().is_some_and(|word| !["and", "&"].contains(&word));
        // Each key begins and ends with a space, so only complete words match.
        long.key.strip_suffix(&self.key).is_some_and(ends) || long.key.strip_prefix(&self.key).is_some_and(begins)
    }
}

/// Whether a text looks like a name: it begins with a capital, or with a letter of a script without case.
pub(super) fn begins_as_name(words: &str) -> bool {
    bare_name(words).starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_possessive_endings_are_removed() {
        for words in ["Ms Patel", "Patel’s", "Patel's", " Patel ", "Home Secretary Patel", "the Prime Minister Patel"]
        {
            assert_eq!(bare_name(words), "Patel", "{words}");
        }
        assert_eq!(bare_name("the UK"), "UK");
        assert_eq!(bare_name("Home Office"), "Home Office");
        assert_eq!(bare_name("President"), "President", "a title without a name is not removed");
        assert_eq!(
            bare_name("Lord of the Rings"),
            "Lord of the Rings",
            "a title without a name after it is not removed"
        );
        assert_eq!(bare_name("’s"), "’s");
        assert_eq!(bare_name("\u{200f}Ms Pa\u{ad}tel\u{200e}’s\u{feff}"), "Patel");
    }

    #[test]
    fn a_short_form_is_an_end_of_a_name_or_its_initials() {
        let shortens = |short: &str, long: &str| Name::new(short).shortens(&Name::new(long));
        for (short, long) in [
            ("Patel", "Priti Patel"),
            ("Ms Patel", "Priti Patel"),
            ("Priti", "Priti Patel’s"),
            ("von der Leyen", "Ursula von der Leyen"),
            ("NHS", "National Health Service"),
            ("U.K.", "the United Kingdom"),
            ("MoD", "Ministry of Defence"),
            ("Channel", "English Channel"),
            ("Bank", "Bank of England"),
        ] {
            let is_mixed_case_acronym = short == "MoD";
            assert_eq!(shortens(short, long), !is_mixed_case_acronym, "{short} of {long}");
        }
        for (short, long) in [
            ("Patel", "Patel"),
            ("England", "Bank of England"),
            ("Marks", "Marks and Spencer"),
            ("31", "31 people"),
            ("Sunday", "last Sunday"),
            ("Sunday", "Sunday 28 November"),
            ("France", "northern France"),
            ("Pat", "Priti Patel"),
            ("A", "A B"),
        ] {
            assert!(!shortens(short, long), "{short} of {long}");
        }
    }

    #[test]
    fn dots_and_case_are_ignored() {
        assert_eq!(Name::new("U.K.").key, Name::new("the UK").key);
        assert_eq!(Name::new("PRITI PATEL").key, Name::new("Priti  Patel").key);
    }
}
