//! The counterpart of a claim or a sentence: the passage of another article that is about the same.
//!
//! A claim that is related to the selected one comes first ([`related`]); else the sentence, or the run of up to three, that is most alike
//! ([`alike`]), or one with another figure for the same ([`figures`]). Below a threshold there is none.

mod alike;
mod figures;
mod find;
mod related;
mod source;

#[cfg(test)]
mod tests;

use crate::analysis::parsed::ParsedArticles;
use crate::analysis::word_diff::{WordDiff, diff_words, word_diff, word_diff_around, word_diff_of_part};
use crate::model::{ArticleId, Project};
use crate::text::TextRange;

use figures::SameFigure;
use related::related;

pub use find::{Found, find};
pub use source::{Source, source};

/// From this score on, passages say the same whatever figures others have.
const SURE: f64 = 0.5;

/// Why a passage is the counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// It is a claim that is related to the selected one, directly or through a third one.
    Related,
    /// It is the most alike.
    Alike,
    /// It has another figure for the same.
    SameFigure,
}

/// A passage and its counterpart in another article.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterpart {
    /// Why it is the counterpart.
    pub basis: Basis,
    /// The passage that was selected.
    pub own: Vec<TextRange>,
    /// The counterpart.
    pub ranges: Vec<TextRange>,
    /// The words in which they differ: first those of the selected passage.
    pub diff: WordDiff,
}

/// The counterpart in an article, which must be parsed, as must be the article of the source.
pub fn counterpart(
    project: &Project,
    parsed: &ParsedArticles,
    source: &Source,
    article: &ArticleId,
) -> Option<Counterpart> {
    let find = |id: &ArticleId| parsed.all().iter().position(|one| one.id() == id);
    let (own_index, other) = (find(&source.article)?, find(article).filter(|_| article != &source.article)?);
    let (of_own, of_other) = (parsed.all().get(own_index)?, parsed.all().get(other)?);
    if let Some((claim, found)) = related(project, &source.claims, article) {
        let diff = word_diff(&diff_words(of_own, &claim.ranges), &diff_words(of_other, &found.ranges));
        let (own, ranges) = (claim.ranges.clone(), found.ranges.clone());
        return Some(Counterpart { basis: Basis::Related, own, ranges, diff });
    }
    let (own, first) = (source.ranges.clone(), diff_words(of_own, &source.ranges));
    let alike = alike::most_alike(parsed, (own_index, source), other);
    let is_sure = alike.is_some_and(|(_, score)| score >= SURE);
    let same_figure = if is_sure { None } else { figures::same_figure(project, parsed, source, of_other) };
    if let Some(SameFigure { sentence, figures }) = same_figure {
        let diff = word_diff_around(&first, &diff_words(of_other, &[sentence]), figures);
        return Some(Counterpart { basis: Basis::SameFigure, own, ranges: vec![sentence], diff });
    }
    let (range, _) = alike?;
    let second = diff_words(of_other, &[range]);
    let diff = if source.is_part { word_diff_of_part(&first, &second) } else { word_diff(&first, &second) };
    Some(Counterpart { basis: Basis::Alike, own, ranges: vec![range], diff })
}
