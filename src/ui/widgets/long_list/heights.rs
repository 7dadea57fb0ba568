//! The heights of the rows of a long list: those that were measured, and an estimate for all others. Whatever is asked or
//! changed costs a step for each few hundred rows.

/// The most rows of a chunk.
const CHUNK: usize = 256;
/// What a row is estimated to be high before any was measured, in CSS pixels.
const FIRST_ESTIMATE: f64 = 48.0;

/// The heights of rows, in CSS pixels.
#[derive(Clone, Debug)]
pub(super) struct Heights {
    chunks: Vec<Chunk>,
    /// The height of a row that was not measured. It stays the same, so that a list does not move while it is scrolled.
    estimate: Option<f64>,
}

/// Consecutive rows.
#[derive(Clone, Debug, Default)]
struct Chunk {
    len: usize,
    /// The height of each row, NaN where it is not known; empty while none is known.
    heights: Vec<f64>,
    /// The sum of the known heights.
    sum: f64,
    /// How many heights are not known.
    unknown: usize,
}

impl Chunk {
    fn unknown(len: usize) -> Self {
        Self { len, heights: Vec::new(), sum: 0.0, unknown: len }
    }

    fn of(heights: &[f64]) -> Self {
        let unknown = heights.iter().filter(|height| height.is_nan()).count();
        let sum = heights.iter().filter(|height| !height.is_nan()).sum();
        let heights = if unknown == heights.len() { Vec::new() } else { heights.to_vec() };
        Self { len: heights.len().max(unknown), heights, sum, unknown }
    }

    fn height(&self, estimate: f64) -> f64 {
        self.sum + self.unknown as f64 * estimate
    }

    fn row(&self, at: usize, estimate: f64) -> f64 {
        self.heights.get(at).copied().filter(|height| !height.is_nan()).unwrap_or(estimate)
    }

    /// The height of each row, NaN where it is not known.
    fn all(&self) -> Vec<f64> {
        if self.heights.is_empty() { vec![f64::NAN; self.len] } else { self.heights.clone() }
    }
}

