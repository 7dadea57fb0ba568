//! Shared by property tests and fuzz targets: generators of texts and projects, and actions that edit a project.

// Each crate that includes this module uses a part of it.
#![allow(dead_code, unreachable_pub)]
#![allow(clippy::expect_used)]

mod commands;
pub mod invariants;

use std::rc::Rc;

use crossread::edit::{AnnotationPatch, ArticleFields, Command, Editor, NewAnnotation, NewArticle, Stamp};
use crossread::format::{find, native};
use crossread::model::{AnnotationId, AttributeValue, Project, Timestamp};
use crossread::text::{ByteOffset, Encoding, Sample, Text, TextRange, normalise};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

/// The number of cases of a property test (256, or PROPTEST_CASES). Failures are not stored in a file of seeds:
/// add a unit test instead. The seed is that of `.cargo/config.toml`.
pub fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// The guess for a file that is neither UTF-8 nor UTF-16, as the page makes it.
pub fn guess_encoding(bytes: &[u8]) -> Encoding {
    let sample = Sample::of(bytes);
    sample.encoding(crossread_detector::guess(sample.bytes, sample.is_end))
}

/// Fragments of generated texts, which break programs that count bytes or UTF-16 units.
const FRAGMENTS: [&str; 40] = [
    "a",
    "word ",
    "Priti Patel",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "😀",
    "👨‍👩‍👧",
    "👍🏽",
    "🇬🇧",
    "🇫",
    "שלום ",
    "مرحبا",
    "\u{200f}",
    "क्षि",
    "한국",
    "\u{1100}\u{1161}\u{11a8}",
    "ไทย",
    "漢字",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\u{a0}",
    "\t",
    "’s",
    "'s",
    "-",
    "“",
    "”",
    "(",
    ")",
    ".",
    ", ",
    "26,000",
    "\u{600}",
    "\u{feff}",
    "\u{2028}",
    "\0",
];

/// Generates a normalised text, sometimes long enough for several checkpoints of the offset index.
pub fn texts() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        12 => (0..FRAGMENTS.len()).prop_map(|i| FRAGMENTS[i].to_owned()),
        1 => (100..700_usize).prop_map(|n| "ascii words, ".repeat(n / 13)),
        1 => Just("x".repeat(300)),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(fragment, 0..40).prop_map(|fragments| normalise(&fragments.concat()).text)
}

/// A position in a text, on a character boundary, for a seed.
pub fn position(text: &Text, seed: u32) -> ByteOffset {
    let mut at = seed as usize % (text.len() + 1);
    while !text.as_str().is_char_boundary(at) {
        at -= 1;
    }
    ByteOffset(at as u32)
}

/// A range of a text, on character boundaries, for two seeds; sometimes empty.
pub fn text_range(text: &Text, (a, b): (u32, u32)) -> TextRange {
    TextRange::new(position(text, a), position(text, b))
}

/// A time, by second.
pub fn time(second: usize) -> Timestamp {
    let at = format!("2026-01-01T{:02}:{:02}:{:02}Z", second / 3_600 % 24, second / 60 % 60, second % 60);
    Timestamp::parse(&at).expect("a time")
}

/// Predictions of the first character, of the same by another model, and of all of a text: the first is related to the last.
fn predictions(article: &str, text: &str) -> Vec<serde_json::Value> {
    let text = Text::new(text);
    let first = TextRange::new(ByteOffset(0), text.ceil_grapheme(ByteOffset(1.min(text.len() as u32))));
    let annotation = |id: &str, label: &str, range: TextRange| {
        let (start, end) = (text.to_code_points(range.start()).0, text.to_code_points(range.end()).0);
        let range = json!({ "start": start, "end": end, "exact": text.slice(range) });
        json!({ "id": id, "article": article, "label": label, "ranges": [range], "created": "2026-01-01T00:00:00Z" })
    };
    if first.is_empty() {
        return Vec::new();
    }
    let mut whole = annotation("p2", "Claim", text.full_range());
    whole["attributes"] = json!({ "verdict": "yes", "share": 0.5 });
    whole["note"] = json!("why");
    vec![
        json!({
            "annotation": annotation("p1", "Person", first), "source": "label-studio", "model": "m1", "score": 0.25,
            "relations": [{ "type": "says", "to": "p2" }, { "type": "says", "to": "p3" }],
        }),
        json!({ "annotation": whole, "source": "label-studio", "model": "m1", "score": -3.5, "later": 1 }),
        json!({ "annotation": annotation("p3", "Person", first) }),
    ]
}

