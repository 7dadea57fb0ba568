//! What holds of the annotations of an article and of the runs they make, against the simplest way to compute it.

use std::cmp::Reverse;
use std::rc::Rc;

use crate::common;
use crate::common::tag;
use crossread::model::{Annotation, AnnotationSet, runs};
use crossread::text::{ByteOffset, TextRange};
use proptest::collection::vec;
use proptest::prelude::*;

const LENGTH: u32 = 60;

fn range() -> impl Strategy<Value = TextRange> {
    (0..LENGTH, 1..20_u32).prop_map(|(at, len)| TextRange::new(ByteOffset(at), ByteOffset((at + len).min(LENGTH + 1))))
}

/// One or two ranges, sorted, perhaps touching, never overlapping.
fn ranges() -> impl Strategy<Value = Vec<TextRange>> {
    (range(), proptest::option::of(range())).prop_map(|(first, second)| {
        let mut ranges = vec![first];
        ranges.extend(second.filter(|second| !second.overlaps(first)));
        ranges.sort_unstable();
        ranges
    })
}

/// Annotations put in, and which of them are taken out again.
fn history() -> impl Strategy<Value = Vec<(Vec<TextRange>, bool)>> {
    prop_oneof![4 => vec((ranges(), any::<bool>()), 0..40), 1 => vec((ranges(), any::<bool>()), 300..700)]
}

fn build(history: Vec<(Vec<TextRange>, bool)>) -> (AnnotationSet, Vec<Rc<Annotation>>) {
    let mut set = AnnotationSet::default();
    let all: Vec<_> = history.into_iter().enumerate().map(|(i, (ranges, stays))| (tag(i, ranges), stays)).collect();
    all.iter().for_each(|(annotation, _)| set.insert(annotation));
    all.iter().filter(|(_, stays)| !stays).for_each(|(annotation, _)| set.remove(annotation));
    (set, all.into_iter().filter(|(_, stays)| *stays).map(|(annotation, _)| annotation).collect())
}

/// The ranges that share text with a stretch, outer before inner, the simplest way.
fn naive(all: &[Rc<Annotation>], stretch: TextRange) -> Vec<(TextRange, &Rc<Annotation>)> {
    let spans = all.iter().flat_map(|annotation| annotation.ranges.iter().map(move |&range| (range, annotation)));
    let mut found: Vec<_> = spans.filter(|(range, _)| range.overlaps(stretch)).collect();
    found.sort_by_key(|(range, annotation)| (range.start(), Reverse(range.end()), annotation.id.clone()));
    found
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn a_set_finds_what_a_list_finds(history in history(), stretch in range()) {
        let (set, mut all) = build(history);
        prop_assert_eq!(set.len(), all.len());
        prop_assert_eq!(set.is_empty(), all.is_empty());
        let found: Vec<_> = set.overlapping(stretch).collect();
        prop_assert_eq!(found, naive(&all, stretch));
        for label in ["Even", "Odd"] {
            let count = all.iter().filter(|annotation| annotation.label.as_str() == label).count();
            prop_assert_eq!(set.count(&label.into()), count);
        }
        all.sort_by_key(|a| (a.start(), Reverse(a.ranges[0].end()), a.id.clone()));
        prop_assert!(set.iter().eq(all.iter()));
        let at = stretch.start();
        let (after, before) = set.around(at);
        prop_assert_eq!(after.map(|a| a.ranges.iter().filter(|r| r.start() >= at).map(|r| r.start()).min()),
            all.iter().flat_map(|a| &a.ranges).filter(|r| r.start() >= at).map(|r| r.start()).min().map(Some));
        prop_assert_eq!(before.is_some(), all.iter().flat_map(|a| &a.ranges).any(|r| r.start() < at));
    }

    #[test]
    fn runs_cover_the_stretch_and_are_maximal(history in history(), stretch in range()) {
        let (set, all) = build(history);
        let runs = runs(&set, stretch);
        let mut at = stretch.start();
        for run in &runs {
            prop_assert_eq!(run.range.start(), at);
            prop_assert!(!run.range.is_empty());
            at = run.range.end();
            for offset in run.range.indices() {
                let character = TextRange::new(ByteOffset(offset as u32), ByteOffset(offset as u32 + 1));
                let running: Vec<_> = run.running.iter().map(|one| (one.range, &one.annotation)).collect();
                prop_assert_eq!(running, naive(&all, character));
            }
            let mut lanes: Vec<_> = run.running.iter().map(|one| one.lane).collect();
            lanes.sort_unstable();
            lanes.dedup();
            prop_assert_eq!(lanes.len(), run.running.len(), "a lane is one annotation's");
        }
        prop_assert_eq!(at, stretch.end());
        prop_assert!(runs.windows(2).all(|pair| pair[0].running != pair[1].running));
    }
}
