//! Stems: endings are removed, so that "migrants" and "migration", "closed" and "closure" are one.
//!
//! Cuts more than Porter's stemmer: stems are only compared, many at a time, and never shown.

/// Endings that make another word of the same meaning, longest first, and the least number of letters before them.
const ENDINGS: [(&str, usize); 51] = [
    ("isational", 3),
    ("izational", 3),
    ("ization", 3),
    ("isation", 3),
    ("fulness", 3),
    ("ousness", 3),
    ("iveness", 3),
    ("ational", 4),
    ("ically", 4),
    ("ation", 4),
    ("ition", 4),
    ("ement", 4),
    ("ative", 4),
    ("itive", 4),
    ("ator", 4),
    ("ment", 4),
    ("ness", 3),
    ("ance", 4),
    ("ence", 4),
    ("ense", 4),
    ("able", 4),
    ("ible", 4),
    ("ical", 4),
    ("ship", 4),
    ("ful", 3),
    ("ism", 4),
    ("ist", 4),
    ("ity", 4),
    ("ety", 4),
    ("ial", 4),
    ("ual", 4),
    ("ous", 4),
    ("ize", 4),
    ("ise", 4),
    ("ive", 4),
    ("ate", 4),
    ("ant", 4),
    ("ent", 4),
    ("ure", 4),
    ("sion", 2),
    ("tion", 2),
    ("al", 4),
    ("er", 4),
    ("or", 4),
    ("ly", 3),
    ("ic", 4),
    ("cy", 4),
    ("is", 4),
    ("iz", 4),
    ("at", 4),
    ("ur", 4),
];

/// The stem of a word in lower case; `irregular` gives the base of an irregular form; what is its own base stays as
/// it is.
pub(super) fn stem(word: &str, irregular: &dyn Fn(&str) -> Option<&'static str>) -> String {
    let letters: String = word.chars().filter(|c| !matches!(c, '-' | '‑' | '\'' | '’' | '.' | '\u{ad}')).collect();
    let base = irregular(&letters).unwrap_or(&letters);
    let is_fixed = |word: &str| irregular(word) == Some(word);
    if is_fixed(base) || base.len() <= 3 || !base.chars().all(char::is_alphabetic) {
        return base.to_owned();
    }
    let mut stem = without_inflection(base);
    if let Some(base) = irregular(&stem) {
        stem = base.to_owned();
    }
    if is_fixed(&stem) {
        return stem;
    }
    // "labour" and "labor".
    if stem.len() >= 5 && stem.ends_with("our") {
        stem.truncate(stem.len() - 2);
        stem.push('r');
    }
    for _ in 0..3 {
        let Some(length) = without_ending(&stem) else { break };
        stem.truncate(length);
    }
    if stem.len() > 4 && stem.ends_with(['e', 'y']) {
        stem.pop();
    }
    let mut last = stem.chars().rev();
    if stem.len() > 3 && last.next() == last.next() {
        stem.pop();
    }
    stem
}

/// A word without the ending of a plural or of a verb.
fn without_inflection(word: &str) -> String {
    let cut = |letters: usize| word.get(..word.len() - letters).unwrap_or(word).to_owned();
    if word.len() > 4 && (word.ends_with("ies") || word.ends_with("ied")) {
        return cut(3) + "y";
    }
    if ["sses", "ches", "shes", "xes", "zes"].iter().any(|ending| word.ends_with(ending)) {
        return cut(2);
    }
    if word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        return cut(1);
    }
    for ending in ["ed", "ing"] {
        let Some(rest) = word.strip_suffix(ending) else { continue };
        let has_vowel = rest.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        if rest.len() >= 3 && has_vowel && !word.ends_with("eed") {
            return rest.to_owned();
        }
    }
    word.to_owned()
}

/// The length of a word without its longest ending.
fn without_ending(word: &str) -> Option<usize> {
    let (ending, _) =
        ENDINGS.iter().find(|(ending, least)| word.len() >= ending.len() + least && word.ends_with(ending))?;
    // "migration" and "decision" keep the consonant: "decid" and "decis" differ all the same.
    let kept = usize::from(matches!(*ending, "sion" | "tion"));
    Some(word.len() - ending.len() + kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::language::en;

    #[test]
    fn related_words_have_one_stem() {
        let vocabulary = (en::LANGUAGE.vocabulary)();
        for words in [
            ["migrants", "migration", "migrate"].as_slice(),
            &["died", "deaths", "dead"],
            &["protesters", "protests", "protesting"],
            &["agreed", "agreement"],
            &["labour", "labor"],
            &["stopped", "stops", "stopping"],
            &["ministers", "ministry", "ministerial"],
            &["decided", "decision"],
            &["organisation", "organization", "organised"],
            &["centre", "centers"],
            &["negotiations", "negotiators"],
        ] {
            let keys: Vec<u32> = words.iter().map(|word| vocabulary.key(word)).collect();
            assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}");
        }
        let differ = |a: &str, b: &str| vocabulary.key(a) != vocabulary.key(b);
        assert!(differ("police", "policy") && differ("minister", "mining") && differ("stations", "states"));
    }

    #[test]
    fn every_ending_can_be_reached() {
        let covered = |at: usize| ENDINGS[..at].iter().any(|(ending, _)| ENDINGS[at].0.ends_with(ending));
        assert!((0..ENDINGS.len()).all(|at| !covered(at)));
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        assert_eq!(stem("москва", &|_| None), "москва");
        assert_eq!(stem("ñandúes", &|_| None), "ñandú");
    }
}
