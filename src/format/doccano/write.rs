//! Writes an article as a line.

use std::collections::HashMap;
use std::rc::Rc;

use crate::format::article_lines::{
    Records, TagPart, first_parts, relations_within, tag_parts, tags_of, written_records,
};
use crate::format::article_meta::meta;
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::format::export_names::ExportNames;
use crate::format::file_parts::joined;
use crate::format::{ExportOptions, FileParts, WrittenFile};
use crate::json::{Json, NewObject};
use crate::model::{AnnotationId, Article, ArticleId, Project, Relation};

/// What the lines of a file have in common.
pub(in crate::format) struct Numbering {
    has_relations: bool,
    /// The next id of a span or relation.
    next_id: u32,
}

impl Numbering {
    /// The numbering of a file, with relations or without.
    pub(in crate::format) fn new(has_relations: bool) -> Self {
        Self { has_relations, next_id: 1 }
    }
}

pub(super) fn parts<'a>(project: &'a Project, extension: &str, options: ExportOptions) -> FileParts<'a> {
    let writer = Writer::new(project);
    let mut numbering = Numbering::new(!writer.relations.is_empty());
    let record = Box::new(move |article: &Article| writer.record(article, &mut numbering));
    written_records(project, extension, options, Records::Lines, record)
}

/// Writes the lines of a project, which may be a part of another one.
pub(in crate::format) fn numbered(
    project: &Project,
    extension: &str,
    options: ExportOptions,
    numbering: &mut Numbering,
) -> Vec<WrittenFile> {
    let writer = Writer::new(project);
    let record = Box::new(|article: &Article| writer.record(article, numbering));
    joined(written_records(project, extension, options, Records::Lines, record))
}

struct Writer<'a> {
    project: &'a Project,
    names: ExportNames,
    relations: HashMap<ArticleId, Vec<Rc<Relation>>>,
}

impl<'a> Writer<'a> {
    fn new(project: &'a Project) -> Self {
        Self { project, names: ExportNames::of(project.schema()), relations: relations_within(project) }
    }

    fn record(&self, article: &Article, numbering: &mut Numbering) -> Json {
        let Self { project, names, relations } = self;
        let tags = tags_of(project, &article.id);
        let parts = tag_parts(&tags);
        let mut record = NewObject::default();
        record.required("text", &article.text.as_str());
        if numbering.has_relations {
            let next_id = &mut numbering.next_id;
            let (first_id, of_article) = (*next_id, relations.get(&article.id).map_or(&[][..], Vec::as_slice));
            record.required("entities", &entities(names, article, &parts, first_id));
            *next_id += parts.len() as u32;
            record.required("relations", &relations_of(names, of_article, &first_parts(&parts), first_id, next_id));
        } else {
            record.required("label", &labels(names, article, &parts));
        }
        record.required("meta", &meta(article));
        record.into()
    }
}

fn labels(names: &ExportNames, article: &Article, parts: &[TagPart<'_>]) -> Vec<Json> {
    let table = OffsetTable::new(&article.text, OffsetUnit::Utf16);
    let label = |part: &TagPart<'_>| {
        let (start, end) = table.offsets(part.range);
        Json::Array(vec![start.into(), end.into(), names.label(&part.tag.label).into()])
    };
    parts.iter().map(label).collect()
}

/// The spans with ids from `first_id` on. doccano expects numbers.
fn entities(names: &ExportNames, article: &Article, parts: &[TagPart<'_>], first_id: u32) -> Vec<Json> {
    let table = OffsetTable::new(&article.text, OffsetUnit::Utf16);
    let entity = |(at, part): (usize, &TagPart<'_>)| {
        let (start, end) = table.offsets(part.range);
        let mut entity = NewObject::default();
        entity.required("id", &(first_id + at as u32));
        entity.required("label", &names.label(&part.tag.label));
        entity.required("start_offset", &start);
        entity.required("end_offset", &end);
        entity.into()
    };
    parts.iter().enumerate().map(entity).collect()
}

fn relations_of(
    names: &ExportNames,
    relations: &[Rc<Relation>],
    parts: &HashMap<&AnnotationId, usize>,
    first_id: u32,
    next_id: &mut u32,
) -> Vec<Json> {
    let id_of = |tag: &AnnotationId| parts.get(tag).map(|at| first_id + *at as u32);
    let mut all = Vec::with_capacity(relations.len());
    for relation in relations {
        let (Some(from), Some(to)) = (id_of(&relation.from), id_of(&relation.to)) else { continue };
        let mut record = NewObject::default();
        record.required("id", &*next_id);
        record.required("from_id", &from);
        record.required("to_id", &to);
        record.required("type", &names.relation_type(&relation.kind));
        all.push(record.into());
        *next_id += 1;
    }
    all
}
