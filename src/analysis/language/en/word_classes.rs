//! English function words.

use crate::analysis::language::{Gender, Referent, WordClass};
use WordClass::{
    Adverb as B, Auxiliary as X, Coordinator as C, Determiner as D, Preposition as I, Pronoun as P, Relative as R,
    Subordinator as S, Time as T,
};

/// Function words in lower case, sorted.
#[rustfmt::skip]
const WORDS: [(&str, WordClass); 333] = [
    ("&", C), ("a", D), ("about", I), ("above", I), ("across", I), ("additionally", B), ("after", S),
    ("afternoon", T), ("again", B), ("against", I), ("ago", T), ("all", D), ("almost", B), ("along", I),
    ("alongside", I), ("already", B), ("also", B), ("although", S), ("always", B), ("am", X), ("amid", I),
    ("among", I), ("an", D), ("and", C), ("another", D), ("any", D), ("anybody", P), ("anyone", P), ("apr", T),
    ("april", T), ("are", X), ("aren't", X), ("aren’t", X), ("around", I), ("as", S), ("at", I), ("aug", T),
    ("august", T), ("be", X), ("because", S), ("been", X), ("before", S), ("behind", I), ("being", X), ("below", I),
    ("beside", I), ("besides", I), ("between", I), ("beyond", I), ("both", D), ("but", C), ("by", I), ("can", X),
    ("can't", X), ("cannot", X), ("can’t", X), ("concerning", I), ("could", X), ("couldn't", X), ("couldn’t", X),
    ("dec", T), ("december", T), ("despite", I), ("did", X), ("didn't", X), ("didn’t", X), ("do", X), ("does", X),
    ("doesn't", X), ("doesn’t", X), ("don't", X), ("don’t", X), ("down", I), ("during", I), ("each", D),
    ("earlier", B), ("early", T), ("else", B), ("elsewhere", B), ("even", B), ("evening", T), ("ever", B),
    ("every", D), ("everybody", P), ("everyone", P), ("except", I), ("feb", T), ("february", T), ("few", D),
    ("finally", B), ("first", B), ("following", I), ("for", I), ("friday", T), ("from", I), ("further", B),
    ("furthermore", B), ("had", X), ("hadn't", X), ("hadn’t", X), ("has", X), ("hasn't", X), ("hasn’t", X),
    ("have", X), ("haven't", X), ("haven’t", X), ("having", X), ("he", P), ("he'd", X), ("he'll", X), ("he's", X),
    ("her", D), ("here", B), ("herself", P), ("he’d", X), ("he’ll", X), ("he’s", X), ("him", P), ("himself", P),
    ("his", D), ("how", S), ("however", B), ("i", P), ("i'll", X), ("i'm", X), ("i've", X), ("if", S), ("in", I),
    ("including", I), ("indeed", B), ("initially", B), ("inside", I), ("instead", B), ("into", I), ("is", X),
    ("isn't", X), ("isn’t", X), ("it", P), ("it'll", X), ("it's", X), ("its", D), ("itself", P), ("it’ll", X),
    ("it’s", X), ("i’ll", X), ("i’m", X), ("i’ve", X), ("jan", T), ("january", T), ("july", T), ("june", T),
    ("just", B), ("last", T), ("late", T), ("later", B), ("like", I), ("many", D), ("march", T), ("may", X),
    ("me", P), ("meanwhile", B), ("midnight", T), ("might", X), ("monday", T), ("month", T), ("moreover", B),
    ("morning", T), ("most", D), ("must", X), ("mustn't", X), ("mustn’t", X), ("my", D), ("near", I), ("never", B),
    ("nevertheless", B), ("next", T), ("night", T), ("no", D), ("nobody", P), ("nonetheless", B), ("noon", T),
    ("nor", C), ("not", B), ("nov", T), ("november", T), ("now", B), ("oct", T), ("october", T), ("of", I),
    ("off", I), ("often", B), ("on", I), ("once", S), ("one", P), ("only", B), ("onto", I), ("or", C), ("other", D),
    ("others", P), ("our", D), ("out", I), ("outside", I), ("over", I), ("past", I), ("per", I), ("perhaps", B),
    ("quite", B), ("rather", B), ("recently", T), ("regarding", I), ("saturday", T), ("separately", B), ("sept", T),
    ("september", T), ("several", D), ("shall", X), ("she", P), ("she'd", X), ("she'll", X), ("she's", X),
    ("she’d", X), ("she’ll", X), ("she’s", X), ("should", X), ("shouldn't", X), ("shouldn’t", X), ("since", S),
    ("so", S), ("some", D), ("somebody", P), ("someone", P), ("sometimes", B), ("soon", B), ("still", B), ("such", D),
    ("sunday", T), ("than", S), ("that", R), ("that's", X), ("that’s", X), ("the", D), ("their", D), ("them", P),
    ("themselves", P), ("then", B), ("there", P), ("there's", X), ("therefore", B), ("there’s", X), ("these", D),
    ("they", P), ("they'd", X), ("they'll", X), ("they're", X), ("they've", X), ("they’d", X), ("they’ll", X),
    ("they’re", X), ("they’ve", X), ("this", D), ("those", D), ("though", S), ("through", I), ("throughout", I),
    ("thur", T), ("thurs", T), ("thursday", T), ("thus", B), ("till", S), ("to", I), ("today", T), ("today's", B),
    ("tomorrow", T), ("tonight", T), ("too", B), ("toward", I), ("towards", I), ("tues", T), ("tuesday", T),
    ("under", I), ("unless", S), ("unlike", I), ("until", S), ("up", I), ("upon", I), ("us", P), ("versus", I),
    ("very", B), ("via", I), ("was", X), ("wasn't", X), ("wasn’t", X), ("we", P), ("we'll", X), ("we're", X),
    ("we've", X), ("wednesday", T), ("week", T), ("weekend", T), ("were", X), ("weren't", X), ("weren’t", X),
    ("we’ll", X), ("we’re", X), ("we’ve", X), ("what", D), ("when", S), ("whenever", S), ("where", S), ("whereas", S),
    ("whether", S), ("which", R), ("while", S), ("who", R), ("whom", R), ("whose", D), ("why", S), ("will", X),
    ("with", I), ("within", I), ("without", I), ("won't", X), ("won’t", X), ("would", X), ("wouldn't", X),
    ("wouldn’t", X), ("year", T), ("yesterday", T), ("yet", C), ("you", P), ("you're", X), ("your", D), ("you’re", X),
];

