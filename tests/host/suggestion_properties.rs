//! Property tests of suggestions: whatever was accepted, rejected, restored, tagged and undone, in any order.

use std::collections::BTreeSet;

use crossread::analysis::suggestions::{SuggestedValue, Suggestion, SuggestionKind, Suggestions, accept};
use crossread::edit::{ArticleFields, Command, Editor, NewAnnotation, NewArticle, Stamp};
use crossread::format::native;
use crossread::model::{Annotation, AttributeValue, Project, news_claims};
use crossread::text::Text;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::invariants::{assert_indexes_equal_scans, has_no_dangling_references};
use crate::common::{Action, act, actions, config, native_json, time};

/// Sentences for which each kind has something to suggest, also in text from right to left and with emoji.
const SENTENCES: [&str; 26] = [
    "Prime Minister Boris Johnson wrote to Emmanuel Macron on 25 November 2021.",
    "Mr Johnson said that the letter was published on Thursday evening.",
    "“We will stop the boats,” said Priti Patel, the Home Secretary.",
    "Ms Patel told reporters that 27 people had died when a boat sank off Calais.",
    "At least 31 people died when a boat sank off Calais on Wednesday, officials said.",
    "More than 23,000 people have crossed the English Channel this year.",
    "About 26,000 people crossed the English Channel this year, the Home Office said.",
    "Police arrested three men near the Belgian border on Tuesday.",
    "On Tuesday, officers detained three men near the frontier with Belgium.",
    "The committee rejected the proposal by twelve votes to three.",
    "The committee has rejected the proposal by twelve votes to four.",
    "The committee has not rejected the proposal by twelve votes to four.",
    "The ferry was licensed to carry 180 people across the strait.",
    "The ferry was licensed to carry 150 people across the strait, the report found.",
    "Boris Johnson, Prime Minister of France, met Emmanuel Macron in Paris.",
    "UK Prime Minister Boris Johnson met Emmanuel Macron in Paris.",
    "The PM left. Johnson and Macron talk again next week.",
    "The toll was originally put at 31. But they later increased it to 35.",
    "Two boys and one girl were identified as the dead; the company paid £3.5 million.",
    "There were two girls and a boy among the dead, and the company paid £4 million.",
    "שלום Boris Johnson נפגש עם Emmanuel Macron ב-25 בנובמבר.",
    "قال Emmanuel Macron: “27 people died in the Channel.”",
    "😀 Priti Patel 👨‍👩‍👧 said 👍🏽 that 1,200 people crossed in a day. 🇬🇧",
    "E\u{301}mile Zola, 57, of Calais, paid €1,000 and 20% more in 2020.",
    "Why did nobody come? It was, he said, \"unacceptable\".",
    "HUNDREDS of residents of Marlow marched to the town hall on Friday!",
];

fn article() -> impl Strategy<Value = String> {
    let sentence = (0..SENTENCES.len(), prop_oneof![3 => Just(" "), 1 => Just("\n\n")]);
    vec(sentence, 1..7).prop_map(|parts| parts.into_iter().flat_map(|(at, space)| [SENTENCES[at], space]).collect())
}

fn stamp() -> Stamp {
    Stamp { at: time(1), by: "Ada".to_owned() }
}

/// A project with these texts, dated one day after the other.
fn editor(texts: &[String]) -> Editor {
    let mut editor = Editor::new(Project::new("P", news_claims(), time(0)));
    for (at, text) in texts.iter().enumerate() {
        add(&mut editor, &format!("t{at}"), text);
    }
    editor
}

fn add(editor: &mut Editor, id: &str, text: &str) {
    let day = editor.project().articles().len().min(6) + 24;
    let fields = ArticleFields { title: "T".to_owned(), date: format!("2021-11-{day}"), ..Default::default() };
    let new = NewArticle { id: Some(id.into()), index: None, fields, text: Text::new(text) };
    editor.perform(Command::AddArticles(vec![new]), stamp()).expect("an article");
}

