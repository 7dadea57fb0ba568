//! Steps as one-line records for the browser's store, so that a session can be carried out again.
//!
//! A record says what each record of the project becomes. What it was before is found in the project that the step is
//! carried out on; whether it fits is checked there.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::ImportError;
use super::native::{
    self, AnnotationRecord, ArticleRecord, EntityRecord, RelationRecord, SchemaRecord, read_each, time,
};
use crate::edit::{Change, Stamp, Step, StepKind, Swap, Transaction};
use crate::model::{Annotation, AnnotationId, Article, ArticleId, EntityId, Invalid, Project, RelationId};
use crate::text::Text;

#[derive(Serialize, Deserialize)]
#[serde(expecting = "a step: an object")]
struct StepRecord {
    kind: StepKindRecord,
    summary: String,
    at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    by: String,
    changes: Vec<ChangeRecord>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StepKindRecord {
    Do,
    Undo,
    Redo,
    Load,
}

/// What a record becomes, or the id of the one that goes.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ChangeRecord {
    Title(String),
    Schema(SchemaRecord),
    PutArticle { index: usize, article: ArticleRecord },
    TakeArticle(String),
    PutAnnotation(AnnotationRecord),
    TakeAnnotation(String),
    PutEntity(EntityRecord),
    TakeEntity(String),
    PutRelation(RelationRecord),
    TakeRelation(String),
}

/// Writes a step down; `after` is the project that it led to.
pub fn encode_step(after: &Project, step: &Step) -> String {
    let Transaction { summary, stamp, changes } = &*step.transaction;
    let texts = Texts { after, changes };
    native::to_line(&StepRecord {
        kind: match step.kind {
            StepKind::Do => StepKindRecord::Do,
            StepKind::Undo => StepKindRecord::Undo,
            StepKind::Redo => StepKindRecord::Redo,
            StepKind::Load => StepKindRecord::Load,
        },
        summary: summary.clone(),
        at: stamp.at.to_string(),
        by: stamp.by.clone(),
        changes: changes.iter().filter_map(|change| encode_change(&texts, change)).collect(),
    })
}

/// Where the text of an annotation's article is found while a step is written.
struct Texts<'a> {
    after: &'a Project,
    changes: &'a [Change],
}

impl Texts<'_> {
    fn of(&self, id: &ArticleId) -> Text {
        let in_step = |change: &Change| match change {
            Change::Article { swap, .. } => swap.either().filter(|article| &article.id == id).cloned(),
            _ => None,
        };
        let article = self.after.article(id).cloned().or_else(|| self.changes.iter().find_map(in_step));
        article.map_or_else(|| Text::new(""), |article| article.text.clone())
    }
}

/// `None` for a change of nothing into nothing.
fn encode_change(texts: &Texts<'_>, change: &Change) -> Option<ChangeRecord> {
    let annotation = |after: &Annotation| {
        let text = texts.of(&after.article);
        ChangeRecord::PutAnnotation(AnnotationRecord::of(after, &text, texts.after.schema()))
    };
    Some(match change {
        Change::Title { after, .. } => ChangeRecord::Title(after.clone()),
        Change::Schema { after, .. } => ChangeRecord::Schema(SchemaRecord::of(after)),
        Change::Article { index, swap } => match &swap.after {
            Some(after) => ChangeRecord::PutArticle { index: *index, article: ArticleRecord::of(after) },
            None => ChangeRecord::TakeArticle(swap.before.as_ref()?.id.to_string()),
        },
        Change::Annotation(swap) => match &swap.after {
            Some(after) => annotation(after),
            None => ChangeRecord::TakeAnnotation(swap.before.as_ref()?.id.to_string()),
        },
        Change::Entity(swap) => match &swap.after {
            Some(after) => ChangeRecord::PutEntity(EntityRecord::of(after)),
            None => ChangeRecord::TakeEntity(swap.before.as_ref()?.id.to_string()),
        },
        Change::Relation(swap) => match &swap.after {
            Some(after) => ChangeRecord::PutRelation(RelationRecord::of(after)),
            None => ChangeRecord::TakeRelation(swap.before.as_ref()?.id.to_string()),
        },
    })
}

