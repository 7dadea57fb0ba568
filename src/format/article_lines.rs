//! Writes JSON Lines with a line for each article, and lists what such lines are made of.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::left_out::is_across_articles;
use super::{ExportOptions, WrittenFile, file_name};
use crate::json::{Json, to_line};
use crate::model::{Annotation, AnnotationId, Article, ArticleId, Project, Relation};
use crate::text::TextRange;

/// A part of a tag; formats without tags of several parts have each as a tag.
#[derive(Clone, Copy)]
pub(super) struct TagPart<'a> {
    pub(super) tag: &'a Rc<Annotation>,
    pub(super) range: TextRange,
    /// Whether it is the first part: relations are to that one.
    pub(super) is_first: bool,
}

/// The parts of all tags of an article, in order of tags.
pub(super) fn tag_parts(tags: &[Rc<Annotation>]) -> Vec<TagPart<'_>> {
    let mut parts = Vec::with_capacity(tags.len());
    for tag in tags {
        parts.extend(tag.ranges.iter().enumerate().map(|(at, &range)| TagPart { tag, range, is_first: at == 0 }));
    }
    parts
}

/// The index of the first part of each tag.
pub(super) fn first_parts<'a>(parts: &[TagPart<'a>]) -> HashMap<&'a AnnotationId, usize> {
    parts.iter().enumerate().filter(|(_, part)| part.is_first).map(|(at, part)| (&part.tag.id, at)).collect()
}

/// The tags of an article.
pub(super) fn tags_of(project: &Project, article: &ArticleId) -> Vec<Rc<Annotation>> {
    project.annotations_of(article).iter().cloned().collect()
}

/// The relations between tags of one article, by article.
pub(super) fn relations_within(project: &Project) -> HashMap<ArticleId, Vec<Rc<Relation>>> {
    let mut by_article: HashMap<ArticleId, Vec<Rc<Relation>>> = HashMap::new();
    for relation in project.relations().filter(|relation| !is_across_articles(project, relation)) {
        if let Some(tag) = project.annotation(&relation.from) {
            by_article.entry(tag.article.clone()).or_default().push(relation.clone());
        }
    }
    by_article
}

/// Writes a line for each article, in one file or in a file each.
pub(super) fn written_lines(
    project: &Project,
    extension: &str,
    options: ExportOptions,
    record: &mut dyn FnMut(&Article) -> Json,
) -> Vec<WrittenFile> {
    let mut line = |article: &Rc<Article>| to_line(&record(article)) + "\n";
    if !options.one_file_each || project.articles().is_empty() {
        let text: String = project.articles().iter().map(line).collect();
        return vec![WrittenFile { name: file_name(&project.title, extension), bytes: text.into_bytes() }];
    }
    let mut used = HashSet::new();
    let file = |article: &Rc<Article>| {
        let mut name = file_name(&article.title, extension);
        let mut number = 2;
        while !used.insert(name.clone()) {
            name = file_name(&format!("{} {number}", article.title), extension);
            number += 1;
        }
        WrittenFile { name, bytes: line(article).into_bytes() }
    };
    project.articles().iter().map(file).collect()
}
