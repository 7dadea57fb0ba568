//! Converts records of the native JSON.

use super::read_each;
use super::records::{AnnotationRecord, ArticleRecord, EntityRecord, PredictionRecord, RangeRecord, RelationRecord};
use crate::format::{ReadError, ReadProblem};
use crate::json::{Expected, Found, JsonProblem, excerpt};
use crate::model::{
    Annotation, Article, ArticleId, Entity, Invalid, LabelId, PredictedRelation, Prediction, RecordKind, Relation,
    Timestamp,
};
use crate::text::{CodePointOffset, Text, TextRange, is_normalised, normalise};
use std::rc::Rc;

/// The field of a record that breaks an invariant; empty if several fields may be the cause.
pub(super) fn place_of(invalid: &Invalid) -> String {
    let field = match invalid {
        Invalid::DuplicateId(_) | Invalid::BadId(_) => "id",
        Invalid::Dangling { kind, .. } => match kind {
            RecordKind::Article => "article",
            RecordKind::Entity => "entity",
            RecordKind::Relation => "relation",
            RecordKind::Label => "label",
            RecordKind::RelationType => "type",
            RecordKind::Annotation | RecordKind::Prediction => "",
        },
        Invalid::Range(_) | Invalid::RangesOutOfOrder => "ranges",
        Invalid::Attribute { name, .. } => return format!("attributes.{name}"),
        Invalid::DuplicateAttribute(_) => "attributes",
        Invalid::RelatesToItself => "to",
        Invalid::NotNormalised => "text",
        Invalid::TooLong { field, .. } => field.name(),
        Invalid::Score => "score",
        Invalid::PredictedEntity => "annotation",
        Invalid::TooManyLabels { .. } => "labels",
        Invalid::EndLabel(_) | Invalid::Date(_) | Invalid::Language(_) => "",
    };
    field.to_owned()
}

/// Converts the record of an article. Its text must be normalised, and have the checksum of the record.
pub(crate) fn article(record: ArticleRecord) -> Result<Article, ReadError> {
    let (article, sha256) = article_and_checksum(record)?;
    if !sha256.is_empty() && !sha256.eq_ignore_ascii_case(article.text.sha256()) {
        let (expected, found) = (article.text.sha256().to_owned(), excerpt(&sha256));
        return Err(ReadError::new("sha256", ReadProblem::Checksum { expected, found }));
    }
    Ok(article)
}

/// Converts the record of an article, without comparing its text with the checksum, which is returned. Its text must be
/// normalised.
pub(super) fn article_and_checksum(record: ArticleRecord) -> Result<(Article, String), ReadError> {
    let refuse = |problem: ReadProblem| Err(ReadError::new("text", problem));
    if record.text.len() > Text::MAX_BYTES {
        return refuse(ReadProblem::TooLarge { found: record.text.len(), most: Text::MAX_BYTES });
    }
    if !is_normalised(&record.text) {
        let normalised = normalise(&record.text);
        return refuse(match normalised.removed_bom {
            true => ReadProblem::ByteOrderMark,
            false => ReadProblem::CarriageReturns(normalised.line_ends),
        });
    }
    let article = Article {
        id: ArticleId::new(record.id),
        title: record.title,
        source: record.source,
        date: record.date,
        language: record.language,
        text: Text::new(record.text),
        note: record.note,
        status: record.status,
        attributes: record.attributes,
        extra: record.extra,
    };
    Ok((article, record.sha256))
}

/// Converts the record of an entity.
pub(crate) fn entity(record: EntityRecord) -> Result<Entity, ReadError> {
    Ok(Entity {
        id: record.id.as_str().into(),
        name: record.name,
        label: record.label.map(LabelId::new),
        aliases: record.aliases,
        identifiers: record.identifiers,
        note: record.note,
        extra: record.extra,
    })
}

