//! Words and phrases by class, from lists: what the rules for names know of a language.

use std::collections::HashMap;

/// A set of classes of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// None.
    pub const NONE: Self = Self(0);
    /// A word of everyday language, in lower case, without its endings.
    pub const COMMON: Self = Self(1);
    /// An article, pronoun, preposition, conjunction, auxiliary verb or number, in lower case.
    pub const FUNCTION: Self = Self(1 << 1);
    /// A first name.
    pub const FIRST_NAME: Self = Self(1 << 2);
    /// A surname.
    pub const LAST_NAME: Self = Self(1 << 3);
    /// A country.
    pub const COUNTRY: Self = Self(1 << 4);
    /// A city, region, river or other known place.
    pub const PLACE: Self = Self(1 << 5);
    /// The last word of names of places: "Street".
    pub const PLACE_WORD: Self = Self(1 << 6);
    /// The first word of names of places: "Mount".
    pub const PLACE_HEAD: Self = Self(1 << 7);
    /// A noun for a kind of place, in lower case: "village".
    pub const PLACE_NOUN: Self = Self(1 << 8);
    /// A known organization.
    pub const ORGANIZATION: Self = Self(1 << 9);
    /// The last word of names of organizations: "Council".
    pub const ORGANIZATION_WORD: Self = Self(1 << 10);
    /// A word of an organization's name that "of" or "for" may follow: "Ministry".
    pub const ORGANIZATION_HEAD: Self = Self(1 << 11);
    /// A noun for a kind of organization, in lower case: "airline".
    pub const ORGANIZATION_NOUN: Self = Self(1 << 12);
    /// What follows the name of an organization, in lower case: "shares".
    pub const ORGANIZATION_POSSESSION: Self = Self(1 << 13);
    /// A known event.
    pub const EVENT: Self = Self(1 << 14);
    /// The last word of names of events: "Cup".
    pub const EVENT_WORD: Self = Self(1 << 15);
    /// A title that only precedes names: "Mr".
    pub const TITLE: Self = Self(1 << 16);
    /// A role or profession, in lower case: "spokesman".
    pub const ROLE: Self = Self(1 << 17);
    /// A role that is written with a capital before a name: "President".
    pub const CAPITAL_ROLE: Self = Self(1 << 18);
    /// A word before a role, in lower case: "deputy".
    pub const ROLE_MODIFIER: Self = Self(1 << 19);
    /// A nationality or language.
    pub const NATIONALITY: Self = Self(1 << 20);
    /// A religion, political direction, product, prize, law, or another known name.
    pub const OTHER_NAME: Self = Self(1 << 21);
    /// A day of the week or a month.
    pub const DAY_OR_MONTH: Self = Self(1 << 22);
    /// A verb of saying, or another of which the subject is a person or an organization, in lower case.
    pub const SPEECH: Self = Self(1 << 23);
    /// A word in lower case inside names of people: "van".
    pub const PARTICLE: Self = Self(1 << 24);
    /// No name if it stands alone: "TV".
    pub const NEVER: Self = Self(1 << 25);
    /// A phrase begins with this word.
    pub const BEGINS_PHRASE: Self = Self(1 << 26);

    /// The last word of other names: "Act".
    pub const OTHER_WORD: Self = Self(1 << 27);
    /// A noun for a kind of thing that has a name, in lower case: "ferry", "film".
    pub const OTHER_NOUN: Self = Self(1 << 28);

    /// A word for where something is, before "of" and a place: "north".
    pub const DIRECTION: Self = Self(1 << 29);
    /// A word for a part of a place before its name: "northern".
    pub const REGIONAL: Self = Self(1 << 30);
    /// What a place has: "capital".
    pub const PLACE_POSSESSION: Self = Self(1 << 31);
    /// What a person has: "wife".
    pub const PERSON_POSSESSION: Self = Self(1 << 32);
    /// What stands after the name of a place: "residents".
    pub const AFTER_PLACE: Self = Self(1 << 33);
    /// What stands after the name of a team: "beat".
    pub const AFTER_TEAM: Self = Self(1 << 34);
    /// The first word of names of events: "Hurricane".
    pub const EVENT_HEAD: Self = Self(1 << 35);
    /// What follows a name and a hyphen: "based".
    pub const COMPOUND_END: Self = Self(1 << 36);
    /// What precedes a hyphen and a name: "post".
    pub const COMPOUND_BEGINNING: Self = Self(1 << 37);
    /// A word whose possessive form is part of names: "People".
    pub const OWNER: Self = Self(1 << 38);
    /// The last word of names of buildings and roads: "Bridge".
    pub const BUILDING_WORD: Self = Self(1 << 39);

    /// What stands before the name of a team: "thrashed".
    pub const BEFORE_TEAM: Self = Self(1 << 40);

    /// Known names of all kinds.
    pub const KNOWN: Self = Self(
        Self::COUNTRY.0
            | Self::PLACE.0
            | Self::ORGANIZATION.0
            | Self::EVENT.0
            | Self::NATIONALITY.0
            | Self::OTHER_NAME.0,
    );
    /// Known countries and other places.
    pub const ANY_PLACE: Self = Self(Self::COUNTRY.0 | Self::PLACE.0);
    /// Words at the end of names that tell their kind.
    pub const ANY_ENDING: Self =
        Self(Self::ORGANIZATION_WORD.0 | Self::PLACE_WORD.0 | Self::EVENT_WORD.0 | Self::OTHER_WORD.0);
    /// Titles and roles before names.
    pub const BEFORE_NAME: Self = Self(Self::TITLE.0 | Self::CAPITAL_ROLE.0);

    /// Whether the sets have a class in common.
    pub fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// What the sets have in common.
    pub const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Both sets.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Calls back for the forms without endings that a word in lower case may have.
