//! The sentence of another article that has another figure for the same.

use super::Source;
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::suggestions::{RULES, SuggestedSpan, SuggestionKind};
use crate::model::Project;
use crate::text::TextRange;

/// A sentence with another figure for the same.
pub(super) struct SameFigure {
    /// The sentence.
    pub(super) sentence: TextRange,
    /// The figure of the source, and the other one.
    pub(super) figures: (TextRange, TextRange),
}

/// The figures that measure the same and disagree, in some articles.
struct Pairs(Vec<[SuggestedSpan; 2]>);

impl Pairs {
    fn new(project: &Project, parsed: &ParsedArticles) -> Self {
        let schema = project.schema();
        let rule = RULES.iter().find(|rule| rule.kind == SuggestionKind::Number && (rule.fits)(schema));
        let found = |index: usize| rule.map_or_else(Vec::new, |rule| (rule.find)(schema, parsed, index));
        let all = (0..parsed.all().len()).flat_map(found);
        Self(all.filter_map(|one| <[SuggestedSpan; 2]>::try_from(one.spans).ok()).collect())
    }
}

/// The sentence of an article with a figure that measures the same as one of the source, and disagrees with it.
pub(super) fn same_figure(
    project: &Project,
    parsed: &ParsedArticles,
    source: &Source,
    other: &ParsedArticle,
) -> Option<SameFigure> {
    let pairs = parsed.cached(|parsed| Pairs::new(project, parsed));
    let is_own = |span: &SuggestedSpan| {
        span.article == source.article && source.ranges.iter().any(|range| range.contains(span.range))
    };
    let far = |[first, second]: &[SuggestedSpan; 2]| {
        let (own, far) = if is_own(first) { (first, second) } else { (second, first) };
        (is_own(own) && &far.article == other.id()).then_some((own.range, far.range))
    };
    let figures = pairs.0.iter().find_map(far)?;
    let sentence = other.sentences.get(other.sentence_at(figures.1.start().index())?)?;
    Some(SameFigure { sentence: sentence.range, figures })
}