/// A project with these texts, a schema with every kind of attribute, two entities, predictions, and unknown fields.
pub fn project(texts: &[String]) -> Project {
    let articles: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(i, text)| json!({ "id": format!("t{i}"), "title": "T", "text": text }))
        .collect();
    // In one article: many tests read such a project thousands of times.
    let predictions = texts.first().map(|text| predictions("t0", text)).unwrap_or_default();
    let attributes = json!([
        { "name": "verdict", "kind": "choice", "choices": ["yes", "no"], "default": "no" },
        { "name": "kinds", "kind": "multiple choice", "choices": ["a", "b", "c"], "later": 1 },
        { "name": "said", "kind": "text", "when": { "attribute": "sure", "value": true } },
        { "name": "share", "kind": "number", "required": true },
        { "name": "sure", "kind": "yes/no" },
        { "name": "source", "kind": "entity" },
    ]);
    let file = json!({
        "format": "crossread", "version": 1, "later": { "x": [1, 0.1, null, "é"] },
        "project": { "title": "P", "created": "2026-01-01T00:00:00Z", "later": true },
        "schema": {
            "labels": [
                { "id": "Claim", "kind": "claim", "name": "A claim", "colour": "#aa0000", "attributes": attributes },
                { "id": "Person", "kind": "entity", "name": "Person", "short": "PER", "colour": "#0072b2", "key": "1" },
                { "id": "Other", "kind": "other", "name": "Other", "colour": "#000000", "examples": ["x"], "attributes": [
                    { "name": "verdict", "kind": "text" },
                ]},
            ],
            "articleAttributes": [
                { "name": "verdict", "kind": "choice", "choices": ["yes", "no"] },
                { "name": "source", "kind": "entity" },
            ],
            "relationTypes": [
                { "id": "repeats", "name": "repeats", "symmetric": true },
                { "id": "says", "name": "says", "from": ["Person"], "to": ["Claim"] },
            ],
        },
        "articles": articles,
        "entities": [
            { "id": "e1", "name": "Ana", "label": "Person", "aliases": ["A."], "identifiers": { "wikidata": "Q1" } },
            { "id": "e2", "name": "Ben" },
        ],
        "predictions": predictions,
    });
    let native = find("crossread").expect("the native format");
    native.import(file.to_string().as_bytes()).expect("a valid file").project
}

/// The native JSON of a project.
pub fn native_json(project: &Project) -> String {
    native::write(project)
}

