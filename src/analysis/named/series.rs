//! Names in a series are of one kind: "Reddit, Twitter and Spotify".

use super::kind::{NameKind, Scores};
use crate::text::TextRange;

/// The share of its points that a name gives to the others.
const SHARE: f32 = 0.35;
/// The most points that it gives.
const MOST: f32 = 1.6;

/// The points for the kinds that each name of a sentence gets from the others in its series. The names are in order, with their own
/// points.
pub(super) fn shared(text: &str, names: &[(TextRange, Scores)]) -> Vec<Scores> {
    let mut shared = vec![Scores::default(); names.len()];
    let mut start = 0;
    while start < names.len() {
        let end = last_of_series(text, names, start);
        for (at, points) in shared.iter_mut().enumerate().take(end + 1).skip(start) {
            for kind in [NameKind::Person, NameKind::Organization, NameKind::Location] {
                let others = (start..=end).filter(|&other| other != at);
                let most = others.map(|other| names[other].1.get(kind) * SHARE).fold(0.0, f32::max);
                points.add(kind, most.min(MOST));
            }
        }
        start = end + 1;
    }
    shared
}

/// The last name of the series that begins with a name; the name itself if there is none. A series has "and" or "or": two names with a
/// comma between them are a place in another one, or a name and what it is.
fn last_of_series(text: &str, names: &[(TextRange, Scores)], start: usize) -> usize {
    let mut has_and = false;
    let mut end = start;
    while let Some((next, _)) = names.get(end + 1) {
        match text.get(names[end].0.end().index()..next.start().index()).unwrap_or_default().trim() {
            "and" | "or" | ", and" | ", or" => has_and = true,
            "," if !has_and => {}
            _ => break,
        }
        end += 1;
    }
    if has_and { end } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_points_of_one_name_go_to_the_others_of_its_series() {
        let text = "Reddit, Ada and Feith; Oslo, Paris";
        let range = |words: &str| {
            let start = text.find(words).expect("the words");
            TextRange::from_indices(start, start + words.len())
        };
        let none = Scores::default();
        let names = [
            (range("Reddit"), none),
            (range("Ada"), Scores::of(NameKind::Person, 4.0)),
            (range("Feith"), none),
            (range("Oslo"), Scores::of(NameKind::Location, 9.0)),
            (range("Paris"), none),
        ];
        let points: Vec<f32> = shared(text, &names).iter().map(|one| one.get(NameKind::Person)).collect();
        assert_eq!(points, [1.4, 0.0, 1.4, 0.0, 0.0]);
        assert_eq!(shared(text, &names)[4], none);
    }
}
