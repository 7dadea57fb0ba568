//! Tests of suggested relations.

use super::*;
use crate::analysis::fixture_tests::Fixture;
use crate::analysis::suggestions::{Suggestions, accept};
use crate::edit::{ArticleFields, Command};
use crate::model::AnnotationId;

fn open(fixture: &Fixture) -> Vec<Suggestion> {
    let mut suggestions = Suggestions::default();
    suggestions.update(fixture.project());
    suggestions.open(fixture.project())
}

/// The relations that are suggested when these parts of the texts, each with the index of its text, are claims: their types, and the
/// indices of the two claims.
fn relations_of(texts: &[&str], claims: &[(usize, &str)]) -> Vec<(String, usize, usize)> {
    let mut fixture = Fixture::new(texts);
    for at in 0..texts.len() {
        let id = fixture.project().articles()[at].id.clone();
        let date = format!("2021-11-{}", 20 + at);
        fixture.act(Command::EditArticle(id, ArticleFields { title: "News".to_owned(), date, ..Default::default() }));
    }
    let ids: Vec<AnnotationId> = claims.iter().map(|(at, words)| fixture.tag(*at, words, "Claim")).collect();
    let at = |span: &SuggestedSpan| ids.iter().position(|id| Some(id) == span.annotation.as_ref()).expect("a claim");
    let all = open(&fixture).into_iter().filter(|one| one.kind == SuggestionKind::Relation);
    all.map(|one| {
        let label = one.label.as_ref().map_or("", SuggestedLabel::as_str).to_owned();
        (label, at(&one.spans[0]), at(&one.spans[1]))
    })
    .collect()
}

/// The relations that are suggested when the texts are claims.
fn relations(texts: &[&str]) -> Vec<(String, usize, usize)> {
    let claims: Vec<(usize, &str)> = texts.iter().copied().enumerate().collect();
    relations_of(texts, &claims)
}

/// The relations that are suggested when two sentences of a text are claims.
fn between(first: &str, second: &str) -> Vec<(String, usize, usize)> {
    let text = format!("{first} {second}");
    relations_of(&[&text], &[(0, first), (0, second)])
}

fn expected(relation: &str, from: usize, to: usize) -> Vec<(String, usize, usize)> {
    vec![(relation.to_owned(), from, to)]
}

#[test]
fn claims_that_say_the_same_repeat_each_other() {
    let texts = [
        "Police arrested three men near the Belgian border on Tuesday.",
        "On Tuesday, police arrested three men near the border with Belgium.",
    ];
    assert_eq!(relations(&texts), expected(REPEATS, 0, 1));
    assert_eq!(relations(&[texts[0], "Ada Lowe opened the new bridge of Marlow on Monday."]), []);
}

#[test]
fn a_claim_on_a_part_is_related_if_the_other_passage_says_it() {
    let texts = [
        "Police arrested three men near the Belgian border on Tuesday, after a search for stolen lorries in Lille.",
        "On Tuesday, police near the border with Belgium arrested three men in a search for stolen lorries.",
    ];
    let related = |part: &str| {
        let mut fixture = Fixture::new(&texts);
        fixture.tag(0, part, "Claim");
        fixture.tag(1, "police near the border with Belgium arrested three men", "Claim");
        open(&fixture).iter().filter(|one| one.kind == SuggestionKind::Relation).count()
    };
    assert_eq!((related("Police arrested three men"), related("in Lille")), (1, 0));
}

#[test]
fn claims_with_figures_that_disagree_contradict_each_other() {
    let texts = [
        "The ferry was licensed to carry 180 people across the strait.",
        "The ferry was licensed to carry 150 people across the strait.",
    ];
    assert_eq!(relations(&texts), expected(CONTRADICTS, 0, 1));
}

#[test]
fn a_newer_toll_updates_the_former_one() {
    let texts = [
        "31 people died when the ferry Santa Rosa sank off Cape Valdez, officials said.",
        "47 people died when the ferry Santa Rosa sank off Cape Valdez, officials said.",
    ];
    assert_eq!(relations(&texts), expected(UPDATES, 1, 0));
    assert_eq!(
        relations(&[texts[1], texts[0]]),
        expected(UPDATES, 1, 0),
        "the article of the later day has the newer toll"
    );
}

#[test]
fn a_report_quotes_what_another_article_has_in_direct_speech() {
    let quotation = "“Inspectors found deep cracks in two pillars of the old bridge,” said Ada Lowe.";
    let report = "Ada Lowe said that inspectors had found deep cracks in two pillars of the old bridge.";
    assert_eq!(relations(&[quotation, report]), expected(QUOTES, 1, 0));
    assert_eq!(relations(&[report, quotation]), expected(QUOTES, 0, 1));
    let other = "Ben Marsh said that inspectors had found deep cracks in two pillars of the old bridge.";
    assert_eq!(relations(&[quotation, other]), expected(REPEATS, 0, 1), "somebody else says it");
}

