//! Steps as one-line JSON records for the browser's storage, so that a session can be replayed.
//!
//! A step record contains the new state of each changed record of the project. The previous state is in the project
//! that the step is applied to, which is also where it is checked that the step fits. A summary is stored twice: as
//! text, for people and for earlier versions, and as data in the optional field `what`, which readers prefer.

mod common;
mod suggestion_record;
mod summary_record;

use std::rc::Rc;

use super::ReadError;
use super::native::{
    self, AnnotationRecord, ArticleRecord, EntityRecord, RelationRecord, SchemaRecord, read_each, time,
};
use crate::edit::{Change, RecordChange, Stamp, Step, StepKind, Summary, Transaction};
use crate::json::{
    Expected, FieldSink, Fields, FromJson, Json, JsonError, JsonExt, JsonWriter, NewObject, RecordForm, ToJson, named,
    parse, record, to_line,
};
use crate::model::{Annotation, AnnotationId, Article, ArticleId, EntityId, Project, RecordKind, RelationId};

use common::{Texts, apply, missing, put};
use suggestion_record::{PredictionChange, Predictions, RejectionRecord, encode_predictions, encode_rejection};
use summary_record::What;

struct StepRecord {
    kind: StepKind,
    summary: String,
    what: What,
    at: String,
    by: String,
    changes: Vec<ChangeRecord>,
    predictions: Vec<PredictionChange>,
    /// Beside the changes, so that versions without this field can still carry out the step.
    rejections: Vec<RejectionRecord>,
}

record!(StepRecord, Step, {
    required "kind": kind,
    required "summary": summary,
    optional "what": what,
    required "at": at,
    optional "by": by,
    required "changes": changes,
    optional "predictions": predictions,
    optional "rejections": rejections,
});

named!(StepKind);

/// The new state of a record, or the id of a removed record.
enum ChangeRecord {
    Title(String),
    Schema(SchemaRecord),
    PutArticle(PlacedArticle),
    /// The new state of an article without its text, which never changes.
    ChangeArticle(PlacedArticle),
    TakeArticle(String),
    PutAnnotation(AnnotationRecord),
    TakeAnnotation(String),
    PutEntity(EntityRecord),
    TakeEntity(String),
    PutRelation(RelationRecord),
    TakeRelation(String),
}

struct PlacedArticle {
    index: u32,
    article: ArticleRecord,
}

record!(PlacedArticle, PlacedArticle, { required "index": index, required "article": article });

/// The names of the changes. A change is an object with one field, which has this name.
const CHANGES: [&str; 11] = [
    "title",
    "schema",
    "putArticle",
    "changeArticle",
    "takeArticle",
    "putAnnotation",
    "takeAnnotation",
    "putEntity",
    "takeEntity",
    "putRelation",
    "takeRelation",
];

impl FromJson for ChangeRecord {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        let mut fields = Fields::of(json, Expected::Record(RecordForm::Change))?;
        let name = fields.first().unwrap_or_default().to_owned();
        Ok(match name.as_str() {
            "title" => Self::Title(fields.required(&name)?),
            "schema" => Self::Schema(fields.required(&name)?),
            "putArticle" => Self::PutArticle(fields.required(&name)?),
            "changeArticle" => Self::ChangeArticle(fields.required(&name)?),
            "takeArticle" => Self::TakeArticle(fields.required(&name)?),
            "putAnnotation" => Self::PutAnnotation(fields.required(&name)?),
            "takeAnnotation" => Self::TakeAnnotation(fields.required(&name)?),
            "putEntity" => Self::PutEntity(fields.required(&name)?),
            "takeEntity" => Self::TakeEntity(fields.required(&name)?),
            "putRelation" => Self::PutRelation(fields.required(&name)?),
            "takeRelation" => Self::TakeRelation(fields.required(&name)?),
            _ => return Err(Json::from(name).instead_of(Expected::OneOf(CHANGES.to_vec()))),
        })
    }
}

impl ChangeRecord {
    fn give_field(&self, sink: &mut dyn FieldSink) {
        match self {
            Self::Title(title) => sink.required("title", title),
            Self::Schema(schema) => sink.required("schema", schema),
            Self::PutArticle(article) => sink.required("putArticle", article),
            Self::ChangeArticle(article) => sink.required("changeArticle", article),
            Self::TakeArticle(id) => sink.required("takeArticle", id),
            Self::PutAnnotation(annotation) => sink.required("putAnnotation", annotation),
            Self::TakeAnnotation(id) => sink.required("takeAnnotation", id),
            Self::PutEntity(entity) => sink.required("putEntity", entity),
            Self::TakeEntity(id) => sink.required("takeEntity", id),
            Self::PutRelation(relation) => sink.required("putRelation", relation),
            Self::TakeRelation(id) => sink.required("takeRelation", id),
        }
    }
}

