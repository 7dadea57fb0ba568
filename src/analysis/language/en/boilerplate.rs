//! Lines of articles that state nothing: credits, bylines, captions, copyright, links.

const BEGINNINGS: &str = include_str!("lists/boilerplate_beginnings.txt");
/// Beginnings of lines that are no sentences.
const LINE_BEGINNINGS: &str = include_str!("lists/boilerplate_line_beginnings.txt");
const PARTS: &str = include_str!("lists/boilerplate_parts.txt");
/// Agencies and sources of pictures that are a line of their own.
const CREDITS: &str = include_str!("lists/picture_credits.txt");

/// How many bytes a line may have to count by its beginning.
const LONGEST: usize = 160;

/// Whether a line or sentence is no part of what an article reports.
pub(super) fn is_boilerplate(line: &str) -> bool {
    let lower = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let begins = |list: &str| lower.len() < LONGEST && list.lines().any(|start| lower.starts_with(start));
    let is_sentence = line.trim_end_matches(['"', '”', '’', ')', ' ']).ends_with(['.', '!', '?']);
    begins(BEGINNINGS)
        || !is_sentence && begins(LINE_BEGINNINGS)
        || PARTS.lines().any(|part| lower.contains(part))
        || CREDITS.lines().any(|credit| credit == lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_around_an_article_are_boilerplate() {
        for line in [
            "(Reporting by Jane Doe; Editing by John Roe)",
            "© 2019 News Ltd. All rights reserved.",
            "Getty",
            "(Pictured: the minister leaves)",
            "By Dana Whitfield",
            "Photograph: Tom Ashby",
            "Reuters.",
            "Updated 3:40 PM",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn statements_are_no_boilerplate() {
        for line in [
            "The ferry sank within minutes.",
            "Bids for Getty were made for $3 billion by its founders",
            "By Friday, 200 people had died.",
            "For more than three years, the road was closed.",
            "Published in 1998, the book sold 40,000 copies.",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }
}
