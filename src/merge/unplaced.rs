//! Annotations of another version of an article's text that have no place in this one. They wait in the record of the article.

use super::Passage;
use super::fields::{RELATIONS, UNPLACED, field, with_field};
use crate::format::native::{self, AnnotationRecord, RelationRecord};
use crate::json::{Extra, FromJson as _, Json, ToJson as _};
use crate::model::{Annotation, Article, Relation, Schema, Timestamp};
use crate::text::Text;

/// An annotation without a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Unplaced {
    /// The annotation, without ranges.
    pub annotation: Annotation,
    /// The name that its label had.
    pub label_name: String,
    /// What it covered, one passage for each range.
    pub was: Vec<Passage>,
    /// Its relations, which are made when both ends have a place.
    pub relations: Vec<Relation>,
}

/// The annotations of an article that have no place. Records that cannot be read are left where they are and not listed.
pub fn unplaced_of(article: &Article) -> Vec<Unplaced> {
    let list = field(&article.extra, UNPLACED).and_then(Json::as_array);
    list.into_iter().flatten().filter_map(|json| Unplaced::read(json, article)).collect()
}

/// Whether an article has such annotations; cheaper than [`unplaced_of`].
pub(super) fn has_unplaced(article: &Article) -> bool {
    field(&article.extra, UNPLACED).is_some()
}

/// The fields of an article with these as its annotations without a place. Records that cannot be read stay.
pub(super) fn with_unplaced(article: &Article, all: &[Unplaced], schema: &Schema) -> Extra {
    let list = field(&article.extra, UNPLACED).and_then(Json::as_array);
    let unknown = list.into_iter().flatten().filter(|json| Unplaced::read(json, article).is_none()).cloned();
    let written: Vec<Json> = all.iter().map(|one| one.write(schema)).chain(unknown).collect();
    with_field(&article.extra, UNPLACED, (!written.is_empty()).then(|| Json::Array(written)))
}

impl Unplaced {
    fn read(json: &Json, article: &Article) -> Option<Self> {
        let mut record = AnnotationRecord::from_json(json.clone()).ok()?;
        let was: Vec<Passage> = std::mem::take(&mut record.ranges).into_iter().map(Passage::of_record).collect();
        let label_name = std::mem::take(&mut record.label_name);
        let mut annotation = native::annotation(record, &article.text, &Timestamp::epoch()).ok()?;
        annotation.article = article.id.clone();
        let relations = field(&annotation.extra, RELATIONS).cloned();
        annotation.extra = with_field(&annotation.extra, RELATIONS, None);
        let relation = |json: &Json| {
            let record = RelationRecord::from_json(json.clone()).ok()?;
            native::relation(record, &Timestamp::epoch()).ok()
        };
        let relations = relations.as_ref().and_then(Json::as_array).into_iter().flatten().filter_map(relation);
        Some(Self { relations: relations.collect(), annotation, label_name, was }).filter(|one| !one.was.is_empty())
    }

    fn write(&self, schema: &Schema) -> Json {
        let relations: Vec<Json> = self.relations.iter().map(|one| RelationRecord::of(one).to_json()).collect();
        let relations = (!relations.is_empty()).then(|| Json::Array(relations));
        let annotation =
            Annotation { extra: with_field(&self.annotation.extra, RELATIONS, relations), ..self.annotation.clone() };
        let mut record = AnnotationRecord::of(&annotation, &Text::new(""), schema);
        record.ranges = self.was.iter().map(Passage::record).collect();
        if record.label_name.is_empty() {
            record.label_name.clone_from(&self.label_name);
        }
        record.to_json()
    }

    /// What it covered, with its parts joined as those of an annotation are.
    pub fn exact(&self) -> String {
        self.was.iter().map(|passage| passage.quote.exact.as_str()).collect::<Vec<_>>().join(" … ")
    }

    /// Whether two are equal but for their ids, times and authors.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (a, b) = (&self.annotation, &other.annotation);
        a.label == b.label
            && a.attributes == b.attributes
            && a.entity == b.entity
            && a.note == b.note
            && self.was == other.was
    }
}
