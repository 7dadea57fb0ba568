//! What an export would write: the first lines of each file.

use std::rc::Rc;

use super::FilePart;
use crate::model::{Annotation, AnnotationSet, Article, Project, Relation};
use crate::text::{ByteOffset, Text};

/// How many lines of a file are shown, and how many bytes of a line.
const LINES: usize = 12;
const LINE_BYTES: usize = 400;
/// How many files are shown.
const FILES: usize = 20;
/// Larger projects are shown by a part of them: bytes of text, and annotations.
const PROJECT_BYTES: usize = 400_000;
const PROJECT_ANNOTATIONS: usize = 4_000;
/// How large the part is.
const SAMPLE_BYTES: usize = 20_000;
const SAMPLE_ANNOTATIONS: usize = 500;

/// A project to show an export of, which is written without blocking the page.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The project, or the beginning of its first article with some of its tags.
    pub project: Project,
    /// Whether this is the whole project.
    pub is_whole: bool,
}

impl Sample {
    /// A sample of a project.
    pub fn of(project: &Project) -> Self {
        let bytes: usize = project.articles().iter().map(|article| article.text.len()).sum();
        if bytes <= PROJECT_BYTES && project.annotation_count() <= PROJECT_ANNOTATIONS {
            return Self { project: project.clone(), is_whole: true };
        }
        Self { project: beginning(project), is_whole: false }
    }
}

/// The beginning of the first article, as a project.
fn beginning(project: &Project) -> Project {
    let mut sample = Project::new(project.title.clone(), (**project.schema()).clone(), project.created.clone());
    let Some(article) = project.articles().first() else { return sample };
    project.entities().for_each(|entity| sample.put_entity(entity));
    let end = article.text.floor_grapheme(ByteOffset::from_index(article.text.len().min(SAMPLE_BYTES)));
    let text = article.text.as_str().get(..end.index()).unwrap_or_default();
    let cut = Article { text: Text::new(text), ..(**article).clone() };
    sample.insert_article(0, &Rc::new(cut));
    let set = project.annotations_of(&article.id);
    let is_inside = |tag: &&Rc<Annotation>| tag.end() <= end;
    let tags: Vec<_> = set.iter().take_while(|tag| tag.start() < end).filter(is_inside).cloned().collect();
    let tags: Vec<_> = tags.into_iter().take(SAMPLE_ANNOTATIONS).collect();
    let repeated = sample.index_annotations(&tags);
    debug_assert!(repeated.is_none());
    let relations: Vec<Rc<Relation>> = tags.iter().flat_map(|tag| project.relations_of(&tag.id)).cloned().collect();
    sample.put_set(&article.id, AnnotationSet::from_all(tags));
    let has_ends = |one: &Relation| sample.annotation(&one.from).is_some() && sample.annotation(&one.to).is_some();
    let relations: Vec<_> = relations.into_iter().filter(|one| has_ends(one)).collect();
    relations.iter().for_each(|relation| sample.put_relation(relation));
    sample
}

/// The files of an export, with their first lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportPreview {
    /// The first files.
    pub files: Vec<FilePreview>,
    /// The number of all files.
    pub count: usize,
    /// The name of the last file that was added.
    last: String,
}

/// The beginning of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilePreview {
    /// The name of the file.
    pub name: String,
    /// The number of its bytes.
    pub bytes: usize,
    /// Its first lines, long ones cut.
    pub lines: Vec<String>,
    /// Whether there are more lines.
    pub has_more: bool,
}

impl ExportPreview {
    /// Adds what is written of a file.
    pub fn add(&mut self, part: &FilePart) {
        if self.count == 0 || self.last != *part.name {
            self.count += 1;
            part.name.as_ref().clone_into(&mut self.last);
            if self.files.len() < FILES {
                self.files.push(FilePreview { name: self.last.clone(), ..FilePreview::default() });
            }
        }
        if let Some(file) = self.files.last_mut().filter(|file| file.name == *part.name) {
            file.add(&part.bytes);
        }
    }
}

