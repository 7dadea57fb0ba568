//! Which words of two passages are marked, and as what.

use super::WordDiff;
use crate::text::TextRange;

/// What a marked word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The other passage does not have it.
    Differs,
    /// The other passage has it in another place.
    Moved,
    /// Both passages have it, and few others.
    Shared,
}

impl WordDiff {
    /// The marked words of the first passage (0) or of the second one (1), in their order. If most words differ, these are the words
    /// in common, and the figures that differ.
    pub fn marks(&self, side: usize) -> Vec<(TextRange, Mark)> {
        let changes = self.shared.as_ref().map_or(&self.changes, |shared| &shared.figures);
        let differing = changes.iter().filter_map(|one| if side == 0 { one.first } else { one.second });
        let mut marks: Vec<_> = differing.map(|range| (range, Mark::Differs)).collect();
        match &self.shared {
            Some(shared) => {
                marks.extend(shared.sides.get(side).into_iter().flatten().map(|&range| (range, Mark::Shared)));
            }
            None => marks.extend(self.moved.iter().map(|pair| (if side == 0 { pair.0 } else { pair.1 }, Mark::Moved))),
        }
        crate::order::sort_by_key(&mut marks, |(range, _): &(TextRange, Mark)| range.start());
        marks
    }
}
