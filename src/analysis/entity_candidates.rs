//! Which entities a mention may be of. It only proposes: nothing is ever linked by itself.

use std::rc::Rc;

use super::names::{Name, bare};
use crate::model::{Annotation, Entity, EntityId, LabelId, Project};

/// How well a mention's words fit an entity, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// They are one of its names, letter for letter.
    Same,
    /// They are one of its names but for case, title and possessive ending.
    Alike,
    /// They are a shorter or a longer form of one of its names.
    Part,
}

/// An entity that a mention may be of.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The entity.
    pub entity: Rc<Entity>,
    /// How well the words fit.
    pub fit: Fit,
    /// How many mentions it has already.
    pub mentions: usize,
}

/// The entities that words under a label may mention: the best fit first, of equals the one with the most mentions.
pub fn entity_candidates(project: &Project, words: &str, label: &LabelId) -> Vec<Candidate> {
    let entities: Vec<&Rc<Entity>> = project.entities().collect();
    let name = Name::new(words);
    let mut fits: Vec<Option<Fit>> = entities.iter().map(|entity| fit_of_names(entity, words, &name)).collect();
    let mut counts = vec![0; entities.len()];
    for_each_mention(project, |id, annotation, mention| {
        // Entities come in the order of their ids.
        let Ok(at) = entities.binary_search_by(|entity| entity.id.cmp(id)) else { return };
        counts[at] += 1;
        let fit = match annotation.label == *label {
            true if mention == words => Some(Fit::Same),
            true if bare(mention).eq_ignore_ascii_case(bare(words)) => Some(Fit::Alike),
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
        if own == words {
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

/// Every annotation that mentions an entity, with its words; of a discontinuous one, the first part's.
pub(super) fn for_each_mention<'a>(
    project: &'a Project,
    mut visit: impl FnMut(&'a EntityId, &'a Rc<Annotation>, &'a str),
) {
    for annotation in project.all_annotations() {
        let Some(id) = &annotation.entity else { continue };
        let text = project.article(&annotation.article).map(|article| &article.text);
        let words = text.zip(annotation.ranges.first()).map(|(text, &range)| text.slice(range));
        visit(id, annotation, words.unwrap_or_default());
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
    fn names_and_aliases_are_found_however_they_are_written() {
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
    fn a_name_that_a_mention_has_is_a_name() {
        let mut fixture = Fixture::new(&["Britain left. The UK left"]);
        let mention = fixture.tag(0, "Britain", "Location");
        fixture.entity("United Kingdom", Some("Location"), &[], &[mention]);
        assert_eq!(found(&fixture, "Britain", "Location"), [("United Kingdom".to_owned(), Fit::Same)]);
        assert_eq!(found(&fixture, "the UK", "Location"), [("United Kingdom".to_owned(), Fit::Part)]);
    }

    #[test]
    fn only_entities_of_the_label_or_of_none_are_proposed() {
        let mut fixture = Fixture::new(&["Paris"]);
        fixture.entity("Paris", Some("Person"), &[], &[]);
        fixture.entity("Paris", None, &[], &[]);
        assert_eq!(found(&fixture, "Paris", "Location").len(), 1);
        assert_eq!(found(&fixture, "Paris", "Person").len(), 2);
    }

    #[test]
    fn the_best_fit_comes_first_and_then_the_most_mentioned() {
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
