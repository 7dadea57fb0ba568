//! The tags that are likely to be the other end of a relation.

use std::cmp::Reverse;
use std::rc::Rc;

use super::similarity::traits;
use super::{RelationKind, fitting};
use crate::model::{Annotation, AnnotationId, LabelKind, Project};

/// Tags that a link may lead to, the likeliest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationCandidates {
    /// The likeliest.
    pub best: Vec<Rc<Annotation>>,
    /// How many fit, listed or not.
    pub total: usize,
}

/// What makes one candidate come before another; the smallest comes first.
type Rank = (bool, Reverse<u32>, bool, u32);

/// The tags of all articles that links of one type from all of `nears` may lead to, without those that each of them leads to
/// already. Of those, only the ones whose words, label or article contain every word of `query`, in any case.
///
/// Compared with the first of `nears`: first those of the same kind (a claim for a claim), then those with the most numbers, names, words and entities in
/// common, then those of the same article, the nearest first.
pub fn candidates(
    project: &Project,
    nears: &[AnnotationId],
    link: &RelationKind,
    query: &str,
    limit: usize,
) -> RelationCandidates {
    let nears: Vec<_> = nears.iter().filter_map(|near| project.annotation(near)).collect();
    let Some(&near) = nears.first() else { return RelationCandidates::default() };
    let about = traits(project, near);
    let kind = kind_of(project, near);
    // Collected once: searching all relations for each tag would be slow.
    let there: Vec<Vec<_>> =
        nears.iter().map(|near| project.relations_of(&near.id).filter(|one| one.kind == link.kind).collect()).collect();
    let symmetric = project.schema().relation_type(&link.kind).is_some_and(|kind| kind.symmetric);
    let wanted: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut best: Vec<(Rank, &Rc<Annotation>)> = Vec::new();
    let mut total = 0;
    for far in project.all_annotations() {
        let links: Vec<_> = nears.iter().filter_map(|near| fitting(project, link, near, far)).collect();
        let is_linked = |(i, link): (usize, &RelationKind)| {
            let (from, to) = link.ends(&nears[i].id, &far.id);
            there[i].iter().any(|one| one.is_between(from, to, symmetric))
        };
        if links.len() < nears.len() || !matches(project, far, &wanted) || links.iter().enumerate().all(is_linked) {
            continue;
        }
        total += 1;
        let similarity = about.similarity(&traits(project, far));
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

    struct Desk(Editor, Stamp);

    impl Desk {
        fn new(texts: &[&str]) -> Self {
            let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
            let stamp = Stamp { at: at.clone(), by: String::new() };
            let mut desk = Self(Editor::new(Project::new("x", news_claims(), at)), stamp);
            for (i, text) in texts.iter().enumerate() {
                let fields = ArticleFields { title: format!("Paper {i}"), ..Default::default() };
                desk.perform(Command::AddArticles(vec![NewArticle {
                    id: None,
                    index: None,
                    fields,
                    text: Text::new(*text),
                }]));
            }
            desk
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
            let link = RelationKind { kind: kind.into(), outwards: true };
            let found = candidates(self.0.project(), std::slice::from_ref(near), &link, query, 3);
            assert_eq!(found.best.len(), found.total.min(3));
            found.best.iter().map(|one| self.0.project().exact(one)).collect()
        }
    }

    #[test]
    fn of_the_same_kind_come_first_then_what_shares_numbers_and_names_wherever_it_stands() {
        let mut desk = Desk::new(&[
            "More than 23,000 people crossed. It rained all day. Boats left Calais. 23,000 crossed",
            "Some 23,000 people have come. The minister slept.",
        ]);
        let near = desk.tag(0, "Claim", "More than 23,000 people crossed");
        desk.tag(0, "Claim", "It rained all day");
        desk.tag(0, "Quantity", "23,000 crossed");
        desk.tag(1, "Claim", "The minister slept");
        desk.tag(1, "Claim", "Some 23,000 people have come");
        assert_eq!(
            desk.found(&near, "repeats", ""),
            ["Some 23,000 people have come", "It rained all day", "The minister slept"]
        );
    }

    #[test]
    fn of_what_shares_nothing_the_nearest_in_the_article_come_first() {
        let mut desk = Desk::new(&["far one. near one. START. next one", "elsewhere"]);
        let near = desk.tag(0, "Claim", "START");
        for (article, words) in [(1, "elsewhere"), (0, "far one"), (0, "near one"), (0, "next one")] {
            desk.tag(article, "Claim", words);
        }
        assert_eq!(desk.found(&near, "supports", ""), ["next one", "near one", "far one"]);
    }

    #[test]
    fn a_shared_entity_counts_where_the_words_differ() {
        let mut desk = Desk::new(&["He came.", "It went. Patel left."]);
        let near = desk.tag(0, "Claim", "He came");
        let (he, patel) = (desk.tag(0, "Person", "He"), desk.tag(1, "Person", "Patel"));
        desk.tag(1, "Claim", "It went");
        desk.tag(1, "Claim", "Patel left");
        let mut entity = NewEntity { mentions: vec![he, patel], ..Default::default() };
        entity.fields.name = "Priti Patel".to_owned();
        desk.perform(Command::AddEntity(entity));
        assert_eq!(desk.found(&near, "repeats", "")[..2], ["Patel left", "It went"]);
    }

    #[test]
    fn what_is_linked_already_is_left_out_and_symmetric_links_count_both_ways() {
        let mut desk = Desk::new(&["one two three"]);
        let (one, two) = (desk.tag(0, "Claim", "one"), desk.tag(0, "Claim", "two"));
        desk.relate("repeats", &two, &one);
        desk.relate("supports", &two, &one);
        assert_eq!(desk.found(&one, "repeats", ""), Vec::<String>::new());
        assert_eq!(desk.found(&one, "supports", ""), ["two"], "the other way round is another link");
        assert_eq!(desk.found(&two, "supports", ""), Vec::<String>::new());
    }

    #[test]
    fn every_word_of_the_query_must_be_in_words_label_or_title() {
        let mut desk = Desk::new(&["start and more", "Some words here"]);
        let near = desk.tag(0, "Claim", "start");
        desk.tag(0, "Person", "more");
        desk.tag(1, "Claim", "Some words");
        desk.tag(1, "Date", "here");
        assert_eq!(desk.found(&near, "quotes", "WORD some"), ["Some words"]);
        assert_eq!(desk.found(&near, "quotes", "date"), ["here"]);
        assert_eq!(desk.found(&near, "quotes", "paper 1"), ["Some words", "here"]);
        assert!(desk.found(&near, "quotes", "absent").is_empty());
    }
}