/// Converts the record of an annotation; `text` is that of its article. `default_created` is used if the record has no
/// creation time.
pub(crate) fn annotation(
    record: AnnotationRecord,
    text: &Text,
    default_created: &Timestamp,
) -> Result<Annotation, ReadError> {
    Ok(Annotation {
        id: record.id.as_str().into(),
        article: record.article.as_str().into(),
        label: record.label.as_str().into(),
        ranges: read_each("ranges", record.ranges, |record| range(&record, text))?,
        attributes: record.attributes,
        entity: record.entity.map(|id| id.as_str().into()),
        note: record.note,
        created: time_or(record.created, default_created)?,
        modified: record.modified.map(|at| time(&at).map_err(|error| error.within("modified"))).transpose()?,
        creator: record.creator,
        modifier: record.modifier,
        row_title: record.row_title,
        extra: record.extra,
    })
}

/// Converts the record of a relation. `default_created` is used if the record has no creation time.
pub(crate) fn relation(record: RelationRecord, default_created: &Timestamp) -> Result<Relation, ReadError> {
    Ok(Relation {
        id: record.id.as_str().into(),
        kind: record.kind.as_str().into(),
        from: record.from.as_str().into(),
        to: record.to.as_str().into(),
        note: record.note,
        created: time_or(record.created, default_created)?,
        creator: record.creator,
        extra: record.extra,
    })
}

/// Converts the record of a prediction; `text` is that of its article.
pub(crate) fn prediction(
    record: PredictionRecord,
    text: &Text,
    default_created: &Timestamp,
) -> Result<Prediction, ReadError> {
    let tag = annotation(record.annotation, text, default_created).map_err(|error| error.within("annotation"))?;
    let relations = record.relations.into_iter();
    Ok(Prediction {
        tag: Rc::new(tag),
        source: record.source,
        model: record.model,
        score: record.score,
        relations: relations
            .map(|one| PredictedRelation { kind: one.kind.as_str().into(), to: one.to.as_str().into() })
            .collect(),
        accepted: record.accepted.map(|id| id.as_str().into()),
        extra: record.extra,
    })
}

fn range(record: &RangeRecord, text: &Text) -> Result<TextRange, ReadError> {
    let (start, end) = (record.start, record.end);
    let range = text.range(CodePointOffset(start), CodePointOffset(end));
    let range = range.map_err(|error| ReadError::new("", Invalid::Range(error)))?;
    let exact = text.slice(range);
    if exact != record.exact {
        let (expected, found) = (excerpt(exact), excerpt(&record.exact));
        return Err(ReadError::new("exact", ReadProblem::OtherText { expected, found, start, end }));
    }
    for (place, position, found) in
        [("utf16Start", range.start(), record.utf16_start), ("utf16End", range.end(), record.utf16_end)]
    {
        let Some(found) = found else { continue };
        let expected = text.to_utf16(position).0;
        if found != expected {
            return Err(ReadError::new(place, ReadProblem::OtherOffset { expected, found }));
        }
    }
    let before = text.as_str().get(..range.start().index()).unwrap_or_default();
    let after = text.as_str().get(range.end().index()..).unwrap_or_default();
    if let Some(prefix) = record.prefix.as_ref().filter(|prefix| !before.ends_with(prefix.as_str())) {
        return Err(ReadError::new("prefix", ReadProblem::OtherPrefix(excerpt(prefix))));
    }
    if let Some(suffix) = record.suffix.as_ref().filter(|suffix| !after.starts_with(suffix.as_str())) {
        return Err(ReadError::new("suffix", ReadProblem::OtherSuffix(excerpt(suffix))));
    }
    Ok(range)
}

/// Parses a time; the caller adds the place to the error.
pub(crate) fn time(text: &str) -> Result<Timestamp, ReadError> {
    let unexpected = || JsonProblem::Unexpected { expected: Expected::Time, found: Found::Text(excerpt(text)) };
    Timestamp::parse(text).ok_or_else(|| ReadError::new("", unexpected()))
}

fn time_or(text: Option<String>, default_created: &Timestamp) -> Result<Timestamp, ReadError> {
    text.map_or_else(|| Ok(default_created.clone()), |text| time(&text).map_err(|error| error.within("created")))
}
