//! Joins the figures of different places that give one value for one thing.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{Compared, Id};
use crate::order;

/// The evidence that figures which agree need: those that are not equal, equal ones, and equal ones that are seldom so by chance.
const LEAST: f64 = -1.0;
const LEAST_OF_EQUAL: f64 = -2.0;
const LEAST_OF_TELLING: f64 = -3.0;
/// How much better a figure that disagrees may fit.
const MARGIN: f64 = 1.5;
const MARGIN_OF_TELLING: f64 = 3.0;

/// Which figures give one value for one thing.
#[derive(Debug, Default)]
pub(super) struct Values {
    of: BTreeMap<Id, usize>,
    members: Vec<Vec<Id>>,
    articles: Vec<Vec<usize>>,
}

impl Values {
    /// Joins figures that agree, the most likely first; figures that disagree are never joined.
    pub(super) fn new(all: &[Compared]) -> Self {
        let mut values = Self::default();
        for one in all {
            values.add(one.first);
            values.add(one.second);
        }
        let disagreeing: BTreeSet<(Id, Id)> = all
            .iter()
            .filter(|one| one.disagrees)
            .flat_map(|one| [(one.first, one.second), (one.second, one.first)])
            .collect();
        for one in links(all) {
            values.join(one, &disagreeing);
        }
        for members in &values.members {
            let mut articles: Vec<usize> = members.iter().map(|(article, _)| *article).collect();
            order::sort(&mut articles);
            articles.dedup();
            values.articles.push(articles);
        }
        values
    }

    /// The value of a figure.
    pub(super) fn of(&self, figure: Id) -> usize {
        self.of.get(&figure).copied().unwrap_or(usize::MAX)
    }

    /// The articles that give a value.
    pub(super) fn articles(&self, value: usize) -> &[usize] {
        self.articles.get(value).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, figure: Id) {
        let next = self.members.len();
        let is_new = *self.of.entry(figure).or_insert(next) == next;
        if is_new {
            self.members.push(vec![figure]);
        }
    }

    fn join(&mut self, one: &Compared, disagreeing: &BTreeSet<(Id, Id)>) {
        let (a, b) = (self.of(one.first), self.of(one.second));
        let (Some(own), Some(others)) = (self.members.get(a), self.members.get(b)) else { return };
        let disagree = own.iter().any(|x| others.iter().any(|y| disagreeing.contains(&(*x, *y))));
        if a == b || disagree {
            return;
        }
        let joined = self.members.get_mut(b).map(std::mem::take).unwrap_or_default();
        self.of.extend(joined.iter().map(|&figure| (figure, a)));
        if let Some(members) = self.members.get_mut(a) {
            members.extend(joined);
        }
    }
}

/// The pairs of figures that agree and are likely to be of one thing, the most likely first.
fn links(all: &[Compared]) -> Vec<&Compared> {
    // The best of those that disagree with a figure, in an article.
    let mut rivals: BTreeMap<(Id, usize), f64> = BTreeMap::new();
    for one in all.iter().filter(|one| one.disagrees && one.has_same_marks) {
        for key in [(one.first, one.second.0), (one.second, one.first.0)] {
            let best = rivals.entry(key).or_insert(one.evidence);
            *best = best.max(one.evidence);
        }
    }
    let is_link = |one: &&Compared| {
        let (least, margin) = match (one.is_telling, one.is_equal) {
            (true, _) => (LEAST_OF_TELLING, MARGIN_OF_TELLING),
            (false, true) => (LEAST_OF_EQUAL, MARGIN),
            (false, false) => (LEAST, MARGIN),
        };
        let is_beaten = |key: (Id, usize)| rivals.get(&key).is_some_and(|rival| *rival > one.evidence + margin);
        !one.disagrees
            && one.evidence >= least
            && !is_beaten((one.first, one.second.0))
            && !is_beaten((one.second, one.first.0))
    };
    let mut links: Vec<&Compared> = all.iter().filter(is_link).collect();
    order::sort_by(&mut links, |a, b| b.is_equal.cmp(&a.is_equal).then(b.evidence.total_cmp(&a.evidence)));
    links
}
