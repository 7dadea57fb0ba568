//! English verbs of saying.

use crate::analysis::language::{Follows, SayingVerb, VerbForm};

const CLAUSE: Follows = Follows::CLAUSE;
const THAT: Follows = Follows::THAT;
const LOOSE: Follows = Follows::LOOSE;
const HEARER: Follows = Follows::HEARER;
const INFINITIVE: Follows = Follows::INFINITIVE;
const OBJECT: Follows = Follows::OBJECT;
const OF: Follows = Follows::OF;
const FOR: Follows = Follows::FOR;
const AS: Follows = Follows::AS;
const NAMED: Follows = Follows::NAMED;
const ABOUT: Follows = Follows::ABOUT;
const OUT: Follows = Follows::OUT;
const IS_NOUN: Follows = Follows::IS_NOUN;
const QUOTE: Follows = Follows::QUOTE;

/// The verbs in their base form, sorted, with what may follow them besides a quotation.
#[rustfmt::skip]
const VERBS: [(&str, &[Follows]); 135] = [
    ("accuse", &[OF]),
    ("acknowledge", &[CLAUSE, LOOSE]),
    ("add", &[CLAUSE, LOOSE]),
    ("admit", &[CLAUSE, LOOSE]),
    ("advise", &[CLAUSE, HEARER, INFINITIVE]),
    ("agree", &[CLAUSE, THAT]),
    ("allege", &[CLAUSE, LOOSE]),
    ("announce", &[CLAUSE, LOOSE]),
    ("answer", &[IS_NOUN]),
    ("appeal", &[ABOUT, IS_NOUN]),
    ("argue", &[CLAUSE]),
    ("ask", &[INFINITIVE, HEARER]),
    ("assert", &[CLAUSE]),
    ("assure", &[CLAUSE, HEARER]),
    ("beg", &[INFINITIVE, HEARER]),
    ("begin", &[QUOTE]),
    ("believe", &[QUOTE]),
    ("blame", &[FOR, IS_NOUN]),
    ("boast", &[CLAUSE, IS_NOUN, THAT]),
    ("brand", &[NAMED, AS, IS_NOUN]),
    ("brief", &[CLAUSE, THAT]),
    ("call", &[NAMED, IS_NOUN]),
    ("caution", &[CLAUSE, IS_NOUN, LOOSE]),
    ("chant", &[IS_NOUN]),
    ("characterise", &[AS]),
    ("characterize", &[AS]),
    ("claim", &[CLAUSE, IS_NOUN, LOOSE, INFINITIVE]),
    ("clarify", &[CLAUSE, LOOSE]),
    ("comment", &[IS_NOUN]),
    ("complain", &[CLAUSE, ABOUT]),
    ("concede", &[CLAUSE, LOOSE]),
    ("conclude", &[CLAUSE, LOOSE]),
    ("condemn", &[AS, FOR]),
    ("confess", &[CLAUSE, THAT]),
    ("confirm", &[CLAUSE, LOOSE]),
    ("contend", &[CLAUSE, LOOSE]),
    ("continue", &[QUOTE]),
    ("counter", &[CLAUSE, IS_NOUN, THAT]),
    ("criticise", &[FOR]),
    ("criticize", &[FOR]),
    ("cry", &[QUOTE]),
    ("declare", &[CLAUSE, LOOSE]),
    ("demand", &[CLAUSE, LOOSE, IS_NOUN]),
    ("denounce", &[AS, FOR]),
    ("deny", &[CLAUSE, LOOSE]),
    ("depict", &[AS]),
    ("describe", &[AS]),
    ("disclose", &[CLAUSE, LOOSE]),
    ("dismiss", &[AS]),
    ("dub", &[NAMED]),
    ("elaborate", &[QUOTE]),
    ("emphasise", &[CLAUSE, LOOSE]),
    ("emphasize", &[CLAUSE, LOOSE]),
    ("estimate", &[CLAUSE, IS_NOUN, LOOSE]),
    ("exclaim", &[QUOTE]),
    ("explain", &[CLAUSE, LOOSE]),
    ("find", &[QUOTE]),
    ("forecast", &[CLAUSE, LOOSE, IS_NOUN]),
    ("fume", &[QUOTE]),
    ("hail", &[AS]),
    ("hint", &[CLAUSE, IS_NOUN, THAT]),
    ("implore", &[INFINITIVE, HEARER]),
    ("imply", &[CLAUSE]),
    ("indicate", &[CLAUSE]),
    ("inform", &[CLAUSE, HEARER]),
    ("insist", &[CLAUSE]),
    ("interject", &[QUOTE]),
    ("joke", &[CLAUSE, IS_NOUN, THAT]),
    ("label", &[NAMED, AS, IS_NOUN]),
    ("lament", &[CLAUSE, IS_NOUN, THAT]),
    ("laugh", &[QUOTE]),
    ("maintain", &[CLAUSE, LOOSE]),
    ("mention", &[CLAUSE, THAT, IS_NOUN]),
    ("muse", &[IS_NOUN]),
    ("mutter", &[QUOTE]),
    ("note", &[CLAUSE, IS_NOUN, LOOSE]),
    ("notify", &[CLAUSE, HEARER]),
    ("object", &[CLAUSE, IS_NOUN, THAT]),
    ("observe", &[CLAUSE, LOOSE]),
    ("opine", &[CLAUSE]),
    ("plead", &[INFINITIVE]),
    ("pledge", &[CLAUSE, LOOSE, INFINITIVE, IS_NOUN]),
    ("point", &[OUT, CLAUSE, IS_NOUN]),
    ("portray", &[AS]),
    ("post", &[IS_NOUN]),
    ("praise", &[FOR, AS, IS_NOUN]),
    ("predict", &[CLAUSE, LOOSE]),
    ("proclaim", &[CLAUSE, LOOSE]),
    ("promise", &[CLAUSE, LOOSE, INFINITIVE, IS_NOUN]),
    ("propose", &[CLAUSE, OBJECT]),
    ("protest", &[CLAUSE, IS_NOUN, THAT]),
    ("question", &[QUOTE, IS_NOUN]),
    ("quip", &[QUOTE]),
    ("read", &[QUOTE]),
    ("reason", &[CLAUSE, IS_NOUN, THAT]),
    ("recall", &[CLAUSE, LOOSE]),
    ("recommend", &[CLAUSE, LOOSE]),
    ("refer", &[QUOTE]),
    ("reiterate", &[CLAUSE, LOOSE]),
    ("remark", &[CLAUSE, IS_NOUN, LOOSE]),
    ("remind", &[CLAUSE, HEARER]),
    ("repeat", &[CLAUSE, THAT, IS_NOUN]),
    ("reply", &[CLAUSE, LOOSE, IS_NOUN]),
    ("report", &[CLAUSE, IS_NOUN, LOOSE]),
    ("respond", &[QUOTE]),
    ("retort", &[CLAUSE]),
    ("reveal", &[CLAUSE, LOOSE]),
    ("rule", &[CLAUSE, THAT, IS_NOUN]),
    ("say", &[CLAUSE]),
    ("scream", &[QUOTE]),
    ("shout", &[QUOTE]),
    ("show", &[QUOTE, IS_NOUN]),
    ("sigh", &[IS_NOUN]),
    ("signal", &[CLAUSE, IS_NOUN, THAT]),
    ("speak", &[QUOTE]),
    ("specify", &[CLAUSE, THAT]),
    ("speculate", &[CLAUSE]),
    ("state", &[CLAUSE, IS_NOUN, LOOSE]),
    ("stress", &[CLAUSE, LOOSE, IS_NOUN]),
    ("suggest", &[CLAUSE, OBJECT]),
    ("swear", &[CLAUSE, LOOSE]),
    ("talk", &[IS_NOUN]),
    ("tell", &[CLAUSE, HEARER, INFINITIVE]),
    ("term", &[NAMED, IS_NOUN]),
    ("testify", &[CLAUSE, LOOSE]),
    ("think", &[QUOTE]),
    ("threaten", &[INFINITIVE]),
    ("tweet", &[CLAUSE, IS_NOUN, LOOSE]),
    ("underline", &[CLAUSE, LOOSE]),
    ("urge", &[INFINITIVE, HEARER]),
    ("vow", &[CLAUSE, INFINITIVE, IS_NOUN]),
    ("warn", &[CLAUSE, HEARER, ABOUT, INFINITIVE]),
    ("whisper", &[QUOTE]),
    ("wonder", &[QUOTE, IS_NOUN]),
    ("write", &[CLAUSE, LOOSE]),
];