/// An edit of a project. Numbers select records, modulo their number.
#[derive(arbitrary::Arbitrary, Clone, Debug)]
pub enum Action {
    Rename(u8),
    Add(String, bool),
    Edit(u8, u8),
    RemoveArticle(u8),
    Annotate {
        article: u8,
        at: Vec<(u32, u32)>,
        exact: bool,
        label: u8,
        value: Option<(u8, i32)>,
        entity: u8,
    },
    Update {
        which: u8,
        at: Option<Vec<(u32, u32)>>,
        label: Option<u8>,
        value: Option<(u8, i32)>,
        entity: Option<u8>,
        note: Option<u8>,
    },
    Remove(Vec<u8>),
    Relate(u8, u8, u8),
    Unrelate(u8),
    Describe(u8, Option<(u8, i32)>),
    Mark(u8, u8),
    AnnotateAll(Vec<(u8, (u32, u32), u8)>, u8),
    UpdateAll(Vec<u8>, Option<u8>, Option<(u8, i32)>, Option<u8>),
    AddEntity(u8, Vec<u8>),
    UpdateEntity(u8, u8),
    LinkAll(Vec<(u8, Vec<u8>)>),
    Merge(u8, Vec<u8>),
    Split(u8, Vec<u8>),
    RemoveEntity(u8),
    UpdateRelation(u8, Option<u8>, bool, u8),
    TitleRow(Vec<u8>, u8),
    /// Accept a prediction, perhaps with another label.
    Predict(u8, Option<u8>),
    /// Reject suggestions, or restore them.
    Reject(Vec<u8>, bool),
    /// The kind of the schema edit, the part of the schema, and a seed that also decides about remaps.
    Schema(u8, u8, u8),
    Undo,
    Redo,
}

/// Generates actions, some of which are refused.
pub fn actions() -> impl Strategy<Value = Vec<Action>> {
    let at = || prop_oneof![3 => vec(any::<(u32, u32)>(), 1), 1 => vec(any::<(u32, u32)>(), 2..4)];
    let value = || proptest::option::weighted(0.3, (any::<u8>(), any::<i32>()));
    let annotate = (any::<u8>(), at(), any::<bool>(), any::<u8>(), value(), any::<u8>()).prop_map(
        |(article, at, exact, label, value, entity)| Action::Annotate { article, at, exact, label, value, entity },
    );
    let option = || proptest::option::of(any::<u8>());
    let update = (any::<u8>(), proptest::option::of(at()), option(), value(), option(), option())
        .prop_map(|(which, at, label, value, entity, note)| Action::Update { which, at, label, value, entity, note });
    let action = prop_oneof![
        1 => any::<u8>().prop_map(Action::Rename),
        1 => (texts(), any::<bool>()).prop_map(|(text, named)| Action::Add(text, named)),
        1 => any::<(u8, u8)>().prop_map(|(which, field)| Action::Edit(which, field)),
        1 => any::<u8>().prop_map(Action::RemoveArticle),
        20 => annotate,
        4 => update,
        2 => vec(any::<u8>(), 0..4).prop_map(Action::Remove),
        6 => any::<(u8, u8, u8)>().prop_map(|(kind, from, to)| Action::Relate(kind, from, to)),
        1 => any::<u8>().prop_map(Action::Unrelate),
        1 => (any::<u8>(), value()).prop_map(|(which, value)| Action::Describe(which, value)),
        1 => any::<(u8, u8)>().prop_map(|(which, status)| Action::Mark(which, status)),
        2 => (vec(any::<(u8, (u32, u32), u8)>(), 0..6), any::<u8>()).prop_map(|(at, n)| Action::AnnotateAll(at, n)),
        2 => (vec(any::<u8>(), 0..8), option(), value(), option())
            .prop_map(|(which, label, value, entity)| Action::UpdateAll(which, label, value, entity)),
        2 => (any::<u8>(), vec(any::<u8>(), 0..4)).prop_map(|(n, mentions)| Action::AddEntity(n, mentions)),
        1 => any::<(u8, u8)>().prop_map(|(which, n)| Action::UpdateEntity(which, n)),
        1 => vec((any::<u8>(), vec(any::<u8>(), 0..4)), 0..4).prop_map(Action::LinkAll),
        1 => (any::<u8>(), vec(any::<u8>(), 0..3)).prop_map(|(into, others)| Action::Merge(into, others)),
        1 => (any::<u8>(), vec(any::<u8>(), 0..4)).prop_map(|(from, mentions)| Action::Split(from, mentions)),
        1 => any::<u8>().prop_map(Action::RemoveEntity),
        1 => (any::<u8>(), option(), any::<bool>(), any::<u8>())
            .prop_map(|(which, kind, turn, note)| Action::UpdateRelation(which, kind, turn, note)),
        1 => (vec(any::<u8>(), 0..4), any::<u8>()).prop_map(|(claims, n)| Action::TitleRow(claims, n)),
        2 => (any::<u8>(), option()).prop_map(|(which, label)| Action::Predict(which, label)),
        2 => (vec(0..6_u8, 0..4), any::<bool>()).prop_map(|(ids, restore)| Action::Reject(ids, restore)),
        3 => any::<(u8, u8, u8)>().prop_map(|(what, which, seed)| Action::Schema(what, which, seed)),
        4 => Just(Action::Undo),
        4 => Just(Action::Redo),
    ];
    vec(action, 0..60)
}

