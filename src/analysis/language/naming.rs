//! What a language knows of names: which are one thing, and what describes who has them.

/// Words about names, all in lower case.
#[derive(Clone, Copy, Debug)]
pub struct NamingWords {
    /// Lines of names of one thing, with ", " between them.
    pub aliases: &'static str,
    /// Words for what somebody is, with spaces between them.
    pub roles: &'static str,
    /// Words for what a company or another body is, with spaces between them.
    pub bodies: &'static str,
    /// Lines of names for one country, with its people and its seat of government; "_" between words.
    pub countries: &'static str,
    /// Words that names of places may leave out.
    pub place_words: &'static [&'static str],
    /// Parts of names of labels for what has no name: dates and quantities.
    pub unnamed_labels: &'static [&'static str],
    /// Lines of a short form of a role and the role.
    pub short_roles: &'static str,
    /// Titles of women.
    pub women_titles: &'static [&'static str],
    /// Titles of men.
    pub men_titles: &'static [&'static str],
    /// Words after which a description says where somebody belongs.
    pub belonging: &'static [&'static str],
}

/// The words about names, for looking up.
#[derive(Debug)]
pub struct Naming {
    /// The words that are few.
    pub words: NamingWords,
    /// Sorted.
    roles: Vec<&'static str>,
    /// Sorted.
    bodies: Vec<&'static str>,
    /// Names with the first name of their line, sorted.
    aliases: Vec<(&'static str, &'static str)>,
    /// Names with the number of their country, sorted.
    countries: Vec<(&'static str, usize)>,
}

impl Naming {
    /// Sorts the words.
    pub fn new(words: NamingWords) -> Self {
        let sorted = |list: &'static str| {
            let mut list: Vec<&str> = list.split_whitespace().collect();
            list.sort_unstable();
            list
        };
        let mut aliases = Vec::new();
        for line in words.aliases.lines() {
            let first = line.split(", ").next().unwrap_or(line);
            aliases.extend(line.split(", ").map(|name| (name, first)));
        }
        aliases.sort_unstable();
        let mut countries = Vec::new();
        for (number, line) in words.countries.lines().enumerate() {
            countries.extend(line.split_whitespace().map(|name| (name, number)));
        }
        countries.sort_unstable();
        Self { words, roles: sorted(words.roles), bodies: sorted(words.bodies), aliases, countries }
    }

    /// The first of the names that are the same as a name in lower case, or the name itself.
    pub fn canonical<'a>(&self, name: &'a str) -> &'a str {
        let at = self.aliases.binary_search_by(|(one, _)| (*one).cmp(name)).ok();
        at.and_then(|at| self.aliases.get(at)).map_or(name, |(_, first)| first)
    }

    /// Whether a word says what somebody is.
    pub fn is_role(&self, word: &str) -> bool {
        let is_in = |word: &str| self.roles.binary_search(&word).is_ok();
        is_in(word) || word.strip_suffix('s').is_some_and(is_in)
    }

    /// Whether a word says what a company or another body is.
    pub fn is_body(&self, word: &str) -> bool {
        self.bodies.binary_search(&word).is_ok()
    }

    /// The country that a word names, as a number.
    pub fn country(&self, word: &str) -> Option<usize> {
        let at = self.countries.binary_search_by(|(one, _)| (*one).cmp(word)).ok()?;
        self.countries.get(at).map(|(_, number)| *number)
    }

    /// A role with short forms written out.
    pub fn full_role<'a>(&self, role: &'a str) -> &'a str {
        let mut lines = self.words.short_roles.lines().filter_map(|line| line.split_once(' '));
        lines.find(|(short, _)| *short == role).map_or(role, |(_, full)| full)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::language::en;

    #[test]
    fn aliases_roles_and_countries_are_known() {
        let naming = (en::LANGUAGE.naming)();
        assert_eq!(naming.canonical("uk"), naming.canonical("britain"));
        assert_eq!(naming.canonical("patel"), "patel");
        assert!(naming.is_role("minister") && naming.is_role("ministers") && !naming.is_role("letter"));
        assert_eq!(naming.country("french"), naming.country("france"));
        assert_ne!(naming.country("french"), naming.country("belgian"));
        assert_eq!(naming.full_role("pm"), "prime minister");
    }
}
