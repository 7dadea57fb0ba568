//! Building blocks of messages.

use crate::text::isolated;

/// A count with its noun: "1 tag", "2 tags".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// A text of the user's in quotation marks, its writing direction isolated from the sentence.
pub fn quoted(text: &str) -> String {
    format!("“{}”", isolated(text))
}
