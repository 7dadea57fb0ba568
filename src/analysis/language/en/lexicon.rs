//! The words of English that the rules for names know. `names/README.md` has the sources of the lists and their licences.

use std::sync::OnceLock;

use crate::analysis::language::{Classes, Lexicon};

/// Lists with commas between the entries, written for this program.
const LISTS: [(&str, Classes); 40] = [
    (include_str!("names/function_words.txt"), Classes::FUNCTION),
    (include_str!("names/countries.txt"), Classes::COUNTRY),
    (include_str!("names/regions.txt"), Classes::PLACE),
    (include_str!("names/place_words.txt"), Classes::PLACE_WORD),
    (include_str!("names/place_heads.txt"), Classes::PLACE_HEAD),
    (include_str!("names/place_nouns.txt"), Classes::PLACE_NOUN),
    (include_str!("names/organizations.txt"), Classes::ORGANIZATION),
    (include_str!("names/organization_words.txt"), Classes::ORGANIZATION_WORD),
    (include_str!("names/organization_heads.txt"), Classes::ORGANIZATION_HEAD),
    (include_str!("names/organization_nouns.txt"), Classes::ORGANIZATION_NOUN),
    (include_str!("names/organization_possessions.txt"), Classes::ORGANIZATION_POSSESSION),
    (include_str!("names/events.txt"), Classes::EVENT),
    (include_str!("names/event_words.txt"), Classes::EVENT_WORD),
    (include_str!("names/titles.txt"), Classes::TITLE),
    (include_str!("names/roles.txt"), Classes::ROLE),
    (include_str!("names/capital_roles.txt"), Classes::CAPITAL_ROLE),
    (include_str!("names/role_modifiers.txt"), Classes::ROLE_MODIFIER),
    (include_str!("names/nationalities.txt"), Classes::NATIONALITY),
    (include_str!("names/groups.txt"), Classes::OTHER_NAME),
    (include_str!("names/other_words.txt"), Classes::OTHER_WORD),
    (include_str!("names/other_nouns.txt"), Classes::OTHER_NOUN),
    (include_str!("names/directions.txt"), Classes::DIRECTION),
    (include_str!("names/regional.txt"), Classes::REGIONAL),
    (include_str!("names/place_possessions.txt"), Classes::PLACE_POSSESSION),
    (include_str!("names/person_possessions.txt"), Classes::PERSON_POSSESSION),
    (include_str!("names/after_places.txt"), Classes::AFTER_PLACE),
    (include_str!("names/before_teams.txt"), Classes::BEFORE_TEAM),
    (include_str!("names/after_teams.txt"), Classes::AFTER_TEAM),
    (include_str!("names/event_heads.txt"), Classes::EVENT_HEAD),
    (include_str!("names/compound_ends.txt"), Classes::COMPOUND_END),
    (include_str!("names/compound_beginnings.txt"), Classes::COMPOUND_BEGINNING),
    (include_str!("names/owners.txt"), Classes::OWNER),
    (include_str!("names/building_words.txt"), Classes::BUILDING_WORD),
    (include_str!("names/days_and_months.txt"), Classes::DAY_OR_MONTH),
    (include_str!("names/speech_verbs.txt"), Classes::SPEECH),
    (include_str!("names/particles.txt"), Classes::PARTICLE),
    (include_str!("names/never.txt"), Classes::NEVER),
    (include_str!("names/first_names_more.txt"), Classes::FIRST_NAME),
    (include_str!("names/common_words_more.txt"), Classes::COMMON),
    (include_str!("names/last_names_more.txt"), Classes::LAST_NAME),
];

/// Sorted lists from other sources, in which each line begins with the number of characters that it has in common with the one before.
const SORTED_LISTS: [(&str, Classes); 4] = [
    (include_str!("names/common_words.txt"), Classes::COMMON),
    (include_str!("names/cities.txt"), Classes::PLACE),
    (include_str!("names/first_names.txt"), Classes::FIRST_NAME),
    (include_str!("names/last_names.txt"), Classes::LAST_NAME),
];

/// The lexicon, which is read from its lists when it is first needed.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::new(stems);
        LISTS.iter().for_each(|&(list, class)| lexicon.add(list, class));
        SORTED_LISTS.iter().for_each(|&(list, class)| lexicon.add_sorted(list, class));
        lexicon
    })
}

/// Endings, and what may stand in their place in the form without them.
const ENDINGS: [(&str, &[&str]); 12] = [
    ("ies", &["y"]),
    ("ied", &["y"]),
    ("es", &[""]),
    ("s", &[""]),
    ("ed", &["", "e"]),
    ("ing", &["", "e"]),
    ("ings", &["", "e"]),
    ("ers", &["", "e"]),
    ("er", &["", "e"]),
    ("ly", &[""]),
    ("ness", &[""]),
    ("n't", &[""]),
];

/// The forms without endings that a word in lower case may have.
fn stems(word: &str, visit: &mut dyn FnMut(&str)) {
    for (ending, replacements) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) else { continue };
        for replacement in replacements {
            visit(&format!("{stem}{replacement}"));
        }
        // "stopped", "running".
        let mut letters = stem.chars().rev();
        if let (Some(last), Some(before)) = (letters.next(), letters.next())
            && last == before
        {
            visit(&stem[..stem.len() - last.len_utf8()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_classes() {
        let lexicon = lexicon();
        let has = |words: &str, class| lexicon.get(words).has(class);
        assert!(has("France", Classes::COUNTRY) && has("Sri Lanka", Classes::COUNTRY));
        assert!(has("Calais", Classes::PLACE) && has("Birmingham", Classes::PLACE));
        assert!(
            has("Priti", Classes::FIRST_NAME) && has("Mary", Classes::FIRST_NAME) && has("Smith", Classes::LAST_NAME)
        );
        assert!(has("Ministry", Classes::ORGANIZATION_HEAD) && has("Frontex", Classes::ORGANIZATION));
        assert!(has("French", Classes::NATIONALITY) && has("Tuesday", Classes::DAY_OR_MONTH));
        assert!(has("McDonald's", Classes::ORGANIZATION) && has("McDonald", Classes::BEGINS_PHRASE));
    }

    #[test]
    fn forms_of_common_words_are_common() {
        for word in ["table", "tables", "stopped", "running", "cities", "quickly", "ministers", "hoping"] {
            assert!(lexicon().get_lower(word).has(Classes::COMMON), "{word}");
        }
        for word in ["macron", "frontex", "darmanin", "lagos"] {
            assert!(!lexicon().get_lower(word).has(Classes::COMMON), "{word}");
        }
    }

    #[test]
    fn phrases_are_not_too_long() {
        for (list, _) in LISTS {
            for entry in list.split([',', '\n']) {
                assert!(entry.split_whitespace().count() <= Lexicon::LONGEST_PHRASE, "{entry}");
            }
        }
    }
}
