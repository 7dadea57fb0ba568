//! Decides which candidates are names, and of which kind.

use super::candidates::{ArticleNames, Candidate};
use super::evidence::Evidence;
use super::kind::NameKind;
use super::span::NamedSpan;
use crate::order;

/// The points from which a name is proposed.
const THRESHOLD: f32 = 1.0;

/// The names of an article.
pub(super) fn decide(article: &ArticleNames, evidence: &Evidence) -> Vec<NamedSpan> {
    let mut spans: Vec<NamedSpan> = article.candidates.iter().filter_map(|one| span(one, evidence)).collect();
    order::sort_by_key(&mut spans, |span| span.range);
    spans
}

fn span(one: &Candidate, evidence: &Evidence) -> Option<NamedSpan> {
    if !is_name(one, evidence) {
        return None;
    }
    let mut scores = evidence.scores(one);
    // An unknown name of one word: the more often it is there, the more likely it is a name.
    if one.names == 1 && !one.is_common {
        scores.add(NameKind::Person, 0.7);
        scores.add(NameKind::Organization, 0.6);
        scores.add(NameKind::Location, 0.4);
    }
    let (kind, points) = scores.best();
    if points < THRESHOLD {
        return None;
    }
    let certainty = points.min(6.0) / 6.0 * 0.6 + scores.margin().clamp(0.0, 4.0) / 4.0 * 0.4;
    Some(NamedSpan { range: one.range, kind, score: f64::from((certainty * 100.0).round() / 100.0).clamp(0.05, 1.0) })
}

/// Whether the words are a name at all.
fn is_name(one: &Candidate, evidence: &Evidence) -> bool {
    if one.needs_longer {
        return evidence.is_surname(&one.key);
    }
    if one.is_certain || one.names > 1 && !one.is_common {
        return true;
    }
    let counts = evidence.counts(&one.key);
    let has_longer = evidence.is_short(&one.key);
    if one.names > 1 {
        // "High Court", "Green Party": everyday words with capitals, at least once where no sentence begins.
        return !one.begins && (!one.in_headline || evidence.firm(&one.key) > 0);
    }
    let firm = evidence.firm(&one.key);
    if one.is_common {
        let (_, own) = one.scores.best();
        // "Young" of "Jacob Young"; "Grant"; "Shell".
        let is_elsewhere = has_longer && counts.lower <= counts.capital || own > 1.4 || firm > 1 && counts.lower == 0;
        return is_elsewhere && (!one.begins || firm > 0 && counts.lower == 0 || has_longer && counts.lower == 0);
    }
    if one.is_everyday {
        return firm > 0 && counts.lower == 0 || has_longer || counts.lower == 0 && one.context.best().1 > 1.7;
    }
    if one.begins {
        let (_, own) = one.scores.best();
        return firm > 0 || has_longer || counts.lower == 0 && own + one.context.best().1 > 0.8;
    }
    counts.lower <= counts.capital
}
