//! Writes an article as a task of Prodigy.

use std::collections::HashMap;
use std::rc::Rc;

use crate::format::article_lines::{
    Records, TagPart, first_parts, relations_within, tag_parts, tags_of, written_records,
};
use crate::format::article_meta::meta;
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::format::entity_ids::entity_ids;
use crate::format::export_names::ExportNames;
use crate::format::tag_tokens::{Token, tokens, tokens_of};
use crate::format::{ExportOptions, FileParts};
use crate::json::{Json, NewObject};
use crate::model::{AnnotationId, Article, EntityId, Project, Relation};
use crate::text::TextRange;

pub(super) fn parts<'a>(project: &'a Project, extension: &str, options: ExportOptions) -> FileParts<'a> {
    let writer = Writer { project, names: ExportNames::of(project.schema()), entities: entity_ids(project) };
    let relations = relations_within(project);
    let record =
        Box::new(move |article: &Article| writer.task(article, relations.get(&article.id).map_or(&[], Vec::as_slice)));
    written_records(project, extension, options, Records::Lines, record)
}

struct Writer<'a> {
    project: &'a Project,
    names: ExportNames,
    entities: HashMap<EntityId, String>,
}

impl Writer<'_> {
    fn task(&self, article: &Article, relations: &[Rc<Relation>]) -> Json {
        let tags = tags_of(self.project, &article.id);
        let parts = tag_parts(&tags);
        let ranges: Vec<TextRange> = parts.iter().map(|part| part.range).collect();
        let tokens = tokens(&article.text, &ranges);
        let table = OffsetTable::new(&article.text, OffsetUnit::CodePoints);
        let place = |part: &TagPart<'_>| self.place(part, &tokens, &table);
        let mut task = NewObject::default();
        task.required("text", &article.text.as_str());
        task.required("meta", &meta(article));
        task.required("tokens", &token_records(article, &tokens, &table));
        task.required("spans", &parts.iter().map(|part| self.span(part, place(part))).collect::<Vec<_>>());
        if !relations.is_empty() {
            let ends = first_parts(&parts);
            let part = |tag: &AnnotationId| ends.get(tag).and_then(|&at| parts.get(at));
            let related = |relation: &Rc<Relation>| {
                let (head, child) = (part(&relation.from)?, part(&relation.to)?);
                let last = |part: &TagPart<'_>| tokens_of(&tokens, part.range).map_or(0, |(_, last)| last);
                let mut record = NewObject::default();
                record.required("id", &relation.id.as_str());
                record.required("head", &last(head));
                record.required("child", &last(child));
                record.required("label", &self.names.relation_type(&relation.kind));
                record.required("head_span", &Json::from(place(head)));
                record.required("child_span", &Json::from(place(child)));
                Some(record.into())
            };
            task.required("relations", &relations.iter().filter_map(related).collect::<Vec<Json>>());
        }
        task.required("answer", &"accept");
        task.into()
    }

    /// Where a span is, and which: what a relation repeats of it.
    fn place(&self, part: &TagPart<'_>, tokens: &[Token], table: &OffsetTable<'_>) -> NewObject {
        let (start, end) = table.offsets(part.range);
        let mut span = NewObject::default();
        span.required("start", &start);
        span.required("end", &end);
        if let Some((first, last)) = tokens_of(tokens, part.range) {
            span.required("token_start", &first);
            span.required("token_end", &last);
        }
        span.required("label", &self.names.label(&part.tag.label));
        span.required("tag_id", &part.tag.id.as_str());
        span
    }

    fn span(&self, part: &TagPart<'_>, mut span: NewObject) -> Json {
        if part.is_first {
            let entity = part.tag.entity.as_ref().and_then(|id| self.entities.get(id));
            span.optional("kb_id", &entity.map_or("", String::as_str).to_owned());
            span.optional("note", &part.tag.note);
            span.optional("attributes", &part.tag.attributes);
        }
        span.into()
    }
}

fn token_records(article: &Article, tokens: &[Token], table: &OffsetTable<'_>) -> Vec<Json> {
    let record = |(id, token): (usize, &Token)| {
        let (start, end) = table.offsets(token.range);
        let mut record = NewObject::default();
        record.required("text", &article.text.slice(token.range));
        record.required("start", &start);
        record.required("end", &end);
        record.required("id", &(id as u32));
        record.required("ws", &token.has_space);
        record.into()
    };
    tokens.iter().enumerate().map(record).collect()
}