impl ToJson for ChangeRecord {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        self.give_field(&mut object);
        object.into()
    }

    fn write(&self, out: &mut JsonWriter) {
        out.object(|out| self.give_field(out));
    }
}

/// The summary in a record: the data, or the text if there is no data that this version knows.
fn summary_of(text: String, what: What) -> Summary {
    what.0.unwrap_or(Summary::Text(text))
}

/// Writes the record of a step; `after` is the project after the step, `summary_text` is its summary as text.
pub fn encode_step(after: &Project, step: &Step, summary_text: &str) -> String {
    let Transaction { summary, stamp, changes } = &*step.transaction;
    let texts = Texts { after, changes };
    to_line(&StepRecord {
        kind: step.kind,
        summary: summary_text.to_owned(),
        what: What(Some(summary.clone())),
        at: stamp.at.to_string(),
        by: stamp.by.clone(),
        changes: changes.iter().filter_map(|change| encode_change(&texts, change)).collect(),
        predictions: encode_predictions(&texts, changes),
        rejections: changes.iter().filter_map(encode_rejection).collect(),
    })
}

/// `None` for a rejection and a prediction, and for a change that has neither a previous nor a new state.
fn encode_change(texts: &Texts<'_>, change: &Change) -> Option<ChangeRecord> {
    let annotation = |after: &Annotation| {
        let text = texts.of(&after.article);
        ChangeRecord::PutAnnotation(AnnotationRecord::of(after, &text, texts.after.schema()))
    };
    Some(match change {
        Change::Title { after, .. } => ChangeRecord::Title(after.clone()),
        Change::Schema { after, .. } => ChangeRecord::Schema(SchemaRecord::of(after)),
        Change::Article { index, change } => match &change.after {
            Some(after) => placed(*index, change.before.is_some(), after),
            None => ChangeRecord::TakeArticle(change.before.as_ref()?.id.to_string()),
        },
        Change::Annotation(change) => match &change.after {
            Some(after) => annotation(after),
            None => ChangeRecord::TakeAnnotation(change.before.as_ref()?.id.to_string()),
        },
        Change::Entity(change) => match &change.after {
            Some(after) => ChangeRecord::PutEntity(EntityRecord::of(after)),
            None => ChangeRecord::TakeEntity(change.before.as_ref()?.id.to_string()),
        },
        Change::Relation(change) => match &change.after {
            Some(after) => ChangeRecord::PutRelation(RelationRecord::of(after)),
            None => ChangeRecord::TakeRelation(change.before.as_ref()?.id.to_string()),
        },
        Change::Prediction(_) | Change::Rejection { .. } => return None,
    })
}

fn placed(index: usize, exists: bool, after: &Article) -> ChangeRecord {
    let mut placed = PlacedArticle { index: index as u32, article: ArticleRecord::of(after) };
    if !exists {
        return ChangeRecord::PutArticle(placed);
    }
    placed.article.text.clear();
    placed.article.sha256.clear();
    ChangeRecord::ChangeArticle(placed)
}

/// Reads the kind and summary of a step without applying it; `None` if the record is damaged.
pub fn read_summary(record: &str) -> Option<(StepKind, Summary)> {
    let record = StepRecord::from_json(parse(record).ok()?).ok()?;
    Some((record.kind, summary_of(record.summary, record.what)))
}

/// Reads a step that is to be applied to the project `before`.
///
/// # Errors
/// When the record is damaged, or the step does not fit the project.
pub fn decode_step(before: &Project, record: &str) -> Result<Step, ReadError> {
    let record = StepRecord::from_json(parse(record)?)?;
    let at = time(&record.at).map_err(|error| error.within("at"))?;
    let mut project = before.clone();
    let mut predictions = Predictions::new(record.predictions);
    let mut changes = Vec::new();
    for (at, record) in record.changes.into_iter().enumerate() {
        predictions.before(at, &mut project, &mut changes)?;
        let change = decode_change(&project, record).and_then(|change| apply(change, &mut project));
        changes.push(change.map_err(|error| error.within(&format!("changes[{at}]")))?);
    }
    predictions.before(usize::MAX, &mut project, &mut changes)?;
    changes.extend(read_each("rejections", record.rejections, |record| apply(record.change(), &mut project))?);
    let summary = summary_of(record.summary, record.what);
    let transaction = Rc::new(Transaction { summary, stamp: Stamp { at, by: record.by }, changes });
    Ok(Step { kind: record.kind, transaction })
}

