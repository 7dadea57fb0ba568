//! Finds occurrences in steps that take little time, however many there are.

use super::longer_names::{Inside, LongerNames};
use super::occurrence::{Doubt, Occurrence, Place, judge};
use crate::model::{AnnotationPiece, LabelId, Project};
use crate::text::{Finder, Query, TextRange};

/// How many places and longer names are compared in a step.
const STEP: usize = 128;

/// Finds the occurrences of names in one project, and can be interrupted. What is found does not depend on the steps.
#[derive(Clone, Debug)]
pub struct OccurrenceFinder {
    names: Vec<Query>,
    label: LabelId,
    longer: LongerNames,
    stage: Stage,
    /// The article that is searched, by its index.
    article: usize,
    /// The places to be judged.
    places: Vec<Place>,
    found: Vec<Occurrence>,
    /// The bytes of the articles before this one, and of all.
    before: usize,
    total: usize,
}

/// What is done next.
#[derive(Clone, Debug)]
enum Stage {
    /// The annotations of the article are looked through for longer names.
    Longer(Vec<AnnotationPiece>),
    /// A name is looked for in the article. What was found is in the order of the text.
    Finding { name: usize, finder: Finder, ranges: Vec<TextRange> },
    /// The places are judged.
    Judging(Judging),
}

/// How far the places are judged.
#[derive(Clone, Debug, Default)]
struct Judging {
    /// The place that is judged next, by its index.
    place: usize,
    /// The longer name that it is compared with next, by its index.
    longer: usize,
    /// Where the longer names are in the article.
    inside: Vec<Inside>,
}

impl OccurrenceFinder {
    /// Finds the occurrences of names that are or could be tagged with a label, in article and text order. Where two overlap, the
    /// one of the earlier name is found. Leaves out occurrences inside a longer tag with the label.
    pub fn new(project: &Project, names: &[Query], label: &LabelId) -> Self {
        let total = project.articles().iter().map(|article| article.text.len()).sum();
        let mut finder = Self::of_places(Vec::new(), label);
        (finder.names, finder.longer, finder.total) = (names.to_vec(), LongerNames::new(names), total);
        (finder.article, finder.stage) = (0, Stage::Longer(pieces(project, 0)));
        finder
    }

    /// Classifies places as occurrences for a label: tagged, untagged or doubtful. Leaves out places inside a longer tag
    /// with the label.
    pub fn of_places(places: Vec<Place>, label: &LabelId) -> Self {
        Self {
            names: Vec::new(),
            label: label.clone(),
            longer: LongerNames::new(&[]),
            stage: Stage::Judging(Judging::default()),
            article: usize::MAX,
            places,
            found: Vec::new(),
            before: 0,
            total: 0,
        }
    }

    /// Goes on in the same project; returns whether there is more to do.
    pub fn step(&mut self, project: &Project) -> bool {
        match &mut self.stage {
            Stage::Longer(pieces) => match pieces.pop() {
                Some(piece) => self.longer.add(project, &piece, &self.label),
                None => self.next_tags(project),
            },
            Stage::Finding { .. } => self.find(project),
            Stage::Judging(judging) if judging.place < self.places.len() => self.judge(project),
            Stage::Judging(_) => return self.next_article(project),
        }
        true
    }

    /// Takes the occurrences that were found since this was called last, in order.
    pub fn take_found(&mut self) -> Vec<Occurrence> {
        std::mem::take(&mut self.found)
    }

    /// How much was done, in percent.
    pub fn percent(&self) -> u8 {
        // Half of the work is to find the places in a text, the other half to judge them.
        let (done, total) = match &self.stage {
            Stage::Longer(_) => (0, self.total),
            Stage::Finding { finder, .. } => (2 * self.before + finder.searched(), 2 * self.total),
            Stage::Judging(judging) if self.names.is_empty() => (judging.place, self.places.len()),
            Stage::Judging(judging) => {
                let last = self.places.last().map_or(0, |place| place.range.end().index());
                let judged = self.places.get(judging.place).map_or(last, |place| place.range.end().index());
                (2 * self.before + last + judged, 2 * self.total)
            }
        };
        u8::try_from(done.saturating_mul(100) / total.max(1)).unwrap_or(100).min(100)
    }

