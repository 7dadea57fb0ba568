//! Reads a group of `tests/evaluation`: its README has the format.

use std::fs;
use std::path::Path;

use crossread::edit::{ArticleFields, Command, Editor, NewArticle, Stamp};
use crossread::model::{ArticleId, Project, Timestamp, news_claims};
use crossread::text::{ByteOffset, Text, TextRange};
use serde_json::Value;

/// A place in an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) article: ArticleId,
    pub(crate) range: TextRange,
}

impl Place {
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.article == other.article && self.range.overlaps(other.range)
    }

    /// Whether they have at least half of the longer one in common.
    pub(crate) fn has_half_of(&self, other: &Self) -> bool {
        let start = self.range.start().max(other.range.start()).0;
        let end = self.range.end().min(other.range.end()).0;
        let common = end.saturating_sub(start);
        self.article == other.article && common * 2 >= self.range.len().max(other.range.len())
    }
}

/// A marked name, date or quantity.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) place: Place,
    pub(crate) label: String,
    pub(crate) key: Option<String>,
}

/// Who says something.
#[derive(Clone, Debug)]
pub(crate) struct Speech {
    pub(crate) source: Place,
    pub(crate) content: Place,
    pub(crate) entity: Option<String>,
}

/// A relation between two claims.
#[derive(Clone, Debug)]
pub(crate) struct GoldRelation {
    pub(crate) kind: String,
    pub(crate) from: Place,
    pub(crate) to: Place,
}

/// Some articles about one event, with what readers have marked in them.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) editor: Editor,
    pub(crate) marks: Vec<Mark>,
    pub(crate) claims: Vec<Place>,
    pub(crate) repeats: Vec<(Place, Place)>,
    pub(crate) numbers: Vec<(Place, Place)>,
    pub(crate) compatible: Vec<(Place, Place)>,
    pub(crate) conflicts: Vec<Place>,
    pub(crate) speakers: Vec<Speech>,
    pub(crate) relations: Vec<GoldRelation>,
}

impl Group {
    pub(crate) fn project(&self) -> &Project {
        self.editor.project()
    }

    /// The longest name that is marked with a key.
    pub(crate) fn name_of(&self, key: &str) -> Option<&str> {
        let with_key = self.marks.iter().filter(|mark| mark.key.as_deref() == Some(key));
        with_key.filter_map(|mark| self.words(&mark.place)).max_by_key(|words| words.len())
    }

    pub(crate) fn words(&self, place: &Place) -> Option<&str> {
        Some(self.project().article(&place.article)?.text.slice(place.range))
    }
}

pub(crate) fn stamp() -> Stamp {
    let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
    Stamp { at, by: String::new() }
}

/// Reads all groups of a folder, by name.
pub(crate) fn read_all(folder: &Path) -> Vec<Group> {
    let mut folders: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.iter().map(|path| read(path)).collect()
}

fn read(folder: &Path) -> Group {
    let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
    let mut editor = Editor::new(Project::new(&name, news_claims(), stamp().at));
    let mut marks = Vec::new();
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    for path in &files {
        let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let raw = fs::read_to_string(path).expect("a text");
        let (head, body) = raw.split_once("\n\n").expect("fields and a text");
        let field =
            |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or_default();
        let (text, found) = match field("text") {
            "" => marked(body),
            file => {
                let path = folder.join("../../../articles").join(file);
                let text = fs::read_to_string(path).expect("an article");
                let found = listed(&text, body);
                (text, found)
            }
        };
        let article = ArticleId::from(id.as_str());
        let of_article = |(label, key, start, end)| Mark {
            place: Place { article: article.clone(), range: range(start, end) },
            label,
            key,
        };
        marks.extend(found.into_iter().map(of_article));
        let fields = ArticleFields {
            title: field("title").to_owned(),
            source: field("source").to_owned(),
            date: field("date").to_owned(),
            language: "en".to_owned(),
            ..Default::default()
        };
        let new = NewArticle { id: Some(article), index: None, fields, text: Text::new(text) };
        editor.perform(Command::AddArticles(vec![new]), stamp()).expect("an article");
    }
    let gold = fs::read_to_string(folder.join("gold.json")).expect("gold.json");
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    with_gold(name, editor, marks, &gold)
}

