//! Projects of any size: one article with many annotations, a fifth of them nested or crossing, or many small articles.

use crossread::edit::{ArticleFields, Command, Editor, NewAnnotation, NewArticle, Stamp};
use crossread::format::native;
use crossread::model::{AnnotationId, ArticleId, Project, Timestamp, news_claims};
use crossread::text::{ByteOffset, Text, TextRange};
use serde_json::{Value, json};

/// One line of the text: so short that a million of them are not too long a text. Annotations are about a line apart.
const LINE: &str = "The court let 26,000 in.\n";

/// One article with so many annotations. Made by commands, because the file of a million would be too large to be read.
pub(crate) fn one_article(annotations: usize) -> Project {
    let mut editor = Editor::new(Project::new("Bench", news_claims(), Timestamp::epoch()));
    let id = ArticleId::new("t0");
    let fields = ArticleFields { title: "Article".to_owned(), ..ArticleFields::default() };
    let text = Text::new(LINE.repeat(annotations.max(1)));
    let article = NewArticle { id: Some(id.clone()), index: None, fields, text };
    editor.perform(Command::AddArticles(vec![article]), stamp()).expect("an article");
    let labels = editor.project().schema().labels.clone();
    let tag = |i: usize| {
        let (start, end) = place(i);
        let range = TextRange::new(ByteOffset(start as u32), ByteOffset(end as u32));
        NewAnnotation::tag(id.clone(), range, labels[i % labels.len()].id.clone())
    };
    editor.perform(Command::AnnotateAll((0..annotations).map(tag).collect()), stamp()).expect("annotations");
    Project::clone(editor.project())
}

/// Who makes the changes, and when.
pub(crate) fn stamp() -> Stamp {
    Stamp { at: Timestamp::epoch(), by: String::new() }
}

/// So many articles with so many annotations each, as JSON.
pub(crate) fn json_of(articles: usize, annotations: usize) -> String {
    let schema = news_claims();
    let text = LINE.repeat(annotations.max(1));
    let sha256 = Text::new(text.as_str()).sha256().to_owned();
    let article =
        |i: usize| json!({ "id": format!("t{i}"), "title": format!("Article {i}"), "sha256": sha256, "text": text });
    let tag = |i: usize| annotation(&text, i, annotations, schema.labels[i % schema.labels.len()].id.as_str());
    let empty = native::write(&Project::new("Bench", schema.clone(), Timestamp::epoch()));
    let mut file: Value = serde_json::from_str(&empty).expect("JSON");
    file["articles"] = (0..articles).map(article).collect();
    file["annotations"] = (0..articles * annotations).map(tag).collect();
    format!("{file:#}\n")
}

/// Where the annotation of a line is, in bytes: every fifth is around the one before it, or crosses that.
fn place(line: usize) -> (usize, usize) {
    let at = line * LINE.len();
    match line % 10 {
        4 => (at - LINE.len() + 2, at + 17),
        9 => (at - 17, at + 9),
        _ => (at + 4, at + 12),
    }
}

/// The annotation of a number.
fn annotation(text: &str, number: usize, of_article: usize, label: &str) -> Value {
    let (article, line) = (number / of_article, number % of_article);
    let (start, end) = place(line);
    let range = json!({
        "start": start, "end": end, "utf16Start": start, "utf16End": end, "exact": &text[start..end],
        "prefix": &text[start.saturating_sub(32)..start], "suffix": &text[end..(end + 32).min(text.len())],
    });
    json!({
        "id": format!("a{number}"), "article": format!("t{article}"), "label": label, "ranges": [range],
        "created": "2026-01-01T10:20:30.456Z", "creator": "A reader",
    })
}

/// So many articles with so many annotations each.
pub(crate) fn project(articles: usize, annotations: usize) -> Project {
    native::read(&json_of(articles, annotations)).expect("a project")
}

/// An annotation in the middle of a project.
pub(crate) fn middle(project: &Project) -> AnnotationId {
    let all = project.annotations_of(&project.articles()[0].id);
    let middle = all.iter().nth(all.len() / 2).expect("an annotation");
    middle.id.clone()
}
