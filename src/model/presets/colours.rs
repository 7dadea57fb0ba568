//! Default colours of labels.

use crate::model::Colour;

/// The default colours: dark enough for text on white, and different in hue or lightness.
pub(super) const COLOURS: [u32; 18] = [
    0x00_72b2, 0xb3_4a00, 0x00_7a55, 0x9b_3f7f, 0x7a_6a00, 0xa3_2a2a, 0x2b_7d9c, 0x5b_4bb5, 0x4f_7a1f, 0xb0_2a68,
    0x8a_5a2b, 0x00_6b6f, 0x3f_5fa8, 0x87_3fb0, 0x6b_6b1a, 0xc0_3a2f, 0x3a_6b3a, 0x5f_6368,
];

impl Colour {
    /// A default colour that is not taken; the colours are reused in order if all are taken.
    pub fn spare<'a>(mut taken: impl Iterator<Item = &'a Self> + Clone) -> Self {
        let free = COLOURS.into_iter().find(|colour| taken.clone().all(|one| one.0 != *colour));
        Self(free.unwrap_or(COLOURS[taken.by_ref().count() % COLOURS.len()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spare_colour_is_unused_while_there_are_any() {
        let mut taken = Vec::new();
        for _ in 0..COLOURS.len() {
            let colour = Colour::spare(taken.iter());
            assert!(!taken.contains(&colour));
            taken.push(colour);
        }
        assert!(taken.contains(&Colour::spare(taken.iter())));
    }
}
