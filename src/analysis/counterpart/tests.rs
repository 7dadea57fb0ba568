//! Counterparts of claims and sentences.

use super::*;
use crate::analysis::fixture_tests::Fixture;
use crate::analysis::word_diff::Change;
use crate::edit::Command;
use crate::model::AnnotationId;

const FERRY: &str =
    "It rained. The Santa Rosa sank within minutes of striking a reef off Cape Valdez, killing 31 people.";
const DIVIDED: &str = "Officials spoke. Within minutes of hitting a reef off Cape Valdez the Santa Rosa went down. It was Friday. Thirty-one people were killed.";

fn parse(fixture: &Fixture) -> ParsedArticles {
    ParsedArticles::update(fixture.project(), &ParsedArticles::default())
}

/// The counterpart of a claim, or else of the sentence that begins with some words, in another article.
fn find(fixture: &Fixture, claim: Option<&AnnotationId>, words: &str, other: usize) -> Option<Counterpart> {
    let (project, parsed) = (fixture.project(), parse(fixture));
    let claim = claim.and_then(|id| project.annotation(id));
    let of = claim.map_or(&project.articles()[0].id, |claim| &claim.article);
    let article = parsed.all().iter().find(|one| one.id() == of).expect("an article");
    let at = article.article.text.as_str().find(words).expect("the words");
    let source = source(project, article, claim.map(AsRef::as_ref), TextRange::from_indices(at, at))?;
    counterpart(project, &parsed, &source, &project.articles()[other].id)
}

fn words(fixture: &Fixture, found: &Counterpart, article: usize) -> Vec<String> {
    found.ranges.iter().map(|&range| fixture.project().articles()[article].text.slice(range).to_owned()).collect()
}

fn relate(fixture: &mut Fixture, kind: &str, from: &AnnotationId, to: &AnnotationId) {
    fixture.act(Command::Relate { kind: kind.into(), from: from.clone(), to: to.clone(), note: String::new() });
}

#[test]
fn the_most_alike_sentence_is_the_counterpart() {
    let fixture = Fixture::new(&[FERRY, DIVIDED]);
    let found = find(&fixture, None, "Santa Rosa", 1).expect("a counterpart");
    assert_eq!(found.basis, Basis::Alike);
    assert_eq!(
        words(&fixture, &found, 1),
        ["Within minutes of hitting a reef off Cape Valdez the Santa Rosa went down."]
    );
    assert!(found.diff.count > 0);
}

#[test]
fn a_sentence_that_was_divided_has_a_longer_counterpart() {
    let one = "Hundreds of residents of Marlow marched to the town hall on Friday and handed the mayor a petition against the incinerator.";
    let two = "It rained. On Friday, hundreds of Marlow residents marched to the town hall. They handed the mayor a petition against the incinerator.";
    let fixture = Fixture::new(&[one, two]);
    let found = find(&fixture, None, "Hundreds", 1).expect("a counterpart");
    assert!(
        words(&fixture, &found, 1)[0].starts_with("On Friday")
            && words(&fixture, &found, 1)[0].ends_with("incinerator.")
    );
}

#[test]
fn other_statements_are_no_counterparts() {
    let fixture = Fixture::new(&[FERRY, "The mayor opened a bridge. People were happy in the sun."]);
    assert_eq!(find(&fixture, None, "Santa Rosa", 1), None);
    assert_eq!(find(&fixture, None, "It rained", 1), None);
    assert_eq!(find(&fixture, None, "Santa Rosa", 0), None, "not in the same article");
}

#[test]
fn a_related_claim_comes_before_one_that_is_more_alike() {
    let mut fixture = Fixture::new(&[FERRY, DIVIDED, FERRY]);
    let sank = fixture.tag(0, "The Santa Rosa sank", "Claim");
    let friday = fixture.tag(1, "It was Friday", "Claim");
    let rained = fixture.tag(2, "It rained", "Claim");
    relate(&mut fixture, "supports", &friday, &sank);
    relate(&mut fixture, "repeats", &friday, &rained);
    let found = |fixture: &Fixture, claim: Option<&AnnotationId>, other: usize| {
        let found = find(fixture, claim, "The Santa", other).expect("a counterpart");
        (found.basis, words(fixture, &found, other))
    };
    let related = |words: &str| (Basis::Related, vec![words.to_owned()]);
    assert_eq!(found(&fixture, Some(&sank), 1), related("It was Friday"));
    assert_eq!(found(&fixture, Some(&sank), 2), related("It rained"), "through a third claim");
    assert_eq!(found(&fixture, None, 1), related("It was Friday"), "the claim in the sentence counts");
    let other = fixture.tag(1, "Officials spoke", "Claim");
    relate(&mut fixture, "repeats", &sank, &other);
    assert_eq!(found(&fixture, Some(&sank), 1), related("Officials spoke"), "types come in the order of the schema");
}

#[test]
fn only_the_words_of_a_part_of_a_sentence_are_compared() {
    let mut fixture = Fixture::new(&[
        "The minister, who was angry, said more than 23,000 people have crossed the Channel this year.",
        "In London, officials told the BBC that 26,000 people have crossed the Channel this year, and went home.",
    ]);
    let claim = fixture.tag(0, "more than 23,000 people have crossed the Channel this year", "Claim");
    let found = find(&fixture, Some(&claim), "minister", 1).expect("a counterpart");
    let text = &fixture.project().articles()[1].text;
    let changed: Vec<_> =
        found.diff.changes.iter().filter_map(|one| one.second).map(|range| text.slice(range)).collect();
    assert_eq!(changed, ["BBC that", "26,000"]);
}

#[test]
fn a_clause_has_the_counterpart_of_its_sentence_if_they_share_words() {
    let mut fixture = Fixture::new(&[
        "He spoke of the catastrophe on Wednesday, in which 27 people drowned after their dinghy lost air off Cape Valdez.",
        "It was the catastrophe off Cape Valdez on Wednesday in which 27 lives ended.",
    ]);
    let claim = fixture.tag(0, "27 people drowned", "Claim");
    assert!(find(&fixture, Some(&claim), "He", 1).is_some());
    let other = fixture.tag(0, "He spoke", "Claim");
    assert_eq!(find(&fixture, Some(&other), "He", 1), None);
}

#[test]
fn figures_that_measure_the_same_lead_to_a_counterpart() {
    let mut fixture = Fixture::new(&[
        "More than 23,000 people have entered the UK on small boats this year, up from 8,500 last year.",
        "The major focus was to have been scheduled discussions between Darmanin and his British colleague, Priti Patel, after both \
         nations pledged to work together to combat an increase in crossings this year, which saw about 26,000 people travel from \
         France to England.",
    ]);
    let whole = "More than 23,000 people have entered the UK on small boats this year, up from 8,500 last year";
    let claim = fixture.tag(0, whole, "Claim");
    let found = find(&fixture, Some(&claim), "More", 1).expect("a counterpart");
    assert_eq!(found.basis, Basis::SameFigure);
    let text = |article: usize, range: TextRange| fixture.project().articles()[article].text.slice(range);
    let is_figure = |change: &&Change| change.first.is_some_and(|range| text(0, range) == "23,000");
    let other = found.diff.changes.iter().find(is_figure).and_then(|change| change.second);
    assert_eq!(other.map(|range| text(1, range)), Some("26,000"));
}
