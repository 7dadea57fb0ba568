//! The fields `predictions` and `rejections` of a journal record: what changes of suggestions, beside the other changes, so that versions
//! without these fields can still carry out the step.

use crate::edit::{Change, RecordChange};
use crate::format::ReadError;
use crate::format::native::{self, PredictionRecord};
use crate::json::record;
use crate::model::{AnnotationId, ArticleId, Prediction, Project, RecordKind};

use super::common::{Texts, apply, missing, put};

/// The new state of a prediction, or the ids of one that is removed and of its article.
pub(super) struct PredictionChange {
    /// The index of the change before which it comes.
    at: u32,
    put: Option<PredictionRecord>,
    article: String,
    take: String,
}

record!(PredictionChange, Change, {
    required "at": at,
    optional "put": put,
    optional "article": article,
    optional "take": take,
});

/// The records of the changes of predictions.
pub(super) fn encode_predictions(texts: &Texts<'_>, changes: &[Change]) -> Vec<PredictionChange> {
    let mut at = 0;
    let encode = |change: &Change| match change {
        Change::Prediction(change) => encode_prediction(texts, at, change),
        Change::Rejection { .. } => None,
        _ => {
            at += 1;
            None
        }
    };
    changes.iter().filter_map(encode).collect()
}

fn encode_prediction(texts: &Texts<'_>, at: u32, change: &RecordChange<Prediction>) -> Option<PredictionChange> {
    let tag = &change.either()?.tag;
    let (mut article, mut take, mut put) = (String::new(), String::new(), None);
    match &change.after {
        Some(after) => put = Some(PredictionRecord::of(after, &texts.of(&tag.article), texts.after.schema())),
        None => (article, take) = (tag.article.to_string(), tag.id.to_string()),
    }
    Some(PredictionChange { at, put, article, take })
}

/// The changes of predictions in a record, in order.
pub(super) struct Predictions {
    rest: std::iter::Peekable<std::iter::Enumerate<std::vec::IntoIter<PredictionChange>>>,
}

impl Predictions {
    pub(super) fn new(all: Vec<PredictionChange>) -> Self {
        Self { rest: all.into_iter().enumerate().peekable() }
    }

    /// Reads and applies those that come before the other change with this index.
    pub(super) fn before(
        &mut self,
        index: usize,
        project: &mut Project,
        changes: &mut Vec<Change>,
    ) -> Result<(), ReadError> {
        while let Some((at, record)) = self.rest.next_if(|(_, record)| record.at as usize <= index) {
            let change = decode(project, record).and_then(|change| apply(change, project));
            changes.push(change.map_err(|error| error.within(&format!("predictions[{at}]")))?);
        }
        Ok(())
    }
}

fn decode(project: &Project, record: PredictionChange) -> Result<Change, ReadError> {
    let id = record.put.as_ref().map_or(&record.article, |put| &put.annotation.article).as_str();
    let article = ArticleId::new(id);
    Ok(Change::Prediction(match record.put {
        Some(put_record) => {
            let text = &project.article(&article).ok_or_else(|| missing(RecordKind::Article, &article))?.text;
            let after = native::prediction(put_record, text, &project.created)?;
            put(project.prediction(&article, &after.tag.id), after)
        }
        None => {
            let id = AnnotationId::new(record.take);
            let before = project.prediction(&article, &id);
            RecordChange::remove(before.ok_or_else(|| missing(RecordKind::Prediction, &id))?)
        }
    }))
}

/// Suggestions that are rejected after the step, or no longer rejected.
pub(super) struct RejectionRecord {
    suggestions: Vec<String>,
    is_rejected: bool,
}

record!(RejectionRecord, Change, { required "suggestions": suggestions, required "rejected": is_rejected });

impl RejectionRecord {
    pub(super) fn change(self) -> Change {
        Change::Rejection { suggestions: self.suggestions, is_rejected: self.is_rejected }
    }
}

/// The record of a rejection; `None` for other changes.
pub(super) fn encode_rejection(change: &Change) -> Option<RejectionRecord> {
    let Change::Rejection { suggestions, is_rejected } = change else { return None };
    Some(RejectionRecord { suggestions: suggestions.clone(), is_rejected: *is_rejected })
}

#[cfg(test)]
mod tests {
    use super::super::{decode_step, encode_step};
    use crate::edit::{Command, Editor, Stamp};
    use crate::model::{Project, Timestamp, news_claims};

    /// Versions without the field `rejections` carry out the rest of the step.
    #[test]
    fn a_rejection_is_beside_the_changes_of_a_step() {
        let mut editor = Editor::new(Project::new("P", news_claims(), Timestamp::epoch()));
        let before = editor.project().clone();
        let command = Command::All(vec![
            Command::RenameProject("Q".to_owned()),
            Command::RejectSuggestions(vec!["mention:1".to_owned(), "mention:0".to_owned()]),
        ]);
        let stamp = Stamp { at: Timestamp::epoch(), by: String::new() };
        let step = editor.perform(command, stamp).expect("a change").expect("a step");
        let record = encode_step(editor.project(), &step, "Words");
        let rejections = r#""rejections":[{"suggestions":["mention:0","mention:1"],"rejected":true}]"#;
        assert!(record.contains(r#""changes":[{"title":"Q"}]"#) && record.contains(rejections), "{record}");
        assert_eq!(decode_step(&before, &record), Ok(step));
        let refused = decode_step(editor.project(), &record).expect_err("rejected already");
        assert_eq!(refused.place, "rejections[0]".into());
    }
}
