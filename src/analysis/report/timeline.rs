//! The dates of the articles and the tagged dates, in the order of time.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use crate::analysis::dates::{DateSpan, Period, all_dates};
use crate::analysis::parsed::ParsedArticle;
use crate::analysis::suggestions::is_date_label;
use crate::model::{Annotation, LabelId, Project};

/// A place that names a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The index of the article.
    pub article: usize,
    /// The words of the tag; empty if it is the date of the article itself.
    pub words: String,
    /// How many tags have these words.
    pub count: usize,
}

/// A day, month or year with the places that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateGroup {
    /// The day, month or year.
    pub period: Period,
    /// The places, by article; equal words of an article are one.
    pub mentions: Vec<DateMention>,
}

/// The dates of the articles, and the tagged dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// What is a day, a month or a year, in the order of time; a year is before its months, and a month before its days.
    pub groups: Vec<DateGroup>,
    /// The tags that are none of these, or that cannot be placed: durations, times of day, "recently".
    pub unplaced: Vec<DateMention>,
}

/// A timeline while it is gathered.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// By first day, then the longest first.
    groups: BTreeMap<(i64, i64), Vec<DateMention>>,
    unplaced: Vec<DateMention>,
}

impl Dates {
    /// Adds the date and the tagged dates of an article.
    pub(super) fn add(&mut self, project: &Project, labels: &HashSet<LabelId>, parsed: &ParsedArticle, article: usize) {
        if let Some(period) = Period::parse(&parsed.article.date) {
            self.place(Some(period), DateMention { article, words: String::new(), count: 1 });
        }
        if labels.is_empty() {
            return;
        }
        let dates = all_dates(parsed);
        let set = project.annotations_of(parsed.id());
        for annotation in set.iter().filter(|one| labels.contains(&one.label)) {
            let period = meant(&dates, annotation).and_then(|date| date.period);
            let words = annotation.exact(&parsed.article.text);
            self.place(period, DateMention { article, words, count: 1 });
        }
    }

    fn place(&mut self, period: Option<Period>, mention: DateMention) {
        let list = match period.filter(|period| period.date().is_some()) {
            Some(period) => self.groups.entry((period.first, -period.last)).or_default(),
            None => &mut self.unplaced,
        };
        // Few words name one date in an article, and articles come one after the other.
        let own = list.iter_mut().rev().take_while(|one| one.article == mention.article);
        match own.into_iter().find(|one| one.words == mention.words) {
            Some(known) => known.count += 1,
            None => list.push(mention),
        }
    }

    pub(super) fn finish(self) -> Timeline {
        let group = |((first, last), mentions): ((i64, i64), Vec<DateMention>)| DateGroup {
            period: Period { first, last: -last },
            mentions,
        };
        Timeline { groups: self.groups.into_iter().map(group).collect(), unplaced: self.unplaced }
    }
}

/// The labels that mark dates.
pub(super) fn date_labels(project: &Project) -> HashSet<LabelId> {
    project.schema().labels.iter().filter(|label| is_date_label(label)).map(|label| label.id.clone()).collect()
}

/// The date that a tag is about: the one with the most in common with it.
fn meant(dates: &Rc<Vec<DateSpan>>, annotation: &Annotation) -> Option<DateSpan> {
    let common = |date: &DateSpan| -> u32 {
        annotation.ranges.iter().filter_map(|range| range.intersection(date.range)).map(|common| common.len()).sum()
    };
    // Dates are in order and do not overlap.
    let first = dates.partition_point(|date| date.range.end() <= annotation.start());
    let near = dates.get(first..)?.iter().take_while(|date| date.range.start() < annotation.end());
    near.map(|date| (common(date), date))
        .filter(|(common, _)| *common > 0)
        .max_by_key(|(common, _)| *common)
        .map(|(_, date)| *date)
}
