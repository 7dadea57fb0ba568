//! Who says what in a headline: "Macron: Britain must act".

use std::ops::Range;

use super::content::contents;
use super::items::{Item, ItemKind};
use super::said::Said;
use crate::analysis::language::WordClass;

/// The most items of a headline.
const LONGEST: usize = 24;

/// What is said in a line that may be a headline: "Macron: Britain must act", "Britain must act: Macron".
pub(super) fn headline(items: &[Item], frame: Range<usize>) -> Vec<Said> {
    let own = &items[frame.clone()];
    let ends = own.last().is_some_and(|item| matches!(item.kind, ItemKind::Mark('.' | ':')));
    if ends || own.len() > LONGEST {
        return Vec::new();
    }
    let Some(colon) = own.iter().position(|item| item.is_mark(':')) else { return Vec::new() };
    let (before, after) = (frame.start..frame.start + colon, frame.start + colon + 1..frame.end);
    let is_name = |part: &Range<usize>| {
        let part = &items[part.clone()];
        let is_word = |item: &Item| item.kind == ItemKind::Word && item.class == WordClass::Content && item.is_capital;
        (1..=4).contains(&part.len()) && part.iter().all(|item| is_word(item) && !is_heading(&item.lower))
    };
    let (source, said) = match (is_name(&before), is_name(&after)) {
        (true, _) if after.len() >= 3 => (before, after),
        (_, true) if after.len() <= 3 && before.len() >= 4 => (after, before),
        _ => return Vec::new(),
    };
    let said = contents(items, said).into_iter();
    said.map(|content| Said { source: Some(source.clone()), cue: None, content, score: 0.5 }).collect()
}

/// Words before a colon that name no speaker.
fn is_heading(word: &str) -> bool {
    matches!(
        word,
        "study"
            | "survey"
            | "poll"
            | "report"
            | "pictured"
            | "photo"
            | "photograph"
            | "picture"
            | "image"
            | "update"
            | "analysis"
            | "timeline"
            | "video"
            | "watch"
            | "read"
            | "more"
            | "related"
            | "source"
            | "breaking"
            | "opinion"
            | "profile"
            | "factbox"
            | "live"
            | "comment"
            | "review"
            | "editorial"
            | "note"
            | "result"
            | "results"
            | "scorers"
            | "background"
            | "explainer"
            | "exclusive"
            | "revealed"
            | "correction"
            | "tel"
            | "email"
            | "website"
            | "credit"
    )
}
