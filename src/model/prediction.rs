//! A prediction: a tag that another tool proposes. It stays as it is when the user decides about it; the decision is beside it.

use std::rc::Rc;

use super::{Annotation, AnnotationId, Extra, RelationTypeId};

/// A tag that another tool proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// The proposed tag. Its id is that of the prediction, which no other prediction of the article has. It refers to no entity.
    pub tag: Rc<Annotation>,
    /// The tool or file from which the prediction comes; empty if unknown.
    pub source: String,
    /// The model, with its version; empty if unknown.
    pub model: String,
    /// How sure the model is: as a rule from 0 to 1, but as the tool has it. Never infinite and never NaN.
    pub score: Option<f64>,
    /// The proposed relations that begin at the tag.
    pub relations: Vec<PredictedRelation>,
    /// The annotation that was made of it, which may be gone or changed since; `None` while it is not accepted.
    pub accepted: Option<AnnotationId>,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// A proposed relation.
#[derive(Clone, Debug, PartialEq)]
pub struct PredictedRelation {
    /// The type.
    pub kind: RelationTypeId,
    /// The prediction of the same article at which it ends. The relation is not proposed while there is none.
    pub to: AnnotationId,
}

impl Prediction {
    /// The score for comparisons: from 0 to 1, and 0 if there is none.
    pub fn rank(&self) -> f64 {
        self.score.unwrap_or_default().clamp(0.0, 1.0)
    }
}
