//! The noun that a number counts.

use super::measures::measure;
use super::words::{cardinal, scale};
use crate::analysis::parsed::Words;

/// How many words after a number its noun may be.
const REACH: usize = 6;

/// Words that are no nouns, adjectives or participles, and verbs that often follow a noun. Sorted.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "according", "after", "again", "against", "ago", "all", "along", "already", "also", "although", "am",
    "amid", "among", "amongst", "an", "and", "another", "any", "are", "around", "arrested", "arrive", "arrived", "arrives",
    "as", "at", "attend", "attended", "be", "became", "because", "become", "becomes", "been", "before", "began", "begin",
    "begins", "behind", "being", "below", "beneath", "beside", "between", "beyond", "both", "but", "by", "called", "came",
    "can", "climb", "climbed", "climbs", "come", "comes", "compared", "could", "cross", "crossed", "crosses", "dead", "decline",
    "declined", "declines", "decrease", "decreased", "decreases", "despite", "detained", "did", "die", "died", "dies", "do",
    "does", "doing", "down", "drop", "dropped", "drops", "drown", "drowned", "during", "each", "earlier", "either", "ended",
    "enter", "entered", "enters", "even", "ever", "every", "except", "fall", "falls", "fell", "few", "find", "finds", "fled",
    "flee", "following", "for", "found", "from", "gather", "gathered", "gave", "get", "gets", "give", "gives", "go", "goes",
    "got", "grew", "grow", "grows", "had", "has", "have", "having", "he", "her", "here", "herself", "him", "himself", "his",
    "how", "however", "hurt", "i", "if", "in", "include", "included", "includes", "including", "increase", "increased",
    "increases", "injured", "injures", "inside", "instead", "into", "involving", "is", "it", "its", "itself", "join", "joined",
    "jump", "jumped", "jumps", "just", "kill", "killed", "kills", "later", "leave", "left", "less", "live", "lived", "lose",
    "loses", "lost", "made", "make", "makes", "many", "marched", "may", "me", "meanwhile", "might", "mine", "missing", "more",
    "most", "much", "must", "my", "near", "neither", "never", "no", "nor", "not", "now", "of", "off", "on", "once", "only",
    "onto", "or", "other", "ought", "our", "out", "outside", "over", "own", "past", "per", "perish", "perished", "reach",
    "reached", "reaches", "remain", "remained", "remains", "rescued", "rise", "rises", "rose", "said", "same", "saved", "say",
    "saying", "says", "several", "shall", "she", "should", "since", "so", "some", "soon", "stand", "stands", "started", "still",
    "stood", "such", "take", "takes", "tells", "than", "that", "the", "their", "them", "themselves", "then", "there",
    "therefore", "these", "they", "this", "those", "though", "through", "throughout", "till", "to", "today", "told", "tomorrow",
    "tonight", "too", "took", "toward", "towards", "travel", "traveled", "travelled", "travels", "under", "unless", "until",
    "up", "upon", "us", "very", "via", "vote", "voted", "was", "we", "went", "were", "what", "when", "where", "whether",
    "which", "while", "who", "whom", "whose", "why", "will", "win", "wins", "with", "within", "without", "won", "would",
    "wounded", "yesterday", "yet", "you", "your", "yours",
];

/// Plurals without an s. Sorted.
#[rustfmt::skip]
const PLURALS: [&str; 33] = [
    "aircraft", "bacteria", "bison", "cattle", "children", "clergy", "countrymen", "craft", "crew", "criteria", "data", "deer",
    "dice", "feet", "firemen", "fish", "fishermen", "gunmen", "horsemen", "lawmakers", "media", "men", "mice", "offspring",
    "people", "personnel", "police", "policemen", "sheep", "staff", "teeth", "troops", "women",
];

/// Words that end in s and are no plurals. Sorted.
#[rustfmt::skip]
const SINGULARS: [&str; 27] = [
    "across", "always", "as", "besides", "does", "gas", "goes", "has", "his", "is", "its", "less", "makes", "news", "olympics",
    "perhaps", "physics", "plus", "politics", "remains", "says", "sometimes", "this", "thus", "towards", "was", "yes",
];

/// Whether a word is no noun, adjective or participle.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// Whether a word in lower case is a noun in the plural, or looks like one.
pub fn is_plural(word: &str) -> bool {
    if PLURALS.binary_search(&word).is_ok() || word.ends_with("men") && word.len() > 4 {
        return true;
    }
    let is_s = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    is_s && SINGULARS.binary_search(&word).is_err() && !is_function_word(word)
}

/// The token of the noun that is counted by the number before a token.
pub fn counted_noun(words: &Words, end: usize, amount: f64) -> Option<usize> {
    let mut at = end;
    // "27 of the passengers", "three of its ships".
    if words.at(at) == "of"
        && matches!(words.at(at + 1), "the" | "its" | "their" | "his" | "her" | "those" | "these" | "our")
    {
        at += 2;
    }
    if cardinal(words.at(at)).is_some() {
        at += 1;
    }
    let is_one = amount == 1.0;
    let mut last = None;
    for index in at..at + REACH {
        let word = words.at(index);
        let ends = !words.is_letters(index)
            || index > at && words.begins_block(index)
            || is_function_word(word) && !(word == "earlier" && is_plural(words.at(index + 1)))
            || scale(word).is_some_and(|_| word.len() > 3);
        if ends {
            break;
        }
        if is_one {
            // "One man", "one French officer": the first word that is no adjective, as far as can be seen.
            last = Some(index);
            if is_person(word) || is_plural(word) || looks_like_verb(words.at(index + 1)) {
                return last;
            }
            continue;
        }
        if is_plural(word) && !(measure(word).is_some() && index == at) {
            // "Sales staff", "arms dealers": the last of several plurals. But "14 times earnings" are times.
            let next = words.at(index + 1);
            let is_compound = word != "times"
                && is_plural(next)
                && words.is_letters(index + 1)
                && !looks_like_verb(next)
                && !words.is_capital(index + 1);
            return Some(if is_compound { index + 1 } else { index });
        }
        last = None;
    }
    if is_one { last } else { None }
}

/// Whether a word may be a verb in the past tense or a participle.
fn looks_like_verb(word: &str) -> bool {
    word.ends_with("ed") && word.len() > 3 || word.ends_with("ing") && word.len() > 4
}

/// Whether a word is a person in the singular. Sorted.
fn is_person(word: &str) -> bool {
    #[rustfmt::skip]
    const PERSONS: [&str; 34] = [
        "adult", "baby", "body", "boy", "child", "civilian", "civilians", "crewman", "driver", "firefighter", "girl", "guard",
        "infant", "man", "migrant", "nurse", "officer", "passenger", "patient", "person", "pilot", "policeman", "prisoner",
        "protester", "resident", "soldier", "student", "survivor", "suspect", "teacher", "teenager", "victim", "woman",
        "worker",
    ];
    PERSONS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(FUNCTION_WORDS.is_sorted() && PLURALS.is_sorted() && SINGULARS.is_sorted());
        assert!(is_plural("migrants") && is_plural("firemen") && !is_plural("business") && !is_plural("was"));
    }
}
