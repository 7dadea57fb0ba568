//! Words of numbers.

/// Cardinal numbers below 100 that are one word without a hyphen. Sorted.
#[rustfmt::skip]
const CARDINALS: [(&str, f64); 29] = [
    ("eight", 8.0), ("eighteen", 18.0), ("eighty", 80.0), ("eleven", 11.0), ("fifteen", 15.0), ("fifty", 50.0), ("five", 5.0),
    ("forty", 40.0), ("four", 4.0), ("fourteen", 14.0), ("fourty", 40.0), ("nine", 9.0), ("nineteen", 19.0), ("ninety", 90.0),
    ("one", 1.0), ("seven", 7.0), ("seventeen", 17.0), ("seventy", 70.0), ("six", 6.0), ("sixteen", 16.0), ("sixty", 60.0),
    ("ten", 10.0), ("thirteen", 13.0), ("thirty", 30.0), ("three", 3.0), ("twelve", 12.0), ("twenty", 20.0), ("two", 2.0),
    ("zero", 0.0),
];

/// Words that multiply. Sorted.
const SCALES: [(&str, f64); 16] = [
    ("b", 1e9),
    ("billion", 1e9),
    ("bn", 1e9),
    ("crore", 1e7),
    ("dozen", 12.0),
    ("hundred", 100.0),
    ("k", 1e3),
    ("lakh", 1e5),
    ("million", 1e6),
    ("mln", 1e6),
    ("mn", 1e6),
    ("thousand", 1e3),
    ("tn", 1e12),
    ("trillion", 1e12),
    ("trln", 1e12),
    ("trn", 1e12),
];

/// Denominators. Sorted.
const PARTS: [(&str, f64); 17] = [
    ("eighth", 8.0),
    ("eighths", 8.0),
    ("fifth", 5.0),
    ("fifths", 5.0),
    ("half", 2.0),
    ("halves", 2.0),
    ("hundredth", 100.0),
    ("ninth", 9.0),
    ("quarter", 4.0),
    ("quarters", 4.0),
    ("seventh", 7.0),
    ("sixth", 6.0),
    ("sixths", 6.0),
    ("tenth", 10.0),
    ("tenths", 10.0),
    ("third", 3.0),
    ("thirds", 3.0),
];

fn find(table: &[(&str, f64)], word: &str) -> Option<f64> {
    let at = table.binary_search_by(|(known, _)| (*known).cmp(word)).ok()?;
    table.get(at).map(|(_, value)| *value)
}

/// The value of a cardinal number below 100, also with a hyphen ("twenty-five").
pub(super) fn cardinal(word: &str) -> Option<f64> {
    if let Some((tens, ones)) = word.split_once('-') {
        let (tens, ones) = (find(&CARDINALS, tens)?, find(&CARDINALS, ones)?);
        let is_number = tens >= 20.0 && tens % 10.0 == 0.0 && (1.0..10.0).contains(&ones);
        return is_number.then_some(tens + ones);
    }
    find(&CARDINALS, word)
}

/// What a word multiplies with: "million", "bn", "dozen".
pub(super) fn scale(word: &str) -> Option<f64> {
    find(&SCALES, word)
}

/// The denominator of a fraction: 3 for "thirds".
pub(super) fn part(word: &str) -> Option<f64> {
    find(&PARTS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(CARDINALS.is_sorted_by_key(|(word, _)| *word));
        assert!(SCALES.is_sorted_by_key(|(word, _)| *word));
        assert!(PARTS.is_sorted_by_key(|(word, _)| *word));
        assert_eq!(
            (cardinal("seventeen"), cardinal("forty-two"), cardinal("two-three")),
            (Some(17.0), Some(42.0), None)
        );
    }
}
