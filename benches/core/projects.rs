//! Projects of any size: one article with many annotations, a fifth of them nested or crossing, or many small articles.

use crossread::format::native;
use crossread::model::{AnnotationId, Project, Timestamp, news_claims};
use crossread::text::Text;
use serde_json::{Value, json};

/// One line of the text, in bytes. Annotations are about 100 bytes apart.
const LINE: &str =
    "The minister said on Monday that 26,000 people had crossed the Channel in small boats since January.\n";

/// One article with so many annotations.
pub(crate) fn one_article(annotations: usize) -> Project {
    project(1, annotations)
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

/// The annotation of a number: every fifth is around the one before it, or crosses that.
fn annotation(text: &str, number: usize, of_article: usize, label: &str) -> Value {
    let (article, line) = (number / of_article, number % of_article);
    let at = line * LINE.len();
    let (start, end) = match line % 10 {
        4 if line > 0 => (at - LINE.len() + 2, at + 20),
        9 => (at - 30, at + 10),
        _ => (at + 4, at + 12),
    };
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
    AnnotationId::new(format!("a{}", project.annotation_count() / 2 + 1))
}
