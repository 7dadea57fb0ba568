//! The words in which two passages differ.

/// More pairs of words than this are not compared.
const MOST_PAIRS: usize = 250_000;

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Whether the other passage does not have it.
    pub differs: bool,
}

/// Splits two passages into pieces that both have in the same order, and pieces that only one has. Capitals and punctuation make no
/// difference.
pub fn word_difference(first: &str, second: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (a, b) = (words(first), words(second));
    let (in_a, in_b) = common(&a, &b);
    (pieces(&a, &in_a), pieces(&b, &in_b))
}

/// The words, each with the spaces after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

fn key(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which words belong to the longest common subsequence.
fn common(a: &[&str], b: &[&str]) -> (Vec<bool>, Vec<bool>) {
    if a.len() * b.len() > MOST_PAIRS {
        return (vec![true; a.len()], vec![true; b.len()]);
    }
    let keys = |words: &[&str]| words.iter().map(|word| key(word)).collect::<Vec<_>>();
    let (keys_a, keys_b) = (keys(a), keys(b));
    let width = b.len() + 1;
    // The length of the longest common subsequence of what follows each pair of words.
    let mut length = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * width + j] = match keys_a[i] == keys_b[j] {
                true => length[(i + 1) * width + j + 1] + 1,
                false => length[(i + 1) * width + j].max(length[i * width + j + 1]),
            };
        }
    }
    let (mut in_a, mut in_b) = (vec![false; a.len()], vec![false; b.len()]);
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if keys_a[i] == keys_b[j] {
            (in_a[i], in_b[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (in_a, in_b)
}

fn pieces(words: &[&str], are_common: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, is_common) in words.iter().zip(are_common) {
        match pieces.last_mut().filter(|piece| piece.differs != *is_common) {
            Some(piece) => piece.text.push_str(word),
            None => pieces.push(Piece { text: (*word).to_owned(), differs: !is_common }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The passages, with what differs in brackets.
    fn compared(first: &str, second: &str) -> (String, String) {
        let marked = |pieces: Vec<Piece>| -> String {
            let shown = |one: Piece| if one.differs { format!("[{}]", one.text) } else { one.text };
            pieces.into_iter().map(shown).collect()
        };
        let (first, second) = word_difference(first, second);
        (marked(first), marked(second))
    }

    #[test]
    fn words_that_only_one_passage_has_are_found() {
        let (a, b) = compared("More than 23,000 people crossed, he said.", "About 26,000 people crossed he said");
        assert_eq!(
            (a.as_str(), b.as_str()),
            ("[More than 23,000 ]people crossed, he said.", "[About 26,000 ]people crossed he said")
        );
        let (a, b) = compared("two boys and one girl", "Two girls and a boy");
        assert_eq!((a.as_str(), b.as_str()), ("two [boys ]and [one girl]", "Two [girls ]and [a boy]"));
    }

    #[test]
    fn pieces_together_are_the_passages() {
        for (first, second) in [("", "a b"), ("a  b\nc", "c a"), ("x", "x")] {
            let (a, b) = word_difference(first, second);
            let joined = |pieces: &[Piece]| pieces.iter().map(|one| one.text.as_str()).collect::<String>();
            assert_eq!((joined(&a), joined(&b)), (first.to_owned(), second.to_owned()));
            assert!(a.iter().all(|one| !one.text.is_empty()));
        }
    }
}