pub type Stems = fn(&str, &mut dyn FnMut(&str));

/// Words and phrases with their classes, and how a language forms words.
#[derive(Debug)]
pub struct Lexicon {
    classes: HashMap<Box<str>, Classes>,
    /// The forms without endings that a word may have, in lower case.
    stems: Stems,
}

impl Lexicon {
    /// The most words of a phrase.
    pub const LONGEST_PHRASE: usize = 6;

    /// An empty lexicon.
    pub fn new(stems: Stems) -> Self {
        Self { classes: HashMap::new(), stems }
    }

    /// Adds a list: entries with commas between them.
    pub fn add(&mut self, list: &str, class: Classes) {
        for entry in list.split([',', '\n']).map(str::trim).filter(|entry| !entry.is_empty()) {
            self.insert(entry, class);
            let end = entry.find([' ', '\'', '.', '&']).unwrap_or(entry.len());
            if end < entry.len() {
                self.insert(&entry[..end], Classes::BEGINS_PHRASE);
            }
        }
    }

    /// Adds a sorted list of which each line begins with the number of characters that it has in common with the one before.
    pub fn add_sorted(&mut self, list: &str, class: Classes) {
        let mut entry = String::new();
        for line in list.lines() {
            let Some(common) = line.chars().next().and_then(|digit| digit.to_digit(10)) else { continue };
            let end = entry.char_indices().nth(common as usize).map_or(entry.len(), |(at, _)| at);
            entry.truncate(end);
            entry.push_str(&line[1..]);
            self.insert(&entry, class);
            if let Some((first, _)) = entry.split_once(' ') {
                self.insert(first, Classes::BEGINS_PHRASE);
            }
        }
    }

    fn insert(&mut self, entry: &str, class: Classes) {
        match self.classes.get_mut(entry) {
            Some(classes) => *classes = classes.with(class),
            None => {
                self.classes.insert(entry.into(), class);
            }
        }
    }

    /// The classes of a word or phrase as it is written.
    pub fn get(&self, words: &str) -> Classes {
        self.classes.get(words).copied().unwrap_or_default()
    }

    /// The classes of a word in lower case; a form of a common word is common.
    pub fn get_lower(&self, lower: &str) -> Classes {
        let mut classes = self.get(lower);
        if !classes.has(Classes::COMMON) {
            (self.stems)(lower, &mut |stem| classes = classes.with(self.get(stem).only(Classes::COMMON)));
        }
        classes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read() {
        let mut lexicon = Lexicon::new(|_, _| ());
        lexicon.add("Sri Lanka, France,\nMcDonald's", Classes::PLACE);
        lexicon.add_sorted("0Bath\n3ley\n0Cork\n", Classes::COUNTRY);
        assert!(lexicon.get("Sri Lanka").has(Classes::PLACE));
        assert!(lexicon.get("Sri").has(Classes::BEGINS_PHRASE) && lexicon.get("McDonald").has(Classes::BEGINS_PHRASE));
        assert!(lexicon.get("Batley").has(Classes::COUNTRY) && lexicon.get("Cork").has(Classes::COUNTRY));
        assert_eq!(lexicon.get("Paris"), Classes::NONE);
    }
}
