//! The sentence of another article that has another figure for the same.

use super::Source;
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::suggestions::{RULES, SuggestedSpan, SuggestionKind};
use crate::model::Project;
use crate::text::TextRange;

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
) -> Option<TextRange> {
    let pairs = parsed.cached(|parsed| Pairs::new(project, parsed));
    let is_own = |span: &SuggestedSpan| {
        span.article == source.article && source.ranges.iter().any(|range| range.contains(span.range))
    };
    let far = |[first, second]: &[SuggestedSpan; 2]| {
        let far = if is_own(first) { second } else { Some(first).filter(|_| is_own(second))? };
        (&far.article == other.id()).then_some(far.range.start())
    };
    let at = pairs.0.iter().find_map(far)?;
    other.sentences.get(other.sentence_at(at.index())?).map(|sentence| sentence.range)
}
