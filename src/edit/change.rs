//! The smallest change of a project: adds, replaces or removes one record. Each change has an inverse.

use std::rc::Rc;

use super::{Conflict, ProjectPart};
use crate::model::{Annotation, Article, Entity, Invalid, Prediction, Project, Relation, Schema};

/// The state of a record before and after a change; `None` if it does not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange<T> {
    /// The record before the change.
    pub before: Option<Rc<T>>,
    /// The record after the change.
    pub after: Option<Rc<T>>,
}

impl<T> RecordChange<T> {
    /// Adds a record.
    pub fn insert(after: T) -> Self {
        Self { before: None, after: Some(Rc::new(after)) }
    }

    /// Replaces a record.
    pub fn replace(before: &Rc<T>, after: T) -> Self {
        Self { before: Some(before.clone()), after: Some(Rc::new(after)) }
    }

    /// Removes a record.
    pub fn remove(before: &Rc<T>) -> Self {
        Self { before: Some(before.clone()), after: None }
    }

    fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }

    /// The record after the change, or else before it: for fields that a change does not modify.
    pub fn either(&self) -> Option<&Rc<T>> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// One change of a project.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The project's title.
    Title {
        /// The title before the change.
        before: String,
        /// The title after the change.
        after: String,
    },
    /// The schema.
    Schema {
        /// The schema before the change.
        before: Rc<Schema>,
        /// The schema after the change.
        after: Rc<Schema>,
    },
    /// An article, and its index in the list.
    Article {
        /// The index, from 0.
        index: usize,
        /// The article.
        change: RecordChange<Article>,
    },
    /// An annotation.
    Annotation(RecordChange<Annotation>),
    /// An entity.
    Entity(RecordChange<Entity>),
    /// A relation.
    Relation(RecordChange<Relation>),
    /// A prediction of another tool.
    Prediction(RecordChange<Prediction>),
    /// Suggestions that are rejected, or no longer rejected.
    Rejection {
        /// The ids of the suggestions, each once.
        suggestions: Vec<String>,
        /// Whether they are rejected after the change.
        is_rejected: bool,
    },
}

impl Change {
    /// Whether it changes an article or the list of articles.
    pub fn is_of_article(&self) -> bool {
        matches!(self, Self::Article { .. })
    }

    /// The change that reverses this one.
    pub fn inverse(&self) -> Self {
        match self {
            Self::Title { before, after } => Self::Title { before: after.clone(), after: before.clone() },
            Self::Schema { before, after } => Self::Schema { before: after.clone(), after: before.clone() },
            Self::Article { index, change } => Self::Article { index: *index, change: change.inverse() },
            Self::Annotation(change) => Self::Annotation(change.inverse()),
            Self::Entity(change) => Self::Entity(change.inverse()),
            Self::Relation(change) => Self::Relation(change.inverse()),
            Self::Prediction(change) => Self::Prediction(change.inverse()),
            Self::Rejection { suggestions, is_rejected } => {
                Self::Rejection { suggestions: suggestions.clone(), is_rejected: !is_rejected }
            }
        }
    }

    /// Applies the change of an article; another change does nothing.
    ///
    /// # Errors
    /// As [`Self::apply`].
    pub(super) fn apply_to_articles(&self, project: &mut Project) -> Result<(), Conflict> {
        match self {
            Self::Article { index, change } => apply_article(project, *index, change, Checks::Now),
            _ => Ok(()),
        }
    }

    /// Applies the change.
    ///
    /// # Errors
    /// When the project is not in the state before the change, or would break an invariant. It may then be partly
    /// changed, so callers pass a clone. With [`Checks::Later`], invariants of single records are left for the caller
    /// to check.
    pub(crate) fn apply(&self, project: &mut Project, checks: Checks) -> Result<(), Conflict> {
        match self {
            Self::Title { before, after } => {
                expect(project.title == *before, ProjectPart::Title)?;
                project.title.clone_from(after);
                Ok(())
            }
            Self::Schema { before, after } => {
                expect(same(project.schema(), before), ProjectPart::Schema)?;
                Project::check_schema(after)?;
                project.set_schema(after.clone());
                checks.of(|| project.check())
            }
            Self::Article { index, change } => apply_article(project, *index, change, checks),
            Self::Annotation(change) => apply_annotation(project, change, checks),
            Self::Entity(change) => apply_entity(project, change, checks),
            Self::Relation(change) => apply_relation(project, change, checks),
            Self::Prediction(change) => apply_prediction(project, change, checks),
            Self::Rejection { suggestions, is_rejected } => suggestions.iter().try_for_each(|id| {
                Project::check_suggestion(id)?;
                expect(project.set_rejected(id, *is_rejected), ProjectPart::Rejections)
            }),
        }
    }
}

/// When the invariants of changed records are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checks {
    /// With each change.
    Now,
    /// By the caller, after all changes: a new schema and the records that are migrated to it are valid only together.
    Later,
}

