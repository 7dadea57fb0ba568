//! Property tests of texts: offsets, graphemes, words, snapping, and search.

use crate::common;
use crate::common::{position, text_range, texts};
use crossread::text::{
    ByteOffset, CodePointOffset, Query, Snap, Text, TextRange, Unit, Utf16Offset, snap, without_invisible,
};
use proptest::prelude::*;

const UNITS: [Unit; 4] = [Unit::Grapheme, Unit::Word, Unit::Sentence, Unit::Block];

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn offsets_are_inverse_and_monotone(text in texts()) {
        let text = Text::new(text);
        let (mut points, mut units) = (0, 0);
        for (at, c) in text.as_str().char_indices().chain([(text.len(), 'x')]) {
            let at = ByteOffset(at as u32);
            prop_assert_eq!(text.to_code_points(at), CodePointOffset(points));
            prop_assert_eq!(text.to_utf16(at), Utf16Offset(units));
            prop_assert_eq!(text.from_code_points(CodePointOffset(points)), Some(at));
            prop_assert_eq!(text.from_utf16(Utf16Offset(units)), Some(at));
            if c.len_utf16() == 2 {
                prop_assert_eq!(text.from_utf16(Utf16Offset(units + 1)), None);
            }
            points += 1;
            units += c.len_utf16() as u32;
        }
        prop_assert_eq!(text.from_code_points(CodePointOffset(points)), None);
        prop_assert_eq!(text.from_utf16(Utf16Offset(units)), None);
    }

    #[test]
    fn movements_change_the_position_and_stop_between_graphemes(text in texts(), seed in any::<u32>()) {
        let text = Text::new(text);
        let at = position(&text, seed);
        for unit in UNITS {
            let (next, previous) = (text.next(at, unit), text.previous(at, unit));
            prop_assert!(next > at || at == text.end(), "{unit:?} forwards from {at:?} in {:?}", text.as_str());
            prop_assert!(previous < at || at == ByteOffset(0), "{unit:?} backwards from {at:?} in {:?}", text.as_str());
            for stop in [next, previous] {
                prop_assert!(text.is_grapheme_boundary(stop), "{unit:?} from {at:?} to {stop:?} in {:?}", text.as_str());
            }
        }
        prop_assert!(text.floor_grapheme(at) <= at && text.is_grapheme_boundary(text.floor_grapheme(at)));
        prop_assert!(text.ceil_grapheme(at) >= at && text.is_grapheme_boundary(text.ceil_grapheme(at)));
    }

    #[test]
    fn a_snapped_selection_can_be_tagged(text in texts(), seeds in any::<(u32, u32)>(), short in any::<bool>()) {
        let text = Text::new(text);
        let seeds = if short { (seeds.0, (seeds.0 % (text.len() as u32 + 1)).saturating_add(seeds.1 % 30)) } else { seeds };
        let selected = text_range(&text, seeds);
        for how in [Snap::Words, Snap::Exact] {
            let Some(snapped) = snap(&text, selected, how) else { continue };
            prop_assert_eq!(text.check(snapped), Ok(()), "{:?} of {:?} in {:?}", how, selected, text.as_str());
            prop_assert!(!text.slice(snapped).trim().is_empty());
            // The ends of longer words are not searched for.
            if [snapped.start(), snapped.end()].into_iter().all(|at| text.word_at(at).is_none_or(|word| word.len() < 1_000)) {
                prop_assert_eq!(snap(&text, snapped, how), Some(snapped), "twice {:?} of {:?} in {:?}", how, selected, text.as_str());
            }
        }
        if text.slice(selected).chars().any(char::is_alphanumeric) {
            prop_assert!(snap(&text, selected, Snap::Words).is_some());
        }
    }

    #[test]
    fn a_word_is_found_from_every_position_that_touches_it(text in texts(), seed in any::<u32>()) {
        let text = Text::new(text);
        let at = position(&text, seed);
        if let Some(word) = text.word_at(at) {
            prop_assert!(word.start() <= at && at <= word.end());
            prop_assert_eq!(text.check(word), Ok(()), "{:?} in {:?}", word, text.as_str());
            prop_assert!(text.slice(word).chars().any(char::is_alphanumeric));
        }
    }

    #[test]
    fn blocks_cover_the_text(text in texts()) {
        let text = Text::new(text);
        let joined: String = text.blocks().iter().map(|&block| text.slice(block)).collect();
        prop_assert_eq!(joined.as_str(), text.as_str());
    }

    #[test]
    fn no_block_of_a_long_line_ends_within_a_character(texts in prop::collection::vec("(word |[ 。][\u{300}\u{200d}]?|🇫🇷|👩‍👩‍👧|[\u{e33}क्षे])", 1..40)) {
        let text = Text::new(texts.concat().repeat(2_000));
        let cut = text.blocks().iter().find(|block| !text.is_grapheme_boundary(block.end()));
        prop_assert_eq!(cut, None);
    }

    #[test]
    fn any_range_is_found_and_no_match_cuts_a_character(
        text in texts(),
        (a, b) in any::<(u32, u32)>(),
        (case, upper) in any::<(bool, bool)>(),
    ) {
        let text = Text::new(text);
        let (a, b) = (position(&text, a), position(&text, b));
        let wanted = snap(&text, TextRange::new(a, b), Snap::Exact);
        // Invisible characters alone are not found.
        let is_visible = |wanted: &TextRange| !without_invisible(text.slice(*wanted)).is_empty();
        if let Some(wanted) = wanted.filter(is_visible) {
            let words = text.slice(wanted);
            // Some letters change when they are converted to upper case and back; these are searched for unchanged.
            let other = Some(words.to_uppercase()).filter(|other| upper && !case && other.to_lowercase() == words.to_lowercase());
            let query = Query { text: other.unwrap_or_else(|| words.to_owned()), case, ..Query::default() };
            let found = text.find(&query, usize::MAX);
            for range in &found {
                prop_assert_eq!(text.check(*range), Ok(()));
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            // An overlapping earlier match may be found instead.
            prop_assert!(found.iter().any(|range| range.overlaps(wanted)), "{:?} in {:?}", words, text.as_str());
        }
    }
}
