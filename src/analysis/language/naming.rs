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
    /// Short forms of roles.
    pub short_roles: &'static [(&'static str, &'static str)],
    /// Titles of women.
    pub women_titles: &'static [&'static str],
    /// Titles of men.
    pub men_titles: &'static [&'static str],
    /// Words after which a description says where somebody belongs.
    pub belonging: &'static [&'static str],
}

impl NamingWords {
    /// The first of the names that are the same as a name in lower case, or the name itself.
    pub fn canonical<'a>(&self, name: &'a str) -> &'a str {
        let line = self.aliases.lines().find(|line| line.split(", ").any(|one| one == name));
        line.and_then(|line| line.split(", ").next()).unwrap_or(name)
    }

    /// Whether a word says what somebody is.
    pub fn is_role(&self, word: &str) -> bool {
        let is_in = |word: &str| self.roles.split_whitespace().any(|one| one == word);
        is_in(word) || word.strip_suffix('s').is_some_and(is_in)
    }

    /// Whether a word says what a company or another body is.
    pub fn is_body(&self, word: &str) -> bool {
        self.bodies.split_whitespace().any(|one| one == word)
    }

    /// The country that a word names, as a number.
    pub fn country(&self, word: &str) -> Option<usize> {
        self.countries.lines().position(|line| line.split_whitespace().any(|one| one == word))
    }

    /// A role with short forms written out.
    pub fn full_role<'a>(&self, role: &'a str) -> &'a str {
        self.short_roles.iter().find(|(short, _)| *short == role).map_or(role, |(_, full)| full)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::language::en;

    #[test]
    fn aliases_roles_and_countries_are_known() {
        let naming = &en::LANGUAGE.naming;
        assert_eq!(naming.canonical("uk"), naming.canonical("britain"));
        assert_eq!(naming.canonical("patel"), "patel");
        assert!(naming.is_role("minister") && naming.is_role("ministers") && !naming.is_role("letter"));
        assert_eq!(naming.country("french"), naming.country("france"));
        assert_ne!(naming.country("french"), naming.country("belgian"));
        assert_eq!(naming.full_role("pm"), "prime minister");
    }
}
