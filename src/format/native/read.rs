//! Converts the records of the native JSON to a project, and checks every invariant.

use std::rc::Rc;

use super::read_each;
use super::records::{AnnotationRecord, ArticleRecord, Document, EntityRecord, RangeRecord, RelationRecord};
use crate::format::{ReadError, ReadProblem};
use crate::json::{Expected, Found, JsonProblem, excerpt};
use crate::model::{
    Annotation, AnnotationSet, Article, ArticleId, Entity, Invalid, LabelId, Project, RecordKind, Relation, Timestamp,
    field_limits,
};
use crate::text::{CodePointOffset, Text, TextRange, is_normalised, normalise};

/// The articles read so far, each with its annotations.
type Articles = Vec<(Rc<Article>, Vec<Rc<Annotation>>)>;

impl Document {
    #[inline(never)]
    pub(super) fn read(self) -> Result<Project, ReadError> {
        let created = time(&self.project.created).map_err(|error| error.within("project.created"))?;
        let schema = self.schema.read().map_err(|error| error.within("schema"))?;
        Project::check_schema(&schema).map_err(|invalid| ReadError::new("schema", invalid))?;
        field_limits::title(&self.project.title).map_err(|invalid| ReadError::new("project.title", invalid))?;
        let mut project = Project::new(self.project.title, schema, created);
        project.extra = self.project.extra;
        project.file_extra = self.extra;

        let mut articles = Articles::new();
        // Entities first, because article attributes may refer to them.
        read_each("entities", self.entities, |record| add_entity(&mut project, record))?;
        read_each("articles", self.articles, |record| add_article(&mut project, &mut articles, record))?;
        read_each("annotations", self.annotations, |record| add_annotation(&mut project, &mut articles, record))?;
        for (article, annotations) in articles {
            project.put_set(&article.id, AnnotationSet::from_all(annotations));
        }
        read_each("relations", self.relations, |record| add_relation(&mut project, record))?;
        read_each("rejected", self.rejected, |id| add_rejected(&mut project, &id))?;
        Ok(project)
    }
}

fn add_article(project: &mut Project, articles: &mut Articles, record: ArticleRecord) -> Result<(), ReadError> {
    let article = Rc::new(article(record)?);
    project.check_article(&article).map_err(|invalid| refused(&article_place(&invalid), invalid))?;
    check_new(project.article(&article.id).is_some(), article.id.as_str())?;
    project.insert_article(articles.len(), &article);
    articles.push((article, Vec::new()));
    Ok(())
}

fn article_place(invalid: &Invalid) -> String {
    match invalid {
        Invalid::Date(_) => "date".to_owned(),
        Invalid::Language(_) => "language".to_owned(),
        // Only attributes of articles refer to other records.
        Invalid::Dangling { .. } => "attributes".to_owned(),
        other => place_of(other),
    }
}

fn add_entity(project: &mut Project, record: EntityRecord) -> Result<(), ReadError> {
    let entity = Rc::new(entity(record)?);
    project.check_entity(&entity).map_err(|invalid| refused(&place_of(&invalid), invalid))?;
    check_new(project.entity(&entity.id).is_some(), entity.id.as_str())?;
    project.put_entity(&entity);
    Ok(())
}

fn add_annotation(project: &mut Project, articles: &mut Articles, record: AnnotationRecord) -> Result<(), ReadError> {
    let (article, annotations) = articles
        .iter_mut()
        .find(|(article, _)| article.id.as_str() == record.article)
        .ok_or_else(|| refused("article", Invalid::dangling(RecordKind::Article, &record.article)))?;
    let annotation = Rc::new(annotation(record, &article.text, &project.created)?);
    project
        .check_annotation_in(&annotation, &article.text)
        .map_err(|invalid| refused(&annotation_place(project, &annotation, &invalid), invalid))?;
    check_new(project.annotation(&annotation.id).is_some(), annotation.id.as_str())?;
    project.index_annotation(&annotation);
    annotations.push(annotation);
    Ok(())
}

/// The field of an annotation that breaks an invariant. Both the annotation and its attributes may refer to an entity.
fn annotation_place(project: &Project, annotation: &Annotation, invalid: &Invalid) -> String {
    let mentions = annotation.entity.as_ref();
    match invalid {
        Invalid::Dangling { kind: RecordKind::Entity, .. }
            if mentions.is_none_or(|id| project.entity(id).is_some()) =>
        {
            "attributes".to_owned()
        }
        _ => place_of(invalid),
    }
}

fn add_relation(project: &mut Project, record: RelationRecord) -> Result<(), ReadError> {
    let relation = Rc::new(relation(record, &project.created)?);
    project.check_relation(&relation).map_err(|invalid| refused(&place_of(&invalid), invalid))?;
    check_new(project.relation(&relation.id).is_some(), relation.id.as_str())?;
    project.put_relation(&relation);
    Ok(())
}

/// An id that is listed twice is kept once: the field is a set.
fn add_rejected(project: &mut Project, id: &str) -> Result<(), ReadError> {
    Project::check_suggestion(id).map_err(|invalid| refused("", invalid))?;
    project.set_rejected(id, true);
    Ok(())
}

fn refused(place: &str, invalid: Invalid) -> ReadError {
    ReadError::new(place, invalid)
}

fn check_new(is_taken: bool, id: &str) -> Result<(), ReadError> {
    if is_taken { Err(refused("id", Invalid::DuplicateId(id.to_owned()))) } else { Ok(()) }
}

/// The field of a record that breaks an invariant; empty if several fields may be the cause.
fn place_of(invalid: &Invalid) -> String {
    let field = match invalid {
        Invalid::DuplicateId(_) | Invalid::BadId(_) => "id",
        Invalid::Dangling { kind, .. } => match kind {
            RecordKind::Article => "article",
            RecordKind::Entity => "entity",
            RecordKind::Relation => "relation",
            RecordKind::Label => "label",
            RecordKind::RelationType => "type",
            RecordKind::Annotation => "",
        },
        Invalid::Range(_) | Invalid::RangesOutOfOrder => "ranges",
        Invalid::Attribute { name, .. } => return format!("attributes.{name}"),
        Invalid::DuplicateAttribute(_) => "attributes",
        Invalid::RelatesToItself => "to",
        Invalid::NotNormalised => "text",
        Invalid::TooLong { field, .. } => field.name(),
        Invalid::TooManyLabels { .. } => "labels",
        Invalid::EndLabel(_) | Invalid::Date(_) | Invalid::Language(_) => "",
    };
    field.to_owned()
}

/// Converts the record of an article. Its text must be normalised.
pub(crate) fn article(record: ArticleRecord) -> Result<Article, ReadError> {
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
    let text = Text::new(record.text);
    if !record.sha256.is_empty() && !record.sha256.eq_ignore_ascii_case(text.sha256()) {
        let (expected, found) = (text.sha256().to_owned(), excerpt(&record.sha256));
        return Err(ReadError::new("sha256", ReadProblem::Checksum { expected, found }));
    }
    Ok(Article {
        id: ArticleId::new(record.id),
        title: record.title,
        source: record.source,
        date: record.date,
        language: record.language,
        text,
        note: record.note,
        status: record.status,
        attributes: record.attributes,
        extra: record.extra,
    })
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
        let expected = text.to_utf16(position).0;
        if let Some(found) = found.filter(|&found| found != expected) {
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
