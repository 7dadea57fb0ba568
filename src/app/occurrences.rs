//! Every occurrence of some text in all articles, to be tagged, relabelled or removed together.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::ByPtr;
use crate::analysis::{Occurrence, Place};
use crate::edit::{AnnotationPatch, EditError, NewAnnotation, PlannedEdit};
use crate::model::{Annotation, ArticleId, AttributeValue, EntityId, LabelId, Project};
use crate::text::{Query, Snap};

/// What is done with the occurrences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Operation {
    /// Tag those that are not tagged yet.
    #[default]
    Tag,
    /// Give those that are tagged another label.
    Relabel,
    /// Remove the tags of those that are tagged.
    Remove,
}

/// What each new tag is like.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Its label.
    pub label: LabelId,
    attributes: BTreeMap<String, AttributeValue>,
    entity: Option<EntityId>,
}

impl Template {
    /// A tag without attributes or entity.
    pub fn plain(label: LabelId) -> Self {
        Self { label, attributes: BTreeMap::new(), entity: None }
    }

    /// A tag like this annotation.
    pub fn of(annotation: &Annotation) -> Self {
        let Annotation { label, attributes, entity, .. } = annotation;
        Self { label: label.clone(), attributes: attributes.clone(), entity: entity.clone() }
    }

    /// The tag at a place.
    pub fn at(&self, Place { article, range }: &Place) -> NewAnnotation {
        let tag = NewAnnotation::tag(article.clone(), *range, self.label.clone());
        NewAnnotation { attributes: self.attributes.clone(), entity: self.entity.clone(), ..tag }
    }
}

/// What is done with occurrences.
#[derive(Clone, Debug, PartialEq)]
pub struct OccurrenceEdit {
    /// What is done.
    pub operation: Operation,
    /// What each new tag is like. What is relabelled or removed has its label.
    pub template: Template,
    /// The new label, for [`Operation::Relabel`].
    pub new_label: LabelId,
}

impl OccurrenceEdit {
    /// How tags are changed.
    pub(super) fn patch(&self) -> AnnotationPatch {
        AnnotationPatch { label: Some(self.new_label.clone()), ..Default::default() }
    }
}

/// Where the list comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// Everywhere this text is found.
    Query(Query),
    /// The results of a search.
    Search(Rc<Vec<Place>>),
}

/// The list of occurrences.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrences {
    /// Where the list comes from.
    pub source: Source,
    /// What is done with the occurrences.
    pub edit: OccurrenceEdit,
    /// What was found.
    pub found: FoundOccurrences,
    /// The occurrences that the operation can be applied to, by article.
    pub all: ByPtr<Vec<Occurrence>>,
    /// Which of them are ticked, one for each.
    pub ticked: Rc<Vec<bool>>,
    /// The one shown in the text, as an index into `all`.
    pub current: Option<usize>,
}

impl Occurrences {
    /// How many are ticked.
    pub fn count(&self) -> usize {
        self.ticked.iter().filter(|ticked| **ticked).count()
    }

    /// Lists what the operation can be applied to. Doubtful occurrences are not ticked.
    pub(super) fn list_found(&mut self) {
        let FoundOccurrences { untagged, tagged } = &self.found;
        let all = if self.edit.operation == Operation::Tag { untagged } else { tagged };
        self.ticked = Rc::new(all.iter().map(|one| one.doubt.is_none() || one.tag.is_some()).collect());
        (self.all, self.current) = (all.clone(), None);
    }
}

/// The occurrences of a text, by article and in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundOccurrences {
    /// Those without a tag.
    pub untagged: ByPtr<Vec<Occurrence>>,
    /// Those with a tag.
    pub tagged: ByPtr<Vec<Occurrence>>,
}

/// What the work led to.
#[derive(Clone, Debug)]
pub enum OccurrenceResult {
    /// This was found in a project.
    Found(Rc<Project>, FoundOccurrences),
    /// This is to be changed; so many doubtful occurrences are left out.
    Planned(PlannedEdit, usize),
    /// It cannot be done.
    Failed(EditError),
}

/// What can happen to the list of occurrences.
#[derive(Clone, Debug)]
pub enum OccurrenceAction {
    /// List those of the selected tag.
    Open,
    /// List the results of the search.
    OpenSearch,
    /// Tag the selection and every other occurrence of its text. On a selected tag: tag all others, or relabel all.
    Everywhere(LabelId, Option<Snap>),
    /// Look for the text more or less strictly.
    SetQuery(Query),
    /// Choose what is done.
    SetOperation(Operation),
    /// Tag with this label.
    SetLabel(LabelId),
    /// Relabel with this label.
    SetNewLabel(LabelId),
    /// Tick or untick one, by its index.
    Tick(usize, bool),
    /// Tick or untick all, of one article or of all.
    TickAll(Option<ArticleId>, bool),
    /// Show one in the text, by its index.
    Show(usize),
    /// Carry the operation out.
    Confirm,
    /// So much of a request was done, in percent.
    Progress(u32, u8),
    /// A request has led to this.
    Worked(u32, OccurrenceResult),
}