impl Checks {
    fn of(self, check: impl FnOnce() -> Result<(), Invalid>) -> Result<(), Conflict> {
        if self == Self::Now { Ok(check()?) } else { Ok(()) }
    }
}

/// Compares pointers first, which is enough in most cases.
fn same<T: PartialEq>(a: &Rc<T>, b: &Rc<T>) -> bool {
    Rc::ptr_eq(a, b) || a == b
}

fn expect(is_expected: bool, part: ProjectPart) -> Result<(), Conflict> {
    if is_expected { Ok(()) } else { Err(Conflict::Changed(part)) }
}

/// Checks that the record in the project is the one that the change replaces or removes.
fn expect_before<T: PartialEq>(
    current: Option<&Rc<T>>,
    change: &RecordChange<T>,
    part: ProjectPart,
) -> Result<(), Conflict> {
    let is_expected = match (current, &change.before) {
        (None, None) => true,
        (Some(current), Some(before)) => same(current, before),
        _ => false,
    };
    expect(is_expected, part)
}

fn apply_article(
    project: &mut Project,
    index: usize,
    change: &RecordChange<Article>,
    checks: Checks,
) -> Result<(), Conflict> {
    let Some(either) = change.either() else { return Ok(()) };
    expect_before(project.article(&either.id), change, ProjectPart::Article)?;
    if let Some(after) = &change.after {
        checks.of(|| project.check_article(after))?;
    }
    match (&change.before, &change.after) {
        (Some(before), after) => {
            let at = project.articles().iter().position(|article| article.id == before.id);
            expect(at == Some(index), ProjectPart::Article)?;
            match after {
                Some(after) => {
                    expect(after.id == before.id && after.text == before.text, ProjectPart::Article)?;
                    project.replace_article(index, after);
                }
                None => {
                    let has_predictions = project.predictions_of(&before.id).next().is_some();
                    expect(project.annotations_of(&before.id).is_empty() && !has_predictions, ProjectPart::Article)?;
                    project.remove_article(index);
                }
            }
        }
        (None, Some(after)) => {
            // The index must be valid, so that the inverse finds the article there.
            expect(index <= project.articles().len(), ProjectPart::Article)?;
            project.insert_article(index, after);
        }
        (None, None) => {}
    }
    Ok(())
}

fn apply_annotation(project: &mut Project, change: &RecordChange<Annotation>, checks: Checks) -> Result<(), Conflict> {
    let Some(either) = change.either() else { return Ok(()) };
    expect_before(project.annotation(&either.id), change, ProjectPart::Annotation)?;
    if let Some(before) = &change.before {
        expect(before.article == either.article, ProjectPart::Annotation)?;
    }
    match &change.after {
        Some(after) => {
            checks.of(|| project.check_annotation(after))?;
            expect(project.article(&after.article).is_some(), ProjectPart::Article)?;
            project.put_annotation(after);
        }
        None => {
            expect(project.relations_of(&either.id).next().is_none(), ProjectPart::Relation)?;
            project.remove_annotation(&either.id);
        }
    }
    Ok(())
}

fn apply_entity(project: &mut Project, change: &RecordChange<Entity>, checks: Checks) -> Result<(), Conflict> {
    let Some(either) = change.either() else { return Ok(()) };
    expect_before(project.entity(&either.id), change, ProjectPart::Entity)?;
    match &change.after {
        Some(after) => {
            checks.of(|| project.check_entity(after))?;
            project.put_entity(after);
            Ok(())
        }
        None => {
            project.remove_entity(&either.id);
            checks.of(|| project.check_not_referenced(&either.id))
        }
    }
}

fn apply_relation(project: &mut Project, change: &RecordChange<Relation>, checks: Checks) -> Result<(), Conflict> {
    let Some(either) = change.either() else { return Ok(()) };
    expect_before(project.relation(&either.id), change, ProjectPart::Relation)?;
    match &change.after {
        Some(after) => {
            checks.of(|| project.check_relation(after))?;
            project.put_relation(after);
        }
        None => project.remove_relation(either),
    }
    Ok(())
}

fn apply_prediction(project: &mut Project, change: &RecordChange<Prediction>, checks: Checks) -> Result<(), Conflict> {
    let Some(either) = change.either() else { return Ok(()) };
    let tag = &either.tag;
    expect_before(project.prediction(&tag.article, &tag.id), change, ProjectPart::Predictions)?;
    match &change.after {
        Some(after) => {
            checks.of(|| project.check_prediction(after))?;
            let is_there = |before: &Rc<Prediction>| (&before.tag.article, &before.tag.id) == (&tag.article, &tag.id);
            expect(change.before.as_ref().is_none_or(is_there), ProjectPart::Predictions)?;
            expect(project.article(&tag.article).is_some(), ProjectPart::Article)?;
            project.put_prediction(after);
        }
        None => project.remove_prediction(either),
    }
    Ok(())
}
