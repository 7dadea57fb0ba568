//! Quotes in other versions of their text.

use proptest::prelude::*;

use super::{Anchored, Anchorer, Quote, context};
use crate::text::{ByteOffset, Text, TextRange};

const OLD: &str = "The minister said on Monday that 26,000 people had left the city. “We will help them,” she said. \
                   Officials in the north expect more to arrive before the winter.";

fn quote(text: &Text, exact: &str) -> (Quote, usize) {
    let at = text.as_str().find(exact).expect("the quote");
    let range = TextRange::new(ByteOffset(at as u32), ByteOffset((at + exact.len()) as u32));
    let (prefix, suffix) = context(text, range);
    (Quote { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned() }, at)
}

/// The place of a text of [`OLD`] in another version.
fn found(exact: &str, new: &str) -> Option<(String, Anchored)> {
    let (quote, at) = quote(&Text::new(OLD), exact);
    let new = Text::new(new);
    let anchored = Anchorer::new(&new).find(&quote, Some(at))?;
    Some((new.slice(anchored.range).to_owned(), anchored))
}

#[test]
fn what_only_moved_is_certain() {
    let moved = format!("UPDATED. {OLD}");
    for exact in ["26,000 people", "she", "We will help them", "The minister"] {
        let (text, anchored) = found(exact, &moved).expect("a place");
        assert_eq!((text.as_str(), anchored.is_certain, anchored.score), (exact, true, 1.0));
    }
}

#[test]
fn the_same_text_in_a_changed_sentence_is_certain_only_if_one_place_can_be_meant() {
    let (text, anchored) = found("26,000 people", &OLD.replace("on Monday", "today")).expect("a place");
    assert_eq!((text.as_str(), anchored.is_certain), ("26,000 people", true));
    let twice = OLD.replace("26,000 people had left", "26,000 people fled, and 26,000 people left");
    let (text, anchored) = found("26,000 people", &twice).expect("a place");
    assert_eq!(text, "26,000 people");
    assert!(!anchored.is_certain || anchored.range.start().index() < 40, "{anchored:?}");
}

#[test]
fn other_text_is_doubtful_or_lost() {
    let (text, anchored) = found("26,000 people", &OLD.replace("26,000", "27,500")).expect("a place");
    assert_eq!((text.as_str(), anchored.is_certain), ("27,500 people", false));
    assert!(anchored.score < 1.0 && anchored.score > 0.6);
    assert_eq!(found("26,000 people", "Something else altogether, about the weather in the south."), None);
    assert_eq!(found("26,000 people", ""), None);
}

#[test]
fn a_cluster_is_not_cut() {
    let (text, anchored) = found("left the city", &OLD.replace("the city", "the city\u{301}")).expect("a place");
    assert_eq!((text.as_str(), anchored.is_certain), ("left the city\u{301}", false));
}

#[test]
fn a_quote_without_position_and_context_needs_to_be_long() {
    let text = Text::new(OLD);
    let bare = |exact: &str| Quote { exact: exact.to_owned(), ..Quote::default() };
    let find = |exact: &str| Anchorer::new(&text).find(&bare(exact), None).expect("a place");
    assert!(find("We will help them").is_certain);
    assert!(!find("city").is_certain);
}

/// Ten thousand tags in a megabyte, with an edit every few kilobytes. Seconds would mean that the time is quadratic.
#[test]
fn many_tags_in_a_long_text() {
    let old: String = (0..20_000).map(|n| format!("Sentence {n} says that {} people came to town. ", n * 7)).collect();
    let new = (0..300).fold(old.clone(), |text, n| text.replacen(&format!("Sentence {} says", n * 61), "It says", 1));
    let (old, new) = (Text::new(old), Text::new(new));
    let start = std::time::Instant::now();
    let mut anchorer = Anchorer::new(&new);
    let (mut certain, mut at) = (0, 0);
    for n in 0..10_000 {
        let exact = format!("{} people", n * 14);
        at += old.as_str()[at..].find(&exact).expect("the tag");
        let range = TextRange::new(ByteOffset(at as u32), ByteOffset((at + exact.len()) as u32));
        let (prefix, suffix) = context(&old, range);
        let quote = Quote { exact: exact.clone(), prefix: prefix.to_owned(), suffix: suffix.to_owned() };
        let anchored = anchorer.find(&quote, Some(at)).expect("a place");
        assert_eq!(new.slice(anchored.range), exact);
        certain += usize::from(anchored.is_certain);
    }
    assert!(certain > 9_900, "{certain}");
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// An edit of a text: how far into the rest, how many characters are removed, and what is inserted.
fn edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    proptest::collection::vec((0..60_usize, 0..12_usize, "[a-zé😀\u{301} ]{0,8}"), 0..6)
}

fn edited(text: &str, edits: &[(usize, usize, String)]) -> String {
    let (mut out, mut rest) = (String::new(), text.chars());
    for (skip, removed, inserted) in edits {
        out.extend(rest.by_ref().take(*skip));
        rest.by_ref().take(*removed).for_each(drop);
        out.push_str(inserted);
    }
    out.extend(rest);
    out
}

proptest! {
    #[test]
    fn what_is_certain_covers_the_same_text_and_no_cluster_is_cut(
        words in proptest::collection::vec("[a-e]{1,3}|é|e\u{301}|😀|👨‍👩‍👧", 5..80), from in 0..70_usize, count in 1..6_usize, edits in edits(),
    ) {
        let old = Text::new(words.join(" "));
        let first = from.min(words.len() - 1);
        let last = (first + count).min(words.len());
        let start = words[..first].iter().map(|word| word.len() + 1).sum::<usize>();
        let exact = words[first..last].join(" ");
        let range = TextRange::new(ByteOffset(start as u32), ByteOffset((start + exact.len()) as u32));
        let (prefix, suffix) = context(&old, range);
        let quote = Quote { exact: exact.clone(), prefix: prefix.to_owned(), suffix: suffix.to_owned() };
        let new = Text::new(edited(old.as_str(), &edits));
        for position in [Some(start), None] {
            if let Some(found) = Anchorer::new(&new).find(&quote, position) {
                prop_assert_eq!(new.check(found.range), Ok(()));
                prop_assert!((0.0..=1.0).contains(&found.score));
                prop_assert!(found.is_certain == (found.score >= 1.0));
                prop_assert!(!found.is_certain || new.slice(found.range) == exact);
            }
        }
        let same = Anchorer::new(&old).find(&quote, Some(start));
        prop_assert_eq!(same, Some(Anchored { range, score: 1.0, is_certain: true }));
    }
}
