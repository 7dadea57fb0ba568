//! The passage for which counterparts are looked for.

use crate::analysis::parsed::{ParsedArticle, Sentence};
use crate::model::{Annotation, AnnotationId, ArticleId, LabelKind, Project};
use crate::order;
use crate::text::TextRange;

/// Of a longer selection, its first sentences count.
const MOST_SENTENCES: usize = 3;

/// The passage for which counterparts are looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its article.
    pub article: ArticleId,
    /// The claim, or the sentences.
    pub ranges: Vec<TextRange>,
    /// The sentences that it is in.
    pub sentences: Vec<TextRange>,
    /// The claims whose relations count: the selected one, or those in the sentences.
    pub claims: Vec<AnnotationId>,
    /// Whether it is only a part of its sentences.
    pub is_part: bool,
}

/// The passage that a selected claim, or a caret or selection in an article, means; `None` where there is no sentence.
pub fn source(
    project: &Project,
    article: &ParsedArticle,
    claim: Option<&Annotation>,
    selected: TextRange,
) -> Option<Source> {
    if let Some(claim) = claim {
        let ranges = claim.ranges.clone();
        let sentences = sentences(article, TextRange::new(claim.start(), claim.end()));
        let inner = |of: &Sentence| {
            article.tokens_of(of).iter().filter(|token| ranges.iter().any(|one| one.contains(token.range)))
        };
        // Quotation marks and the full stop may be outside.
        let is_part = sentences.iter().any(|one| 10 * inner(one).count() < 9 * (one.tokens.1 - one.tokens.0));
        let sentences = sentences.iter().map(|one| one.range).collect();
        return Some(Source {
            article: article.id().clone(),
            ranges,
            sentences,
            claims: vec![claim.id.clone()],
            is_part,
        });
    }
    let sentences = sentences(article, selected);
    let (first, last) = (sentences.first()?, sentences.get(..MOST_SENTENCES).unwrap_or(sentences).last()?);
    let range = TextRange::new(first.range.start(), last.range.end());
    let claims = claims_in(project, article.id(), range, selected);
    Some(Source { article: article.id().clone(), ranges: vec![range], sentences: vec![range], claims, is_part: false })
}

/// The sentences of a range, or the one at a position.
fn sentences(article: &ParsedArticle, range: TextRange) -> &[Sentence] {
    let Some(first) = article.sentence_at(range.start().index()) else { return &[] };
    let mut end = first + 1;
    while article.sentences.get(end).is_some_and(|next| next.range.start() < range.end()) {
        end += 1;
    }
    article.sentences.get(first..end).unwrap_or_default()
}

/// The claims that are mostly in a range, those nearest to what is selected first.
fn claims_in(project: &Project, article: &ArticleId, range: TextRange, selected: TextRange) -> Vec<AnnotationId> {
    let is_claim =
        |one: &Annotation| project.schema().label(&one.label).is_some_and(|label| label.kind == LabelKind::Claim);
    let set = project.annotations_of(article);
    let mut claims: Vec<(u32, AnnotationId)> = Vec::new();
    for (at, one) in set.overlapping(range).filter(|(_, one)| is_claim(one)) {
        let common = at.intersection(range).map_or(0, |common| common.len());
        if 2 * common >= at.len() {
            let before = at.start().0.saturating_sub(selected.end().0);
            let after = selected.start().0.saturating_sub(at.end().0);
            claims.push((before.max(after), one.id.clone()));
        }
    }
    order::sort_by_key(&mut claims, |(distance, _): &(u32, AnnotationId)| *distance);
    claims.dedup();
    claims.into_iter().map(|(_, id)| id).collect()
}
