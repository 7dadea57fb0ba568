//! The doubt about an annotation that was placed in another version of its text.

use super::Passage;
use super::fields::{DOUBT, field, with_field};
use crate::json::{Extra, Json, NewObject};
use crate::model::Annotation;

/// Why an annotation is to be reviewed: what it covered in the version of the text that it was made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// How much of quote and context is where the annotation is now: from 0 to 1.
    pub score: f64,
    /// What it covered.
    pub was: Vec<Passage>,
}

impl Doubt {
    /// The doubt about an annotation, if there is any.
    pub fn of(annotation: &Annotation) -> Option<Self> {
        let json = field(&annotation.extra, DOUBT)?;
        Some(Self { score: json["score"].as_f64()?.clamp(0.0, 1.0), was: Passage::list(&json["ranges"])? })
    }

    /// Whether there is a doubt about an annotation; cheaper than [`Self::of`].
    pub fn is_about(annotation: &Annotation) -> bool {
        field(&annotation.extra, DOUBT).is_some()
    }

    /// The fields of an annotation with this doubt.
    pub(super) fn added_to(&self, extra: &Extra) -> Extra {
        let mut object = NewObject::default();
        object.required("score", &((self.score * 1000.0).round() / 1000.0));
        object.required("ranges", &Passage::json(&self.was));
        with_field(extra, DOUBT, Some(Json::from(object)))
    }

    /// The fields of an annotation without a doubt.
    pub(super) fn removed_from(extra: &Extra) -> Extra {
        with_field(extra, DOUBT, None)
    }
}
