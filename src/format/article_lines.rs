//! Writes a record for each article, as JSON Lines or in a list, and lists what such records are made of.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::file_name::unique_file_name;
use super::left_out::is_across_articles;
use super::{ExportOptions, FilePart, FileParts, file_name};
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

/// What is around the records of a file.
#[derive(Clone, Copy)]
pub(super) enum Records {
    /// A record a line.
    Lines,
    /// One list.
    List,
}

impl Records {
    /// What is before a record, and after it.
    fn around(self, is_first: bool, is_last: bool) -> (&'static str, &'static str) {
        match (self, is_first, is_last) {
            (Self::Lines, ..) => ("", "\n"),
            (Self::List, true, true) => ("[\n", "\n]\n"),
            (Self::List, true, false) => ("[\n", ""),
            (Self::List, false, false) => (",\n", ""),
            (Self::List, false, true) => (",\n", "\n]\n"),
        }
    }

    /// A file without records.
    fn none(self) -> &'static str {
        match self {
            Self::Lines => "",
            Self::List => "[\n\n]\n",
        }
    }
}

/// Writes a record for each article, in one file or in a file each. Each part has one.
pub(super) fn written_records<'a>(
    project: &'a Project,
    extension: &str,
    options: ExportOptions,
    records: Records,
    mut record: Box<dyn FnMut(&Article) -> Json + 'a>,
) -> FileParts<'a> {
    let articles = project.articles();
    let of_all: Rc<str> = Rc::from(file_name(&project.title, extension));
    let own = options.one_file_each.then(|| article_files(project, extension));
    let empty = articles.is_empty().then(|| FilePart::new(Rc::clone(&of_all), records.none().to_owned()));
    let record = move |(at, article): (usize, &Rc<Article>)| {
        let own = own.as_ref().and_then(|own| own.get(at));
        let (before, after) = match own {
            Some(_) => records.around(true, true),
            None => records.around(at == 0, at + 1 == articles.len()),
        };
        FilePart::new(own.unwrap_or(&of_all).clone(), format!("{before}{}{after}", to_line(&record(article))))
    };
    Box::new(empty.into_iter().chain(articles.iter().enumerate().map(record)))
}

/// The name of the file of each article.
pub(super) fn article_files(project: &Project, extension: &str) -> Vec<Rc<str>> {
    let mut used = HashSet::new();
    let name = |article: &Rc<Article>| unique_file_name(&article.title, extension, &mut used).into();
    project.articles().iter().map(name).collect()
}
