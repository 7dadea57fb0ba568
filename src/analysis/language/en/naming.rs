//! What tells in English who or what a name names: other names of the same thing, roles, and words for kinds of places.

use std::sync::LazyLock;

use crate::analysis::language::naming::{Naming, NamingWords};

/// Words of names of places that may be left out: "the Thames", "the River Thames".
const PLACE_WORDS: [&str; 16] = [
    "bay",
    "channel",
    "gulf",
    "island",
    "islands",
    "lake",
    "mountains",
    "mount",
    "ocean",
    "peninsula",
    "river",
    "sea",
    "strait",
    "straits",
    "strip",
    "valley",
];
/// Labels of which equal texts need not be one thing.
const UNNAMED: [&str; 12] = [
    "age", "amount", "cardinal", "date", "duration", "money", "number", "ordinal", "percent", "quantity", "time",
    "value",
];

static NAMING: LazyLock<Naming> = LazyLock::new(|| {
    Naming::new(NamingWords {
        aliases: include_str!("lists/aliases.txt"),
        roles: include_str!("lists/roles.txt"),
        bodies: include_str!("lists/bodies.txt"),
        countries: include_str!("lists/countries.txt"),
        place_words: &PLACE_WORDS,
        unnamed_labels: &UNNAMED,
        short_roles: include_str!("lists/short_roles.txt"),
        women_titles: &["mrs", "ms", "miss", "lady", "dame", "madame"],
        men_titles: &["mr", "sir", "lord", "monsieur"],
        belonging: &["at", "for", "from", "in", "of", "with"],
    })
});

/// Whether a noun in lower case is a person of a country: "Norwegian", but not "French", who are all.
pub(super) fn is_nationality_noun(noun: &str) -> bool {
    noun.ends_with("an") || matches!(noun, "briton" | "dane" | "finn" | "pole" | "scot" | "spaniard" | "swede" | "turk")
}

/// Whether a role is an office of a country.
pub(super) fn is_office(role: &str) -> bool {
    matches!(
        role,
        "ambassador"
            | "chancellor"
            | "king"
            | "leader"
            | "minister"
            | "mp"
            | "pm"
            | "premier"
            | "president"
            | "prince"
            | "princess"
            | "queen"
            | "secretary"
            | "senator"
            | "spokesman"
            | "spokesperson"
            | "spokeswoman"
    )
}

/// What English knows of names.
pub(super) fn naming() -> &'static Naming {
    &NAMING
}
