//! What each row of pixels of the minimap shows.

use std::ops::Range;

use super::{Cells, Scale};
use crate::text::TextRange;

/// The labels of a row, by their index, each with the share of the row's width at which it ends, of 255.
pub type Row = Vec<(usize, u8)>;

/// The rows of a map of so many rows. Where tags of several labels are, they are side by side, the more the wider.
pub fn tag_rows(cells: &Cells, scale: &Scale, height: usize) -> Vec<Row> {
    let labels = cells.labels();
    let mut tags = vec![0_u64; height * labels];
    for (range, counts) in cells.tagged() {
        for row in rows_of(scale, range, height) {
            for (sum, count) in tags[row * labels..].iter_mut().zip(counts) {
                *sum += u64::from(*count);
            }
        }
    }
    tags.chunks(labels.max(1)).take(height).map(row).collect()
}

fn row(tags: &[u64]) -> Row {
    let total: u64 = tags.iter().sum();
    let mut before = 0;
    let share = |(label, &count): (usize, &u64)| {
        before += count;
        (label, u8::try_from(before * 255 / total.max(1)).unwrap_or(u8::MAX))
    };
    tags.iter().enumerate().filter(|(_, count)| **count > 0).map(share).collect()
}

/// The rows with some of these places, which are in order.
pub fn hit_rows(places: &[TextRange], scale: &Scale, height: usize) -> Vec<usize> {
    let mut rows: Vec<usize> = places.iter().flat_map(|&range| rows_of(scale, range, height)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The rows that show a range: at least one, if there are any.
fn rows_of(scale: &Scale, range: TextRange, height: usize) -> Range<usize> {
    let row = |share: f64| share * height as f64;
    let first = (row(scale.share(range.start())) as usize).min(height.saturating_sub(1));
    let end = (row(scale.share(range.end())).ceil() as usize).clamp((first + 1).min(height), height);
    first..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::minimap::tests::Tags;

    fn cells(tags: &[(&str, usize, usize)]) -> Cells {
        let mut cells = Cells::new(800, vec!["Person".into(), "Claim".into()]);
        cells.update(&Tags::new(800, tags).set());
        cells
    }

    fn even() -> Scale {
        Scale::new([(TextRange::from_indices(0, 800), 0.0, 800.0)], 800.0)
    }

    #[test]
    fn a_row_shows_the_labels_of_its_part_of_the_text_side_by_side() {
        let rows = tag_rows(&cells(&[("Person", 0, 8), ("Claim", 0, 160), ("Person", 400, 408)]), &even(), 10);
        let shown: Vec<_> = rows.iter().enumerate().filter(|(_, row)| !row.is_empty()).collect();
        assert_eq!(shown, [(0, &vec![(0, 23), (1, 255)]), (1, &vec![(1, 255)]), (5, &vec![(0, 255)])]);
    }

    #[test]
    fn a_map_without_height_and_tags_without_labels_have_no_rows() {
        assert!(tag_rows(&cells(&[("Person", 0, 8)]), &even(), 0).is_empty());
        assert!(hit_rows(&[TextRange::from_indices(0, 5)], &even(), 0).is_empty());
        assert!(tag_rows(&Cells::new(800, Vec::new()), &even(), 10).iter().all(Vec::is_empty));
    }

    #[test]
    fn results_are_shown_in_at_least_one_row() {
        let range = TextRange::from_indices;
        assert_eq!(hit_rows(&[range(0, 3), range(4, 9), range(790, 800)], &even(), 10), [0, 9]);
    }
}
