//! The words of English, for comparing sentences. The lists were written for this program.

use std::sync::LazyLock;

use super::stem::stem;
use crate::analysis::language::vocabulary::{Lists, Vocabulary};

const NEGATIONS: [&str; 8] = ["cannot", "neither", "never", "no", "nobody", "nor", "not", "without"];

const NUMBERS: [(&str, f64); 28] = [
    ("dozen", 12.0),
    ("eight", 8.0),
    ("eighteen", 18.0),
    ("eighty", 80.0),
    ("eleven", 11.0),
    ("fifteen", 15.0),
    ("fifty", 50.0),
    ("five", 5.0),
    ("forty", 40.0),
    ("four", 4.0),
    ("fourteen", 14.0),
    ("nine", 9.0),
    ("nineteen", 19.0),
    ("ninety", 90.0),
    ("seven", 7.0),
    ("seventeen", 17.0),
    ("seventy", 70.0),
    ("six", 6.0),
    ("sixteen", 16.0),
    ("sixty", 60.0),
    ("ten", 10.0),
    ("thirteen", 13.0),
    ("thirty", 30.0),
    ("three", 3.0),
    ("twelve", 12.0),
    ("twenty", 20.0),
    ("two", 2.0),
    ("zero", 0.0),
];

const MULTIPLIERS: [(&str, f64); 8] = [
    ("billion", 1e9),
    ("bn", 1e9),
    ("hundred", 100.0),
    ("k", 1e3),
    ("m", 1e6),
    ("million", 1e6),
    ("thousand", 1e3),
    ("trillion", 1e12),
];

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(Lists {
        stop_words: include_str!("lists/stop_words.txt"),
        irregular: include_str!("lists/irregular.txt"),
        frequent: include_str!("lists/frequent.txt"),
        synonyms: include_str!("lists/synonyms.txt"),
        countries: include_str!("lists/countries.txt"),
        times: include_str!("lists/time_words.txt"),
        negations: &NEGATIONS,
        numbers: &NUMBERS,
        multipliers: &MULTIPLIERS,
        stem,
    })
});

/// The words of English.
pub(super) fn vocabulary() -> &'static Vocabulary {
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(NEGATIONS.is_sorted());
        assert!(NUMBERS.is_sorted_by(|a, b| a.0 < b.0) && MULTIPLIERS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn number_words_have_values() {
        assert_eq!(vocabulary().number("seventeen"), Some(17.0));
        assert_eq!(vocabulary().multiplier("bn"), Some(1e9));
        assert_eq!(vocabulary().number("one"), None, "it is no number in most sentences");
    }
}
