//! What a language knows of its words, for comparing sentences: stop words, stems, synonyms, and how frequent words are.

use std::collections::HashMap;

/// Removes the endings of a word in lower case, with the irregular forms.
type Stem = fn(&str, &dyn Fn(&str) -> Option<&'static str>) -> String;

/// The lists that a vocabulary is made from. Words are separated by spaces and lines, phrases are written with "_" between the words.
#[derive(Clone, Copy, Debug)]
pub struct Lists {
    /// Words without a meaning of their own.
    pub stop_words: &'static str,
    /// Lines of a form and the word that it belongs to: "went go".
    pub irregular: &'static str,
    /// Frequent words: a line of words of reporting, very frequent words, a line "#", frequent words.
    pub frequent: &'static str,
    /// Lines of words that mean nearly the same.
    pub synonyms: &'static str,
    /// Lines of names for one country, with its people and its seat of government.
    pub countries: &'static str,
    /// Days and times of day.
    pub times: &'static str,
    /// Words that negate, sorted.
    pub negations: &'static [&'static str],
    /// Number words, sorted.
    pub numbers: &'static [(&'static str, f64)],
    /// Words and abbreviations after a number that multiply it, sorted.
    pub multipliers: &'static [(&'static str, f64)],
    /// Removes the endings of a word in lower case; the function knows the irregular forms.
    pub stem: Stem,
}

/// What the lists say about a word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The groups of synonyms, sorted.
    pub groups: Vec<u16>,
    /// How many of 400 sentences of news contain the word.
    pub frequency: f32,
    /// Whether it is a day of the week or a time of day.
    pub is_time: bool,
}

/// The frequency of words that are in no list.
pub const RARE: f32 = 0.5;
const REPORTING: f32 = 60.0;
const VERY_FREQUENT: f32 = 12.0;
const FREQUENT: f32 = 4.0;
const TIME: f32 = 25.0;

/// The words of a language, looked up by stem.
#[derive(Debug)]
pub struct Vocabulary {
    lists: Lists,
    stop_words: Vec<&'static str>,
    irregular: Vec<(&'static str, &'static str)>,
    /// The phrases, sorted.
    phrases: Vec<&'static str>,
    entries: HashMap<u32, Entry>,
}

impl Vocabulary {
    /// Reads the lists.
    pub fn new(lists: Lists) -> Self {
        let mut stop_words: Vec<_> = lists.stop_words.split_whitespace().collect();
        stop_words.sort_unstable();
        let mut irregular: Vec<_> = lists.irregular.lines().filter_map(|line| line.split_once(' ')).collect();
        irregular.sort_unstable();
        let mut vocabulary = Self { lists, stop_words, irregular, phrases: Vec::new(), entries: HashMap::new() };
        vocabulary.add_frequencies();
        for (group, line) in lists.synonyms.lines().chain(lists.countries.lines()).enumerate() {
            for word in line.split_whitespace() {
                vocabulary.add_to_group(word, group as u16);
            }
        }
        vocabulary.phrases.sort_unstable();
        for word in lists.times.split_whitespace() {
            let entry = vocabulary.entry_of(word);
            (entry.is_time, entry.frequency) = (true, TIME);
        }
        vocabulary
    }

    fn add_frequencies(&mut self) {
        let mut frequency = REPORTING;
        for line in self.lists.frequent.lines() {
            if line.starts_with('#') {
                frequency = FREQUENT;
                continue;
            }
            for word in line.split_whitespace() {
                let entry = self.entry_of(word);
                if entry.frequency <= RARE {
                    entry.frequency = frequency;
                }
            }
            frequency = frequency.min(VERY_FREQUENT);
        }
    }

    fn add_to_group(&mut self, word: &'static str, group: u16) {
        if word.contains('_') {
            self.phrases.push(word);
        }
        let groups = &mut self.entry_of(word).groups;
        if !groups.contains(&group) {
            groups.push(group);
        }
    }

