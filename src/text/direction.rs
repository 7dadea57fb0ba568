//! The base direction of a text, as HTML's `dir="auto"` determines it: that of the first character with a strong
//! direction (Unicode Bidirectional Algorithm, rules P2 and P3).

/// Whether the base direction of a text is right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().find_map(strong_direction).unwrap_or(false)
}

/// Whether a character is strongly right to left; `None` for characters without a strong direction, such as digits.
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
    fn the_first_strong_character_decides() {
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
            assert_eq!(is_right_to_left(text), expected, "{text:?}");
        }
    }
}
