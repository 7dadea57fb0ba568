//! Tests of what accepting makes.

use super::*;
use crate::analysis::fixture_tests::Fixture;
use crate::analysis::suggestions::Suggestions;
use crate::edit::{Change, Editor, Stamp, Summary};
use crate::text::TextRange;

fn open(fixture: &Fixture) -> Vec<Suggestion> {
    let mut suggestions = Suggestions::default();
    suggestions.update(fixture.project());
    suggestions.open(fixture.project())
}

fn of_kinds(fixture: &Fixture, kinds: &[SuggestionKind]) -> Vec<Suggestion> {
    open(fixture).into_iter().filter(|one| kinds.contains(&one.kind)).collect()
}

fn accept_all(fixture: &mut Fixture, suggestions: &[Suggestion]) {
    let note = |description: &str, _: &[String]| format!("{description}?");
    let command = accept(fixture.project(), suggestions, &note).expect("a command");
    fixture.act(command);
}

/// The texts of the tags with a label, in order.
fn tagged(fixture: &Fixture, label: &str) -> Vec<String> {
    let project = fixture.project();
    project.all_annotations().filter(|one| one.label == label.into()).map(|one| project.exact(one)).collect()
}

/// The names of the sources of all claims, in order; "-" for none.
fn sources(fixture: &Fixture) -> Vec<String> {
    let project = fixture.project();
    let name = |one: &crate::model::Annotation| match one.attributes.get("source") {
        Some(AttributeValue::Text(id)) => project.entity(&id.as_str().into()).expect("an entity").name.clone(),
        _ => "-".to_owned(),
    };
    project.all_annotations().filter(|one| one.label == "Claim".into()).map(|one| name(one)).collect()
}

fn span(fixture: &Fixture, article: usize, words: &str) -> SuggestedSpan {
    let article = &fixture.project().articles()[article];
    let start = article.text.as_str().find(words).expect("the words");
    SuggestedSpan::new(article.id.clone(), TextRange::from_indices(start, start + words.len()))
}

/// A suggestion like another one, on other spans.
fn like(kind: SuggestionKind, label: SuggestedLabel, spans: Vec<SuggestedSpan>) -> Suggestion {
    let reason = crate::analysis::suggestions::SuggestionReason::Quantity;
    Suggestion { id: String::new(), kind, score: 0.5, reason, label: Some(label), spans, value: None }
}

fn relations(fixture: &Fixture) -> Vec<String> {
    let project = fixture.project();
    let words = |id| project.annotation(id).map(|one| project.exact(one)).unwrap_or_default();
    project.relations().map(|one| format!("{} {} {}", words(&one.from), one.kind, words(&one.to))).collect()
}

const TOLL: &str = "Ada Lowe said that at least 31 people had died when a boat sank off Calais on Wednesday.";
const OTHER: &str = "On Wednesday 27 people died when a boat sank off Calais.";

#[test]
fn a_sentence_and_its_clause_are_one_claim() {
    let mut fixture = Fixture::new(&[TOLL, OTHER]);
    let all = open(&fixture);
    for kind in [SuggestionKind::Claim, SuggestionKind::Speaker, SuggestionKind::Repeat] {
        assert!(all.iter().any(|one| one.kind == kind), "{kind:?}");
    }
    accept_all(&mut fixture, &all);
    assert_eq!(tagged(&fixture, "Claim"), [TOLL, OTHER]);
    assert_eq!(sources(&fixture), ["Ada Lowe", "-"]);
    assert_eq!(fixture.project().relations().count(), 1);
}

#[test]
fn pairs_use_the_claims_that_others_make_and_are_related_once() {
    let (repeats, contradicts) =
        (SuggestedLabel::Relation("repeats".into()), SuggestedLabel::Relation("contradicts".into()));
    let mut fixture = Fixture::new(&[TOLL, OTHER]);
    let clause = span(&fixture, 0, "at least 31 people had died when a boat sank off Calais on Wednesday");
    let figures = || vec![span(&fixture, 0, "31"), span(&fixture, 1, "27")];
    let passages = || vec![clause.clone(), span(&fixture, 1, OTHER)];
    let all = [
        like(SuggestionKind::Claim, SuggestedLabel::Label("Claim".into()), vec![span(&fixture, 0, TOLL)]),
        like(SuggestionKind::Repeat, repeats.clone(), passages()),
        like(SuggestionKind::Number, contradicts, figures()),
        like(SuggestionKind::Relation, repeats, passages()),
    ];
    accept_all(&mut fixture, &all);
    assert_eq!(tagged(&fixture, "Claim"), [TOLL, OTHER]);
    assert_eq!(relations(&fixture), [format!("{TOLL} repeats {OTHER}")]);

    // With claims on both sides, figures count first.
    let mut fixture = Fixture::new(&[TOLL, OTHER]);
    let mut all = all.to_vec();
    all.push(like(SuggestionKind::Claim, SuggestedLabel::Label("Claim".into()), vec![span(&fixture, 1, OTHER)]));
    accept_all(&mut fixture, &all);
    assert_eq!(relations(&fixture), [format!("{TOLL} contradicts {OTHER}")]);
}

#[test]
fn a_relation_whose_claim_is_made_by_the_same_command_uses_it() {
    let mut fixture = Fixture::new(&[TOLL, OTHER]);
    let known = fixture.tag(1, OTHER, "Claim");
    let to = SuggestedSpan { annotation: Some(known), ..span(&fixture, 1, OTHER) };
    let supports = SuggestedLabel::Relation("supports".into());
    let all = [
        like(SuggestionKind::Claim, SuggestedLabel::Label("Claim".into()), vec![span(&fixture, 0, TOLL)]),
        like(
            SuggestionKind::Relation,
            supports.clone(),
            vec![span(&fixture, 0, "at least 31 people had died"), to.clone()],
        ),
        like(SuggestionKind::Relation, supports, vec![to.clone(), to]),
    ];
    accept_all(&mut fixture, &all);
    assert_eq!(relations(&fixture), [format!("{TOLL} supports {OTHER}")]);
}

