//! The suggestions of the open project as the page shows them. The runtime computes them, from when they are first opened.

use std::rc::Rc;

use super::{ByPtr, Direction, Edge};
use crate::analysis::suggestions::{
    RULES, SuggestedLabel, SuggestedSpan, Suggestion, SuggestionGroup, SuggestionKind, SuggestionList,
};
use crate::model::{Project, RelationTypeId};

/// What the page shows of suggestions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SuggestionView {
    /// Whether suggestions are computed: since they were first opened.
    pub is_wanted: bool,
    /// The project for which they were last asked for.
    pub asked: Option<ByPtr<Project>>,
    /// The user has stopped the computing: nothing is asked for until suggestions are wanted again.
    pub is_stopped: bool,
    /// How many steps of the computing are done, and about how many there are.
    pub progress: (usize, usize),
    /// Whether `list` is what was found in that project.
    pub is_current: bool,
    /// What was found last, without what was decided since.
    pub list: ByPtr<SuggestionList>,
    /// Whether the outlines in the text are off.
    pub hides_outlines: bool,
    /// The panel lists suggestions of this score or a higher one, in per cent.
    pub min_score: u32,
    /// The review that begins as soon as suggestions are there; whether it goes by groups.
    pub starting: Option<bool>,
}

/// What can happen to suggestions.
#[derive(Clone, Debug)]
pub enum SuggestionAction {
    /// These are the first suggestions of a project, and more are computed.
    Begun(Rc<Project>, Rc<SuggestionList>),
    /// All suggestions of a project were computed.
    Computed(Rc<Project>, Rc<SuggestionList>),
    /// So many steps of the computing for a project are done, of about so many.
    Progress(Rc<Project>, (usize, usize)),
    /// Stop the computing.
    Stop,
    /// Compute after all.
    Resume,
    /// Accept these, by their ids, as one step.
    Accept(Vec<String>),
    /// Reject these, by their ids, as one step.
    Reject(Vec<String>),
    /// Accept all of a kind, or of all kinds, that the panel lists.
    AcceptListed(Option<SuggestionKind>),
    /// Take back the rejection of these.
    Restore(Vec<String>),
    /// List suggestions of this score or a higher one, in per cent.
    SetMinScore(u32),
    /// Show or hide the outlines in the text.
    ToggleOutlines,
    /// Show the place of a suggestion in its text.
    Reveal(String),
}

impl SuggestionView {
    /// Another project was opened.
    pub(super) fn forget(&mut self) {
        (self.asked, self.is_current, self.starting) = (None, false, None);
        (self.is_stopped, self.progress) = (false, (0, 0));
        self.list = ByPtr::default();
    }

    /// Suggestions are wanted, also if the computing was stopped.
    pub(super) fn want(&mut self) {
        (self.is_wanted, self.is_stopped) = (true, false);
    }

    /// Whether suggestions were computed for a project, and nobody has lost interest in the answer.
    pub fn awaits(&self, project: &Rc<Project>) -> bool {
        !self.is_current && self.asked.as_ref().is_some_and(|asked| Rc::ptr_eq(&asked.0, project))
    }

    /// The groups that the panel lists, with the members that it lists.
    pub fn listed(&self) -> Vec<SuggestionGroup> {
        let passes = |one: &Suggestion| per_cent(one.score) >= self.min_score;
        let groups = self.list.groups.iter().filter_map(|group| {
            let items: Vec<_> = group.items.iter().filter(|one| passes(one)).cloned().collect();
            (!items.is_empty()).then(|| SuggestionGroup { items, ..group.clone() })
        });
        groups.collect()
    }

    /// The suggestions whose outlines are drawn.
    pub fn outlined(&self) -> Option<&ByPtr<SuggestionList>> {
        (self.is_wanted && !self.hides_outlines).then_some(&self.list)
    }
}

/// Walking through the suggestions and deciding each.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The suggestion that is decided now, with the edges and the relation type that the user has given it.
    pub current: Rc<Suggestion>,
    /// Whether it goes by groups, and not in the order of the texts.
    pub by_group: bool,
    /// The span that is shown in the text, and whose edges can be moved, by its index.
    pub side: usize,
    /// Whether another label is chosen in the palette.
    pub chooses_label: bool,
    /// The ids of what was decided: undo leads back to it.
    pub decided: Vec<String>,
}

/// What can happen in a review.
#[derive(Clone, Debug)]
pub enum ReviewAction {
    /// Begin at the caret, or change the order; whether it goes by groups.
    Start {
        /// Whether it goes by groups.
        by_group: bool,
    },
    /// Accept the suggestion, or its group.
    Accept {
        /// Whether the whole group.
        group: bool,
    },
    /// Reject the suggestion, or its group.
    Reject {
        /// Whether the whole group.
        group: bool,
    },
    /// Go on without a decision, or back.
    Go(Direction),
    /// Choose another label, or another type of the relation.
    ChooseLabel,
    /// Make the relation of this type.
    Retype(RelationTypeId),
    /// Move an edge by a word.
    MoveEdge(Edge, Direction),
    /// Show the other side of a pair in the text.
    OtherSide,
    /// End the review.
    Leave,
}

impl Review {
    /// A review that begins with a suggestion.
    pub(super) fn new(current: &Rc<Suggestion>, by_group: bool) -> Self {
        let side = first_side(current);
        Self { current: current.clone(), by_group, side, chooses_label: false, decided: Vec::new() }
    }

    /// Whether a project has all articles of the suggestion.
    pub(super) fn is_in(&self, project: &Project) -> bool {
        self.current.spans.iter().all(|span| project.article(&span.article).is_some())
    }

    /// The span that is shown in the text.
    pub fn span(&self) -> Option<&SuggestedSpan> {
        self.current.spans.get(self.side)
    }

    /// Whether the edges of that span can be moved: accepting makes a tag on exactly this range.
    pub fn has_edges(&self) -> bool {
        let is_made = match self.current.kind {
            SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Claim => self.side == 0,
            SuggestionKind::Prediction => true,
            SuggestionKind::Speaker => self.side == 1,
            SuggestionKind::Repeat => self.side < 2,
            SuggestionKind::SameEntity | SuggestionKind::Number | SuggestionKind::Relation => false,
        };
        is_made && self.span().is_some_and(|span| span.annotation.is_none())
    }

    /// Whether the suggestion is a tag, whose label can be another one.
    pub fn is_tag(&self) -> bool {
        matches!(self.current.label, Some(SuggestedLabel::Label(_)))
            && matches!(
                self.current.kind,
                SuggestionKind::Prediction | SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Claim
            )
    }

    /// The type of the relation that would be made.
    pub fn relation_type(&self) -> Option<&RelationTypeId> {
        match &self.current.label {
            Some(SuggestedLabel::Relation(kind)) => Some(kind),
            _ => None,
        }
    }
}

/// The span that is shown first: what is said, and not who says it.
pub fn first_side(one: &Suggestion) -> usize {
    usize::from(one.kind == SuggestionKind::Speaker && one.spans.len() > 1)
}

/// A score in per cent.
pub fn per_cent(score: f64) -> u32 {
    (score * 100.0).round() as u32
}

/// Whether a project has what any kind of suggestions needs.
pub fn has_any_kind(project: &Project) -> bool {
    !project.predictions().is_empty() || RULES.iter().any(|rule| (rule.fits)(project.schema()))
}
