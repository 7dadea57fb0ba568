//! The figures of claims with their hedges, and which of them differ between the claims of a row.
//!
//! Two figures of different claims are compared if they can measure the same thing: they have comparable units and, where they count
//! something, nouns that may name the same. They differ if no value satisfies both with their hedges ("more than 23,000" and "about
//! 26,000"), and if neither agrees with another figure of the other claim.

use crate::analysis::figures::{Figure, Unit, all_figures};
use crate::analysis::parsed::ParsedArticle;
use crate::model::Annotation;
use crate::text::TextRange;

/// A figure in a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardFigure {
    /// Its words: the number with its hedge, its unit and the noun of what it counts.
    pub text: String,
    /// The words of the hedge; empty for none.
    pub hedge: String,
    /// The unit, or the noun of what is counted in lower case; empty if unknown.
    pub unit: String,
    /// The figure.
    pub figure: Figure,
    /// Whether a figure of another claim of the row has another value.
    pub differs: bool,
    noun: Noun,
}

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Noun {
    Unknown,
    /// People, by the stem of the noun.
    People(String),
    /// Something else, by the stem of the noun.
    Other(String),
}

/// How likely two figures measure the same thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    None,
    /// The units are comparable, and nothing else is known.
    Possible,
    /// They count things of one name.
    SameNoun,
}

/// The figures in a claim, in the order of the text.
pub(super) fn figures(parsed: &ParsedArticle, claim: &Annotation) -> Vec<BoardFigure> {
    let figures = all_figures(parsed);
    let is_inside = |figure: &&Figure| claim.ranges.iter().any(|range| range.contains(figure.number));
    figures.iter().filter(is_inside).map(|figure| board_figure(parsed, figure)).collect()
}

fn board_figure(parsed: &ParsedArticle, figure: &Figure) -> BoardFigure {
    let words = parsed.lower();
    let rules = &parsed.language.figure_words;
    let is_count = figure.unit == Unit::Count;
    let before = || (rules.noun_before)(&words, figure.tokens.0);
    let noun = figure.noun.or_else(before).filter(|_| is_count).map(|noun| words.at(noun)).unwrap_or_default();
    let stem = (rules.stem)(noun);
    let end = figure.counted.map_or(figure.range.end(), |noun| noun.end().max(figure.range.end()));
    BoardFigure {
        text: parsed.slice(TextRange::new(figure.range.start(), end)).to_owned(),
        hedge: figure.hedge_words(parsed).to_owned(),
        unit: if is_count { noun.to_owned() } else { figure.unit.name().to_owned() },
        figure: figure.clone(),
        differs: false,
        noun: match noun {
            "" => Noun::Unknown,
            _ if (rules.is_people)(&stem) => Noun::People(stem),
            _ => Noun::Other(stem),
        },
    }
}

impl BoardFigure {
    /// Whether the board shows it below its claim: it has a unit, or it differs.
    pub fn is_shown(&self) -> bool {
        self.differs || !self.unit.is_empty()
    }

    fn likeness(&self, other: &Self) -> Likeness {
        let (own, others) = (&self.figure, &other.figure);
        if !own.unit.is_comparable(&others.unit) || self.is_one_person() || other.is_one_person() {
            return Likeness::None;
        }
        match (&self.noun, &other.noun) {
            _ if own.unit != Unit::Count => Likeness::Possible,
            (Noun::Unknown, _) | (_, Noun::Unknown) => Likeness::Possible,
            (own, other) if own == other => Likeness::SameNoun,
            (Noun::People(_), Noun::People(_)) => Likeness::Possible,
            _ => Likeness::None,
        }
    }

    /// Whether it is one person of whom something is told: "One migrant phoned a friend".
    fn is_one_person(&self) -> bool {
        self.figure.unit == Unit::Count && self.figure.amount == 1.0 && !matches!(self.noun, Noun::Other(_))
    }

    fn agrees(&self, other: &Self) -> bool {
        self.likeness(other) > Likeness::None && !self.figure.disagrees(&other.figure)
    }

    /// How many times one value is the other; at least 1.
    fn times(&self, other: &Self) -> f64 {
        let (own, others) = (self.figure.interval().high.abs(), other.figure.interval().high.abs());
        own.max(others) / own.min(others).max(f64::MIN_POSITIVE)
    }
}

/// Marks the figures that differ between the claims of a row; `claims` has the figures of each.
pub(super) fn mark_differing(claims: &mut [&mut Vec<BoardFigure>]) {
    for second in 1..claims.len() {
        let (before, rest) = claims.split_at_mut(second);
        let others = &mut rest[0];
        for own in before {
            for (a, b) in differing(own, others) {
                own[a].differs = true;
                others[b].differs = true;
            }
        }
    }
}

/// The pairs of figures of two claims that measure the same thing and disagree. Each figure is in one pair at most.
fn differing(own: &[BoardFigure], others: &[BoardFigure]) -> Vec<(usize, usize)> {
    let open = |figures: &[BoardFigure], counterparts: &[BoardFigure]| {
        let is_open = |one: &BoardFigure| !one.figure.is_vague && !counterparts.iter().any(|other| one.agrees(other));
        (0..figures.len()).filter(|&at| is_open(&figures[at])).collect::<Vec<_>>()
    };
    let (mut own_open, mut others_open) = (open(own, others), open(others, own));
    let mut pairs = Vec::new();
    // Of those with one noun, the nearest values are a pair.
    while let Some(pair) = nearest(own, others, (&own_open, &others_open)) {
        own_open.retain(|&one| one != pair.0);
        others_open.retain(|&one| one != pair.1);
        pairs.push(pair);
    }
    // The others only if there is no choice.
    for &a in &own_open {
        let can_be = |a: usize, b: usize| own[a].likeness(&others[b]) > Likeness::None;
        let mut candidates = others_open.iter().filter(|&&b| can_be(a, b));
        if let (Some(&b), None) = (candidates.next(), candidates.next())
            && own_open.iter().filter(|&&one| can_be(one, b)).count() == 1
        {
            pairs.push((a, b));
        }
    }
    pairs
}

fn nearest(own: &[BoardFigure], others: &[BoardFigure], open: (&[usize], &[usize])) -> Option<(usize, usize)> {
    let pairs = open.0.iter().flat_map(|&a| open.1.iter().map(move |&b| (a, b)));
    let same = pairs.filter(|&(a, b)| own[a].likeness(&others[b]) == Likeness::SameNoun);
    let times = |&(a, b): &(usize, usize)| own[a].times(&others[b]);
    same.min_by(|one, other| times(one).total_cmp(&times(other)))
}
