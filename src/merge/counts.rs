//! What a merge does, in numbers.

/// What a merge does, in numbers. They are counted while the changes are made, so that they are those of what happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeCounts {
    /// Articles that are added.
    pub articles: usize,
    /// Articles with the same text, to which annotations are added.
    pub joined: usize,
    /// Articles with another version of the text.
    pub versions: usize,
    /// Annotations that are added at a certain place.
    pub tags: usize,
    /// Annotations that are there already.
    pub equal_tags: usize,
    /// Annotations that are added, and are to be reviewed.
    pub doubtful: usize,
    /// Annotations without a place.
    pub unplaced: usize,
    /// Entities that are added.
    pub entities: usize,
    /// Entities that are the same as one of the project.
    pub equal_entities: usize,
    /// Relations that are added.
    pub relations: usize,
    /// Relations that are there already.
    pub equal_relations: usize,
    /// Relations that wait for an annotation without a place.
    pub waiting_relations: usize,
    /// Relations that are left out, because both of their ends are one annotation now.
    pub dropped_relations: usize,
    /// Predictions that are added.
    pub predictions: usize,
    /// Predictions that are there already.
    pub equal_predictions: usize,
    /// Predictions that are left out, because it is not certain where they are in this version of the text.
    pub lost_predictions: usize,
    /// Records of which the project keeps its own details (titles, notes, statuses), which are others.
    pub kept: usize,
    /// Labels that are added to the schema.
    pub labels: usize,
    /// Attributes that are added to the schema.
    pub attributes: usize,
    /// Choices that are added to attributes.
    pub choices: usize,
    /// Relation types that are added, or allowed for more labels.
    pub relation_types: usize,
}

impl MergeCounts {
    /// Whether the schema changes.
    pub fn changes_schema(&self) -> bool {
        self.labels + self.attributes + self.choices + self.relation_types > 0
    }
}
