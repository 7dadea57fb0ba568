//! Names as they are written: with titles and possessive endings, shortened, or as their initials.

/// Titles of two words, in lower case. They are looked for before those of one word.
const DOUBLE_TITLES: [(&str, &str); 5] = [
    ("prime", "minister"),
    ("home", "secretary"),
    ("foreign", "secretary"),
    ("interior", "minister"),
    ("foreign", "minister"),
];

/// Titles and the article before a name, which are not part of it, in lower case.
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

/// Words that join two names, or say which of many a thing is.
const JOINTS: [&str; 8] = ["of", "in", "for", "at", "on", "and", "&", "to"];

/// The name alone: no spaces around it, no possessive ending, no title before it.
pub(super) fn bare(words: &str) -> &str {
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

/// The rest of a name after its first title, if the rest is a name too.
fn without_title(name: &str) -> Option<&str> {
    let after_double = |(first, second): &(&str, &str)| {
        let rest = without_word(name, first)?.strip_prefix(' ')?;
        name_after(without_word(rest, second)?)
    };
    let after_single = |title: &&str| name_after(without_word(name, title)?);
    DOUBLE_TITLES.iter().find_map(after_double).or_else(|| TITLES.iter().find_map(after_single))
}

/// The text after a word at its beginning, in any case.
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

/// A name, ready to be compared with others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    /// Its words in lower case, without dots, with a space before and after each run of them.
    pub(super) key: String,
    /// The first letters of its words, if it has several that begin with a capital.
    initials: String,
    /// Whether it is written as initials are: nothing but capitals.
    is_acronym: bool,
    /// Whether it can be a part of a name: no figures, and the last word begins with no small letter.
    is_part: bool,
    /// Whether it can be a whole name: it begins with no small letter either.
    is_whole: bool,
}

impl Name {
    /// Prepares a name for comparing.
    pub(super) fn new(words: &str) -> Self {
        let words = bare(words);
        let mut name =
            Self { key: " ".to_owned(), initials: String::new(), is_acronym: false, is_part: false, is_whole: false };
        for word in words.split_whitespace() {
            let letters = word.chars().filter(|&c| c != '.');
            if !JOINTS.contains(&word) {
                name.initials.extend(word.chars().next().filter(|c| c.is_uppercase()));
            }
            name.key.extend(letters.flat_map(char::to_lowercase));
            name.key.push(' ');
        }
        let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
        // "von", "de" and the like begin with small letters within a name, but nothing that ends one does.
        name.is_part = !words.chars().any(char::is_numeric) && !last.starts_with(char::is_lowercase);
        name.is_whole = name.is_part && begins_as_name(words);
        // One capital is no acronym, and of one word there are no initials.
        name.is_acronym = words.chars().all(|c| c.is_uppercase() || c == '.') && name.key.trim().chars().count() > 1;
        if name.initials.chars().count() < 2 {
            name.initials.clear();
        }
        name
    }

    /// What a shorter form of it must have in common with it: its first word, its last word, or its initials.
    pub(super) fn handles(&self) -> Vec<String> {
        let key = self.key.trim();
        let first = key.split(' ').next().unwrap_or_default();
        let last = key.rsplit(' ').next().unwrap_or_default();
        let mut handles = vec![first.to_owned(), last.to_owned(), self.initials.to_lowercase()];
        handles.dedup();
        handles.retain(|handle| !handle.is_empty());
        handles
    }

    /// Whether this is a shorter form of another name: its beginning, its end, or its initials.
    pub(super) fn shortens(&self, long: &Self) -> bool {
        if self.is_acronym && !long.initials.is_empty() && self.key.trim().eq_ignore_ascii_case(&long.initials) {
            return true;
        }
        // Two spaces and a letter are no name.
        if !(self.is_part && long.is_whole && self.key.chars().count() > 3 && self.key != long.key) {
            return false;
        }
        let ends = |rest: &str| rest.split_whitespace().last().is_some_and(|word| !JOINTS.contains(&word));
        let begins = |rest: &str| rest.split_whitespace().next().is_some_and(|word| !["and", "&"].contains(&word));
        // Each key begins and ends with a space, so only whole words match.
        long.key.strip_suffix(&self.key).is_some_and(ends) || long.key.strip_prefix(&self.key).is_some_and(begins)
    }
}

/// Whether words look like a name: they begin with a capital, or with a letter of a script that has none.
pub(super) fn begins_as_name(words: &str) -> bool {
    bare(words).starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_possessive_endings_are_no_part_of_a_name() {
        for words in ["Ms Patel", "Patel’s", "Patel's", " Patel ", "Home Secretary Patel", "the Prime Minister Patel"]
        {
            assert_eq!(bare(words), "Patel", "{words}");
        }
        assert_eq!(bare("the UK"), "UK");
        assert_eq!(bare("Home Office"), "Home Office");
        assert_eq!(bare("President"), "President", "a title alone is all there is");
        assert_eq!(bare("Lord of the Rings"), "Lord of the Rings", "no name follows");
        assert_eq!(bare("’s"), "’s");
    }

    #[test]
    fn a_name_is_shortened_to_its_ends_or_its_initials() {
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
            let initials_only = short == "MoD";
            assert_eq!(shortens(short, long), !initials_only, "{short} of {long}");
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
    fn dots_and_case_make_no_other_name() {
        assert_eq!(Name::new("U.K.").key, Name::new("the UK").key);
        assert_eq!(Name::new("PRITI PATEL").key, Name::new("Priti  Patel").key);
    }
}