/// What a user does. Numbers select suggestions, modulo their number.
#[derive(Clone, Debug)]
enum Step {
    Accept(u16),
    AcceptKind(u8),
    Reject(Vec<u16>),
    Restore(u16),
    Undo,
    Redo,
    Edit(Vec<Action>),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let edit = actions().prop_map(|actions| Step::Edit(actions.into_iter().take(4).collect()));
    let step = prop_oneof![
        4 => any::<u16>().prop_map(Step::Accept),
        3 => any::<u8>().prop_map(Step::AcceptKind),
        4 => vec(any::<u16>(), 1..6).prop_map(Step::Reject),
        1 => any::<u16>().prop_map(Step::Restore),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        3 => edit,
    ];
    vec(step, 1..9)
}

fn open(project: &Project) -> Vec<Suggestion> {
    let mut suggestions = Suggestions::default();
    suggestions.update(project);
    suggestions.open(project)
}

fn accepting(project: &Project, suggestions: &[Suggestion]) -> Option<Command> {
    accept(project, suggestions, &|description, _| format!("{description}?"))
}

fn perform(editor: &mut Editor, command: Command) {
    // A command that does not fit is refused, and changes nothing.
    let _ = editor.perform(command, stamp());
}

fn carry_out(editor: &mut Editor, step: &Step, open: &[Suggestion]) {
    let pick = |at: u16| open.get(usize::from(at) % open.len().max(1));
    let project = editor.project().clone();
    match step {
        Step::Accept(at) => {
            let command = pick(*at).and_then(|one| accepting(&project, std::slice::from_ref(one)));
            command.into_iter().for_each(|command| {
                editor.perform(command, stamp()).expect("an open suggestion can be accepted");
            });
        }
        Step::AcceptKind(kind) => {
            let kind = SuggestionKind::ALL[usize::from(*kind) % SuggestionKind::ALL.len()];
            let all: Vec<_> = open.iter().filter(|one| one.kind == kind).cloned().collect();
            accepting(&project, &all).into_iter().for_each(|command| perform(editor, command));
        }
        Step::Reject(which) => {
            let ids = which.iter().filter_map(|at| Some(pick(*at)?.id.clone())).collect();
            perform(editor, Command::RejectSuggestions(ids));
        }
        Step::Restore(at) => {
            let rejected = project.rejected();
            let id = rejected.get(usize::from(*at) % rejected.len().max(1)).map(ToString::to_string);
            perform(editor, Command::RestoreSuggestions(id.into_iter().collect()));
        }
        Step::Undo => drop(editor.undo().expect("nothing else changed the project")),
        Step::Redo => drop(editor.redo().expect("nothing else changed the project")),
        Step::Edit(actions) => act(editor, actions, |_, _, _| {}),
    }
}

/// Checks that the suggestions are valid in a project, and that it is valid itself.
fn assert_valid(project: &Project, open: &[Suggestion]) {
    assert_eq!(project.check(), Ok(()));
    assert!(has_no_dangling_references(project));
    assert_indexes_equal_scans(project);
    let ids: BTreeSet<&str> = open.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), open.len(), "ids are unique: {open:#?}");
    for one in open {
        assert!(!project.is_rejected(&one.id));
        assert!(one.score > 0.0 && one.score <= 1.0 && !one.spans.is_empty(), "{one:?}");
        for span in &one.spans {
            let article = project.article(&span.article).expect("an article");
            assert_eq!(article.text.check(span.range), Ok(()), "{one:?}");
            let is_on_it = |id| project.annotation(id).is_some_and(|tag| tag.article == span.article);
            assert!(span.annotation.as_ref().is_none_or(is_on_it), "{one:?}");
        }
    }
}

fn with_few_cases(cases: u32) -> ProptestConfig {
    let config = config();
    ProptestConfig { cases: cases.min(config.cases), ..config }
}

/// Makes what `made` has and `editor` has not by hand: each new tag, then each new relation.
fn by_hand(editor: &mut Editor, made: &Project) {
    let before = editor.project().clone();
    for tag in made.annotation_records().values().filter(|tag| before.annotation(&tag.id).is_none()) {
        let (attributes, note) = (tag.attributes.clone(), tag.note.clone());
        let (article, label, entity) = (tag.article.clone(), tag.label.clone(), tag.entity.clone());
        let new = NewAnnotation { article, ranges: tag.ranges.clone(), label, attributes, entity, note };
        editor.perform(Command::Annotate(new), stamp()).expect("a tag");
    }
    for one in made.relations().filter(|one| before.relation(&one.id).is_none()) {
        let (kind, note) = (one.kind.clone(), one.note.clone());
        let relate = Command::Relate { kind, from: one.from.clone(), to: one.to.clone(), note };
        editor.perform(relate, stamp()).expect("a relation");
    }
}

