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
    ABBREVIATIONS.binary_search(&word.to_lowercase().as_str()).is_ok() || is_initials(word)
}

/// The initials of a person: "A.J" of "A.J. Johnson"; places and times of day may end a sentence.
fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.');
    word.contains('.')
        && letters.all(|letter| letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase()))
        && !matches!(word, "D.C" | "N.Y" | "L.A" | "P.M" | "A.M" | "A.D" | "B.C" | "E.U" | "U.A.E" | "U.S.S.R")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
        assert!(is_abbreviation("Mr") && is_abbreviation("U.S") && !is_abbreviation("left"));
        assert!(is_abbreviation("A.J") && !is_abbreviation("D.C") && !is_abbreviation("example.com"));
    }
}
