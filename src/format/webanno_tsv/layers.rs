//! The layers that this program writes, and their features.

/// The beginning of the first line, up to the minor version.
pub(super) const FORMAT: &str = "#FORMAT=WebAnno TSV 3";
/// The layer of tags.
pub(super) const TAG_LAYER: &str = "webanno.custom.CrossreadTag";
/// The layer of relations.
pub(super) const RELATION_LAYER: &str = "webanno.custom.CrossreadRelation";
/// The features of both layers, and those of tags.
pub(super) const ID: &str = "id";
pub(super) const LABEL: &str = "label";
pub(super) const NOTE: &str = "note";
pub(super) const ENTITY: &str = "entity";
pub(super) const ENTITY_NAME: &str = "entityName";