/// The articles and places of all claims, in order.
fn claims(project: &Project) -> Vec<String> {
    let of_claims = project.all_annotations().filter(|one| one.label.as_str() == "Claim");
    let mut claims: Vec<String> = of_claims.map(|one| format!("{} {:?}", one.article, one.ranges)).collect();
    claims.sort();
    claims
}

/// The names of the entities that are sources of claims.
fn sources(project: &Project) -> BTreeSet<String> {
    let source = |one: &std::rc::Rc<Annotation>| match one.attributes.get("source")? {
        AttributeValue::Text(id) => Some(project.entity(&id.as_str().into())?.name.clone()),
        _ => None,
    };
    project.all_annotations().filter_map(source).collect()
}

proptest! {
    #![proptest_config(with_few_cases(48))]

    #[test]
    fn suggestions_do_not_depend_on_how_the_project_came_to_its_state(
        texts in vec(article(), 1..4),
        steps in steps(),
    ) {
        let mut editor = editor(&texts);
        let mut suggestions = Suggestions::default();
        suggestions.update(editor.project());
        for step in &steps {
            let before = suggestions.open(editor.project());
            carry_out(&mut editor, step, &before);
            suggestions.update(editor.project());
            let now = suggestions.open(editor.project());
            assert_valid(editor.project(), &now);
            prop_assert_eq!(&now, &open(editor.project()), "after {:?}", step);
        }
        let read = native::read(&native_json(editor.project())).expect("its own export");
        prop_assert_eq!(&open(&read), &suggestions.open(editor.project()), "in the exported project");
        let end = native_json(editor.project());
        let mut undone = 0;
        while editor.undo().expect("nothing else changed the project").is_some() {
            undone += 1;
        }
        suggestions.update(editor.project());
        prop_assert_eq!(&suggestions.open(editor.project()), &open(editor.project()), "after undoing all");
        for _ in 0..undone {
            prop_assert!(editor.redo().expect("nothing else changed the project").is_some());
        }
        prop_assert_eq!(native_json(editor.project()), end);
    }

    #[test]
    fn an_accepted_suggestion_is_like_what_is_made_by_hand(texts in vec(article(), 1..4), steps in steps()) {
        let mut start = editor(&texts);
        for step in steps.iter().take(3) {
            let before = open(start.project());
            carry_out(&mut start, step, &before);
        }
        for one in open(start.project()) {
            let mut accepted = start.clone();
            let Some(command) = accepting(start.project(), std::slice::from_ref(&one)) else {
                let is_note = matches!(one.value, Some(SuggestedValue::Conflict { entity: None, .. }));
                prop_assert!(is_note, "nothing to accept: {:?}", one);
                continue;
            };
            prop_assert!(accepted.perform(command, stamp()).expect("it can be accepted").is_some(), "{:?}", one);
            assert_valid(accepted.project(), &[]);
            if !matches!(one.kind, SuggestionKind::SameEntity) && one.kind != SuggestionKind::Speaker {
                let mut hand = start.clone();
                by_hand(&mut hand, accepted.project());
                prop_assert_eq!(native_json(hand.project()), native_json(accepted.project()), "{:?}", one);
            }
            if let Some(SuggestedValue::Speaker { name, new_entity: Some(_), .. }) = &one.value {
                prop_assert!(sources(accepted.project()).contains(name), "the name is lost: {:?}", one);
            }
            let is_note = matches!(one.value, Some(SuggestedValue::Conflict { .. }));
            let is_open = open(accepted.project()).iter().any(|other| other.id == one.id);
            prop_assert!(is_note || !is_open, "accepted, and suggested again: {:?}", one);
            accepted.undo().expect("an undo");
            prop_assert_eq!(native_json(accepted.project()), native_json(start.project()), "one step");
        }
    }

    #[test]
    fn accepting_all_at_once_makes_the_claims_that_accepting_kind_by_kind_makes(
        texts in vec(article(), 1..4),
        steps in steps(),
    ) {
        let mut start = editor(&texts);
        for step in steps.iter().take(2) {
            let before = open(start.project());
            carry_out(&mut start, step, &before);
        }
        let (mut at_once, mut by_kind) = (start.clone(), start.clone());
        if let Some(command) = accepting(start.project(), &open(start.project())) {
            at_once.perform(command, stamp()).expect("all open suggestions can be accepted");
            assert_valid(at_once.project(), &[]);
        }
        for kind in SuggestionKind::ALL {
            let mut all = open(by_kind.project());
            all.retain(|one| one.kind == kind);
            accepting(by_kind.project(), &all).into_iter().for_each(|command| {
                by_kind.perform(command, stamp()).expect("all suggestions of a kind can be accepted");
            });
        }
        prop_assert_eq!(claims(at_once.project()), claims(by_kind.project()));
        if at_once.project().annotation_count() > start.project().annotation_count() {
            at_once.undo().expect("an undo");
            prop_assert_eq!(native_json(at_once.project()), native_json(start.project()), "one step");
        }
    }

    #[test]
    fn a_rejected_suggestion_stays_away_until_its_text_changes(
        texts in vec(article(), 1..4),
        steps in steps(),
        at in any::<u16>(),
    ) {
        let mut editor = editor(&texts);
        for step in steps.iter().take(2) {
            let before = open(editor.project());
            carry_out(&mut editor, step, &before);
        }
        let all = open(editor.project());
        let rejected: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
        perform(&mut editor, Command::RejectSuggestions(rejected.clone()));
        prop_assert!(open(editor.project()).is_empty());
        for step in steps.iter().skip(2).filter(|step| !matches!(step, Step::Restore(_) | Step::Undo | Step::Redo)) {
            let before = open(editor.project());
            let has_history = |step: &Step| {
                matches!(step, Step::Edit(actions) if actions.iter().any(|one| matches!(one, Action::Undo | Action::Redo)))
            };
            if !has_history(step) {
                carry_out(&mut editor, step, &before);
            }
            let now = open(editor.project());
            prop_assert!(now.iter().all(|one| !rejected.contains(&one.id)));
        }
        // With another text, an article is no longer what the rejections are about.
        let count = editor.project().articles().len().max(1);
        let Some(changed) = editor.project().articles().get(usize::from(at) % count).cloned() else { return Ok(()) };
        perform(&mut editor, Command::RemoveArticle(changed.id.clone()));
        add(&mut editor, changed.id.as_str(), &format!("{}\n\nNobody knew.", changed.text.as_str()));
        let now = open(editor.project());
        let mut fresh = editor.clone();
        let forgotten = editor.project().rejected().iter().map(ToString::to_string).collect();
        perform(&mut fresh, Command::RestoreSuggestions(forgotten));
        let is_of_it = |one: &Suggestion| {
            one.kind != SuggestionKind::SameEntity && one.spans.iter().any(|span| span.article == changed.id)
        };
        let of_it = |all: Vec<Suggestion>| all.into_iter().filter(is_of_it).collect::<Vec<_>>();
        prop_assert_eq!(of_it(now), of_it(open(fresh.project())));
    }
}

#[test]
fn the_sentences_lead_to_suggestions_of_each_kind() {
    let half = SENTENCES.len() / 2;
    let mut editor = editor(&[SENTENCES[..half].join(" "), SENTENCES[half..].join(" "), SENTENCES.join("\n")]);
    let mut kinds = BTreeSet::new();
    for _ in 0..3 {
        let all = open(editor.project());
        kinds.extend(all.iter().map(|one| one.kind));
        let tags = |one: &&Suggestion| matches!(one.kind, SuggestionKind::Entity | SuggestionKind::Claim);
        let some: Vec<_> = all.iter().filter(tags).step_by(2).cloned().collect();
        accepting(editor.project(), &some).into_iter().for_each(|command| perform(&mut editor, command));
    }
    let computed = SuggestionKind::ALL.into_iter().filter(|kind| *kind != SuggestionKind::Prediction);
    assert!(kinds.into_iter().eq(computed));
}
