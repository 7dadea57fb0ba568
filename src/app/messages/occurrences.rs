//! Texts about every occurrence of a text: the list, and what is tagged without it.

use super::text::{counted, quoted};
use crate::app::occurrences::Operation;
use crate::text::{isolated, shortened};

/// How many characters of a text the heading has.
const HEADING_LENGTH: usize = 200;

/// Heading: the list of what a search found.
pub const SEARCH_RESULTS: &str = "Search results";
/// The group of operations.
pub const OPERATIONS: &str = "What to do";
/// Operation, before the select of labels.
pub const TAG_AS: &str = "Tag as ";
/// The select of labels for new tags.
pub const TAG_AS_LABEL: &str = "Tag as label";
/// Operation, before the select of labels.
pub const CHANGE_TO: &str = "Change to ";
/// The select of labels for tags that are changed.
pub const CHANGE_TO_LABEL: &str = "Change to label";
/// Check box.
pub const MATCH_CASE: &str = "Match case";
/// Check box.
pub const WHOLE_WORDS: &str = "Whole words";
/// Check box: endings count as part of the word.
pub const WITH_ENDINGS: &str = "With endings (’s, s)";
/// Button: tick all.
pub const TICK: &str = "Tick";
/// Button: untick all.
pub const UNTICK: &str = "Untick";
/// What the buttons for the complete list act on.
pub const ALL: &str = "all";

/// No tag is selected.
pub const SELECT_A_TAG: &str = "Select a tag first, to list every occurrence of its text";
/// The selected tag has several parts.
pub const DISCONTINUOUS: &str = "Occurrences of a tag with several parts cannot be listed";
/// Neither text nor a tag is selected.
pub const NOTHING_SELECTED: &str = "Select some text or a tag first";
/// There is nothing left to tag.
pub const ALL_TAGGED: &str = "Every occurrence is tagged already. Press A to review them";

/// Many occurrences are still being tagged.
pub const STILL_WORKING: &str = "Still busy with every occurrence of another text. Esc cancels that";
/// The user has cancelled it.
pub const CANCELLED: &str = "Cancelled. Nothing was changed";
/// The progress bar.
pub const PROGRESS: &str = "Progress";

/// So much of the places was found, in percent.
pub fn finding(percent: u8) -> String {
    format!("Looking for places… {percent} %")
}

/// So much of the work was done, in percent.
pub fn working(operation: Operation, percent: u8) -> String {
    let doing = match operation {
        Operation::Tag => "Tagging",
        Operation::Relabel => "Changing tags",
        Operation::Remove => "Removing tags",
    };
    format!("{doing}… {percent} %")
}

/// The same for every occurrence of a text, without a list.
pub fn working_everywhere(operation: Operation, percent: u8) -> String {
    format!("{}. Esc cancels", working(operation, percent))
}

/// The list was filled again.
pub fn ticked(ticked: usize, all: usize) -> String {
    format!("{ticked} of {all} ticked")
}

/// What was tagged, and how many doubtful occurrences were not.
pub fn tagged_everywhere(summary: &str, left_out: usize) -> String {
    match left_out {
        0 => format!("{summary}. Press A to review them"),
        _ => {
            let places = counted(left_out, "doubtful place", "doubtful places");
            format!("{summary}; {places} left out. Press A to review them")
        }
    }
}

/// Heading: the list of every occurrence of a text.
pub fn heading(text: &str) -> String {
    format!("Every occurrence of {}", quoted(&shortened(text, HEADING_LENGTH)))
}

/// Operation: tag with this label.
pub fn tag_as(label: &str) -> String {
    format!("{TAG_AS}{}", isolated(label))
}

/// Operation: remove the tags with this label.
pub fn remove_tags(label: &str) -> String {
    format!("Remove the tags {}", isolated(label))
}

/// Button: carry the operation out on so many; `label` is the new label of tags that are changed.
pub fn confirm(operation: Operation, count: usize, label: &str) -> String {
    let tags = counted(count, "tag", "tags");
    match operation {
        Operation::Tag => format!("Tag {}", counted(count, "place", "places")),
        Operation::Relabel => format!("Change {tags} to {}", isolated(label)),
        Operation::Remove => format!("Remove {tags}"),
    }
}

/// How many places are ticked.
pub fn places_ticked(ticked: usize, all: usize) -> String {
    format!("{ticked} of {} ticked", counted(all, "place", "places"))
}

/// The list is empty.
pub fn nothing_listed(operation: Operation) -> &'static str {
    match operation {
        Operation::Tag => "No other places to tag",
        Operation::Relabel | Operation::Remove => "No matching tags",
    }
}

/// Button: tick or untick all of these.
pub fn tick_all(what: &str, of: &str) -> String {
    format!("{what}: {of}")
}