    /// The annotations of the next article, or the search in the first one after those of the last.
    fn next_tags(&mut self, project: &Project) {
        self.article += 1;
        if self.article < project.articles().len() {
            self.stage = Stage::Longer(pieces(project, self.article));
        } else {
            self.article = 0;
            self.begin_article();
        }
    }

    fn begin_article(&mut self) {
        self.places.clear();
        let query = self.names.first().cloned().unwrap_or_default();
        self.stage = Stage::Finding { name: 0, finder: Finder::new(query), ranges: Vec::new() };
    }

    fn next_article(&mut self, project: &Project) -> bool {
        let Some(article) = project.articles().get(self.article) else { return false };
        self.before += article.text.len();
        self.article += 1;
        let has_more = self.article < project.articles().len();
        if has_more {
            self.begin_article();
        }
        has_more
    }

    fn find(&mut self, project: &Project) {
        let Stage::Finding { name, finder, ranges } = &mut self.stage else { return };
        let article = project.articles().get(self.article);
        let mut new = Vec::new();
        let has_more = article.is_some_and(|article| finder.step(&article.text, usize::MAX, &mut new));
        new.into_iter().for_each(|range| insert(ranges, range));
        if has_more {
            return;
        }
        if let Some(query) = self.names.get(*name + 1) {
            (*name, *finder) = (*name + 1, Finder::new(query.clone()));
            return;
        }
        if let Some(article) = article {
            self.places.extend(ranges.drain(..).map(|range| Place { article: article.id.clone(), range }));
        }
        let inside = vec![Inside::default(); self.longer.found.len()];
        self.stage = Stage::Judging(Judging { inside, ..Judging::default() });
    }

    /// Judges some places.
    fn judge(&mut self, project: &Project) {
        let Stage::Judging(judging) = &mut self.stage else { return };
        let mut compared = 0;
        while compared < STEP {
            let Some(place) = self.places.get(judging.place) else { return };
            let mut occurrence = judge(project, place, &self.label);
            if let Some(one) = occurrence.as_mut().filter(|one| one.doubt.is_none() && one.tag.is_none()) {
                let Some(doubt) = part_of(project, &self.longer, judging, place, &mut compared) else { return };
                one.doubt = doubt;
            }
            self.found.extend(occurrence);
            (judging.place, judging.longer) = (judging.place + 1, 0);
            compared += 1;
        }
    }
}

/// The doubt that a place is part of a longer name. `None` if it is not known yet: what was compared is enough for a step.
fn part_of(
    project: &Project,
    longer: &LongerNames,
    judging: &mut Judging,
    place: &Place,
    compared: &mut usize,
) -> Option<Option<Doubt>> {
    let Some(article) = project.article(&place.article) else { return Some(None) };
    while let Some((name, inside)) = longer.found.get(judging.longer).zip(judging.inside.get_mut(judging.longer)) {
        if *compared >= STEP {
            return None;
        }
        *compared += 1;
        if name.contains(&article.text, place.range, inside)? {
            return Some(Some(Doubt::PartOf(name.shown.clone())));
        }
        judging.longer += 1;
    }
    Some(None)
}

/// The annotations of an article in pieces, the last ones first.
fn pieces(project: &Project, article: usize) -> Vec<AnnotationPiece> {
    let set = project.articles().get(article).map(|article| project.annotations_of(&article.id));
    let mut pieces: Vec<_> = set.map(|set| set.pieces().collect()).unwrap_or_default();
    pieces.reverse();
    pieces
}

/// Inserts a range in the order of the text, unless it overlaps one that is there.
pub(super) fn insert(ranges: &mut Vec<TextRange>, range: TextRange) {
    let at = ranges.partition_point(|other| other.start() < range.start());
    let free = |other: Option<&TextRange>| other.is_none_or(|other| !other.overlaps(range));
    if free(ranges.get(at)) && free(at.checked_sub(1).and_then(|before| ranges.get(before))) {
        ranges.insert(at, range);
    }
}

/// The occurrences of names, as [`OccurrenceFinder::new`] finds them.
pub fn occurrences(project: &Project, names: &[Query], label: &LabelId) -> Vec<Occurrence> {
    let mut finder = OccurrenceFinder::new(project, names, label);
    while finder.step(project) {}
    finder.take_found()
}
