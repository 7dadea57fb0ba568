//! Splits a range of a text into runs: maximal ranges in which every character has the same annotations. The reader
//! renders each run as one element.

use std::rc::Rc;

use super::{Annotation, AnnotationSet};
use crate::text::{ByteOffset, TextRange};

/// An annotation that covers a run.
#[derive(Clone, Debug)]
pub struct Running {
    /// The annotation.
    pub annotation: Rc<Annotation>,
    /// The range of the annotation that covers the run.
    pub range: TextRange,
    /// The vertical position of the underline: the smallest number that no other annotation has over the same text.
    pub lane: usize,
}

impl PartialEq for Running {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.annotation, &other.annotation) && self.range == other.range && self.lane == other.lane
    }
}

/// A maximal range of text with the same annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The range.
    pub range: TextRange,
    /// The annotations that cover the run, outermost first.
    pub running: Vec<Running>,
}

impl Run {
    /// In which of so many lanes the underline of each covering annotation is drawn, in the same order. An annotation of a
    /// deeper lane is drawn in one that is free in this run; `None` if there is none.
    pub fn drawn_lanes(&self, lanes: usize) -> Vec<Option<usize>> {
        let is_free = |lane: &usize| self.running.iter().all(|one| one.lane != *lane);
        let mut free = (0..lanes).filter(is_free);
        let drawn = |one: &Running| if one.lane < lanes { Some(one.lane) } else { free.next() };
        self.running.iter().map(drawn).collect()
    }
}

/// The runs of a range, in order and without gaps; none for an empty range.
pub fn runs(set: &AnnotationSet, within: TextRange) -> Vec<Run> {
    let mut starting = set.overlapping(within).peekable();
    let mut running: Vec<Running> = Vec::new();
    let mut out: Vec<Run> = Vec::new();
    let mut at = within.start();
    while at < within.end() {
        running.retain(|one| one.range.end() > at);
        while let Some((range, annotation)) = starting.next_if(|(range, _)| range.start() <= at) {
            let lane = free_lane(&running);
            running.push(Running { annotation: annotation.clone(), range, lane });
        }
        let next_start = starting.peek().map(|(range, _)| range.start());
        let next = next_edge(&running, next_start, within.end());
        out.push(Run { range: TextRange::new(at, next), running: running.clone() });
        at = next;
    }
    out
}

fn free_lane(running: &[Running]) -> usize {
    (0..=running.len()).find(|lane| running.iter().all(|one| one.lane != *lane)).unwrap_or(running.len())
}

fn next_edge(running: &[Running], next_start: Option<ByteOffset>, end: ByteOffset) -> ByteOffset {
    let ends = running.iter().map(|one| one.range.end());
    ends.chain(next_start).min().map_or(end, |edge| edge.min(end))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::Timestamp;
    use super::*;

    fn set_of(spans: &[(&str, usize, usize)]) -> AnnotationSet {
        let mut set = AnnotationSet::default();
        for &(id, start, end) in spans {
            set.insert(&Rc::new(Annotation {
                id: id.into(),
                article: "x".into(),
                label: "Claim".into(),
                ranges: vec![TextRange::from_indices(start, end)],
                attributes: BTreeMap::new(),
                entity: None,
                note: String::new(),
                created: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"),
                modified: None,
                creator: String::new(),
                modifier: String::new(),
                row_title: String::new(),
                extra: Default::default(),
            }));
        }
        set
    }

    fn rendered(text: &str, spans: &[(&str, usize, usize)], within: (usize, usize)) -> String {
        let runs = runs(&set_of(spans), TextRange::from_indices(within.0, within.1));
        let render = |run: &Run| {
            let ids: Vec<_> = run.running.iter().map(|r| format!("{}{}", r.annotation.id, r.lane)).collect();
            format!("{}<{}>", &text[run.range.indices()], ids.join(" "))
        };
        runs.iter().map(render).collect()
    }

    #[test]
    fn crossing_tags_are_split_at_every_edge_and_keep_their_lanes() {
        assert_eq!(rendered("abcdef", &[("x", 1, 4), ("y", 2, 6)], (0, 6)), "a<>b<x0>cd<x0 y1>ef<y1>");
    }

    #[test]
    fn nested_and_identical_tags_are_sorted_outermost_first() {
        assert_eq!(
            rendered("abcd", &[("in", 1, 2), ("out", 0, 4), ("twin", 1, 2)], (0, 4)),
            "a<out0>b<out0 in1 twin2>cd<out0>"
        );
    }

    #[test]
    fn the_range_may_begin_and_end_inside_tags() {
        assert_eq!(rendered("abcd", &[("x", 0, 4)], (1, 3)), "bc<x0>");
        assert_eq!(rendered("abcd", &[("x", 0, 1), ("y", 3, 4)], (1, 3)), "bc<>");
        assert_eq!(rendered("abcd", &[], (2, 2)), "");
    }

    /// The runs of a text with two lanes: the annotations with the lanes in which they are drawn, and how many are not.
    fn drawn(text: &str, spans: &[(&str, usize, usize)]) -> String {
        let render = |run: &Run| {
            let lanes = run.drawn_lanes(2);
            let more = lanes.iter().filter(|lane| lane.is_none()).count();
            let ids = run
                .running
                .iter()
                .zip(&lanes)
                .filter_map(|(one, lane)| Some(format!("{}{}", one.annotation.id, (*lane)?)));
            let more = (more > 0).then(|| format!("+{more}"));
            format!("{}<{}>", &text[run.range.indices()], ids.chain(more).collect::<Vec<_>>().join(" "))
        };
        runs(&set_of(spans), TextRange::from_indices(0, text.len())).iter().map(render).collect()
    }

    #[test]
    fn annotations_of_deep_lanes_are_drawn_where_a_lane_is_free() {
        type Case<'a> = (&'a [(&'a str, usize, usize)], &'a str);
        let table: [Case; 4] = [
            (&[("a", 0, 2), ("b", 0, 2)], "ab<a0 b1>cdef<>"),
            (&[("a", 0, 2), ("b", 0, 2), ("c", 0, 2)], "ab<a0 b1 +1>cdef<>"),
            (&[("a", 0, 2), ("b", 0, 4), ("c", 1, 6)], "a<b0 a1>b<b0 a1 +1>cd<b0 c1>ef<c0>"),
            (&[("a", 0, 2), ("b", 0, 2), ("c", 1, 4), ("d", 1, 6)], "a<a0 b1>b<a0 b1 +2>cd<d0 c1>ef<d0>"),
        ];
        for (spans, expected) in table {
            assert_eq!(drawn("abcdef", spans), expected, "{spans:?}");
        }
    }
}