fn pick<T>(items: &[T], seed: impl Into<usize>) -> Option<&T> {
    items.get(seed.into() % items.len().max(1))
}

fn annotations(project: &Project) -> Vec<AnnotationId> {
    project.all_annotations().map(|annotation| annotation.id.clone()).collect()
}

fn value((which, number): (u8, i32)) -> (String, AttributeValue) {
    let value = match which % 8 {
        0 => ("verdict", AttributeValue::Text("yes".to_owned())),
        1 => ("verdict", AttributeValue::Text("perhaps".to_owned())),
        2 => ("kinds", AttributeValue::List(vec!["c".to_owned(), "a".to_owned()])),
        3 => ("said", AttributeValue::Text(format!("é{number}"))),
        4 => ("share", AttributeValue::Number(f64::from(number))),
        5 => ("share", AttributeValue::Number(f64::from(number) / 7e9)),
        6 => ("sure", AttributeValue::YesNo(number > 0)),
        _ => ("source", AttributeValue::Text(format!("e{}", number.rem_euclid(4)))),
    };
    (value.0.to_owned(), value.1)
}

fn entity(seed: u8) -> Option<crossread::model::EntityId> {
    match seed % 16 {
        0 => Some("missing".into()),
        n @ 1..6 => Some(if n % 2 == 0 { "e1".into() } else { "e2".into() }),
        _ => None,
    }
}

fn label(seed: u8) -> crossread::model::LabelId {
    if seed.is_multiple_of(32) { "Missing".into() } else { ["Claim", "Person", "Other"][usize::from(seed) % 3].into() }
}

fn ranges(text: &Text, at: &[(u32, u32)], exact: bool) -> Vec<TextRange> {
    let near = |&(a, b): &(u32, u32)| (a, (a % (text.len() as u32 + 1)).saturating_add(b % 40));
    let ranges = at.iter().map(|pair| text_range(text, near(pair)));
    // Without extending them to grapheme clusters, commands with these ranges may be refused.
    ranges
        .map(|range| match exact {
            true => range,
            false => TextRange::new(text.floor_grapheme(range.start()), text.ceil_grapheme(range.end())),
        })
        .collect()
}

