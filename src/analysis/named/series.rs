//! Names in a series are of one kind: "Reddit, Twitter and Spotify".

use super::candidates::Candidate;
use super::kind::{NameKind, Scores};
use super::words::Words;

/// The share of its points that a name gives to those beside it.
const SHARE: f32 = 0.35;
/// The most points that it gives.
const MOST: f32 = 1.6;

/// Gives each name in a series of names of a sentence points for the kinds of those beside it.
pub(super) fn share(words: &Words<'_>, found: &mut [Candidate]) {
    let text = words.article.article.text.as_str();
    let between =
        |a: &Candidate, b: &Candidate| text.get(a.range.end().index()..b.range.start().index()).unwrap_or("-").trim();
    let mut start = 0;
    while start < found.len() {
        let mut end = start;
        let mut has_and = false;
        while end + 1 < found.len() {
            match between(&found[end], &found[end + 1]) {
                "and" | "or" | ", and" | ", or" => has_and = true,
                "," if !has_and => {}
                _ => break,
            }
            end += 1;
        }
        // Two names with a comma are a place in another one, or a name and what it is.
        if has_and {
            let own: Vec<Scores> = found[start..=end].iter().map(points).collect();
            for at in start..=end {
                for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
                    if let Some(points) = beside.checked_sub(start).and_then(|at| own.get(at)) {
                        found[at].context += *points;
                    }
                }
            }
        }
        start = end + 1;
    }
}

/// What a name gives.
fn points(one: &Candidate) -> Scores {
    let mut own = one.scores;
    own += one.context;
    let mut points = Scores::default();
    for kind in [NameKind::Person, NameKind::Organization, NameKind::Location] {
        points.add(kind, (own.get(kind) * SHARE).clamp(0.0, MOST));
    }
    points
}
