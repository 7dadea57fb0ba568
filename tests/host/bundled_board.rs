//! The claims board of the bundled articles, made of suggestions that were accepted.

use std::path::Path;

use crossread::analysis::claims_board::{ClaimsBoard, claims_board};
use crossread::analysis::suggestions::{SuggestionKind, Suggestions, accept};
use crossread::edit::{ArticleFields, Editor, NewArticle, Stamp};
use crossread::model::{ArticleId, Project, Timestamp, news_claims};
use crossread::text::{Text, TextRange};
use serde_json::Value;

fn stamp() -> Stamp {
    Stamp { at: Timestamp::epoch(), by: String::new() }
}

/// A project with the bundled articles, untouched.
fn bundled() -> Editor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let index = std::fs::read_to_string(folder.join("index.json")).expect("the index");
    let index: Vec<Value> = serde_json::from_str(&index).expect("JSON");
    let article = |entry: &Value| {
        let field = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        let text = std::fs::read_to_string(folder.join(field("file"))).expect("an article");
        let fields = ArticleFields {
            title: field("title"),
            source: field("source"),
            date: field("date"),
            language: field("language"),
            ..Default::default()
        };
        NewArticle { id: Some(field("id").as_str().into()), index: None, fields, text: Text::new(text) }
    };
    let mut editor = Editor::new(Project::new("Bundled", news_claims(), Timestamp::epoch()));
    let articles = index.iter().map(article).collect();
    editor.load_articles(articles, stamp()).expect("the articles");
    editor
}

/// Accepts all suggestions of a kind as one step; returns how many there were.
fn accept_all(editor: &mut Editor, suggestions: &mut Suggestions, kind: SuggestionKind) -> usize {
    suggestions.update(editor.project());
    let open: Vec<_> = suggestions.open(editor.project()).into_iter().filter(|one| one.kind == kind).collect();
    if let Some(command) = accept(editor.project(), &open, &|_, _| String::new()) {
        editor.perform(command, stamp()).expect("a command that can be carried out");
    }
    open.len()
}

/// The places of all claims, in order.
fn claims(project: &Project) -> Vec<(ArticleId, TextRange)> {
    let is_claim = |one: &&std::rc::Rc<crossread::model::Annotation>| one.label.as_str() == "Claim";
    let mut claims: Vec<_> =
        project.all_annotations().filter(is_claim).map(|one| (one.article.clone(), one.ranges[0])).collect();
    claims.sort();
    claims
}

/// How many pairs of claims are half in one another.
fn overlapping(claims: &[(ArticleId, TextRange)]) -> usize {
    let is_half_in = |(a, b): (TextRange, TextRange)| {
        a.intersection(b).is_some_and(|common| 2 * common.len() >= a.len().min(b.len()))
    };
    let pairs = claims.iter().enumerate().flat_map(|(at, one)| claims[at + 1..].iter().map(move |other| (one, other)));
    pairs.filter(|(one, other)| one.0 == other.0 && is_half_in((one.1, other.1))).count()
}

/// How many rows the board has, of two articles or more, and with contradictions.
fn counted(board: &ClaimsBoard) -> (usize, usize, usize) {
    let count = |shows: &dyn Fn(&crossread::analysis::claims_board::Row) -> bool| {
        board.rows.iter().filter(|row| shows(row)).count()
    };
    (board.rows.len(), count(&|row| row.articles > 1), count(&|row| row.conflicts > 0))
}

#[test]
fn accepted_suggestions_make_a_board_of_the_bundled_articles() {
    let mut editor = bundled();
    let mut suggestions = Suggestions::default();
    for kind in [
        SuggestionKind::Repeat,
        SuggestionKind::Number,
        SuggestionKind::Relation,
        SuggestionKind::Claim,
        SuggestionKind::Speaker,
    ] {
        let accepted = accept_all(&mut editor, &mut suggestions, kind);
        let board = claims_board(editor.project());
        let (rows, shared, conflicts) = counted(&board);
        println!(
            "{}: {accepted} accepted; {rows} rows, {shared} of two articles or more, {conflicts} with contradictions",
            kind.name()
        );
    }
    let (rows, shared, _) = counted(&claims_board(editor.project()));
    assert!(rows >= 15, "{rows} rows");
    assert!(shared >= 8, "{shared} rows of two articles or more");
}

#[test]
fn accepting_all_at_once_makes_the_claims_that_accepting_kind_by_kind_makes() {
    let mut suggestions = Suggestions::default();
    let mut by_kind = bundled();
    for kind in SuggestionKind::ALL {
        accept_all(&mut by_kind, &mut suggestions, kind);
    }
    let mut at_once = bundled();
    suggestions.update(at_once.project());
    let open = suggestions.open(at_once.project());
    let begun = std::time::Instant::now();
    let command = accept(at_once.project(), &open, &|_, _| String::new()).expect("a command");
    let planned = begun.elapsed();
    at_once.perform(command, stamp()).expect("a command that can be carried out");
    println!("{} suggestions: {planned:?} to plan, {:?} in all", open.len(), begun.elapsed());
    let (own, others) = (claims(at_once.project()), claims(by_kind.project()));
    for (how, editor, claims) in [("at once", &at_once, &own), ("kind by kind", &by_kind, &others)] {
        let rows = counted(&claims_board(editor.project()));
        let relations = editor.project().relations().count();
        let sourced = editor.project().all_annotations().filter(|one| one.attributes.contains_key("source")).count();
        println!(
            "{how}: {} claims, {} overlapping pairs, {sourced} with a source, {relations} relations, rows: {rows:?}",
            claims.len(),
            overlapping(claims)
        );
    }
    assert_eq!(own, others);
    assert_eq!(overlapping(&own), overlapping(&others));
    assert!(at_once.undo().expect("an undo").is_some());
    assert_eq!(at_once.project().annotation_count(), 0, "one step");
}