/// Forms that are not made by an ending, sorted.
const IRREGULAR: [(&str, &str, VerbForm); 18] = [
    ("began", "begin", VerbForm::Past),
    ("beginning", "begin", VerbForm::Participle),
    ("begun", "begin", VerbForm::Past),
    ("found", "find", VerbForm::Past),
    ("read", "read", VerbForm::Past),
    ("said", "say", VerbForm::Past),
    ("shown", "show", VerbForm::Past),
    ("spoke", "speak", VerbForm::Past),
    ("spoken", "speak", VerbForm::Past),
    ("swore", "swear", VerbForm::Past),
    ("sworn", "swear", VerbForm::Past),
    ("thought", "think", VerbForm::Past),
    ("told", "tell", VerbForm::Past),
    ("vowed", "vow", VerbForm::Past),
    ("vowing", "vow", VerbForm::Participle),
    ("writing", "write", VerbForm::Participle),
    ("written", "write", VerbForm::Past),
    ("wrote", "write", VerbForm::Past),
];

/// The verb of saying that a word in lower case is.
pub(super) fn saying_verb(word: &str) -> Option<SayingVerb> {
    if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |row| row.0) {
        let (_, base, form) = IRREGULAR[at];
        return verb(base, form);
    }
    if let Some(found) = verb(word, VerbForm::Base) {
        return Some(found);
    }
    let (stem, form) =
        [("ing", VerbForm::Participle), ("ed", VerbForm::Past), ("es", VerbForm::Present), ("s", VerbForm::Present)]
            .iter()
            .find_map(|&(ending, form)| Some((word.strip_suffix(ending)?, form)))?;
    let doubled = || {
        let mut letters = stem.chars().rev();
        let last = letters.next()?;
        (letters.next() == Some(last)).then(|| verb(&stem[..stem.len() - last.len_utf8()], form))?
    };
    let with = |ending: &str| verb(&format!("{stem}{ending}"), form);
    // "claimed", "stated", "quipped", "denied".
    verb(stem, form).or_else(|| with("e")).or_else(doubled).or_else(|| {
        let stem = stem.strip_suffix('i')?;
        verb(&format!("{stem}y"), form)
    })
}

