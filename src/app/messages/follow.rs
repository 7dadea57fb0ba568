//! Texts of columns that follow what is selected in another one.

use super::text::{counted, quoted};
use crate::analysis::counterpart::{Basis, Counterpart};
use crate::app::Followed;

/// Tooltip of the switch of a column.
pub const SWITCH_TITLE: &str = "Follow: scroll to what corresponds to the claim or sentence selected in another column";
/// In the header of a column that follows, before there is anything to follow.
pub const FOLLOWS: &str = "Follows the selection";
/// All columns follow.
pub const ALL_FOLLOW: &str = "All columns follow the selection";
/// No column follows.
pub const NONE_FOLLOWS: &str = "No column follows the selection";
/// What the lines below words mean in columns that follow.
const LEGEND: &str =
    "Wavy line: differs. Dotted line: stands elsewhere. Dashed line: in common, where most words differ.";
/// The words are the same.
const SAME_WORDS: &str = "same words";
/// The words are the same in another order.
const OTHER_ORDER: &str = "same words in another order";

/// No word is the same.
const OTHER_WORDS: &str = "in other words";

/// The switch of a column.
pub fn switch(title: &str) -> String {
    format!("Follow the selection in {title}")
}

/// What a column shows, in its header.
pub fn status(followed: &Followed) -> String {
    match &followed.counterpart {
        Some(found) => {
            let basis = match found.basis {
                Basis::Related => "Related claim",
                Basis::Alike => "Most alike",
                Basis::SameFigure => "Related figure",
            };
            format!("{basis}: {}", difference(found))
        }
        None if followed.is_too_long => "Too long to compare".to_owned(),
        None => "No counterpart".to_owned(),
    }
}

/// What a column shows, with what the lines below words mean: the tooltip.
pub fn tooltip(status: &str) -> String {
    format!("{status}. {LEGEND}")
}

/// What the column of an article shows, for screen readers.
pub fn announced(title: &str, followed: &Followed) -> String {
    let title = quoted(title);
    match &followed.counterpart {
        Some(found) => format!("Counterpart in {title}: {}", difference(found)),
        None if followed.is_too_long => format!("{title} is too long to compare"),
        None => format!("No counterpart in {title}"),
    }
}

/// "4 words differ"; where most of them do, "3 words in common".
fn difference(found: &Counterpart) -> String {
    if let Some(shared) = &found.diff.shared {
        return match shared.count {
            0 => OTHER_WORDS.to_owned(),
            count => format!("{} in common", counted(count, "word", "words")),
        };
    }
    match found.diff.count {
        0 if found.diff.is_same() => SAME_WORDS.to_owned(),
        0 => OTHER_ORDER.to_owned(),
        count => counted(count, "word differs", "words differ"),
    }
}