impl Heights {
    /// So many rows, none of which was measured.
    pub(super) fn new(count: usize) -> Self {
        let chunks = (0..count).step_by(CHUNK).map(|start| Chunk::unknown(CHUNK.min(count - start))).collect();
        Self { chunks, estimate: None }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len).sum()
    }

    fn estimate(&self) -> f64 {
        self.estimate.unwrap_or(FIRST_ESTIMATE)
    }

    /// Takes over measured heights by the index of their rows. Returns whether the estimate of all others changed with them,
    /// which the first ones do.
    pub(super) fn measured(&mut self, rows: &[(usize, f64)]) -> bool {
        for &(at, height) in rows {
            self.set(at, height);
        }
        let is_first = self.estimate.is_none() && !rows.is_empty();
        if is_first {
            self.estimate = Some(rows.iter().map(|(_, height)| height).sum::<f64>() / rows.len() as f64);
        }
        is_first
    }

    fn set(&mut self, at: usize, height: f64) {
        let Some((index, within, _)) = self.locate(at) else { return };
        let chunk = &mut self.chunks[index];
        if chunk.heights.is_empty() {
            chunk.heights = chunk.all();
        }
        let before = std::mem::replace(&mut chunk.heights[within], height);
        if before.is_nan() {
            chunk.unknown -= 1;
        } else if before == height {
            return;
        }
        chunk.sum = chunk.heights.iter().filter(|height| !height.is_nan()).sum();
    }

    /// The chunk of a row, the row's index in it, and the height of all chunks before.
    fn locate(&self, at: usize) -> Option<(usize, usize, f64)> {
        let (mut rows, mut above) = (0, 0.0);
        for (index, chunk) in self.chunks.iter().enumerate() {
            if at < rows + chunk.len {
                return Some((index, at - rows, above));
            }
            rows += chunk.len;
            above += chunk.height(self.estimate());
        }
        None
    }

    /// The height of all rows before one.
    pub(super) fn above(&self, at: usize) -> f64 {
        let Some((chunk, within, above)) = self.locate(at) else { return self.total() };
        above + (0..within).map(|at| self.chunks[chunk].row(at, self.estimate())).sum::<f64>()
    }

    /// The height of all rows.
    pub(super) fn total(&self) -> f64 {
        self.chunks.iter().map(|chunk| chunk.height(self.estimate())).sum()
    }

    /// The row at a distance from the top; the first or the last one for what is outside.
    pub(super) fn row_at(&self, distance: f64) -> usize {
        let (mut rows, mut above) = (0, 0.0);
        for chunk in &self.chunks {
            let height = chunk.height(self.estimate());
            if distance < above + height {
                for at in 0..chunk.len {
                    above += chunk.row(at, self.estimate());
                    if distance < above {
                        return rows + at;
                    }
                }
                return rows + chunk.len - 1;
            }
            rows += chunk.len;
            above += height;
        }
        rows.saturating_sub(1)
    }

    /// Replaces `removed` rows at an index by `inserted` new ones.
    pub(super) fn splice(&mut self, at: usize, removed: usize, inserted: usize) {
        let (first, within, _) = self.locate(at).unwrap_or((self.chunks.len(), 0, 0.0));
        let mut kept: Vec<f64> = self.chunks.get(first).map(|chunk| chunk.all()[..within].to_vec()).unwrap_or_default();
        let (mut last, mut left) = (first, within + removed);
        while self.chunks.get(last).is_some_and(|chunk| chunk.len < left) {
            left -= self.chunks[last].len;
            last += 1;
        }
        let rest: Vec<f64> =
            self.chunks.get(last).map(|chunk| chunk.all()[left.min(chunk.len)..].to_vec()).unwrap_or_default();
        let after = (last + 1).min(self.chunks.len());
        let mut new: Vec<Chunk> = Vec::new();
        if inserted <= CHUNK {
            kept.extend(std::iter::repeat_n(f64::NAN, inserted));
            kept.extend(rest);
            new.extend(kept.chunks(CHUNK).map(Chunk::of));
        } else {
            new.extend(kept.chunks(CHUNK).map(Chunk::of));
            new.extend(Self::new(inserted).chunks);
            new.extend(rest.chunks(CHUNK).map(Chunk::of));
        }
        self.chunks.splice(first..after.max(first), new);
    }

    /// Forgets what was measured: the rows have another width.
    pub(super) fn forget(&mut self) {
        *self = Self::new(self.len());
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is done to the heights, and the same to a plain list.
    #[derive(Clone, Debug)]
    enum Change {
        Measure(usize, u8),
        Splice(usize, usize, usize),
    }

    fn change() -> impl Strategy<Value = Change> {
        prop_oneof![
            (any::<usize>(), 1u8..).prop_map(|(at, height)| Change::Measure(at, height)),
            (any::<usize>(), 0usize..600, 0usize..600).prop_map(|(at, out, new)| Change::Splice(at, out, new)),
        ]
    }

    proptest! {
        #[test]
        fn heights_are_those_of_a_plain_list(count in 0usize..900, changes in prop::collection::vec(change(), 0..12)) {
            let mut heights = Heights::new(count);
            let mut plain = vec![None::<f64>; count];
            for change in changes {
                match change {
                    Change::Measure(at, height) if !plain.is_empty() => {
                        let at = at % plain.len();
                        heights.measured(&[(at, height.into())]);
                        plain[at] = Some(height.into());
                    }
                    Change::Measure(..) => {}
                    Change::Splice(at, removed, inserted) => {
                        let at = at % (plain.len() + 1);
                        let removed = removed.min(plain.len() - at);
                        heights.splice(at, removed, inserted);
                        plain.splice(at..at + removed, vec![None; inserted]);
                    }
                }
            }
            prop_assert_eq!(heights.len(), plain.len());
            let mut above = 0.0;
            for (at, height) in plain.iter().enumerate() {
                prop_assert!((heights.above(at) - above).abs() < 1e-6);
                let height = height.unwrap_or_else(|| heights.estimate());
                prop_assert_eq!(heights.row_at(above + height / 2.0), at);
                above += height;
            }
            prop_assert!((heights.total() - above).abs() < 1e-6);
            prop_assert_eq!(heights.row_at(above + 10.0), plain.len().saturating_sub(1));
            prop_assert!(heights.chunks.iter().all(|chunk| chunk.len > 0 && chunk.len <= 3 * CHUNK));
        }
    }

    #[test]
    fn only_the_first_measured_rows_change_the_estimate() {
        let mut heights = Heights::new(100_000);
        assert!(heights.measured(&[(0, 20.0), (1, 40.0)]));
        assert_eq!((heights.above(2), heights.total()), (60.0, 3_000_000.0));
        assert!(!heights.measured(&[(50_000, 130.0)]));
        assert_eq!((heights.above(50_001), heights.total()), (1_500_130.0, 3_000_100.0));
        heights.forget();
        assert_eq!(heights.total(), 100_000.0 * FIRST_ESTIMATE);
    }
}
