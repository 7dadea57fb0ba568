//! The rows of a file that is written: which tags are in which tokens, and in which parts of tokens.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::tokens::{Sentence, sentences};
use crate::model::{Annotation, AnnotationId, Article, Project};
use crate::text::{ByteOffset, TextRange};

/// The place of a row: the index of its sentence, that of its token, and the range within the token unless it is the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct UnitKey {
    pub(super) sentence: usize,
    pub(super) token: usize,
    /// The start and end of a part of the token, in bytes of the text.
    pub(super) part: Option<(ByteOffset, ByteOffset)>,
}

/// A part of a tag, which is an annotation.
pub(super) struct Part {
    pub(super) tag: Rc<Annotation>,
    /// The rows, in order; at least one.
    pub(super) units: Vec<UnitKey>,
    /// Tells it from others, if it is in several rows or not the only one of its row.
    pub(super) number: Option<u32>,
}

/// The sentences of an article, and the parts of its tags in them.
pub(super) struct Units {
    pub(super) sentences: Vec<Sentence>,
    pub(super) parts: Vec<Part>,
    /// The indices of the parts in each row that has any.
    pub(super) rows: BTreeMap<UnitKey, Vec<usize>>,
    /// The index of the first part of each tag.
    pub(super) first_parts: HashMap<AnnotationId, usize>,
}

impl Units {
    pub(super) fn new(project: &Project, article: &Article) -> Self {
        let sentences = sentences(&article.text);
        let tokens: Vec<(usize, usize, TextRange)> = (sentences.iter().enumerate())
            .flat_map(|(sentence, one)| {
                one.tokens.iter().enumerate().map(move |(token, range)| (sentence, token, *range))
            })
            .collect();
        let mut units = Self { sentences, parts: Vec::new(), rows: BTreeMap::new(), first_parts: HashMap::new() };
        for tag in project.annotations_of(&article.id).iter() {
            for &range in &tag.ranges {
                let of_range = units_of(&tokens, range);
                if of_range.is_empty() {
                    continue;
                }
                let index = units.parts.len();
                for &unit in &of_range {
                    units.rows.entry(unit).or_default().push(index);
                }
                units.first_parts.entry(tag.id.clone()).or_insert(index);
                units.parts.push(Part { tag: tag.clone(), units: of_range, number: None });
            }
        }
        units.number();
        units
    }

    fn number(&mut self) {
        let mut next = 1;
        for part in &mut self.parts {
            let is_alone = |unit: &UnitKey| self.rows.get(unit).is_none_or(|parts| parts.len() == 1);
            if part.units.len() > 1 || !part.units.iter().all(is_alone) {
                part.number = Some(next);
                next += 1;
            }
        }
    }

    /// The parts of tokens that have a row, in order.
    pub(super) fn parts_of(&self, sentence: usize, token: usize) -> Vec<UnitKey> {
        let from = UnitKey { sentence, token, part: None };
        let to = UnitKey { sentence, token: token + 1, part: None };
        self.rows.range(from..to).map(|(unit, _)| *unit).filter(|unit| unit.part.is_some()).collect()
    }

    /// The id of a row: `1-2`, or `1-2.3`.
    pub(super) fn id(&self, unit: UnitKey) -> String {
        let (sentence, token) = (unit.sentence + 1, unit.token + 1);
        let parts = self.parts_of(unit.sentence, unit.token);
        match parts.iter().position(|part| *part == unit) {
            Some(index) if unit.part.is_some() => format!("{sentence}-{token}.{}", index + 1),
            _ => format!("{sentence}-{token}"),
        }
    }
}

/// The rows of a range. Those of the tokens that it contains, and one for each token of which it contains a part.
fn units_of(tokens: &[(usize, usize, TextRange)], range: TextRange) -> Vec<UnitKey> {
    let first = tokens.partition_point(|(_, _, token)| token.end() <= range.start());
    let reached = tokens.iter().skip(first).take_while(|(_, _, token)| token.start() < range.end());
    let unit = |(sentence, token, whole): &(usize, usize, TextRange)| {
        let covered = whole.intersection(range)?;
        let part = (covered != *whole).then(|| (covered.start(), covered.end()));
        Some(UnitKey { sentence: *sentence, token: *token, part })
    };
    reached.filter_map(unit).collect()
}

/// The ranges of a tag as they are read again: without the spaces at their edges.
pub(super) fn read_ranges(tokens: &[TextRange], ranges: &[TextRange]) -> Vec<TextRange> {
    let trimmed = |range: &TextRange| {
        let first = tokens.partition_point(|token| token.end() <= range.start());
        let reached: Vec<_> = tokens.iter().skip(first).take_while(|token| token.start() < range.end()).collect();
        let (first, last) = (reached.first()?, reached.last()?);
        Some(TextRange::new(first.start().max(range.start()), last.end().min(range.end())))
    };
    ranges.iter().filter_map(trimmed).collect()
}
