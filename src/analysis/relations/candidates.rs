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
    use crate::edit::{ArticleFields, Command, Editor, NewAnnotation, NewArticle, NewEntity, Stamp};
    use crate::model::{Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    struct TestProject(Editor, Stamp);

    impl TestProject {
        fn new(texts: &[&str]) -> Self {
            let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
            let stamp = Stamp { at: at.clone(), by: String::new() };
            let mut test = Self(Editor::new(Project::new("x", news_claims(), at)), stamp);
            for (i, text) in texts.iter().enumerate() {
                let fields = ArticleFields { title: format!("Paper {i}"), ..Default::default() };
                test.perform(Command::AddArticles(vec![NewArticle {
                    id: None,
                    index: None,
                    fields,
                    text: Text::new(*text),
                }]));
            }
            test
        }

        fn perform(&mut self, command: Command) {
            self.0.perform(command, self.1.clone()).expect("a step");
        }

        fn tag(&mut self, article: usize, label: &str, words: &str) -> AnnotationId {
            let article = self.0.project().articles()[article].clone();
            let start = article.text.as_str().find(words).expect("the words");
            let range = TextRange::from_indices(start, start + words.len());
            self.perform(Command::Annotate(NewAnnotation::tag(article.id.clone(), range, label.into())));
            let made = self.0.project().all_annotations().max_by_key(|one| one.id.clone()).expect("a tag");
            made.id.clone()
        }

        fn relate(&mut self, kind: &str, from: &AnnotationId, to: &AnnotationId) {
            let (from, to) = (from.clone(), to.clone());
            self.perform(Command::Relate { kind: kind.into(), from, to, note: String::new() });
        }

        fn found(&self, near: &AnnotationId, kind: &str, query: &str) -> Vec<String> {
            let relation = RelationKind { kind: kind.into(), outwards: true };
            let found = candidates(self.0.project(), std::slice::from_ref(near), &relation, query, 3);
            assert_eq!(found.best.len(), found.total.min(3));
            found.best.iter().map(|one| self.0.project().exact(one)).collect()
        }
    }

    #[test]
    fn tags_of_the_same_kind_come_first_and_then_the_most_similar_ones() {
        let mut test = TestProject::new(&[
            "More than 23,000 people crossed. It rained all day. Boats left Calais. 23,000 crossed",
            "Some 23,000 people have come. The minister slept.",
        ]);
        let near = test.tag(0, "Claim", "More than 23,000 people crossed");
        test.tag(0, "Claim", "It rained all day");
        test.tag(0, "Quantity", "23,000 crossed");
        test.tag(1, "Claim", "The minister slept");
        test.tag(1, "Claim", "Some 23,000 people have come");
        assert_eq!(
            test.found(&near, "repeats", ""),
            ["Some 23,000 people have come", "It rained all day", "The minister slept"]
        );
    }

    #[test]
    fn without_similarity_the_nearest_in_the_article_come_first() {
        let mut test = TestProject::new(&["far one. near one. START. next one", "elsewhere"]);
        let near = test.tag(0, "Claim", "START");
        for (article, words) in [(1, "elsewhere"), (0, "far one"), (0, "near one"), (0, "next one")] {
            test.tag(article, "Claim", words);
        }
        assert_eq!(test.found(&near, "supports", ""), ["next one", "near one", "far one"]);
    }

    #[test]
    fn a_shared_entity_counts_as_similarity() {
        let mut test = TestProject::new(&["He came.", "It went. Patel left."]);
        let near = test.tag(0, "Claim", "He came");
        let (he, patel) = (test.tag(0, "Person", "He"), test.tag(1, "Person", "Patel"));
        test.tag(1, "Claim", "It went");
        test.tag(1, "Claim", "Patel left");
        let mut entity = NewEntity { mentions: vec![he, patel], ..Default::default() };
        entity.fields.name = "Priti Patel".to_owned();
        test.perform(Command::AddEntity(entity));
        assert_eq!(test.found(&near, "repeats", "")[..2], ["Patel left", "It went"]);
    }

    #[test]
    fn related_tags_are_left_out() {
        let mut test = TestProject::new(&["one two three"]);
        let (one, two) = (test.tag(0, "Claim", "one"), test.tag(0, "Claim", "two"));
        test.relate("repeats", &two, &one);
        test.relate("supports", &two, &one);
        assert_eq!(test.found(&one, "repeats", ""), Vec::<String>::new());
        assert_eq!(test.found(&one, "supports", ""), ["two"], "the reverse is another relation");
        assert_eq!(test.found(&two, "supports", ""), Vec::<String>::new());
    }

    #[test]
    fn every_word_of_the_query_must_be_in_text_label_or_title() {
        let mut test = TestProject::new(&["start and more", "Some words here"]);
        let near = test.tag(0, "Claim", "start");
        test.tag(0, "Person", "more");
        test.tag(1, "Claim", "Some words");
        test.tag(1, "Date", "here");
        assert_eq!(test.found(&near, "quotes", "WORD some"), ["Some words"]);
        assert_eq!(test.found(&near, "quotes", "date"), ["here"]);
        assert_eq!(test.found(&near, "quotes", "paper 1"), ["Some words", "here"]);
        assert!(test.found(&near, "quotes", "absent").is_empty());
    }
}
