//! Numbers in digits: "26,000", "3.5", and what follows them in the same word.

use super::phrase::last_digit;

/// The number that a word begins with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Digits<'a> {
    /// Its value.
    pub value: f64,
    /// The place value of its last significant digit.
    pub digit: f64,
    /// Whether it has decimals.
    pub has_decimals: bool,
    /// Whether it has separators of thousands.
    pub has_separators: bool,
    /// The number of its digits.
    pub count: usize,
    /// What follows it in the word.
    pub rest: &'a str,
}

/// The number that a word begins with; `None` if it is an identifier, a time, a version or the like: with leading zeros, with
/// more than one full stop, or with commas in wrong places.
pub fn digits(word: &str) -> Option<Digits<'_>> {
    let end = number_end(word);
    let (number, rest) = word.split_at(end);
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    let has_separators = whole.contains(',');
    let is_wrong = plain.is_empty()
        || plain.len() > 1 && plain.starts_with('0')
        || plain.len() > 15
        || decimals.len() > 6
        || !decimals.bytes().all(|b| b.is_ascii_digit())
        || has_separators && !are_thousands(whole)
        || !has_separators && plain.len() > 7;
    if is_wrong {
        return None;
    }
    let value = if decimals.is_empty() { plain.parse().ok()? } else { format!("{plain}.{decimals}").parse().ok()? };
    let digit = if decimals.is_empty() { last_digit(value) } else { 10_f64.powi(-(decimals.len() as i32)) };
    Some(Digits { value, digit, has_decimals: !decimals.is_empty(), has_separators, count: plain.len(), rest })
}

/// Where the digits with their commas and full stops end, in bytes.
fn number_end(word: &str) -> usize {
    let bytes = word.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || end > 0 && matches!(bytes.get(end), Some(b',' | b'.')) && is_digit(end + 1) {
        end += 1;
    }
    end
}

/// Whether commas stand before each three digits, or as in India ("12,50,000").
fn are_thousands(whole: &str) -> bool {
    let groups: Vec<usize> = whole.split(',').map(str::len).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return false };
    let all = |length: usize| middle.iter().all(|&group| group == length);
    *last == 3 && ((1..=3).contains(first) && all(3) || (1..=2).contains(first) && all(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_decimals_and_suffixes_are_read() {
        let read = |word| digits(word).map(|it| (it.value, it.digit, it.rest));
        assert_eq!(read("26,000"), Some((26_000.0, 1_000.0, "")));
        assert_eq!(read("3.5m"), Some((3.5, 0.1, "m")));
        assert_eq!(read("31-year-old"), Some((31.0, 1.0, "-year-old")));
        assert_eq!(read("12,50,000"), Some((1_250_000.0, 10_000.0, "")));
        assert_eq!(read("0.5"), Some((0.5, 0.1, "")));
        for wrong in ["007", "10,15", "1.2.3", "24.11.2021", "020", "12345678", ""] {
            assert_eq!(digits(wrong), None, "{wrong}");
        }
    }
}
