//! Finds the entities that a mention may refer to. These are only proposed, never linked automatically.

use std::rc::Rc;

use super::names::{Name, bare_name};
use crate::model::{Annotation, Entity, EntityId, LabelId, Project};
use crate::text::without_invisible;

/// How well the text of a mention fits an entity, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is exactly one of the names of the entity.
    Same,
    /// It is one of the names except for case, title and possessive ending.
    Alike,
    /// It is a shorter or longer form of one of the names.
    Part,
}

/// An entity that a mention may refer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The entity.
    pub entity: Rc<Entity>,
    /// How well the text of the mention fits.
    pub fit: Fit,
    /// The number of mentions of the entity so far.
    pub mentions: usize,
}

/// The entities that a text with a label may mention: the best fit first, then by number of mentions.
pub fn entity_candidates(project: &Project, words: &str, label: &LabelId) -> Vec<Candidate> {
    let entities: Vec<&Rc<Entity>> = project.entities().collect();
    let (name, visible) = (Name::new(words), without_invisible(words));
    let (words, bare): (&str, _) = (&visible, bare_name(&visible));
    let mut fits: Vec<Option<Fit>> = entities.iter().map(|entity| fit_of_names(entity, words, &name)).collect();
    let mut counts = vec![0; entities.len()];
    for_each_mention(project, |id, annotation, mention| {
        // Entities are sorted by id.
        let Ok(at) = entities.binary_search_by(|entity| entity.id.cmp(id)) else { return };
        counts[at] += 1;
        let mention = without_invisible(mention);
        let fit = match annotation.label == *label {
            true if mention == words => Some(Fit::Same),
            true if bare_name(&mention).eq_ignore_ascii_case(&bare) => Some(Fit::Alike),
            _ => None,
        };
        fits[at] = [fits[at], fit].into_iter().flatten().min();
    });
    let mut found: Vec<Candidate> = Vec::new();
    for ((entity, fit), mentions) in entities.into_iter().zip(fits).zip(counts) {
        let fits_label = entity.label.as_ref().is_none_or(|own| own == label);
        if let Some(fit) = fit.filter(|_| fits_label) {
            let at = found.partition_point(|one| (one.fit, mentions) <= (fit, one.mentions));
            found.insert(at, Candidate { entity: entity.clone(), fit, mentions });
        }
    }
    found
}

fn fit_of_names(entity: &Entity, words: &str, name: &Name) -> Option<Fit> {
    let fit = |own: &String| {
        if without_invisible(own) == words {
            return Some(Fit::Same);
        }
        let own = Name::new(own);
        if own.key == name.key {
            return Some(Fit::Alike);
        }
        (name.shortens(&own) || own.shortens(name)).then_some(Fit::Part)
    };
    std::iter::once(&entity.name).chain(&entity.aliases).filter_map(fit).min()
}

/// Calls back for every annotation that mentions an entity, with its text (the first part of a discontinuous
/// annotation). Costs nothing for all other annotations.
pub(super) fn for_each_mention<'a>(
    project: &'a Project,
    mut visit: impl FnMut(&'a EntityId, &'a Rc<Annotation>, &'a str),
) {
    for entity in project.entities() {
        for annotation in project.mentions_of(&entity.id) {
            let text = project.article(&annotation.article).map(|article| &article.text);
            let words = text.zip(annotation.ranges.first()).map(|(text, &range)| text.slice(range));
            visit(&entity.id, annotation, words.unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture_tests::Fixture;

    fn found(fixture: &Fixture, words: &str, label: &str) -> Vec<(String, Fit)> {
        let all = entity_candidates(fixture.project(), words, &label.into());
        all.into_iter().map(|one| (one.entity.name.clone(), one.fit)).collect()
    }

    #[test]
    fn names_and_aliases_match_in_several_forms() {
        let mut fixture = Fixture::new(&["Priti Patel spoke"]);
        fixture.entity("Priti Patel", Some("Person"), &["the Home Secretary"], &[]);
        let found = |words| found(&fixture, words, "Person");
        let patel = |fit| vec![("Priti Patel".to_owned(), fit)];
        assert_eq!(found("Priti Patel"), patel(Fit::Same));
        assert_eq!(found("the Home Secretary"), patel(Fit::Same));
        assert_eq!(found("Ms Priti Patel’s"), patel(Fit::Alike));
        assert_eq!(found("PRITI PATEL"), patel(Fit::Alike));
        assert_eq!(found("Patel"), patel(Fit::Part));
        assert_eq!(found("Ms Patel"), patel(Fit::Part));
        assert_eq!(found("Macron"), vec![]);
    }

    #[test]
    fn the_texts_of_mentions_count_as_names() {
        let mut fixture = Fixture::new(&["Britain left. The UK left"]);
        let mention = fixture.tag(0, "Britain", "Location");
        fixture.entity("United Kingdom", Some("Location"), &[], &[mention]);
        assert_eq!(found(&fixture, "Britain", "Location"), [("United Kingdom".to_owned(), Fit::Same)]);
        assert_eq!(found(&fixture, "the UK", "Location"), [("United Kingdom".to_owned(), Fit::Part)]);
    }

    #[test]
    fn invisible_characters_make_no_difference() {
        let mut fixture = Fixture::new(&["Bri\u{ad}tain left"]);
        let mention = fixture.tag(0, "Bri\u{ad}tain", "Location");
        fixture.entity("United Kingdom", Some("Location"), &["the U\u{200b}K"], &[mention]);
        let same = [("United Kingdom".to_owned(), Fit::Same)];
        assert_eq!(found(&fixture, "Britain", "Location"), same);
        assert_eq!(found(&fixture, "the UK\u{200f}", "Location"), same);
    }

    #[test]
    fn only_entities_with_the_label_or_without_label_are_proposed() {
        let mut fixture = Fixture::new(&["Paris"]);
        fixture.entity("Paris", Some("Person"), &[], &[]);
        fixture.entity("Paris", None, &[], &[]);
        assert_eq!(found(&fixture, "Paris", "Location").len(), 1);
        assert_eq!(found(&fixture, "Paris", "Person").len(), 2);
    }

    #[test]
    fn candidates_are_sorted_by_fit_and_then_by_mentions() {
        let mut fixture = Fixture::new(&["Dev Patel, Priti Patel and Patel"]);
        let priti = fixture.tag(0, "Priti Patel", "Person");
        fixture.entity("Dev Patel", Some("Person"), &[], &[]);
        fixture.entity("Priti Patel", Some("Person"), &[], &[priti]);
        let names = |words| found(&fixture, words, "Person").into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names("Patel"), ["Priti Patel", "Dev Patel"]);
        fixture.entity("Patel", None, &[], &[]);
        let names: Vec<_> = found(&fixture, "Patel", "Person").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Patel", "Priti Patel", "Dev Patel"]);
    }
}
