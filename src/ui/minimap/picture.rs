//! The picture of a minimap: which pixels have which colour.

use web_sys::HtmlCanvasElement;

use crate::app::label_colours::{DARK, LIGHT, LabelColours};
use crate::app::minimap::Row;
use crate::model::{Colour, Schema};
use crate::web::canvas::Pixels;
use crate::web::clock::matches_media;

/// The share of the width in which search results are drawn, beside the tags.
const HITS: f64 = 0.3;

/// The colours of a picture, as the page has them now.
pub(super) struct Colours {
    /// By the index of the label.
    labels: Vec<[u8; 3]>,
    hit: [u8; 3],
}

impl Colours {
    pub(super) fn of(schema: &Schema, canvas: &HtmlCanvasElement) -> Self {
        let theme = if matches_media("(prefers-color-scheme: dark)") { &DARK } else { &LIGHT };
        let own = |property: &str| computed(canvas, property).unwrap_or_default();
        let is_forced = matches_media("(forced-colors: active)");
        let label = |colour: Colour| match is_forced {
            true => own("outline-color"),
            false => channels(LabelColours::of(colour, theme).line),
        };
        let labels = schema.labels.iter().map(|one| label(one.colour)).collect();
        Self { labels, hit: own("color") }
    }
}

fn channels(Colour(colour): Colour) -> [u8; 3] {
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue]
}

/// A colour that the style sheet gives the canvas. Browsers write it as "rgb(1, 2, 3)".
fn computed(canvas: &HtmlCanvasElement, property: &str) -> Option<[u8; 3]> {
    let style = gloo::utils::window().get_computed_style(canvas).ok().flatten()?;
    let value = style.get_property_value(property).ok()?;
    let mut numbers = value.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok());
    Some([numbers.next()?, numbers.next()?, numbers.next()?])
}

/// Draws rows of tags, and the rows with search results.
pub(super) fn draw(canvas: &HtmlCanvasElement, width: usize, tags: &[Row], hits: &[usize], colours: &Colours) {
    let mut pixels = Pixels::new(width, tags.len());
    let edge = (width as f64 * (1.0 - HITS)) as usize;
    for (row, labels) in tags.iter().enumerate() {
        let mut from = 0;
        for &(label, share) in labels {
            let to = (usize::from(share) * edge).div_ceil(255);
            if let Some(&colour) = colours.labels.get(label) {
                pixels.fill(row, from..to, colour);
            }
            from = to;
        }
    }
    for &row in hits {
        pixels.fill(row, edge..width, colours.hit);
    }
    pixels.show(canvas);
}
