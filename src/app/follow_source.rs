//! What the columns follow: the selected claim, or what is selected in a text.

use std::rc::Rc;

use super::{Followed, State};
use crate::model::{Annotation, ArticleId, LabelKind, Project};
use crate::text::TextRange;

/// What is followed, and by which columns: if it changes, counterparts are looked for.
#[derive(Clone, Debug)]
pub struct FollowSource {
    /// The article that is followed.
    pub article: ArticleId,
    /// The selected claim.
    pub claim: Option<Rc<Annotation>>,
    /// What is selected in the text, or where the caret is; the first part of the claim.
    pub range: TextRange,
    /// The articles of the columns that follow, from left to right.
    pub columns: Vec<ArticleId>,
    project: Rc<Project>,
    generation: u32,
}

impl FollowSource {
    /// What is followed now; `None` if no column follows.
    pub fn of(state: &State) -> Option<Self> {
        if state.view.following.is_empty() || state.board.is_shown {
            return None;
        }
        let project = state.project();
        let is_claim = |one: &&Rc<Annotation>| {
            project.schema().label(&one.label).is_some_and(|label| label.kind == LabelKind::Claim)
        };
        let claim = state.selected().filter(is_claim).cloned();
        let cursor = || state.view.cursor.as_ref().map(|cursor| (cursor.article.clone(), cursor.range()));
        let of_claim = claim.as_ref().map(|claim| (claim.article.clone(), TextRange::new(claim.start(), claim.end())));
        let (article, range) = of_claim.or_else(cursor)?;
        let follows = |id: &&ArticleId| **id != article && state.view.following.contains(id);
        let columns: Vec<ArticleId> = state.shown().iter().filter(follows).cloned().collect();
        let (project, generation) = (project.clone(), state.generation);
        (!columns.is_empty()).then_some(Self { article, claim, range, columns, project, generation })
    }

    /// Whether the same is followed in the same project. `before` may be of another one.
    pub(super) fn is_same(&self, before: &Self) -> bool {
        let claim = |of: &Self| of.claim.as_ref().map(|claim| claim.id.clone());
        let is_same_place =
            self.article == before.article && self.range == before.range && claim(self) == claim(before);
        is_same_place && self.columns == before.columns && Rc::ptr_eq(&self.project, &before.project)
    }

    /// Whether both are of one opened project.
    pub(super) fn is_of_same_project(&self, before: &Self) -> bool {
        self.generation == before.generation
    }
}

impl State {
    /// Whether the columns can follow one another: there are at least two.
    pub fn can_follow(&self) -> bool {
        self.shown().len() > 1
    }

    /// Whether all columns follow.
    pub fn all_follow(&self) -> bool {
        self.can_follow() && self.shown().iter().all(|id| self.view.following.contains(id))
    }

    /// What the column of an article shows, if it follows.
    pub fn followed(&self, article: &ArticleId) -> Option<&Followed> {
        self.following.columns.iter().find(|one| &one.article == article)
    }
}