fn decode_change(project: &Project, record: ChangeRecord) -> Result<Change, ReadError> {
    Ok(match record {
        ChangeRecord::Title(after) => Change::Title { before: project.title.clone(), after },
        ChangeRecord::Schema(record) => {
            Change::Schema { before: project.schema().clone(), after: Rc::new(record.read()?) }
        }
        ChangeRecord::PutArticle(PlacedArticle { index, article }) => {
            let after = native::article(article)?;
            Change::Article { index: index as usize, change: put_article(project, after) }
        }
        ChangeRecord::ChangeArticle(PlacedArticle { index, article }) => {
            let mut after = native::article(article)?;
            let before = project.article(&after.id).ok_or_else(|| missing(RecordKind::Article, &after.id))?;
            after.text = before.text.clone();
            Change::Article { index: index as usize, change: RecordChange::replace(before, after) }
        }
        ChangeRecord::TakeArticle(id) => {
            let id = ArticleId::new(id);
            let index = project.articles().iter().position(|article| article.id == id);
            let index = index.ok_or_else(|| missing(RecordKind::Article, &id))?;
            Change::Article { index, change: RecordChange::remove(&project.articles()[index]) }
        }
        ChangeRecord::PutAnnotation(record) => {
            let article = ArticleId::new(record.article.as_str());
            let article = project.article(&article).ok_or_else(|| missing(RecordKind::Article, &article))?;
            let after = native::annotation(record, &article.text, &project.created)?;
            Change::Annotation(put(project.annotation(&after.id), after))
        }
        ChangeRecord::TakeAnnotation(id) => {
            let id = AnnotationId::new(id);
            Change::Annotation(RecordChange::remove(
                project.annotation(&id).ok_or_else(|| missing(RecordKind::Annotation, &id))?,
            ))
        }
        ChangeRecord::PutEntity(record) => {
            let after = native::entity(record)?;
            Change::Entity(put(project.entity(&after.id), after))
        }
        ChangeRecord::TakeEntity(id) => {
            let id = EntityId::new(id);
            Change::Entity(RecordChange::remove(project.entity(&id).ok_or_else(|| missing(RecordKind::Entity, &id))?))
        }
        ChangeRecord::PutRelation(record) => {
            let after = native::relation(record, &project.created)?;
            Change::Relation(put(project.relation(&after.id), after))
        }
        ChangeRecord::TakeRelation(id) => {
            let id = RelationId::new(id);
            Change::Relation(RecordChange::remove(
                project.relation(&id).ok_or_else(|| missing(RecordKind::Relation, &id))?,
            ))
        }
    })
}

/// The text of an article never changes, so the text in memory is reused.
fn put_article(project: &Project, mut after: Article) -> RecordChange<Article> {
    let before = project.article(&after.id);
    if let Some(before) = before.filter(|before| before.text == after.text) {
        after.text = before.text.clone();
    }
    put(before, after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Editor;
    use crate::model::{Timestamp, news_claims};

    /// Found by fuzzing: the article was inserted at the end, and undo could not remove it at the index in the step.
    #[test]
    fn an_article_with_an_index_beyond_the_end_is_refused() {
        let mut editor = Editor::new(Project::new("P", news_claims(), Timestamp::epoch()));
        let record = |index: u32| {
            let article = r#"{"id":"a","title":"T","text":"x"}"#;
            let change = format!(r#"{{"putArticle":{{"index":{index},"article":{article}}}}}"#);
            format!(r#"{{"kind":"do","summary":"","at":"2026-01-01T00:00:00Z","changes":[{change}]}}"#)
        };
        let refused = decode_step(editor.project(), &record(1)).expect_err("an index beyond the end");
        assert_eq!(refused.place, "changes[0]".into());
        let step = decode_step(editor.project(), &record(0)).expect("a step");
        editor.run(step).expect("a step that fits");
        assert!(editor.undo().expect("an undo").is_some());
        assert!(editor.project().articles().is_empty());
    }

    #[test]
    fn the_data_of_a_summary_is_preferred_to_its_text() {
        let editor = Editor::new(Project::new("P", news_claims(), Timestamp::epoch()));
        let record = |what: &str| {
            format!(
                r#"{{"kind":"do","summary":"Words",{what}"at":"2026-01-01T00:00:00Z","changes":[{{"title":"Q"}}],"x":1}}"#
            )
        };
        let summary = |what: &str| {
            let step = decode_step(editor.project(), &record(what)).expect("a step");
            assert_eq!(read_summary(&record(what)), Some((StepKind::Do, step.transaction.summary.clone())));
            step.transaction.summary.clone()
        };
        let text = Summary::Text("Words".to_owned());
        assert_eq!(summary(""), text, "a record of an earlier version");
        assert_eq!(summary(r#""what":{"kind":"later"},"#), text);
        assert_eq!(summary(r#""what":7,"#), text);
        let renamed = Summary::ProjectRenamed { title: "Q".to_owned() };
        assert_eq!(summary(r#""what":{"kind":"projectRenamed","title":"Q"},"#), renamed);
        let step = decode_step(editor.project(), &record("")).expect("a step");
        let written = encode_step(editor.project(), &step, "Words");
        assert!(!written.contains("what"), "a summary that is only text has no data: {written}");
    }
}
