//! Suggestions: when they are computed, and deciding them in the panel.

use std::rc::Rc;

use crossread::analysis::suggestions::{Grouping, Suggestion, SuggestionKind, SuggestionList, Suggestions};
use crossread::app::suggestions::has_any_kind;
use crossread::app::{ByPtr, Effect, ReviewAction, SuggestionAction, Tab, ViewAction};
use crossread::edit::{Command, NewAnnotation, Side};
use crossread::model::{LabelKind, Project, Schema, Timestamp, news_claims};

use crate::harness::{Table, table, with_schema};

/// Three names in two articles, at seven places.
pub(crate) const NAMES: &str =
    "|Boris Johnson met Emmanuel Macron in Calais. Boris Johnson left Calais. ¶ Emmanuel Macron stayed in Calais.";

/// Labels for names only, so that nothing else is suggested.
pub(crate) fn only_entities() -> Schema {
    let mut schema = news_claims();
    schema.labels.retain(|label| label.kind == LabelKind::Entity);
    schema.relation_types.clear();
    schema
}

/// The answer of the runtime to the last question, if it has not come yet.
pub(crate) fn answered(table: Table) -> Table {
    if table.state.suggestions.is_current || !table.state.suggestions.is_wanted {
        return table;
    }
    let action = computed(&table, found(&table));
    table.act(action)
}

/// What the runtime would find.
fn found(table: &Table) -> (Rc<Project>, Vec<Suggestion>) {
    let project = table.state.project().clone();
    let mut suggestions = Suggestions::default();
    suggestions.update(&project);
    let all = suggestions.all(&project);
    (project, all)
}

/// The action that the runtime dispatches when it has found these.
fn computed(table: &Table, (project, all): (Rc<Project>, Vec<Suggestion>)) -> SuggestionAction {
    let grouping = Grouping::new(project.clone(), all, &table.state.suggestions.list);
    SuggestionAction::Computed(project, Rc::new(grouping.finish()))
}

/// The suggestions are open in the panel.
fn opened() -> Table {
    answered(with_schema(NAMES, only_entities()).act(ViewAction::ShowTab(Tab::Suggestions)))
}

/// A suggestion as "label: text".
pub(crate) fn shown(table: &Table, one: &Suggestion) -> String {
    let project = table.state.project();
    let label = one.label.as_ref().map_or("", |label| label.as_str());
    let text = one.spans.first().and_then(|span| Some(project.article(&span.article)?.text.slice(span.range)));
    format!("{label}: {}", text.unwrap_or_default())
}

/// The open suggestions, in the order of the texts.
pub(crate) fn open(table: &Table) -> Vec<String> {
    table.state.suggestions.list.open.iter().map(|one| shown(table, one)).collect()
}

fn rejected(table: &Table) -> Vec<String> {
    table.state.suggestions.list.rejected.iter().map(|one| shown(table, one)).collect()
}

/// The ids of the suggestions for a text.
pub(crate) fn ids(table: &Table, text: &str) -> Vec<String> {
    let list = &table.state.suggestions.list;
    let of_text = list.open.iter().chain(&list.rejected).filter(|one| shown(table, one).ends_with(text));
    of_text.map(|one| one.id.clone()).collect()
}

/// How often suggestions were asked for.
fn asked(table: &Table) -> usize {
    table.effects.iter().filter(|effect| matches!(effect, Effect::Suggest(_))).count()
}

/// The groups that the panel lists, with their numbers of places.
fn listed(table: &Table) -> Vec<String> {
    let groups = table.state.suggestions.listed();
    groups.iter().map(|group| format!("{} {}", shown(table, &group.items[0]), group.items.len())).collect()
}

const ALL: [&str; 7] = [
    "Person: Boris Johnson",
    "Person: Emmanuel Macron",
    "Location: Calais",
    "Person: Boris Johnson",
    "Location: Calais",
    "Person: Emmanuel Macron",
    "Location: Calais",
];

