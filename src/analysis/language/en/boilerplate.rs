//! Lines of articles that state nothing: credits, copyright, links.

const BEGINNINGS: [&str; 17] = [
    "additional reporting",
    "advertisement",
    "click here",
    "copyright",
    "editing by",
    "follow us",
    "for more",
    "more on this story",
    "photograph:",
    "read more",
    "related:",
    "reporting by",
    "share this",
    "sign up",
    "subscribe",
    "this article was amended",
    "writing by",
];
const PARTS: [&str; 7] = [
    "all rights reserved",
    "associated press contributed",
    "contributed to this report",
    "getty images",
    "our newsletter",
    "privacy policy",
    "terms of use",
];

/// Whether a sentence is no part of what an article reports.
pub(super) fn is_boilerplate(sentence: &str) -> bool {
    let lower = sentence.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    BEGINNINGS.iter().any(|start| lower.starts_with(start)) || PARTS.iter().any(|part| lower.contains(part))
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
