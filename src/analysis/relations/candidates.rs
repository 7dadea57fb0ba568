//! Ranks the tags that can be the other end of a relation.

use std::cmp::Reverse;
use std::rc::Rc;

use super::similarity::features;
use super::{RelationKind, fitting};
use crate::model::{Annotation, AnnotationId, LabelKind, Project};

/// Tags that can be the other end of a relation, most likely first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationCandidates {
    /// The most likely tags.
    pub best: Vec<Rc<Annotation>>,
    /// The number of possible tags, including those not in `best`.
    pub total: usize,
}

/// The sort key of a candidate: other kind, similarity, other article, distance in bytes.
type Rank = (bool, Reverse<u32>, bool, u32);

/// The tags of all articles that relations of the given kind can connect with all of `nears`, without those that are connected
/// with each of them already. Only tags whose text, label or article title contain every word of `query`, ignoring case.
///
/// Compared with the first of `nears`: tags of the same kind first (a claim for a claim), then by the numbers, names, words
/// and entities in common, then tags of the same article first, then by distance.
pub fn candidates(
    project: &Project,
    nears: &[AnnotationId],
    relation: &RelationKind,
    query: &str,
    limit: usize,
) -> RelationCandidates {
    let nears: Vec<_> = nears.iter().filter_map(|near| project.annotation(near)).collect();
    let Some(&near) = nears.first() else { return RelationCandidates::default() };
    let near_features = features(project, near);
    let kind = kind_of(project, near);
    // Collected once: searching all relations for each tag would be slow.
    let existing: Vec<Vec<_>> = nears
        .iter()
        .map(|near| project.relations_of(&near.id).filter(|one| one.kind == relation.kind).collect())
        .collect();
    let symmetric = project.schema().relation_type(&relation.kind).is_some_and(|kind| kind.symmetric);
    let wanted: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut best: Vec<(Rank, &Rc<Annotation>)> = Vec::new();
    let mut total = 0;
    for far in project.all_annotations() {
        let relations: Vec<_> = nears.iter().filter_map(|near| fitting(project, relation, near, far)).collect();
        let is_related = |(i, relation): (usize, &RelationKind)| {
            let (from, to) = relation.ends(&nears[i].id, &far.id);
            existing[i].iter().any(|one| one.is_between(from, to, symmetric))
        };
        if relations.len() < nears.len()
            || !matches(project, far, &wanted)
            || relations.iter().enumerate().all(is_related)
        {
            continue;
        }
        total += 1;
        let similarity = near_features.similarity(&features(project, far));
        let elsewhere = far.article != near.article;
        let distance = if elsewhere { 0 } else { far.start().0.abs_diff(near.start().0) };
        let rank = (kind_of(project, far) != kind, Reverse(similarity), elsewhere, distance);
        let at = best.partition_point(|(other, _)| other <= &rank);
        if at < limit {
            best.truncate(limit - 1);
            best.insert(at, (rank, far));
        }
    }
    RelationCandidates { best: best.into_iter().map(|(_, far)| far.clone()).collect(), total }
}

fn kind_of(project: &Project, annotation: &Annotation) -> Option<LabelKind> {
    project.schema().label(&annotation.label).map(|label| label.kind)
}

fn matches(project: &Project, annotation: &Annotation, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let title = project.article(&annotation.article).map(|article| article.title.as_str()).unwrap_or_default();
    let all = [project.exact(annotation), project.label_name(&annotation.label), title.to_owned()].join(" ");
    let all = all.to_lowercase();
    wanted.iter().all(|word| all.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture_tests::Fixture;
    use crate::edit::Command;

    fn relate(fixture: &mut Fixture, kind: &str, from: &AnnotationId, to: &AnnotationId) {
        let (from, to) = (from.clone(), to.clone());
        fixture.act(Command::Relate { kind: kind.into(), from, to, note: String::new() });
    }

    fn found(fixture: &Fixture, near: &AnnotationId, kind: &str, query: &str) -> Vec<String> {
        let relation = RelationKind { kind: kind.into(), outwards: true };
        let found = candidates(fixture.project(), std::slice::from_ref(near), &relation, query, 3);
        assert_eq!(found.best.len(), found.total.min(3));
        found.best.iter().map(|one| fixture.project().exact(one)).collect()
    }

    #[test]
    fn tags_of_the_same_kind_come_first_and_then_the_most_similar_ones() {
        let mut fixture = Fixture::new(&[
            "More than 23,000 people crossed. It rained all day. Boats left Calais. 23,000 crossed",
            "Some 23,000 people have come. The minister slept.",
        ]);
        let near = fixture.tag(0, "More than 23,000 people crossed", "Claim");
        fixture.tag(0, "It rained all day", "Claim");
        fixture.tag(0, "23,000 crossed", "Quantity");
        fixture.tag(1, "The minister slept", "Claim");
        fixture.tag(1, "Some 23,000 people have come", "Claim");
        assert_eq!(
            found(&fixture, &near, "repeats", ""),
            ["Some 23,000 people have come", "It rained all day", "The minister slept"]
        );
    }

    #[test]
    fn without_similarity_the_nearest_in_the_article_come_first() {
        let mut fixture = Fixture::new(&["far one. near one. START. next one", "elsewhere"]);
        let near = fixture.tag(0, "START", "Claim");
        for (article, words) in [(1, "elsewhere"), (0, "far one"), (0, "near one"), (0, "next one")] {
            fixture.tag(article, words, "Claim");
        }
        assert_eq!(found(&fixture, &near, "supports", ""), ["next one", "near one", "far one"]);
    }

    #[test]
    fn a_shared_entity_counts_as_similarity() {
        let mut fixture = Fixture::new(&["He came.", "It went. Patel left."]);
        let near = fixture.tag(0, "He came", "Claim");
        let (he, patel) = (fixture.tag(0, "He", "Person"), fixture.tag(1, "Patel", "Person"));
        fixture.tag(1, "It went", "Claim");
        fixture.tag(1, "Patel left", "Claim");
        fixture.entity("Priti Patel", None, &[], &[he, patel]);
        assert_eq!(found(&fixture, &near, "repeats", "")[..2], ["Patel left", "It went"]);
    }

    #[test]
    fn related_tags_are_left_out() {
        let mut fixture = Fixture::new(&["one two three"]);
        let (one, two) = (fixture.tag(0, "one", "Claim"), fixture.tag(0, "two", "Claim"));
        relate(&mut fixture, "repeats", &two, &one);
        relate(&mut fixture, "supports", &two, &one);
        assert_eq!(found(&fixture, &one, "repeats", ""), Vec::<String>::new());
        assert_eq!(found(&fixture, &one, "supports", ""), ["two"], "the reverse is another relation");
        assert_eq!(found(&fixture, &two, "supports", ""), Vec::<String>::new());
    }

    #[test]
    fn every_word_of_the_query_must_be_in_text_label_or_title() {
        let mut fixture = Fixture::new(&["start and more", "Some words here"]);
        let near = fixture.tag(0, "start", "Claim");
        fixture.tag(0, "more", "Person");
        fixture.tag(1, "Some words", "Claim");
        fixture.tag(1, "here", "Date");
        assert_eq!(found(&fixture, &near, "quotes", "WORD some"), ["Some words"]);
        assert_eq!(found(&fixture, &near, "quotes", "date"), ["here"]);
        assert_eq!(found(&fixture, &near, "quotes", "paper 1"), ["Some words", "here"]);
        assert!(found(&fixture, &near, "quotes", "absent").is_empty());
    }
}
