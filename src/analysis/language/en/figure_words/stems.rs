//! Stems of words, so that "killed" and "kills" are one word.

/// Irregular forms. Sorted.
#[rustfmt::skip]
const IRREGULAR: [(&str, &str); 47] = [
    ("began", "begin"), ("bought", "buy"), ("broke", "break"), ("brought", "bring"), ("built", "build"), ("came", "com"),
    ("children", "child"), ("died", "die"), ("dies", "die"), ("drove", "driv"), ("dying", "die"), ("fallen", "fall"),
    ("feet", "foot"), ("fell", "fall"), ("fled", "flee"), ("found", "find"), ("gave", "giv"), ("given", "giv"),
    ("grew", "grow"), ("grown", "grow"), ("held", "hold"), ("left", "leav"), ("lost", "los"), ("made", "mak"), ("men", "man"),
    ("missing", "missing"), ("paid", "pay"), ("ran", "run"), ("risen", "ris"), ("rose", "ris"), ("sank", "sink"),
    ("saw", "see"), ("sentenced", "sentenc"), ("shot", "shoot"), ("slid", "slid"), ("sold", "sell"), ("spent", "spend"),
    ("spoke", "speak"), ("stood", "stand"), ("struck", "strik"), ("sunk", "sink"), ("taken", "tak"), ("took", "tak"),
    ("wed", "wed"), ("women", "woman"), ("won", "win"), ("written", "writ"),
];

/// The stem of a word in lower case.
pub fn stem(word: &str) -> String {
    if let Ok(at) = IRREGULAR.binary_search_by(|(form, _)| (*form).cmp(word)) {
        return IRREGULAR.get(at).map_or_else(String::new, |(_, stem)| (*stem).to_owned());
    }
    if word.len() < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    let singular = singular(word);
    let base = verb(&singular);
    let base = if base.len() > 3 { base.strip_suffix('e').unwrap_or(&base) } else { &base };
    base.to_owned()
}

fn singular(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() > 1) {
        return format!("{rest}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    let is_plural = word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    if is_plural { word[..word.len() - 1].to_owned() } else { word.to_owned() }
}

/// A word without the ending of a participle.
fn verb(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ied").filter(|rest| rest.len() > 1) {
        return format!("{rest}y");
    }
    let has_vowel = |rest: &str| rest.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let rest = ["ing", "ed"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|rest| rest.len() > 2 && has_vowel(rest));
    let Some(rest) = rest else { return word.to_owned() };
    let mut letters = rest.chars().rev();
    let is_double = letters.next() == letters.next() && !rest.ends_with(['l', 's', 'z', 'e', 'o']);
    if is_double { rest[..rest.len() - 1].to_owned() } else { rest.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        assert!(IRREGULAR.is_sorted_by_key(|(form, _)| *form));
        for (words, wanted) in [
            (["arrive", "arrived", "arriving"], "arriv"),
            (["crossing", "crosses", "crossed"], "cross"),
            (["injury", "injuries", "injury"], "injury"),
            (["kill", "killing", "killed"], "kill"),
            (["travelled", "travelling", "travells"], "travell"),
            (["cut", "cutting", "cuts"], "cut"),
        ] {
            assert!(words.iter().all(|word| stem(word) == wanted), "{words:?}");
        }
    }
}