    fn entry_of(&mut self, word: &str) -> &mut Entry {
        let key = self.key(word);
        self.entries.entry(key).or_insert_with(|| Entry { frequency: RARE, ..Entry::default() })
    }

    /// The key of a word in lower case: a hash of its stem, equal for words with the same stem.
    pub fn key(&self, word: &str) -> u32 {
        hash(&self.stem(word))
    }

    /// The stem of a word in lower case.
    pub fn stem(&self, word: &str) -> String {
        (self.lists.stem)(word, &|word| self.irregular(word))
    }

    /// What the lists say about a key.
    pub fn entry(&self, key: u32) -> Option<&Entry> {
        self.entries.get(&key)
    }

    /// Whether a word in lower case has no meaning of its own.
    pub fn is_stop_word(&self, word: &str) -> bool {
        self.stop_words.binary_search(&word).is_ok()
    }

    /// Whether a word in lower case negates a sentence.
    pub fn is_negation(&self, word: &str) -> bool {
        self.lists.negations.binary_search(&word).is_ok() || word.ends_with("n't") || word.ends_with("n’t")
    }

    /// The value of a number word in lower case.
    pub fn number(&self, word: &str) -> Option<f64> {
        find(self.lists.numbers, word)
    }

    /// What a word in lower case multiplies the number before it by.
    pub fn multiplier(&self, word: &str) -> Option<f64> {
        find(self.lists.multipliers, word)
    }

    /// The longest phrase that these words in lower case begin with: its key, and its number of words.
    pub fn phrase(&self, words: &[&str]) -> Option<(u32, usize)> {
        let first = words.first()?;
        let at = self.phrases.partition_point(|phrase| phrase < first);
        let starting = self.phrases.get(at..)?.iter().take_while(|phrase| phrase.starts_with(first));
        let matching = starting.filter_map(|phrase| {
            let count = phrase.split('_').count();
            let is_here = count <= words.len() && phrase.split('_').eq(words.iter().take(count).copied());
            is_here.then_some((*phrase, count))
        });
        matching.max_by_key(|(_, count)| *count).map(|(phrase, count)| (self.key(phrase), count))
    }

    fn irregular(&self, word: &str) -> Option<&'static str> {
        let at = self.irregular.binary_search_by(|(form, _)| (*form).cmp(word)).ok()?;
        self.irregular.get(at).map(|(_, word)| *word)
    }
}

fn find(list: &[(&str, f64)], word: &str) -> Option<f64> {
    let at = list.binary_search_by(|(one, _)| (*one).cmp(word)).ok()?;
    list.get(at).map(|(_, value)| *value)
}

/// A hash of a text (FNV-1a).
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::language::en;

    #[test]
    fn words_share_stems_groups_and_frequencies() {
        let vocabulary = (en::LANGUAGE.vocabulary)();
        let group =
            |word: &str| vocabulary.entry(vocabulary.key(word)).map(|entry| entry.groups.clone()).unwrap_or_default();
        let shares = |a: &str, b: &str| group(a).iter().any(|one| group(b).contains(one));
        assert!(shares("drowned", "sank") && shares("talks", "negotiations") && shares("french", "france"));
        assert!(!shares("talks", "france"));
        let frequency = |word: &str| vocabulary.entry(vocabulary.key(word)).map_or(RARE, |entry| entry.frequency);
        assert!(frequency("said") > frequency("people") && frequency("people") > frequency("dinghy"));
        assert!(vocabulary.is_stop_word("the") && !vocabulary.is_stop_word("dinghy"));
        assert!(vocabulary.is_negation("never") && vocabulary.is_negation("don't"));
    }

    #[test]
    fn phrases_are_found_at_the_beginning() {
        let vocabulary = (en::LANGUAGE.vocabulary)();
        let phrase = |words: &[&str]| vocabulary.phrase(words);
        assert_eq!(phrase(&["united", "kingdom", "left"]), Some((vocabulary.key("united_kingdom"), 2)));
        assert_eq!(phrase(&["united"]), None);
        assert_eq!(phrase(&["called", "off"]).map(|(_, count)| count), Some(2));
    }
}