#[test]
fn a_named_source_becomes_an_entity_with_its_mention() {
    let mut fixture =
        Fixture::new(&["The bridge is closed, Ada Lowe said on Sunday. “It will open soon,” Ms Lowe added."]);
    let speakers = of_kinds(&fixture, &[SuggestionKind::Speaker]);
    assert_eq!(speakers.len(), 2);
    accept_all(&mut fixture, &speakers);
    assert_eq!(sources(&fixture), ["Ada Lowe", "Ada Lowe"]);
    let project = fixture.project();
    assert_eq!(tagged(&fixture, "Person"), ["Ada Lowe"]);
    let entities: Vec<_> = project.entities().collect();
    assert_eq!((entities.len(), entities[0].name.as_str()), (1, "Ada Lowe"));
    assert_eq!(entities[0].label, Some("Person".into()));
    assert_eq!(project.mentions_of(&entities[0].id).count(), 1);
    assert_eq!(of_kinds(&fixture, &[SuggestionKind::Speaker]), []);
}

#[test]
fn the_claim_is_the_last_thing_made() {
    let fixture = Fixture::new(&["The bridge is closed, Ada Lowe said on Sunday."]);
    let speakers = of_kinds(&fixture, &[SuggestionKind::Speaker]);
    let command = accept(fixture.project(), &speakers, &|_, _| String::new()).expect("a command");
    let stamp = Stamp { at: fixture.project().created.clone(), by: String::new() };
    let step = Editor::new(fixture.project().clone()).perform(command, stamp).expect("a change").expect("a step");
    assert!(matches!(step.transaction.summary, Summary::Tagged(_)), "{:?}", step.transaction.summary);
    let made: Vec<_> = step.transaction.annotations().collect();
    assert_eq!((step.transaction.changes.len(), made.len()), (3, 2), "the entity, its mention and the claim");
    let last = step.transaction.changes.last();
    assert!(
        matches!(last, Some(Change::Annotation(one)) if one.after.as_ref().is_some_and(|one| one.label == "Claim".into()))
    );
}

#[test]
fn the_tag_on_the_source_is_its_mention_and_tells_its_label() {
    let mut fixture = Fixture::new(&["The bridge is closed, Marlow Bridge Trust said on Sunday."]);
    let tag = fixture.tag(0, "Marlow Bridge Trust", "Organization");
    let speakers = of_kinds(&fixture, &[SuggestionKind::Speaker]);
    accept_all(&mut fixture, &speakers);
    let project = fixture.project();
    let entity = project.entities().next().expect("an entity");
    assert_eq!(project.annotation(&tag).expect("the tag").entity, Some(entity.id.clone()));
    assert_eq!((entity.label.clone(), project.annotation_count()), (Some("Organization".into()), 2));
}

#[test]
fn an_entity_that_has_the_name_is_used_also_if_the_same_command_makes_it() {
    let mut fixture = Fixture::new(&["Ada Lowe came. The bridge is closed, Lowe said on Sunday."]);
    let mentions = [fixture.tag(0, "Ada Lowe", "Person"), fixture.tag(0, "Lowe", "Person")];
    let all = of_kinds(&fixture, &[SuggestionKind::SameEntity, SuggestionKind::Speaker]);
    assert_eq!(all.len(), 2);
    accept_all(&mut fixture, &all);
    let project = fixture.project();
    assert_eq!(project.entities().count(), 1);
    assert!(mentions.iter().all(|id| project.annotation(id).is_some_and(|one| one.entity.is_some())));
    assert_eq!(sources(&fixture), ["Ada Lowe"]);
}

#[test]
fn a_described_source_becomes_an_entity_and_a_pronoun_none() {
    let mut fixture = Fixture::new(&[
        "The bridge is closed, officials said on Sunday.",
        "The road is closed, officials said on Monday.",
        "The bridge is closed, they said on Sunday.",
    ]);
    let speakers = of_kinds(&fixture, &[SuggestionKind::Speaker]);
    assert_eq!(speakers.len(), 3, "{speakers:?}");
    accept_all(&mut fixture, &speakers);
    assert_eq!(sources(&fixture), ["officials", "officials", "-"]);
    assert_eq!(fixture.project().entities().count(), 1);
    assert_eq!(fixture.project().annotation_count(), 3, "a description is not tagged");
    assert_eq!(of_kinds(&fixture, &[SuggestionKind::Speaker]), []);
}

#[test]
fn all_conflicting_descriptions_of_an_entity_are_noted() {
    let mut fixture = Fixture::new(&[
        "UK Prime Minister Boris Johnson spoke. UK Prime Minister Boris Johnson wrote.",
        "British Prime Minister Boris Johnson wrote to Paris. British Prime Minister Boris Johnson left.",
        "Boris Johnson, Prime Minister of France, spoke.",
        "Boris Johnson, Prime Minister of Spain, spoke.",
    ]);
    let mention = fixture.tag(0, "Boris Johnson", "Person");
    let entity = fixture.entity("Boris Johnson", Some("Person"), &[], &[mention]);
    let mut all = of_kinds(&fixture, &[SuggestionKind::SameEntity]);
    all.retain(|one| one.value.is_some());
    assert_eq!(all.len(), 2);
    accept_all(&mut fixture, &all);
    let note = &fixture.project().entity(&entity).expect("the entity").note;
    assert_eq!(note, "Prime Minister of France?\nPrime Minister of Spain?");
}
