//! The differences of passages, shown as both passages with the changed words in brackets and moved ones in braces.

use std::rc::Rc;

use super::*;
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::tests::editor;

fn parsed(text: &str) -> Rc<ParsedArticle> {
    ParsedArticles::update(editor(&[text]).project(), &ParsedArticles::default()).all()[0].clone()
}

fn words(article: &ParsedArticle) -> Vec<DiffWord> {
    diff_words(article, &[TextRange::new(crate::text::ByteOffset(0), article.article.text.end())])
}

fn marked(text: &str, mut marks: Vec<(TextRange, [char; 2])>) -> String {
    marks.sort_by_key(|(range, _)| range.start());
    let (mut shown, mut at) = (String::new(), 0);
    for (range, [open, close]) in marks {
        let range = range.indices();
        shown += &format!("{}{open}{}{close}", &text[at..range.start], &text[range.clone()]);
        at = range.end;
    }
    shown + &text[at..]
}

fn show(diff: &WordDiff, a: &str, b: &str) -> [String; 2] {
    let side = |change: fn(&Change) -> Option<TextRange>, moved: fn(&(TextRange, TextRange)) -> TextRange| {
        let changes = diff.changes.iter().filter_map(change).map(|range| (range, ['[', ']']));
        changes.chain(diff.moved.iter().map(moved).map(|range| (range, ['{', '}']))).collect()
    };
    [marked(a, side(|one| one.first, |one| one.0)), marked(b, side(|one| one.second, |one| one.1))]
}

fn diff(a: &str, b: &str) -> WordDiff {
    let (a, b) = (parsed(a), parsed(b));
    word_diff(&words(&a), &words(&b))
}

#[track_caller]
fn check(a: &str, b: &str, expected: [&str; 2], count: usize) {
    let found = diff(a, b);
    assert_eq!((show(&found, a, b), found.count), (expected.map(str::to_owned), count));
}

#[test]
fn numbers_stand_for_each_other() {
    check(
        "More than 23,000 people have entered the UK on small boats this year.",
        "About 26,000 people entered the UK this year on small boats.",
        [
            "[More than] [23,000] people [have] entered the UK on small boats {this year}.",
            "[About] [26,000] people entered the UK {this year} on small boats.",
        ],
        4,
    );
}

#[test]
fn case_quotes_separators_and_number_words_are_no_differences() {
    let found = diff(
        "“The minister’s 23,000 boats didn’t sink”, two boys said.",
        "the minister's 23000 boats didn't sink: 2 boys said",
    );
    assert!(found.is_same(), "{found:?}");
    assert_eq!(diff("It cost £30.", "It cost €30.").count, 1);
}

#[test]
fn function_words_do_not_split_a_change() {
    check(
        "Police rescued migrants in Calais and boats of smugglers left.",
        "Police detained gangs in Kent and boats of smugglers left.",
        [
            "Police [rescued migrants in Calais] and boats of smugglers left.",
            "Police [detained gangs in Kent] and boats of smugglers left.",
        ],
        4,
    );
    check(
        "17 of the 24 boats sank",
        "18 of the 25 boats sank",
        ["[17] of the [24] boats sank", "[18] of the [25] boats sank"],
        2,
    );
}

#[test]
fn a_negation_is_a_difference() {
    check(
        "The ferry was licensed to sail.",
        "The ferry was not licensed to sail.",
        ["The ferry was licensed to sail.", "The ferry was [not] licensed to sail."],
        1,
    );
}

#[test]
fn one_word_elsewhere_is_not_moved() {
    check("Ann met Bob", "Bob met Ann", ["Ann [met Bob]", "[Bob met] Ann"], 4);
}

#[test]
fn what_stands_around_a_part_is_no_difference() {
    let (part, whole) = (
        "more than 23,000 people have crossed",
        "The Home Office said on Tuesday that about 26,000 people crossed the Channel in 2021.",
    );
    let (a, b) = (parsed(part), parsed(whole));
    let found = word_diff_of_part(&words(&a), &words(&b));
    assert_eq!(
        show(&found, part, whole),
        [
            "[more than] [23,000] people [have] crossed",
            "The Home Office said on Tuesday [that about] [26,000] people crossed the Channel in 2021."
        ]
    );
}

#[test]
fn passages_with_nothing_in_common_differ_as_a_whole() {
    check("Nothing here", "Some other words", ["[Nothing here]", "[Some other words]"], 3);
    assert!(diff("", "").is_same());
    check("", "a word", ["", "[a word]"], 2);
}

#[test]
fn where_most_words_differ_those_in_common_are_marked_and_the_figures_that_differ() {
    let (a, b) = (
        "Police in Calais said that 31 migrants drowned on Wednesday after their dinghy capsized near the coast.",
        "In the worst loss of life for years, 27 people died off the French port of Calais, several of them children.",
    );
    let found = diff(a, b);
    let side = |text: &str, side: usize| {
        let sign = |mark: Mark| match mark {
            Mark::Differs => ['[', ']'],
            Mark::Moved => ['{', '}'],
            Mark::Shared => ['(', ')'],
        };
        marked(text, found.marks(side).into_iter().map(|(range, mark)| (range, sign(mark))).collect())
    };
    assert_eq!(
        [side(a, 0), side(b, 1)],
        [
            "Police in (Calais) said that 31 migrants drowned on Wednesday after their dinghy capsized near the coast.",
            "In the worst loss of life for years, 27 people died off the French port of (Calais), several of them children.",
        ]
    );
    assert!(diff("It rose by 5 %.", "Shares fell 7 dollars.").shared.is_none(), "short passages show what differs");
}
