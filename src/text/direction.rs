//! The base direction of a text, as HTML's `dir="auto"` finds it: that of the first character with a strong direction
//! (Unicode Bidirectional Algorithm, rules P2 and P3).

/// Whether a text runs from right to left.
pub(super) fn runs_right_to_left(text: &str) -> bool {
    text.chars().find_map(strong_direction).unwrap_or(false)
}

/// Whether a character runs from right to left; `None` for one without a direction of its own, such as a digit.
fn strong_direction(c: char) -> Option<bool> {
    match c {
        '\u{200e}' => Some(false),
        '\u{200f}' | '\u{61c}' => Some(true),
        _ if !c.is_alphabetic() => None,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => Some(true),
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' => Some(true),
        _ => Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        for (text, expected) in [
            ("", false),
            ("12:30, …", false),
            ("Haifa חיפה", false),
            ("חיפה Haifa", true),
            ("  12 – العربية", true),
            ("١٢ London", false),
            ("\u{200f}London", true),
            ("\u{200e}חיפה", false),
        ] {
            assert_eq!(runs_right_to_left(text), expected, "{text:?}");
        }
    }
}
