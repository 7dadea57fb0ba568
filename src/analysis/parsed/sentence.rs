//! Sentences of a paragraph, for the rules of suggestions.
//!
//! Boundaries are those of UAX #29, except after abbreviations ("Mr. Macron", "the U.S. Army") and inside quotations that go on
//! in lower case ("“Stop!” he said").

use unicode_segmentation::UnicodeSegmentation;

/// The lengths in bytes of the sentences of a paragraph, each with the spaces after it. `is_abbreviation` tells whether a word with a
/// full stop usually ends no sentence.
pub(super) fn sentences(paragraph: &str, is_abbreviation: impl Fn(&str) -> bool) -> Vec<usize> {
    let mut lengths: Vec<usize> = Vec::new();
    let mut at = 0;
    let mut continues = false;
    for part in paragraph.split_sentence_bounds() {
        match lengths.last_mut() {
            Some(last) if continues => *last += part.len(),
            _ => lengths.push(part.len()),
        }
        at += part.len();
        continues = !ends_sentence(&paragraph[..at], &paragraph[at..], &is_abbreviation);
    }
    lengths
}

fn ends_sentence(before: &str, after: &str, is_abbreviation: impl Fn(&str) -> bool) -> bool {
    let text = before.trim_end();
    if before[text.len()..].contains('\n') {
        return true;
    }
    let next = after.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
    if next.is_some_and(char::is_lowercase) {
        return false;
    }
    let Some(text) = text.strip_suffix('.') else { return true };
    let word =
        text.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘')).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    !is_initial && !is_abbreviation(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::language::en;

    fn split(text: &str) -> Vec<&str> {
        let mut at = 0;
        sentences(text, en::is_abbreviation)
            .into_iter()
            .map(|length| {
                at += length;
                text[at - length..at].trim_end()
            })
            .collect()
    }

    #[test]
    fn abbreviations_and_quotations_end_no_sentence() {
        assert_eq!(split("Mr. Macron left. He said so."), ["Mr. Macron left.", "He said so."]);
        assert_eq!(split("“Stop!” he said. “Now.” She left."), ["“Stop!” he said.", "“Now.”", "She left."]);
        assert_eq!(split("It cost 3.5 million. The U.S. Army paid."), ["It cost 3.5 million.", "The U.S. Army paid."]);
        assert_eq!(split("Was it? Yes! J. Young left."), ["Was it?", "Yes!", "J. Young left."]);
        assert_eq!(
            split("He met A.J. Johnson. She left D.C. They stayed."),
            ["He met A.J. Johnson.", "She left D.C.", "They stayed."]
        );
        assert_eq!(
            split("The board found:\n- the radio failed;\n- nobody called"),
            ["The board found:", "- the radio failed;", "- nobody called"]
        );
    }
}
