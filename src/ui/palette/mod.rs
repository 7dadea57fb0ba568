//! The palettes beside the text: of labels, and of attributes.

mod attributes;
mod filter;
mod highlights;
mod item;
mod labels;
mod parts;

pub(super) use attributes::{AttributePalette, AttributePaletteProps};
pub(super) use highlights::use_highlight;
pub(super) use labels::{Palette, PaletteProps};