/// The class of a word, as it is written and in lower case.
pub(super) fn word_class(written: &str, lower: &str) -> WordClass {
    // "US", "WHO", "May", "Will".
    let is_initials =
        written.len() > 1 && !written.contains(char::is_lowercase) && written.chars().all(char::is_alphabetic);
    let is_name = written != lower && matches!(lower, "may" | "will");
    if is_initials || is_name { WordClass::Content } else { class_of(lower) }
}

fn class_of(word: &str) -> WordClass {
    match WORDS.binary_search_by_key(&word, |row| row.0) {
        Ok(at) => WORDS[at].1,
        Err(_) if word.len() > 4 && word.ends_with("ly") && !NOT_ADVERBS.contains(&word) => B,
        Err(_) => WordClass::Content,
    }
}

/// Nouns, names, verbs and adjectives that end as adverbs do.
const NOT_ADVERBS: [&str; 14] = [
    "ally", "apply", "assembly", "comply", "family", "imply", "italy", "july", "kelly", "likely", "monopoly",
    "multiply", "rally", "supply",
];

/// What a pronoun in lower case stands for, if it is the subject of a clause.
pub(super) fn referent(word: &str) -> Option<Referent> {
    match word {
        "he" => Some(Referent::Person(Gender::Male)),
        "she" => Some(Referent::Person(Gender::Female)),
        "it" => Some(Referent::Thing),
        "they" => Some(Referent::Several),
        _ => (class_of(word) == P).then_some(Referent::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(WORDS.is_sorted_by_key(|row| row.0));
        assert_eq!(word_class("would", "would"), X);
        assert_eq!(word_class("reportedly", "reportedly"), B);
        assert_eq!(word_class("family", "family"), WordClass::Content);
        assert_eq!(word_class("US", "us"), WordClass::Content);
        assert_eq!(word_class("May", "may"), WordClass::Content);
        assert_eq!(referent("she"), Some(Referent::Person(Gender::Female)));
        assert_eq!(referent("minister"), None);
    }
}
