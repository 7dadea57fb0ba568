//! Abbreviations that are written with a full stop.

/// Sorted, in lower case, without the last full stop.
const ABBREVIATIONS: [&str; 58] = [
    "adm", "al", "apr", "aug", "ave", "b.c", "bros", "capt", "cf", "cmdr", "co", "col", "corp", "dec", "dept", "dr",
    "e.g", "est", "etc", "feb", "fr", "ft", "gen", "gov", "hon", "i.e", "inc", "jan", "jr", "jul", "jun", "lt", "ltd",
    "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "nov", "oct", "p.m", "ph.d", "prof", "rep", "rev", "sen", "sep",
    "sept", "sgt", "sr", "st", "supt", "u.k", "u.n", "u.s", "vs",
];

/// Whether a word, without its full stop, is an abbreviation.
pub fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
        assert!(is_abbreviation("Mr") && is_abbreviation("U.S") && !is_abbreviation("left"));
    }
}