fn command(project: &Project, action: &Action) -> Option<Command> {
    let article = |seed: u8| pick(project.articles(), seed);
    let annotation = |seed: u8| pick(&annotations(project), seed).cloned();
    Some(match action {
        Action::Rename(n) => Command::RenameProject(["", "One", " Two ", "Ümläut"][usize::from(n % 4)].to_owned()),
        Action::Add(text, named) => Command::AddArticles(vec![NewArticle {
            index: None,
            id: named.then(|| "article-3".into()),
            fields: ArticleFields { title: "New".to_owned(), ..Default::default() },
            text: Text::new(text.as_str()),
        }]),
        Action::Edit(which, field) => {
            let text = ["", "en", "2026-01", "1"][usize::from(field % 4)].to_owned();
            let (date, language) = if field % 8 > 3 { (text, String::new()) } else { (String::new(), text) };
            let fields = ArticleFields {
                title: format!("T{field}"),
                source: "S".to_owned(),
                date,
                language,
                ..Default::default()
            };
            Command::EditArticle(article(*which)?.id.clone(), fields)
        }
        Action::RemoveArticle(which) => Command::RemoveArticle(article(*which)?.id.clone()),
        Action::Annotate { article: which, at, exact, label: wanted, value: given, entity: mentioned } => {
            let article = article(*which)?;
            Command::Annotate(NewAnnotation {
                article: article.id.clone(),
                ranges: ranges(&article.text, at, *exact),
                label: label(*wanted),
                attributes: given.map(value).into_iter().collect(),
                entity: entity(*mentioned),
                note: String::new(),
            })
        }
        Action::Update { which, at, label: wanted, value: given, entity: mentioned, note } => {
            let id = annotation(*which)?;
            let text = &project.article(&project.annotation(&id)?.article)?.text;
            let patch = AnnotationPatch {
                label: wanted.map(label),
                ranges: at.as_ref().map(|at| ranges(text, at, false)),
                attributes: given
                    .map(value)
                    .into_iter()
                    .map(|(name, v)| (name, (which % 3 > 0).then_some(v)))
                    .collect(),
                entity: mentioned.map(entity),
                note: note.map(|n| format!("note {n}")),
            };
            Command::Update(id, patch)
        }
        Action::Remove(which) => Command::Remove(which.iter().filter_map(|&n| annotation(n)).collect()),
        Action::Relate(kind, from, to) => Command::Relate {
            kind: ["repeats", "repeats", "says", "missing"][usize::from(kind % 4)].into(),
            from: annotation(*from)?,
            to: annotation(*to)?,
            note: String::new(),
        },
        Action::Unrelate(which) => {
            let ids: Vec<_> = project.relations().map(|relation| relation.id.clone()).collect();
            let one = pick(&ids, *which)?.clone();
            if which % 4 > 0 { Command::Unrelate(one) } else { Command::UnrelateAll(vec![one, ids[0].clone()]) }
        }
        Action::Undo | Action::Redo => return None,
        other => return commands::command(project, other),
    })
}

/// Performs the actions that are not refused. Calls `on_step` with the project before each step, the step, and the
/// editor after it.
pub fn act(
    editor: &mut Editor,
    actions: &[Action],
    mut on_step: impl FnMut(&Project, &crossread::edit::Step, &Editor),
) {
    for (i, action) in actions.iter().enumerate() {
        let before = editor.project().clone();
        let stamp = Stamp { at: time(i), by: if i.is_multiple_of(2) { "Ana".to_owned() } else { String::new() } };
        let step = match action {
            Action::Undo => editor.undo().expect("nothing else changed the project"),
            Action::Redo => editor.redo().expect("nothing else changed the project"),
            _ => command(&before, action).and_then(|command| editor.perform(command, stamp).ok().flatten()),
        };
        if let Some(step) = step {
            on_step(&before, &step, editor);
        }
    }
}

/// Generates a project by performing actions.
pub fn edited_projects() -> impl Strategy<Value = Project> {
    (vec(texts(), 1..3), actions()).prop_map(|(texts, actions)| {
        let mut editor = Editor::new(project(&texts));
        act(&mut editor, &actions, |_, _, _| {});
        (**editor.project()).clone()
    })
}

/// An annotation with these ranges.
pub fn tag(id: usize, ranges: Vec<TextRange>) -> Rc<crossread::model::Annotation> {
    Rc::new(crossread::model::Annotation {
        id: AnnotationId::new(format!("a{id}")),
        article: "x".into(),
        label: if id.is_multiple_of(2) { "Even".into() } else { "Odd".into() },
        ranges,
        attributes: Default::default(),
        entity: None,
        note: String::new(),
        created: time(0),
        modified: None,
        creator: String::new(),
        modifier: String::new(),
        row_title: String::new(),
        extra: Default::default(),
    })
}
