//! Every occurrence of some text in all articles, to be tagged, relabelled or removed together.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::analysis::{Occurrence, Place};
use crate::edit::NewAnnotation;
use crate::model::{Annotation, AnnotationId, ArticleId, AttributeValue, EntityId, LabelId};
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
    pub operation: Operation,
    /// What each new tag is like. What is relabelled or removed has its label.
    pub template: Template,
    /// The new label, for [`Operation::Relabel`].
    pub new_label: LabelId,
    /// The occurrences that the operation can be applied to, by article.
    pub all: Rc<Vec<Occurrence>>,
    /// Which of them are ticked, one for each.
    pub ticked: Vec<bool>,
    /// The one shown in the text, as an index into `all`.
    pub current: Option<usize>,
}

impl Occurrences {
    /// How many are ticked.
    pub fn count(&self) -> usize {
        self.ticked.iter().filter(|ticked| **ticked).count()
    }

    /// The ticked ones.
    pub fn chosen(&self) -> impl Iterator<Item = &Occurrence> {
        self.all.iter().zip(&self.ticked).filter(|(_, ticked)| **ticked).map(|(one, _)| one)
    }

    /// The annotations at the ticked ones.
    pub fn chosen_tags(&self) -> Vec<AnnotationId> {
        self.chosen().filter_map(|one| one.tag.clone()).collect()
    }
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
}
