//! Property tests of annotation sets and runs, against simple implementations.

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

/// Annotations to insert, and whether each remains or is removed again.
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

/// The ranges that overlap a range, outer before inner, found by a scan.
fn naive(all: &[Rc<Annotation>], within: TextRange) -> Vec<(TextRange, &Rc<Annotation>)> {
    let spans = all.iter().flat_map(|annotation| annotation.ranges.iter().map(move |&range| (range, annotation)));
    let mut found: Vec<_> = spans.filter(|(range, _)| range.overlaps(within)).collect();
    found.sort_by_key(|(range, annotation)| (range.start(), Reverse(range.end()), annotation.id.clone()));
    found
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn a_set_finds_the_same_as_a_scan(history in history(), within in range()) {
        let (set, mut all) = build(history);
        prop_assert_eq!(set.len(), all.len());
        prop_assert_eq!(set.is_empty(), all.is_empty());
        let found: Vec<_> = set.overlapping(within).collect();
        prop_assert_eq!(found, naive(&all, within));
        for label in ["Even", "Odd"] {
            let count = all.iter().filter(|annotation| annotation.label.as_str() == label).count();
            prop_assert_eq!(set.count(&label.into()), count);
        }
        all.sort_by_key(|a| (a.start(), Reverse(a.ranges[0].end()), a.id.clone()));
        prop_assert!(set.iter().eq(all.iter()));
        let at = within.start();
        let (after, before) = set.around(at);
        prop_assert_eq!(after.map(|a| a.ranges.iter().filter(|r| r.start() >= at).map(|r| r.start()).min()),
            all.iter().flat_map(|a| &a.ranges).filter(|r| r.start() >= at).map(|r| r.start()).min().map(Some));
        prop_assert_eq!(before.is_some(), all.iter().flat_map(|a| &a.ranges).any(|r| r.start() < at));
    }

    #[test]
    fn runs_cover_the_range_and_are_maximal(history in history(), within in range()) {
        let (set, all) = build(history);
        let runs = runs(&set, within);
        let mut at = within.start();
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
            prop_assert_eq!(lanes.len(), run.running.len(), "annotations have different lanes");
        }
        prop_assert_eq!(at, within.end());
        prop_assert!(runs.windows(2).all(|pair| pair[0].running != pair[1].running));
    }
}
