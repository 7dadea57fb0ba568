//! Datelines at the beginning of agency stories: "LONDON (Reuters) - ", "KABUL, Afghanistan (AP) — ".

use super::kind::NameKind;
use super::words::{Shape, Words};
use crate::analysis::language::Classes;
use crate::analysis::parsed::{Sentence, TokenKind};
use crate::text::TextRange;

/// How many tokens a dateline has at most.
const LONGEST: usize = 16;

/// The places in a sentence's dateline, and the agency.
pub(super) fn places(words: &Words<'_>, sentence: &Sentence) -> Vec<(TextRange, NameKind)> {
    let (first, end) = sentence.tokens;
    let range = |from: usize, to: usize| {
        TextRange::new(words.article.tokens[from].range.start(), words.article.tokens[to].range.end())
    };
    let is_capitals = |at: usize| words.all[at].shape == Shape::Capitals;
    if first >= end || !is_capitals(first) {
        return Vec::new();
    }
    let dash = (first..end.min(first + LONGEST)).find(|&at| matches!(words.text(at), "-" | "–" | "—"));
    let Some(dash) = dash else { return Vec::new() };
    let mut town = first;
    while town + 1 < dash && is_capitals(town + 1) {
        town += 1;
    }
    // "BBC News -" is no dateline: a place is followed by a comma, a parenthesis or the dash.
    if town > first + 3 || !matches!(words.text(town + 1), "," | "(" | "-" | "–" | "—") {
        return Vec::new();
    }
    let open = (town + 1..dash).find(|&at| words.text(at) == "(");
    let close = open.and_then(|open| (open + 1..dash).find(|&at| words.text(at) == ")"));
    // Without an agency, a dateline has a town that is no acronym.
    if open.is_none() && words.slice(first, town).chars().count() < 4 {
        return Vec::new();
    }
    let mut found = vec![(range(first, town), NameKind::Location)];
    let is_word = |at: usize| words.article.tokens[at].kind == TokenKind::Word;
    if words.text(town + 1) == ","
        && town + 2 < open.unwrap_or(dash)
        && is_word(town + 2)
        && words.all[town + 2].shape != Shape::Other
    {
        let mut last = town + 2;
        while last + 1 < open.unwrap_or(dash) && is_word(last + 1) && words.all[last + 1].shape == Shape::Capital {
            last += 1;
        }
        if !words.all[town + 2].classes.has(Classes::DAY_OR_MONTH) {
            found.push((range(town + 2, last), NameKind::Location));
        }
    }
    if let (Some(open), Some(close)) = (open, close)
        && open + 1 < close
    {
        found.push((range(open + 1, close - 1), NameKind::Organization));
    }
    found
}