impl FilePreview {
    fn add(&mut self, bytes: &[u8]) {
        // A part ends with a line, but for the last line of a file.
        let mut rest = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        while !rest.is_empty() && self.lines.len() < LINES {
            let end = memchr::memchr(b'\n', rest);
            let (line, after) = end.map_or((rest, &[][..]), |end| (&rest[..end], &rest[end + 1..]));
            let shown = String::from_utf8_lossy(&line[..line.len().min(LINE_BYTES)]);
            let shown = shown.trim_end_matches(['\u{fffd}', '\r']);
            self.lines.push(if line.len() > LINE_BYTES { format!("{shown}…") } else { shown.to_owned() });
            rest = after;
        }
        self.bytes += bytes.len();
        self.has_more |= !rest.is_empty();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{ExportOptions, formats, native};
    use crate::model::Timestamp;

    fn preview(parts: &[(&str, &str)]) -> ExportPreview {
        let mut preview = ExportPreview::default();
        parts.iter().for_each(|(name, text)| preview.add(&FilePart::new(*name, (*text).to_owned())));
        preview
    }

    #[test]
    fn the_first_lines_of_each_file_are_shown() {
        let long = "é".repeat(1_000);
        let shown =
            preview(&[("a", "\u{feff}1\r\n2\n"), ("a", "3\n"), ("b", &long), ("c", &"x\n".repeat(20)), ("d", "")]);
        assert_eq!(shown.count, 4);
        let of = |at: usize| (shown.files[at].name.as_str(), shown.files[at].bytes, shown.files[at].has_more);
        assert_eq!(
            (0..4).map(of).collect::<Vec<_>>(),
            [("a", 10, false), ("b", 2_000, false), ("c", 40, true), ("d", 0, false)]
        );
        assert_eq!(shown.files[0].lines, ["1", "2", "3"]);
        assert_eq!(shown.files[1].lines, [format!("{}…", "é".repeat(200))]);
        assert_eq!((shown.files[2].lines.len(), shown.files[3].lines.len()), (12, 0));
        let names: Vec<String> = (0..50).map(|number| number.to_string()).collect();
        let many = preview(&names.iter().map(|name| (name.as_str(), "x")).collect::<Vec<_>>());
        assert_eq!((many.files.len(), many.count), (20, 50));
    }

    #[test]
    fn a_large_project_is_shown_by_the_beginning_of_its_first_article() {
        let text = "😀 Anna met Bob.\n".repeat(30_000);
        let tag = |id: usize, start: usize| serde_json::json!({"id": id.to_string(), "article": "a", "label": "l", "ranges": [{"start": start, "end": start + 4, "exact": "Anna"}], "created": "2026-01-01T00:00:00Z"});
        let tags: Vec<_> = (0..3_000).map(|at| tag(at, at * 16 + 2)).collect();
        let relation = |id: &str, to: &str| serde_json::json!({"id": id, "type": "r", "from": "0", "to": to, "created": "2026-01-01T00:00:00Z"});
        let json = serde_json::json!({
            "format": "crossread", "version": 1, "project": {"title": "P", "created": "2026-01-01T00:00:00Z"},
            "schema": {"labels": [{"id": "l", "kind": "other", "name": "L", "colour": "#0072b2", "key": "l"}], "relationTypes": [{"id": "r", "name": "R"}]},
            "articles": [{"id": "a", "title": "A", "text": text}, {"id": "b", "title": "B", "text": "b"}],
            "entities": [], "annotations": tags, "relations": [relation("x", "1"), relation("y", "2999")],
        });
        let project = native::read(&json.to_string()).expect("a project");
        let sample = Sample::of(&project);
        let (articles, tags) = (sample.project.articles().len(), sample.project.annotation_count());
        assert_eq!((sample.is_whole, articles, tags, sample.project.relations().count()), (false, 1, 500, 1));
        assert!(sample.project.articles()[0].text.len() <= SAMPLE_BYTES);
        // It is a project like any other.
        assert!(native::read(&native::write(&sample.project)).is_ok());
        for format in formats() {
            let mut shown = ExportPreview::default();
            format.parts(&sample.project, ExportOptions::default()).for_each(|part| shown.add(&part));
            assert!(shown.count > 0 && !shown.files[0].lines.is_empty(), "{}", format.name());
        }
        let small = Project::new("P", (**project.schema()).clone(), Timestamp::epoch());
        assert!(Sample::of(&small).is_whole && Sample::of(&small).project.is_same(&small));
    }
}
