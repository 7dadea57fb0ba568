//! Lines of articles that state nothing: credits, copyright, links.

const BEGINNINGS: &str = include_str!("lists/boilerplate_beginnings.txt");
const PARTS: &str = include_str!("lists/boilerplate_parts.txt");

/// Whether a sentence is no part of what an article reports.
pub(super) fn is_boilerplate(sentence: &str) -> bool {
    let lower = sentence.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    BEGINNINGS.lines().any(|start| lower.starts_with(start)) || PARTS.lines().any(|part| lower.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_boilerplate_and_statements_are_not() {
        assert!(is_boilerplate("(Reporting by Jane Doe; Editing by John Roe)"));
        assert!(is_boilerplate("© 2019 News Ltd. All rights reserved."));
        assert!(!is_boilerplate("The ferry sank within minutes."));
    }
}
