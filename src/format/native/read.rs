//! From the records of the native JSON to a project, with every invariant checked on the way.

use std::rc::Rc;

use super::read_each;
use super::records::{AnnotationRecord, ArticleRecord, Document, EntityRecord, RangeRecord, RelationRecord};
use crate::format::ImportError;
use crate::json::quoted;
use crate::limits::mebibytes;
use crate::model::{
    Annotation, AnnotationSet, Article, ArticleId, Entity, Invalid, LabelId, Project, Relation, Timestamp, bounds,
};
use crate::text::{CodePointOffset, Text, TextRange, is_normalised, normalise};

/// The articles read so far, each with its annotations.
type Articles = Vec<(Rc<Article>, Vec<Rc<Annotation>>)>;

impl Document {
    #[inline(never)]
    pub(super) fn read(self) -> Result<Project, ImportError> {
        let created = time(&self.project.created).map_err(|error| error.within("project.created"))?;
        let schema = self.schema.read().map_err(|error| error.within("schema"))?;
        Project::check_schema(&schema).map_err(|invalid| refused("schema", &invalid))?;
        bounds::title(&self.project.title).map_err(|invalid| refused("project.title", &invalid))?;
        let mut project = Project::new(self.project.title, schema, created);
        project.extra = self.project.extra;
        project.file_extra = self.extra;

        let mut articles = Articles::new();
        // An article attribute may name an entity, so entities come first.
        read_each("entities", self.entities, |record| add_entity(&mut project, record))?;
        read_each("articles", self.articles, |record| add_article(&mut project, &mut articles, record))?;
        read_each("annotations", self.annotations, |record| add_annotation(&mut project, &mut articles, record))?;
        for (article, annotations) in articles {
            project.put_set(&article.id, AnnotationSet::from_all(annotations));
        }
        read_each("relations", self.relations, |record| add_relation(&mut project, record))?;
        Ok(project)
    }
}

fn add_article(project: &mut Project, articles: &mut Articles, record: ArticleRecord) -> Result<(), ImportError> {
    let article = Rc::new(article(record)?);
    project.check_article(&article).map_err(|invalid| refused(&article_place(&article, &invalid), &invalid))?;
    check_new(project.article(&article.id).is_some(), article.id.as_str())?;
    project.insert_article(articles.len(), &article);
    articles.push((article, Vec::new()));
    Ok(())
}

fn article_place(article: &Article, invalid: &Invalid) -> String {
    let field = match invalid {
        Invalid::Form { value, .. } if value == &article.date => "date",
        Invalid::Form { .. } => "language",
        Invalid::TooLong { what, .. } => what,
        _ => "id",
    };
    field.to_owned()
}

fn add_entity(project: &mut Project, record: EntityRecord) -> Result<(), ImportError> {
    let entity = Rc::new(entity(record)?);
    project.check_entity(&entity).map_err(|invalid| refused(&place_of(&invalid), &invalid))?;
    check_new(project.entity(&entity.id).is_some(), entity.id.as_str())?;
    project.put_entity(&entity);
    Ok(())
}

fn add_annotation(project: &mut Project, articles: &mut Articles, record: AnnotationRecord) -> Result<(), ImportError> {
    let (article, annotations) = articles
        .iter_mut()
        .find(|(article, _)| article.id.as_str() == record.article)
        .ok_or_else(|| refused("article", &Invalid::Dangling { what: "article", id: record.article.clone() }))?;
    let annotation = Rc::new(annotation(record, &article.text, &project.created)?);
    project
        .check_annotation_in(&annotation, &article.text)
        .map_err(|invalid| refused(&annotation_place(project, &annotation, &invalid), &invalid))?;
    check_new(project.annotation(&annotation.id).is_some(), annotation.id.as_str())?;
    project.index_annotation(&annotation);
    annotations.push(annotation);
    Ok(())
}

/// Both the annotation itself and an attribute of it may name an entity.
fn annotation_place(project: &Project, annotation: &Annotation, invalid: &Invalid) -> String {
    let mentions = annotation.entity.as_ref();
    match invalid {
        Invalid::Dangling { what: "entity", .. } if mentions.is_none_or(|id| project.entity(id).is_some()) => {
            "attributes".to_owned()
        }
        _ => place_of(invalid),
    }
}

fn add_relation(project: &mut Project, record: RelationRecord) -> Result<(), ImportError> {
    let relation = Rc::new(relation(record, &project.created)?);
    project.check_relation(&relation).map_err(|invalid| refused(&place_of(&invalid), &invalid))?;
    check_new(project.relation(&relation.id).is_some(), relation.id.as_str())?;
    project.put_relation(&relation);
    Ok(())
}

fn refused(place: &str, invalid: &Invalid) -> ImportError {
    ImportError::new(place, invalid.to_string())
}

fn check_new(is_taken: bool, id: &str) -> Result<(), ImportError> {
    if is_taken { Err(refused("id", &Invalid::DuplicateId(id.to_owned()))) } else { Ok(()) }
}