rows! {
    nothing_is_computed_before_suggestions_are_opened: {
        let t = with_schema(NAMES, only_entities()).tagged("Calais", "Location").keys("Ctrl+Z").act(ViewAction::ShowTab(Tab::Relations));
        assert_eq!(asked(&t), 0);
        t
    };
    what_is_computed_can_be_stopped_and_begun_again: {
        let t = with_schema(NAMES, only_entities()).act(ViewAction::ShowTab(Tab::Suggestions));
        let project = t.state.project().clone();
        let t = t.act(SuggestionAction::Progress(project.clone(), (3, 34)));
        assert_eq!(t.state.suggestions.progress, (3, 34));
        let (late, t) = (found(&t), t.act(SuggestionAction::Stop));
        let action = computed(&t, late);
        let t = t.act(action).act(SuggestionAction::Progress(project, (9, 34)));
        assert_eq!((open(&t).len(), t.state.suggestions.progress), (0, (3, 34)), "what comes late counts no more");
        let t = t.act(Command::RenameProject("New".to_owned()));
        assert_eq!((asked(&t), t.state.suggestions.is_stopped), (1, true));
        let t = t.act(SuggestionAction::Resume);
        assert_eq!(asked(&t), 2);
        let t = answered(t);
        assert_eq!(open(&t).len(), ALL.len());
        let t = t.act(SuggestionAction::Stop);
        assert!(!t.state.suggestions.is_stopped, "there is nothing to stop");
        t
    };
    a_review_begins_although_the_computing_was_stopped: {
        let t = with_schema(NAMES, only_entities()).act(ViewAction::ShowTab(Tab::Suggestions)).act(SuggestionAction::Stop);
        let t = answered(t.act(ReviewAction::Start { by_group: false }));
        assert!(t.state.mode.review().is_some());
        t
    };
    they_are_asked_for_once_for_each_state_of_the_project: {
        let t = opened();
        assert_eq!((asked(&t), open(&t)), (1, ALL.map(str::to_owned).to_vec()));
        let t = t.act(ViewAction::ShowTab(Tab::History)).keys("Right").act(Command::RenameProject("New".to_owned()));
        assert_eq!(asked(&t), 2);
        assert!(!t.state.suggestions.is_current);
        t
    };
    a_late_answer_is_dropped: {
        let t = with_schema(NAMES, only_entities()).act(ViewAction::ShowTab(Tab::Suggestions));
        let old = t.state.project().clone();
        let t = t.act(Command::RenameProject("New".to_owned())).act(SuggestionAction::Computed(old, Rc::default()));
        assert!(!t.state.suggestions.is_current);
        t
    };
    what_is_unchanged_stays_the_same_object: {
        let t = opened();
        let before = ByPtr(t.state.suggestions.list.open[1].clone());
        let t = answered(t.act(Command::RenameProject("New".to_owned())));
        assert!(ByPtr(t.state.suggestions.list.open[1].clone()) == before);
        t
    };
    places_of_one_name_are_a_group: {
        let t = opened();
        assert_eq!(listed(&t), ["Person: Boris Johnson 2", "Person: Emmanuel Macron 2", "Location: Calais 3"]);
        t
    };
    a_group_is_accepted_as_one_step_and_undone: {
        let t = opened();
        let calais = ids(&t, "Calais");
        let before = t.saved();
        let t = t.act(SuggestionAction::Accept(calais));
        assert_eq!((t.saved() - before, open(&t).len()), (1, 4), "it goes at once");
        let t = t.expect_tags(["Location: Calais", "Location: Calais", "Location: Calais"])
            .expect_announced("Tagged “Calais” as Location, 3 places in 2 articles");
        let t = answered(answered(t).keys("Ctrl+Z")).expect_tags([]);
        assert_eq!(open(&t), ALL);
        t
    };
    a_group_is_rejected_as_one_step_and_undone: {
        let t = opened();
        let calais = ids(&t, "Calais");
        let before = t.saved();
        let t = answered(t.act(SuggestionAction::Reject(calais)));
        assert_eq!((t.saved() - before, open(&t).len(), rejected(&t).len()), (1, 4, 3));
        let t = answered(t.keys("Ctrl+Z"));
        assert_eq!((open(&t).len(), rejected(&t).len()), (7, 0));
        let t = answered(t.keys("Ctrl+Y"));
        assert_eq!(rejected(&t), ["Location: Calais", "Location: Calais", "Location: Calais"]);
        t
    };
    what_was_rejected_can_be_restored: {
        let t = opened();
        let calais = ids(&t, "Calais");
        let t = answered(t.act(SuggestionAction::Reject(calais.clone())));
        let t = answered(t.act(SuggestionAction::Restore(vec![calais[1].clone()])));
        assert_eq!((open(&t).len(), rejected(&t).len()), (5, 2));
        t
    };
    all_above_a_score_are_accepted_as_one_step: {
        let t = with_schema(NAMES, only_entities()).act(ViewAction::ShowTab(Tab::Suggestions));
        let (project, mut all) = found(&t);
        for (at, one) in all.iter_mut().enumerate() {
            one.score = 0.5 + at as f64 / 10.0;
        }
        let action = computed(&t, (project, all));
        let t = t.act(action).act(SuggestionAction::SetMinScore(80));
        assert_eq!(listed(&t), ["Person: Boris Johnson 1", "Person: Emmanuel Macron 1", "Location: Calais 2"], "the preview");
        let before = t.saved();
        let t = t.act(SuggestionAction::AcceptListed(None));
        assert_eq!((t.saved() - before, t.tags().len(), open(&t).len()), (1, 4, 3));
        let t = t.keys("Ctrl+Z").expect_tags([]);
        let t = answered(t).act(SuggestionAction::SetMinScore(0)).act(SuggestionAction::AcceptListed(Some(SuggestionKind::Claim)));
        assert!(t.tags().is_empty(), "none of that kind");
        let t = t.act(SuggestionAction::AcceptListed(Some(SuggestionKind::Entity)));
        assert_eq!(t.tags().len(), 7);
        t
    };
    a_place_is_suggested_once: {
        let t = opened();
        let first = ids(&t, "Boris Johnson").remove(0);
        let t = answered(t.act(SuggestionAction::Accept(vec![first])));
        assert!(t.state.suggestions.list.open.len() == 6, "{:?}", open(&t));
        let second = ids(&t, "Boris Johnson");
        let t = answered(t.act(SuggestionAction::Reject(second)));
        assert_eq!((open(&t).len(), rejected(&t).len()), (5, 1), "also not as a further place of a tag");
        t
    };
    the_label_of_tags_counts_more_than_the_look_of_a_name: {
        let t = answered(with_schema(NAMES, only_entities()).tagged("Boris Johnson", "Organization").act(ViewAction::ShowTab(Tab::Suggestions)));
        assert_eq!(ids(&t, "Boris Johnson").len(), 1);
        assert!(open(&t).contains(&"Organization: Boris Johnson".to_owned()));
        t
    };
    a_place_is_shown_in_its_text: {
        let t = opened();
        let macron = ids(&t, "Macron");
        t.act(SuggestionAction::Reveal(macron[1].clone()))
            .expect_text("Boris Johnson met Emmanuel Macron in Calais. Boris Johnson left Calais. ¶ |Emmanuel Macron stayed in Calais.")
    };
    a_key_outlines_suggestions_in_the_text_and_not: {
        let t = with_schema(NAMES, only_entities());
        assert!(t.state.suggestions.outlined().is_none());
        let t = answered(t.keys("u").expect_announced("Suggestions are outlined in the text"));
        assert_eq!((asked(&t), t.state.suggestions.outlined().map(|list| list.open.len())), (1, Some(7)));
        let t = t.keys("u").expect_announced("Suggestions are not outlined any more");
        assert!(t.state.suggestions.outlined().is_none());
        let t = t.keys("u");
        assert!(t.state.suggestions.outlined().is_some());
        t
    };
    another_project_has_none_of_them: {
        let t = opened();
        let generation = t.state.generation;
        let opened = crossread::app::OpenedProject {
            editor: crossread::edit::Editor::new((**table("|Paris").state.project()).clone()),
            key: "p2".to_owned(),
            view: Default::default(),
            session: t.state.session.clone(),
            last_export: None,
        };
        let t = t.act(crossread::app::ProjectAction::Opened(Box::new(opened)));
        assert_eq!((t.state.generation, open(&t).len(), asked(&t)), (generation + 1, 0, 2));
        t
    };
    what_two_suggestions_make_is_made_once: {
        let t = table("|Paris is big. ¶ Paris is small.");
        let side = |quote: &str| {
            let (article, range) = t.find(quote);
            Box::new(Side::New(NewAnnotation::tag(article, range, "Claim".into())))
        };
        let connect = || Command::Connect { kind: "contradicts".into(), from: side("Paris is big"), to: side("Paris is small") };
        let both = Command::All(vec![connect(), connect()]);
        let t = t.act(both).expect_tags(["Claim: Paris is big", "Claim: Paris is small"]);
        assert_eq!((t.state.project().relations().count(), t.saved()), (1, 1));
        t
    };
    a_claim_and_its_source_are_accepted_as_one_tag: {
        let text = "|“We have agreed to open three centres for migrants before winter,” Boris Johnson said.";
        let t = answered(table(text).act(ViewAction::ShowTab(Tab::Suggestions)));
        let speakers = t.state.suggestions.list.open.iter().filter(|one| one.kind == SuggestionKind::Speaker).count();
        assert_eq!(speakers, 1);
        let t = t.act(SuggestionAction::AcceptListed(None));
        let mut claims: Vec<String> = t.tags().into_iter().filter(|tag| tag.starts_with("Claim")).collect();
        let count = claims.len();
        claims.dedup();
        assert_eq!(claims.len(), count);
        t
    };
}

#[test]
fn a_schema_without_labels_fits_no_rule() {
    let mut schema = only_entities();
    let has_any = |schema: &Schema| has_any_kind(&Project::new("P", schema.clone(), Timestamp::epoch()));
    assert!(has_any(&schema));
    schema.labels.clear();
    assert!(!has_any(&schema));
    let list = Rc::new(SuggestionList::default());
    assert!(list.walk(true).is_empty());
}