type FoundMark = (String, Option<String>, usize, usize);

/// The text without its marks, and the marks.
fn marked(body: &str) -> (String, Vec<FoundMark>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (inner, after) = after.split_once('}').expect("the end of a mark");
        let (label, words) = inner.split_once('|').expect("a label");
        let (label, key) = label.split_once('#').map_or((label, None), |(label, key)| (label, Some(key.to_owned())));
        marks.push((label.to_owned(), key, text.len(), text.len() + words.len()));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    (text, marks)
}

/// The marks of a list: `label#key|words|n`.
fn listed(text: &str, body: &str) -> Vec<FoundMark> {
    let line = |line: &str| {
        let mut parts = line.split('|');
        let (label, words) = (parts.next().expect("a label"), parts.next().expect("words"));
        let nth = parts.next().map_or(0, |nth| nth.parse().expect("a number"));
        let (label, key) = label.split_once('#').map_or((label, None), |(label, key)| (label, Some(key.to_owned())));
        let start = overlapping(text, words).nth(nth).unwrap_or_else(|| panic!("{words} is not in the text"));
        (label.to_owned(), key, start, start + words.len())
    };
    body.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

/// Where words occur, also where they overlap.
fn overlapping<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.char_indices().map(|(at, _)| at).filter(move |&at| text[at..].starts_with(words))
}

fn with_gold(name: String, editor: Editor, marks: Vec<Mark>, gold: &Value) -> Group {
    let project = editor.project().clone();
    let list = |key: &str| gold[key].as_array().cloned().unwrap_or_default();
    let find = |one: &Value, key: &str| place(&project, one, key);
    let pairs = |key: &str| -> Vec<(Place, Place)> {
        list(key).iter().map(|pair| (find(&pair[0], "text"), find(&pair[1], "text"))).collect()
    };
    let speech = |one: &Value| {
        let content = find(one, "content");
        Speech {
            source: nearest(&project, &content, one["source"].as_str().unwrap_or_default()),
            content,
            entity: one["entity"].as_str().map(str::to_owned),
        }
    };
    let relation = |one: &Value| GoldRelation {
        kind: one["type"].as_str().unwrap_or_default().to_owned(),
        from: find(&one["from"], "text"),
        to: find(&one["to"], "text"),
    };
    Group {
        name,
        marks,
        claims: list("claims").iter().map(|one| find(one, "text")).collect(),
        repeats: pairs("repeats"),
        numbers: pairs("numbers"),
        compatible: pairs("compatible"),
        conflicts: list("conflicts").iter().map(|one| find(one, "text")).collect(),
        speakers: list("speakers").iter().map(speech).collect(),
        relations: list("relations").iter().map(relation).collect(),
        editor,
    }
}

fn range(start: usize, end: usize) -> TextRange {
    TextRange::new(ByteOffset(start as u32), ByteOffset(end as u32))
}

fn place(project: &Project, one: &Value, key: &str) -> Place {
    let article = ArticleId::from(one["article"].as_str().unwrap_or_default());
    let words = one[key].as_str().unwrap_or_default();
    let nth = one["nth"].as_u64().unwrap_or(0) as usize;
    let text = project.article(&article).unwrap_or_else(|| panic!("no article {article}")).text.clone();
    let start =
        overlapping(text.as_str(), words).nth(nth).unwrap_or_else(|| panic!("{article}: {words:?} is not in the text"));
    Place { article, range: range(start, start + words.len()) }
}

/// The occurrence of complete words that is nearest to a place.
fn nearest(project: &Project, to: &Place, words: &str) -> Place {
    let text = project.article(&to.article).expect("an article").text.clone();
    let (from, end) = (to.range.start().index(), to.range.end().index());
    let away = |start: &usize| if *start < from { from - start } else { start.saturating_sub(end) };
    let is_word = |start: &usize| {
        let (before, after) = (&text.as_str()[..*start], &text.as_str()[start + words.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let start = overlapping(text.as_str(), words)
        .filter(is_word)
        .min_by_key(away)
        .unwrap_or_else(|| panic!("{words:?} is not in the text"));
    Place { article: to.article.clone(), range: range(start, start + words.len()) }
}