#[test]
fn a_reason_evidence_or_a_case_supports_the_claim_before() {
    let pairs = [
        ("Crossing in winter is dangerous.", "For example, a dinghy sank off Calais on Wednesday."),
        (
            "The captain had left the bridge.",
            "Data from the recorder showed that nobody stood on the bridge for 95 minutes.",
        ),
        ("The company denied liability.", "Its lawyer argued that inspectors had found the vessel seaworthy in June."),
        (
            "Sea accidents are common in the Philippines.",
            "In 1987 more than 4,000 people died in the worst accident at sea.",
        ),
        (
            "Crossings of the Channel have risen sharply.",
            "More than 23,000 people have crossed the Channel, compared with 8,500 last year.",
        ),
    ];
    for (claim, grounds) in pairs {
        assert_eq!(between(claim, grounds), expected(SUPPORTS, 1, 0), "{grounds}");
    }
    let (cause, effect) =
        ("The letter was published on Twitter.", "As a result, the minister was not invited to the talks.");
    assert_eq!(between(cause, effect), expected(SUPPORTS, 0, 1));
}

#[test]
fn compatible_statements_of_two_sources_support_each_other() {
    let claim = "Ada Lowe said that the council had neglected the bridge for years.";
    let report = "A survey found that the bridge was rusty because the council had spent its money on roads.";
    assert_eq!(relations(&[claim, report]), expected(SUPPORTS, 1, 0), "from the survey");
    assert_eq!(relations(&[report, claim]), expected(SUPPORTS, 0, 1), "from the survey");
    let said = |name: &str| {
        format!(
            "{name} said that the bridge was neglected because money was spent on roads and schools elsewhere in town."
        )
    };
    assert_eq!(relations(&[claim, &said("Ben Marsh")]), expected(SUPPORTS, 1, 0), "from the later one");
    let of_one = relations(&[claim, &said("Ada Lowe")]);
    assert!(of_one.iter().all(|one| one.0 != SUPPORTS), "one source: {of_one:?}");
    assert_eq!(relations(&[claim, "Ben Marsh said that the council had bought a new ferry for the town."]), []);
}

#[test]
fn what_only_stands_beside_a_claim_does_not_support_it() {
    assert_eq!(between("Ada Lowe opened the bridge on Monday.", "A band played for an hour."), []);
    assert_eq!(between("The company denied liability.", "Two navy ships joined the search on Friday."), []);
    let (denial, grounds) = ("The company denied liability.", "Its lawyer argued that the vessel was seaworthy.");
    let text = format!("{denial}\n\n{grounds}");
    assert_eq!(relations_of(&[&text], &[(0, denial), (0, grounds)]), [], "another paragraph");
    let differ = between("He said he was away for 20 minutes.", "Data showed that he was away for 95 minutes.");
    assert!(differ.iter().all(|one| one.0 != SUPPORTS), "the figures disagree: {differ:?}");
}

#[test]
fn a_schema_without_the_type_gets_no_support() {
    let text = "Crossing in winter is dangerous. For example, a dinghy sank off Calais on Wednesday.";
    let fixture = Fixture::new(&[text]);
    let parsed = ParsedArticles::update(fixture.project(), &ParsedArticles::default());
    let schema = fixture.project().schema();
    assert_eq!(find(schema, &parsed, 0).len(), 1);
    let mut without = (**schema).clone();
    without.relation_types.retain(|kind| kind.name != SUPPORTS);
    assert_eq!(find(&without, &parsed, 0), []);
    let mut only_names = (**schema).clone();
    for kind in &mut only_names.relation_types {
        kind.from = vec!["Person".into()];
    }
    assert_eq!(find(&only_names, &parsed, 0), []);
}

#[test]
fn each_pair_is_of_one_kind_and_rejected_for_good() {
    let text = "The Santa Rosa sank within minutes of striking a reef off Cape Valdez.";
    let mut fixture = Fixture::new(&[text, text]);
    let kinds = |fixture: &Fixture| -> Vec<SuggestionKind> {
        let is_pair = |kind: &SuggestionKind| matches!(kind, SuggestionKind::Repeat | SuggestionKind::Relation);
        open(fixture).iter().map(|one| one.kind).filter(is_pair).collect()
    };
    fixture.tag(0, text, "Claim");
    assert_eq!(kinds(&fixture), [SuggestionKind::Repeat]);
    let repeat = open(&fixture).into_iter().find(|one| one.kind == SuggestionKind::Repeat).expect("a repeat");
    fixture.tag(1, text, "Claim");
    assert_eq!(kinds(&fixture), [SuggestionKind::Relation]);
    fixture.act(Command::RejectSuggestions(vec![repeat.id.clone()]));
    assert_eq!(kinds(&fixture), [], "the passages were rejected");
    fixture.act(Command::RestoreSuggestions(vec![repeat.id]));
    let all: Vec<_> = open(&fixture).into_iter().filter(|one| one.kind == SuggestionKind::Relation).collect();
    fixture.act(accept(fixture.project(), &all, &|_, _| String::new()).expect("a command"));
    assert_eq!(fixture.project().relations().count(), 1);
    assert_eq!(kinds(&fixture), []);
}