/// Reads a step that is to be carried out on `before`.
///
/// # Errors
/// When the record is damaged, or the step does not fit the project.
pub fn decode_step(before: &Project, record: &str) -> Result<Step, ImportError> {
    let record: StepRecord = native::parse(record)?;
    let at = time(&record.at).map_err(|error| error.within("at"))?;
    let mut project = before.clone();
    let changes = read_each("changes", record.changes, |record| {
        let change = decode_change(&project, record)?;
        // A later change of the step may build on an earlier one.
        change.apply(&mut project).map_err(|conflict| ImportError::new("", conflict.to_string()))?;
        Ok(change)
    })?;
    let transaction = Rc::new(Transaction { summary: record.summary, stamp: Stamp { at, by: record.by }, changes });
    let kind = match record.kind {
        StepKindRecord::Do => StepKind::Do,
        StepKindRecord::Undo => StepKind::Undo,
        StepKindRecord::Redo => StepKind::Redo,
        StepKindRecord::Load => StepKind::Load,
    };
    Ok(Step { kind, transaction })
}

fn decode_change(project: &Project, record: ChangeRecord) -> Result<Change, ImportError> {
    Ok(match record {
        ChangeRecord::Title(after) => Change::Title { before: project.title.clone(), after },
        ChangeRecord::Schema(record) => {
            Change::Schema { before: project.schema().clone(), after: Rc::new(record.read()?) }
        }
        ChangeRecord::PutArticle { index, article } => {
            let after = native::article(article)?;
            Change::Article { index, swap: put_article(project, after) }
        }
        ChangeRecord::TakeArticle(id) => {
            let id = ArticleId::new(id);
            let index = project.articles().iter().position(|article| article.id == id);
            let index = index.ok_or_else(|| missing("article", &id))?;
            Change::Article { index, swap: Swap::take(&project.articles()[index]) }
        }
        ChangeRecord::PutAnnotation(record) => {
            let article = ArticleId::new(record.article.as_str());
            let article = project.article(&article).ok_or_else(|| missing("article", &article))?;
            let after = native::annotation(record, &article.text, &project.created)?;
            Change::Annotation(put(project.annotation(&after.id), after))
        }
        ChangeRecord::TakeAnnotation(id) => {
            let id = AnnotationId::new(id);
            Change::Annotation(Swap::take(project.annotation(&id).ok_or_else(|| missing("annotation", &id))?))
        }
        ChangeRecord::PutEntity(record) => {
            let after = native::entity(record)?;
            Change::Entity(put(project.entity(&after.id), after))
        }
        ChangeRecord::TakeEntity(id) => {
            let id = EntityId::new(id);
            Change::Entity(Swap::take(project.entity(&id).ok_or_else(|| missing("entity", &id))?))
        }
        ChangeRecord::PutRelation(record) => {
            let after = native::relation(record, &project.created)?;
            Change::Relation(put(project.relation(&after.id), after))
        }
        ChangeRecord::TakeRelation(id) => {
            let id = RelationId::new(id);
            Change::Relation(Swap::take(project.relation(&id).ok_or_else(|| missing("relation", &id))?))
        }
    })
}

fn put<T>(before: Option<&Rc<T>>, after: T) -> Swap<T> {
    match before {
        Some(before) => Swap::replace(before, after),
        None => Swap::put(after),
    }
}

/// An article's text never changes, so the one in memory is kept.
fn put_article(project: &Project, mut after: Article) -> Swap<Article> {
    let before = project.article(&after.id);
    if let Some(before) = before.filter(|before| before.text == after.text) {
        after.text = before.text.clone();
    }
    put(before, after)
}

fn missing(what: &'static str, id: &impl ToString) -> ImportError {
    ImportError::new("", Invalid::Dangling { what, id: id.to_string() }.to_string())
}
