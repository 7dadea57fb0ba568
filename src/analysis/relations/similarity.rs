//! The similarity of two tags, by the numbers, names, words and entities that they have in common.

use crate::model::{Annotation, AnnotationId, EntityId, Project};
use crate::text::without_invisible;

/// The features by which tags are compared.
pub(super) struct Features {
    id: AnnotationId,
    /// The distinctive words of the tag with their weights, sorted, without duplicates.
    words: Vec<(String, u32)>,
    /// The entities that the tag or a tag inside it mentions.
    entities: Vec<EntityId>,
}

/// A shared number counts more than a shared name, and a name more than another word.
const NUMBER: u32 = 4;
const NAME: u32 = 3;
const WORD: u32 = 1;
const ENTITY: u32 = 4;
/// The minimum length of a word in characters: shorter words are too common.
const MIN_LENGTH: usize = 4;

/// The features of a tag.
pub(super) fn features(project: &Project, annotation: &Annotation) -> Features {
    let mut words: Vec<(String, u32)> = Vec::new();
    for (word, weight) in without_invisible(&project.exact(annotation)).split_whitespace().filter_map(weighted) {
        match words.binary_search_by(|(other, _)| other.as_str().cmp(&word)) {
            Ok(at) => words[at].1 = words[at].1.max(weight),
            Err(at) => words.insert(at, (word, weight)),
        }
    }
    Features { id: annotation.id.clone(), words, entities: entities(project, annotation) }
}

fn entities(project: &Project, annotation: &Annotation) -> Vec<EntityId> {
    let mut entities: Vec<EntityId> = annotation.entity.iter().cloned().collect();
    let set = project.annotations_of(&annotation.article);
    for &range in &annotation.ranges {
        let inside = set.overlapping(range).filter(|(other, _)| range.contains(*other));
        for entity in inside.filter_map(|(_, one)| one.entity.clone()) {
            if !entities.contains(&entity) {
                entities.push(entity);
            }
        }
    }
    entities
}

/// A word in normalised form with its weight; `None` for a word that is too short.
fn weighted(word: &str) -> Option<(String, u32)> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.strip_suffix("’s").or(bare.strip_suffix("'s")).unwrap_or(bare);
    let first = bare.chars().next()?;
    if bare.chars().any(|c| c.is_ascii_digit()) {
        return Some((bare.chars().filter(|c| c.is_alphanumeric()).collect(), NUMBER));
    }
    let weight = if first.is_uppercase() { NAME } else { WORD };
    (bare.chars().count() >= MIN_LENGTH).then(|| (bare.to_lowercase(), weight))
}

impl Features {
    /// The similarity of two different tags, from 0 to 1000; 0 for a tag and itself.
    pub(super) fn similarity(&self, other: &Self) -> u32 {
        if self.id == other.id {
            return 0;
        }
        let find = |word: &str| other.words.binary_search_by(|(one, _)| one.as_str().cmp(word)).ok();
        let shared: u32 =
            self.words.iter().filter_map(|(word, weight)| find(word).map(|at| (*weight).max(other.words[at].1))).sum();
        let entities = self.entities.iter().filter(|one| other.entities.contains(one)).count() as u32;
        let all = self.weight() + other.weight();
        // Dice coefficient, because long tags share more words by chance.
        (2000 * (shared + ENTITY * entities)).checked_div(all).unwrap_or(0).min(1000)
    }

    fn weight(&self) -> u32 {
        self.words.iter().map(|(_, weight)| weight).sum::<u32>() + ENTITY * self.entities.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_names_and_words_have_different_weights() {
        let shown = |word: &str| weighted(word).map(|(word, weight)| format!("{word} {weight}"));
        assert_eq!(shown("23,000"), Some("23000 4".to_owned()));
        assert_eq!(shown("“Calais,”"), Some("calais 3".to_owned()));
        assert_eq!(shown("France’s"), Some("france 3".to_owned()));
        assert_eq!(shown("boats."), Some("boats 1".to_owned()));
        assert_eq!(shown("the"), None);
        assert_eq!(shown("—"), None);
    }
}
