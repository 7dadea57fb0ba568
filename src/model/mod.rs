//! The data model: projects as plain, immutable data with their invariants, independent of files and the browser.

mod annotation;
mod annotation_set;
mod article;
mod checks;
mod entity;
pub(crate) mod field_limits;
mod id;
mod invalid;
mod mutate;
mod prediction;
mod presets;
mod project;
mod records;
mod references;
mod relation;
mod runs;
mod schema;
mod sequence;
mod timestamp;
mod web_address;

pub use crate::json::Extra;
pub use annotation::{Annotation, AttributeValue};
pub use annotation_set::{AnnotationPiece, AnnotationSet};
pub use article::{Article, ArticleStatus, Language};
pub use entity::{Entity, IdentifierForm};
pub use id::{AnnotationId, ArticleId, EntityId, LabelId, RelationId, RelationTypeId};
pub use invalid::{AttributeProblem, AttributesOf, Invalid, RecordKind, TextField};
pub use prediction::{PredictedRelation, Prediction};
pub use presets::{PRESETS, Preset, news_claims};
pub use project::Project;
pub use records::Records;
pub use relation::Relation;
pub use runs::{Run, Running, runs};
pub use schema::{Attribute, AttributeKind, Colour, Condition, Label, LabelKind, RelationType, Schema};
pub use timestamp::Timestamp;
pub use web_address::is_web_address;
