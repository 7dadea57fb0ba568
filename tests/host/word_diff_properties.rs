//! Differences of any two passages: what is left of both without them is the same.

use std::ops::Range;
use std::rc::Rc;

use crossread::analysis::parsed::{ParsedArticle, ParsedArticles};
use crossread::analysis::word_diff::{
    Change, DiffWord, SharedWords, WordDiff, diff_words, word_diff, word_diff_of_part,
};
use crossread::text::{ByteOffset, TextRange};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{config, project, texts};

/// Few different words, so that passages have many in common.
const WORDS: [&str; 16] = [
    "the",
    "in",
    "of",
    "not",
    "boats",
    "sank",
    "Macron",
    "Macron’s",
    "23,000",
    "26,000",
    "two",
    "£3",
    "%",
    "“sank”",
    "\n",
    "Calais,",
];

fn parsed(text: &str) -> Rc<ParsedArticle> {
    ParsedArticles::update(&project(&[text.to_owned()]), &ParsedArticles::default()).all()[0].clone()
}

/// The words of a text, in one part or, where it has a line break, in two.
fn words(article: &ParsedArticle) -> Vec<DiffWord> {
    let text = article.article.text.as_str();
    let at = |start: usize, end: usize| TextRange::new(ByteOffset(start as u32), ByteOffset(end as u32));
    let middle = text.find('\n').unwrap_or(text.len());
    diff_words(article, &[at(0, middle), at(middle, text.len())])
}

fn passage() -> impl Strategy<Value = String> {
    let words = vec(prop::sample::select(WORDS.to_vec()), 0..24).prop_map(|words| words.join(" "));
    prop_oneof![4 => words, 1 => texts()]
}

/// The keys of the words outside of some ranges.
fn left<'a>(words: &'a [DiffWord], ranges: &[TextRange]) -> Vec<&'a str> {
    let is_left = |word: &&DiffWord| !ranges.iter().any(|range| range.overlaps(word.range));
    words.iter().filter(is_left).map(|word| word.key.as_str()).collect()
}

fn keys(words: &[DiffWord], range: TextRange) -> Vec<&str> {
    words.iter().filter(|word| range.contains(word.range)).map(|word| word.key.as_str()).collect()
}

fn check(diff: &WordDiff, first: &[DiffWord], second: &[DiffWord]) -> Result<(), TestCaseError> {
    let side = |change: fn(&Change) -> Option<TextRange>, moved: fn(&(TextRange, TextRange)) -> TextRange| {
        diff.changes.iter().filter_map(change).chain(diff.moved.iter().map(moved)).collect::<Vec<_>>()
    };
    let (own, other) = (side(|one| one.first, |one| one.0), side(|one| one.second, |one| one.1));
    prop_assert_eq!(left(first, &own), left(second, &other));
    for (ranges, words) in [(&own, first), (&other, second)] {
        for (at, range) in ranges.iter().enumerate() {
            prop_assert!(words.iter().any(|word| word.range.start() == range.start()));
            prop_assert!(words.iter().any(|word| word.range.end() == range.end()));
            prop_assert!(!ranges[..at].iter().any(|before| before.overlaps(*range)), "{ranges:?}");
        }
    }
    for &(a, b) in &diff.moved {
        prop_assert_eq!(keys(first, a), keys(second, b));
    }
    for change in &diff.changes {
        prop_assert!(change.first.is_some() || change.second.is_some());
    }
    Ok(())
}

fn reversed(diff: &WordDiff) -> WordDiff {
    let changes = diff.changes.iter().map(|one| Change { first: one.second, second: one.first }).collect();
    let reverse = |one: &SharedWords| {
        let [first, second] = one.sides.clone();
        let figures = one.figures.iter().map(|one| Change { first: one.second, second: one.first }).collect();
        SharedWords { sides: [second, first], count: one.count, figures }
    };
    let (moved, shared) = (diff.moved.iter().map(|&(a, b)| (b, a)).collect(), diff.shared.as_ref().map(reverse));
    WordDiff { changes, moved, count: diff.count, shared }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_left_is_the_same(a in passage(), b in passage()) {
        let (a, b) = (parsed(&a), parsed(&b));
        let (a, b) = (words(&a), words(&b));
        let diff = word_diff(&a, &b);
        check(&diff, &a, &b)?;
        prop_assert_eq!(&word_diff(&b, &a), &reversed(&diff), "symmetric");
        prop_assert!(diff.count <= a.len() + b.len());
    }

    #[test]
    fn a_passage_does_not_differ_from_itself(a in passage()) {
        let a = parsed(&a);
        let words = words(&a);
        prop_assert!(word_diff(&words, &words).is_same());
        prop_assert!(word_diff_of_part(&words, &words).is_same());
    }

    #[test]
    fn inserted_words_are_the_only_difference(a in passage(), at in 0_usize..30) {
        let a = parsed(&a);
        let whole = words(&a);
        let Range { start, end } = at.min(whole.len())..(at + 3).min(whole.len());
        let part: Vec<DiffWord> = whole[..start].iter().chain(&whole[end..]).cloned().collect();
        let diff = word_diff(&part, &whole);
        let added: Vec<_> = diff.changes.iter().filter(|change| change.second.is_some()).collect();
        prop_assert!(diff.changes.iter().all(|change| change.first.is_none()), "{diff:?}");
        prop_assert_eq!((diff.count, diff.moved.len()), (end - start, 0));
        prop_assert!(added.len() <= 3);
    }
}
