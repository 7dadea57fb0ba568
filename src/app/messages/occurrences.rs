//! Messages about every occurrence of a text.

/// No tag is selected.
pub const SELECT_A_TAG: &str = "Select a tag first, to list every occurrence of its text";
/// The selected tag has several parts.
pub const DISCONTINUOUS: &str = "Occurrences of a tag with several parts cannot be listed";
/// Neither text nor a tag is selected.
pub const NOTHING_SELECTED: &str = "Select some text or a tag first";
/// There is nothing left to tag.
pub const ALL_TAGGED: &str = "Every occurrence is tagged already. Press A to review them";

/// The list was filled again.
pub fn ticked(ticked: usize, all: usize) -> String {
    format!("{ticked} of {all} ticked")
}

/// What was tagged, and how many doubtful occurrences were not.
pub fn tagged_everywhere(summary: &str, left_out: usize) -> String {
    match left_out {
        0 => format!("{summary}. Press A to review them"),
        _ => format!("{summary}; {left_out} doubtful left out. Press A to review them"),
    }
}