fn verb(base: &str, form: VerbForm) -> Option<SayingVerb> {
    let at = VERBS.binary_search_by_key(&base, |row| row.0).ok()?;
    let follows = VERBS[at].1.iter().fold(Follows::QUOTE, |all, &one| all | one);
    Some(SayingVerb { follows, form })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verbs_are_sorted() {
        assert!(VERBS.is_sorted_by_key(|row| row.0) && IRREGULAR.is_sorted_by_key(|row| row.0));
        assert!(IRREGULAR.iter().all(|row| verb(row.1, row.2).is_some()));
    }

    #[test]
    fn all_forms_are_found() {
        let form = |word| saying_verb(word).map(|verb| verb.form);
        for word in ["say", "tell", "claim", "deny", "warn"] {
            assert_eq!(form(word), Some(VerbForm::Base), "{word}");
        }
        for word in ["says", "claims", "denies", "confesses", "urges"] {
            assert_eq!(form(word), Some(VerbForm::Present), "{word}");
        }
        for word in ["said", "told", "stated", "denied", "quipped", "argued", "wrote", "begged"] {
            assert_eq!(form(word), Some(VerbForm::Past), "{word}");
        }
        for word in ["saying", "stating", "denying", "begging", "writing", "arguing"] {
            assert_eq!(form(word), Some(VerbForm::Participle), "{word}");
        }
        for word in ["left", "red", "s", "ed", "ing", "nothing", "stat", "add2"] {
            assert_eq!(form(word), None, "{word}");
        }
    }
}
