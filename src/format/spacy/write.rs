//! Writes an article as a document of spaCy.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::format::article_lines::{Records, tag_parts, tags_of, written_records};
use crate::format::article_meta::meta;
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::format::entity_ids::entity_ids;
use crate::format::export_names::ExportNames;
use crate::format::tag_tokens::{Token, tokens, without_outer_spaces};
use crate::format::{ExportOptions, FileParts};
use crate::json::{Json, NewObject};
use crate::model::{Annotation, Article, EntityId, LabelKind, Project};
use crate::order;
use crate::text::TextRange;

pub(super) fn parts<'a>(project: &'a Project, extension: &str, options: ExportOptions) -> FileParts<'a> {
    let writer = Writer { project, names: ExportNames::of(project.schema()), entities: entity_ids(project) };
    let record = Box::new(move |article: &Article| writer.document(article));
    written_records(project, extension, options, Records::Lines, record)
}

struct Writer<'a> {
    project: &'a Project,
    names: ExportNames,
    entities: HashMap<EntityId, String>,
}

/// A tag, or a part of one, without the spaces at its ends.
type Span<'a> = (&'a Annotation, TextRange);

impl Writer<'_> {
    fn document(&self, article: &Article) -> Json {
        let tags = tags_of(self.project, &article.id);
        let parts = tag_parts(&tags);
        let trimmed = |range| without_outer_spaces(&article.text, range);
        let spans: Vec<Span<'_>> = parts.iter().filter_map(|part| Some((&**part.tag, trimmed(part.range)?))).collect();
        let ranges: Vec<TextRange> = spans.iter().map(|(_, range)| *range).collect();
        let table = OffsetTable::new(&article.text, OffsetUnit::CodePoints);
        let span = |span: &Span<'_>| self.span(*span, &table);
        let mut groups = NewObject::default();
        groups.required("sc", &spans.iter().map(span).collect::<Vec<_>>());
        let mut document = NewObject::default();
        document.required("text", &article.text.as_str());
        document.required("ents", &self.entities_of(&spans).iter().map(span).collect::<Vec<_>>());
        document.required("tokens", &token_records(&tokens(&article.text, &ranges), &table));
        document.required("spans", &Json::from(groups));
        document.required("meta", &meta(article));
        document.into()
    }

    /// The spans that are entities for spaCy: none that overlaps a longer one, and no claims.
    fn entities_of<'a>(&self, spans: &[Span<'a>]) -> Vec<Span<'a>> {
        let is_claim = |tag: &Annotation| {
            self.project.schema().label(&tag.label).is_some_and(|label| label.kind == LabelKind::Claim)
        };
        let mut longest: Vec<Span<'a>> = spans.iter().copied().filter(|(tag, _)| !is_claim(tag)).collect();
        order::sort_by_key(&mut longest, |(_, range)| (Reverse(range.len()), range.start()));
        let mut covered = Covered::default();
        longest.retain(|(_, range)| covered.add(*range));
        order::sort_by_key(&mut longest, |(_, range)| range.start());
        longest
    }

    fn span(&self, (tag, range): Span<'_>, table: &OffsetTable<'_>) -> Json {
        let (start, end) = table.offsets(range);
        let entity = tag.entity.as_ref().and_then(|id| self.entities.get(id)).map_or("", String::as_str);
        let mut span = NewObject::default();
        span.required("start", &start);
        span.required("end", &end);
        span.required("label", &self.names.label(&tag.label));
        span.required("kb_id", &entity);
        span.into()
    }
}

fn token_records(tokens: &[Token], table: &OffsetTable<'_>) -> Vec<Json> {
    let record = |(id, token): (usize, &Token)| {
        let (start, end) = table.offsets(token.range);
        let mut record = NewObject::default();
        record.required("id", &(id as u32));
        record.required("start", &start);
        record.required("end", &end);
        record.into()
    };
    tokens.iter().enumerate().map(record).collect()
}

/// Ranges that do not overlap, by start.
#[derive(Default)]
struct Covered(std::collections::BTreeMap<u32, u32>);

impl Covered {
    /// Adds a range unless it overlaps one that was added; returns whether it was.
    fn add(&mut self, range: TextRange) -> bool {
        let (start, end) = (range.start().0, range.end().0);
        let is_free = self.0.range(..end).next_back().is_none_or(|(_, &before)| before <= start);
        if is_free {
            self.0.insert(start, end);
        }
        is_free
    }
}
