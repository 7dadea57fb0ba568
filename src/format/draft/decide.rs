//! Decides by evidence in which unit the offsets of an article count: the covered texts that the file gives have to be those at the
//! offsets.

use super::DraftArticle;
use super::covered::is_covered;
use super::offset_unit::{OffsetTable, OffsetUnit};
use crate::text::{Text, TextRange};

/// In which unit the offsets of an article count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// In this one: it fits, or makes no difference.
    Decided(OffsetUnit),
    /// Several units fit, and place annotations differently: it has to be asked.
    Open(Vec<OffsetUnit>),
    /// None fits all; this one fits the most annotations, and those that it does not fit are left out.
    Best(OffsetUnit),
}

impl Decision {
    /// The unit to use if nobody is asked.
    pub fn unit(&self) -> OffsetUnit {
        match self {
            Self::Decided(unit) | Self::Best(unit) => *unit,
            Self::Open(units) => units.first().copied().unwrap_or(OffsetUnit::CodePoints),
        }
    }
}

/// How well a unit fits.
struct Fit {
    unit: OffsetUnit,
    /// The ranges of each annotation; `None` where an offset is past the text or inside a character.
    ranges: Vec<Option<Vec<TextRange>>>,
    /// The number of annotations whose covered text is another one than that at the offsets.
    misses: usize,
    /// How exactly the others have it, for each 1 if it begins so and 1 more if it is all: spaces at the ends and what follows a covered
    /// text make no fault, so that a unit may fit by chance.
    exactness: usize,
    /// The number of annotations with an offset that is none of the text, or inside a grapheme cluster.
    invalid: usize,
}

impl Fit {
    fn of(article: &DraftArticle, text: &Text, unit: OffsetUnit) -> Self {
        let table = OffsetTable::new(text, unit);
        let mut fit =
            Self { unit, ranges: Vec::with_capacity(article.tags.len()), misses: 0, exactness: 0, invalid: 0 };
        for tag in &article.tags {
            let position = |offset: u32| table.position(offset);
            let range = |&(start, end): &(u32, u32)| Some(TextRange::new(position(start)?, position(end)?));
            let ranges: Option<Vec<_>> = tag.fragments.iter().map(range).collect();
            let is_cut = |range: &TextRange| {
                [range.start(), range.end()].into_iter().any(|edge| !text.is_grapheme_boundary(edge))
            };
            match (&ranges, &tag.covered) {
                (None, _) => fit.invalid += 1,
                (Some(ranges), Some(covered)) => {
                    let fragments: Vec<&str> = ranges.iter().map(|&range| text.slice(range)).collect();
                    fit.exactness += exactness(&fragments, covered);
                    fit.misses += usize::from(!is_covered(fragments, covered, tag.may_continue));
                }
                (Some(ranges), None) => fit.invalid += usize::from(ranges.iter().any(is_cut)),
            }
            fit.ranges.push(ranges);
        }
        fit
    }

    fn faults(&self) -> usize {
        self.misses + self.invalid
    }
}

/// Decides among units, the usual one first. `elsewhere` is the unit of other articles of the same file, if they have shown one.
pub(super) fn decide(
    article: &DraftArticle,
    text: &Text,
    units: &[OffsetUnit],
    elsewhere: Option<OffsetUnit>,
) -> Decision {
    if let Some(unit) = article.unit {
        return Decision::Decided(unit);
    }
    let usual = units.first().copied().unwrap_or(OffsetUnit::CodePoints);
    if units.len() < 2 || article.tags.is_empty() || text.as_str().is_ascii() && !text.as_str().contains('\r') {
        return Decision::Decided(usual);
    }
    let fits: Vec<Fit> = units.iter().map(|&unit| Fit::of(article, text, unit)).collect();
    let good = fits.iter().filter(|fit| fit.faults() == 0);
    let exactness = good.clone().map(|fit| fit.exactness).max();
    let good: Vec<&Fit> = good.filter(|fit| Some(fit.exactness) == exactness).collect();
    match good.as_slice() {
        [] => best(&fits),
        [only] => Decision::Decided(only.unit),
        [first, rest @ ..] if rest.iter().all(|fit| fit.ranges == first.ranges) => Decision::Decided(first.unit),
        several => match elsewhere.filter(|unit| several.iter().any(|fit| fit.unit == *unit)) {
            Some(unit) => Decision::Decided(unit),
            None => Decision::Open(several.iter().map(|fit| fit.unit).collect()),
        },
    }
}

fn best(fits: &[Fit]) -> Decision {
    let least = fits.iter().map(Fit::faults).min().unwrap_or(0);
    let best: Vec<&Fit> = fits.iter().filter(|fit| fit.faults() == least).collect();
    match best.as_slice() {
        [first, rest @ ..] if rest.iter().all(|fit| fit.ranges == first.ranges) => Decision::Best(first.unit),
        several => Decision::Open(several.iter().map(|fit| fit.unit).collect()),
    }
}

fn exactness(fragments: &[&str], covered: &str) -> usize {
    let begins = fragments.first().is_some_and(|first| covered.starts_with(first));
    usize::from(begins) + usize::from(fragments.join(" ") == covered)
}
