//! Making relations, and which of them the panel shows.

use crate::analysis::relations::RelationKind;
use crate::model::{AnnotationId, ArticleId, Project, Relation, RelationId, RelationTypeId};

/// A relation that is being made: first its type is chosen, then its other end.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingRelation {
    /// The annotation it was begun at: the first of the selected ones.
    pub near: AnnotationId,
    /// The other annotations that were selected. Each gets a relation of its own.
    pub others: Vec<AnnotationId>,
    /// Its type, once that is chosen.
    pub kind: Option<RelationKind>,
}

impl PendingRelation {
    /// All annotations that get a relation, the one it was begun at first.
    pub fn nears(&self) -> Vec<AnnotationId> {
        [&self.near].into_iter().chain(&self.others).cloned().collect()
    }
}

/// What the relations panel shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationPanel {
    /// Which relations.
    pub filter: RelationFilter,
    /// The relation whose controls are open.
    pub open: Option<RelationId>,
}

/// Which relations the panel shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationFilter {
    /// Only of this type.
    pub kind: Option<RelationTypeId>,
    /// Only with an end in this article.
    pub article: Option<ArticleId>,
    /// Only those between different articles.
    pub across: bool,
    /// Only with this in the text of an end or in the note, in any case.
    pub text: String,
}

/// What can happen to relations.
#[derive(Clone, Debug)]
pub enum RelationAction {
    /// Begin a relation at each of the selected annotations.
    Begin {
        /// Whether it has the type that was chosen last.
        repeat: bool,
    },
    /// Choose its type.
    ChooseType(RelationKind),
    /// Choose its other end.
    ChooseEnd(AnnotationId),
    /// Choose the innermost that fits of these annotations, outermost first, as its other end.
    ChooseEndAmong(Vec<AnnotationId>),
    /// Go back to the types, then out.
    Back,
    /// Leave without a relation.
    Cancel,
    /// Filter the panel.
    Filter(RelationFilter),
    /// Open the controls of a relation in the panel, or close them.
    Open(Option<RelationId>),
}

impl RelationFilter {
    /// Whether the panel shows a relation.
    pub fn passes(&self, project: &Project, relation: &Relation) -> bool {
        let (Some(from), Some(to)) = (project.annotation(&relation.from), project.annotation(&relation.to)) else {
            return false;
        };
        let text = self.text.trim().to_lowercase();
        let has = |haystack: &str| haystack.to_lowercase().contains(&text);
        self.kind.as_ref().is_none_or(|kind| kind == &relation.kind)
            && self.article.as_ref().is_none_or(|article| article == &from.article || article == &to.article)
            && (!self.across || from.article != to.article)
            && (text.is_empty() || has(&relation.note) || has(&project.exact(from)) || has(&project.exact(to)))
    }
}