/// The field of a record that breaks an invariant; empty where it may be any.
fn place_of(invalid: &Invalid) -> String {
    match invalid {
        Invalid::DuplicateId(_) | Invalid::BadId(_) => "id".to_owned(),
        Invalid::Dangling { what: "relation type", .. } => "type".to_owned(),
        Invalid::Dangling { what: "annotation", .. } | Invalid::Form { .. } => String::new(),
        Invalid::Dangling { what, .. } => (*what).to_owned(),
        Invalid::Range(_) | Invalid::RangesOutOfOrder => "ranges".to_owned(),
        Invalid::Attribute { name, .. } => format!("attributes.{name}"),
        Invalid::RelatesToItself => "to".to_owned(),
        Invalid::NotNormalised => "text".to_owned(),
        Invalid::TooLong { what, .. } | Invalid::TooMany { what, .. } => (*what).to_owned(),
    }
}

/// The article of a record; its text must already be as articles keep theirs.
pub(crate) fn article(record: ArticleRecord) -> Result<Article, ImportError> {
    let refuse = |place: &str, reason: &str| Err(ImportError::new(place, reason));
    if record.text.len() > Text::MAX_BYTES {
        return refuse("text", &format!("longer than {}", mebibytes(Text::MAX_BYTES)));
    }
    if !is_normalised(&record.text) {
        let normalised = normalise(&record.text);
        return refuse(
            "text",
            &match normalised.removed_bom {
                true => "begins with a byte order mark; without it, all offsets would be one less".to_owned(),
                false => format!("has {} line ends with CR; expected LF alone", normalised.line_ends),
            },
        );
    }
    let text = Text::new(record.text);
    if !record.sha256.is_empty() && !record.sha256.eq_ignore_ascii_case(text.sha256()) {
        let reason = format!("expected {}, which is the text's, found {}", text.sha256(), quoted(&record.sha256));
        return refuse("sha256", &reason);
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

/// The entity of a record.
pub(crate) fn entity(record: EntityRecord) -> Result<Entity, ImportError> {
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

/// The annotation of a record, whose ranges are those of a text; where it does not say when it was made, `begun`.
pub(crate) fn annotation(record: AnnotationRecord, text: &Text, begun: &Timestamp) -> Result<Annotation, ImportError> {
    Ok(Annotation {
        id: record.id.as_str().into(),
        article: record.article.as_str().into(),
        label: record.label.as_str().into(),
        ranges: read_each("ranges", record.ranges, |record| range(&record, text))?,
        attributes: record.attributes,
        entity: record.entity.map(|id| id.as_str().into()),
        note: record.note,
        created: time_or(record.created, begun)?,
        modified: record.modified.map(|at| time(&at).map_err(|error| error.within("modified"))).transpose()?,
        creator: record.creator,
        modifier: record.modifier,
        extra: record.extra,
    })
}

/// The relation of a record; where it does not say when it was made, `begun`.
pub(crate) fn relation(record: RelationRecord, begun: &Timestamp) -> Result<Relation, ImportError> {
    Ok(Relation {
        id: record.id.as_str().into(),
        kind: record.kind.as_str().into(),
        from: record.from.as_str().into(),
        to: record.to.as_str().into(),
        note: record.note,
        created: time_or(record.created, begun)?,
        creator: record.creator,
        extra: record.extra,
    })
}

fn range(record: &RangeRecord, text: &Text) -> Result<TextRange, ImportError> {
    let range = text
        .range(CodePointOffset(record.start), CodePointOffset(record.end))
        .map_err(|error| ImportError::new("", error.to_string()))?;
    let there = text.slice(range);
    if there != record.exact {
        let (there, said) = (quoted(there), quoted(&record.exact));
        let place = format!("between code points {} and {}", record.start, record.end);
        return Err(ImportError::new(
            "exact",
            format!("expected {there}, which the article has {place}, found {said}"),
        ));
    }
    for (place, position, said) in
        [("utf16Start", range.start(), record.utf16_start), ("utf16End", range.end(), record.utf16_end)]
    {
        let units = text.to_utf16(position).0;
        if let Some(said) = said.filter(|&said| said != units) {
            return Err(ImportError::new(place, format!("expected {units}, found {said}")));
        }
    }
    let before = text.as_str().get(..range.start().index()).unwrap_or_default();
    let after = text.as_str().get(range.end().index()..).unwrap_or_default();
    if let Some(prefix) = record.prefix.as_ref().filter(|prefix| !before.ends_with(prefix.as_str())) {
        return Err(ImportError::new(
            "prefix",
            format!("the text before the range does not end in {}", quoted(prefix)),
        ));
    }
    if let Some(suffix) = record.suffix.as_ref().filter(|suffix| !after.starts_with(suffix.as_str())) {
        let reason = format!("the text after the range does not begin with {}", quoted(suffix));
        return Err(ImportError::new("suffix", reason));
    }
    Ok(range)
}

/// The time that a text says; the place of the error is for the caller to say.
pub(crate) fn time(text: &str) -> Result<Timestamp, ImportError> {
    Timestamp::parse(text).ok_or_else(|| {
        ImportError::new("", format!("expected a time in UTC such as 2026-11-22T13:25:00Z, found {}", quoted(text)))
    })
}

fn time_or(text: Option<String>, begun: &Timestamp) -> Result<Timestamp, ImportError> {
    text.map_or_else(|| Ok(begun.clone()), |text| time(&text).map_err(|error| error.within("created")))
}
