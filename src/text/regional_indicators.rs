//! Finds long runs of regional indicators; two of these characters form a flag. To find a grapheme boundary in such a
//! run, the grapheme cursor would have to count all of them before it.

use super::TextRange;

/// The length of a regional indicator, in bytes of UTF-8.
pub(super) const INDICATOR_BYTES: u32 = 4;
/// Runs of fewer bytes are not listed: the grapheme cursor is fast enough there.
const LONG_RUN: u32 = 64 * INDICATOR_BYTES;

/// The long runs of regional indicators of a text, in order.
pub(super) fn long_runs(text: &str) -> Vec<TextRange> {
    let is_indicator = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_indicator).map(|i| at + i) {
        let rest = &text[start..];
        at = start + rest.find(|c| !is_indicator(c)).unwrap_or(rest.len());
        let run = TextRange::from_indices(start, at);
        if run.len() >= LONG_RUN {
            runs.push(run);
        }
    }
    runs
}
