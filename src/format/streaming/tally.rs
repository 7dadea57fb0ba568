//! Counts what was converted and what was dropped, over all parts.

use std::collections::HashSet;

use super::conversion::Converted;
use super::formats::LineFormat;
use super::survey::Whole;
use crate::format::{Dropped, DroppedPart, ExportOptions, Format, add_dropped};
use crate::model::Project;

/// The counts of the parts so far.
pub(super) struct Tally<'a> {
    format: &'static dyn Format,
    options: ExportOptions,
    whole: &'a Whole,
    converted: Converted,
    /// The ids of the entities that are mentioned.
    mentioned: HashSet<String>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(format: LineFormat, options: ExportOptions, whole: &'a Whole) -> Self {
        let converted = Converted { entities: whole.project.entities().count(), ..Converted::default() };
        Self { format: format.format(), options, whole, converted, mentioned: HashSet::new() }
    }

    /// Adds a part.
    pub(super) fn add(&mut self, part: &Project) {
        self.converted.articles += part.articles().len();
        self.converted.annotations += part.annotation_count();
        self.converted.relations += part.relations().count();
        for id in part.all_annotations().filter_map(|tag| tag.entity.as_ref()) {
            if !self.mentioned.contains(id.as_str()) {
                self.mentioned.insert(id.to_string());
            }
        }
        add_dropped(&mut self.converted.dropped, self.format.dropped_with(part, self.options));
    }

    /// The counts. What is of the schema and of the entities is counted once, not in each part.
    pub(super) fn finish(mut self) -> Converted {
        let once = self.format.dropped(&self.whole.project);
        let has_names = self.converted.dropped.iter().any(|one| one.what == DroppedPart::EntityNames);
        self.converted.dropped.retain(|one| !is_of_whole(one.what));
        let unmentioned = self.converted.entities.saturating_sub(self.mentioned.len());
        for dropped in once.into_iter().filter(|one| is_of_whole(one.what)) {
            let is_unmentioned = dropped.what == DroppedPart::UnmentionedEntities;
            let count = if is_unmentioned { unmentioned } else { dropped.count };
            self.converted.dropped.push(Dropped { count, ..dropped });
        }
        if has_names {
            self.converted.dropped.push(Dropped { what: DroppedPart::EntityNames, count: self.mentioned.len() });
        }
        self.converted.dropped.retain(|one| one.count > 0);
        self.converted
    }
}

/// Whether parts repeat it.
fn is_of_whole(what: DroppedPart) -> bool {
    matches!(
        what,
        DroppedPart::Definitions
            | DroppedPart::Entities
            | DroppedPart::EntityNames
            | DroppedPart::EntityDetails
            | DroppedPart::UnmentionedEntities
    )
}
