//! The labels' colours, as one constructed style sheet: the content policy allows no style attributes.
//!
//! `.label-N` gives an element the colour of the schema's Nth label; `.lane-L-N` gives a `<mark>` its rule in lane L.

use std::fmt::Write;

use crate::model::{Colour, LabelKind, Schema};
use crate::web::stylesheet;

/// How many rules can be drawn under one another; deeper ones share the last.
pub(super) const LANES: usize = 4;

/// Makes the style sheet that of a schema.
pub(super) fn apply(schema: &Schema) {
    stylesheet::set_rules(&rules(schema));
}

fn rules(schema: &Schema) -> String {
    let mut css = String::new();
    for (i, label) in schema.labels.iter().enumerate() {
        let hex = visible(label.colour).hex();
        // Kinds differ in the pattern of the rule too, so that colour never says it alone.
        let pattern = match label.kind {
            LabelKind::Claim => "dashes",
            LabelKind::Entity => "line",
            LabelKind::Other => "dots",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(css, ".label-{i}{{--label:{hex}}}");
        for lane in 0..LANES {
            let _ = writeln!(
                css,
                ".lane-{lane}-{i}{{--c{lane}:{hex};--p{lane}:var(--{pattern}{lane});--t{lane}:var(--tint{lane})}}"
            );
        }
    }
    css
}

/// The colour, darkened until it stands out from white paper by 3 to 1; dark themes lighten it themselves.
fn visible(colour: Colour) -> Colour {
    let mut channels = [colour.0 >> 16 & 0xff, colour.0 >> 8 & 0xff, colour.0 & 0xff];
    // Squares are near enough to the curve of sRGB, and weights of green, red and blue add up to 10 000.
    let luminance = |[r, g, b]: [u32; 3]| 2_126 * r * r + 7_152 * g * g + 722 * b * b;
    while luminance(channels) > 3_000 * 255 * 255 {
        channels = channels.map(|channel| channel * 15 / 16);
    }
    Colour(channels[0] << 16 | channels[1] << 8 | channels[2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news_claims;

    #[test]
    fn every_label_has_its_rules_and_nothing_of_a_schema_gets_into_the_css_but_numbers_and_colours() {
        let mut schema = news_claims();
        schema.labels[0].name = "}*{display:none".to_owned();
        let css = rules(&schema);
        assert_eq!(css.lines().count(), schema.labels.len() * (LANES + 1));
        assert!(!css.contains("display"));
    }
    #[test]
    fn light_colours_are_darkened_and_dark_ones_left_alone() {
        for label in news_claims().labels {
            assert_eq!(visible(label.colour), label.colour);
        }
        assert_eq!(visible(Colour(0)), Colour(0));
        let yellow = visible(Colour(0xff_ff00)).0;
        assert!(yellow >> 16 < 0xa0 && yellow & 0xff == 0, "{yellow:06x}");
    }
}
