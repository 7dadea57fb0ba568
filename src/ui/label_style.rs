//! How labels look: their colours as one constructed style sheet, because the security policy allows no style attributes;
//! their swatches and keys.
//!
//! `.label-N` gives an element the colour of the schema's label N; `.lane-L-N` gives a `<mark>` its underline in lane L.

use std::fmt::Write;

use yew::prelude::*;

use crate::model::{Colour, Label, LabelId, LabelKind, Schema};
use crate::web::stylesheet;

/// How many underlines can be drawn below one another; deeper ones share the last.
pub(super) const LANES: usize = 4;

/// Replaces the style sheet by that of a schema.
pub(super) fn apply(schema: &Schema) {
    stylesheet::set_rules(&rules(schema));
}

fn rules(schema: &Schema) -> String {
    let mut css = String::new();
    for (i, label) in schema.labels.iter().enumerate() {
        let hex = visible(label.colour).hex();
        // Kinds differ in the pattern of the underline too, so that colour is never the only difference.
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

/// The colour, darkened to a contrast of 3 to 1 with white; dark themes lighten it themselves.
fn visible(colour: Colour) -> Colour {
    let mut channels = [colour.0 >> 16 & 0xff, colour.0 >> 8 & 0xff, colour.0 & 0xff];
    // Squares are near enough to the curve of sRGB; the weights of red, green and blue (BT.709) add up to 10 000.
    let luminance = |[r, g, b]: [u32; 3]| 2_126 * r * r + 7_152 * g * g + 722 * b * b;
    while luminance(channels) > 3_000 * 255 * 255 {
        channels = channels.map(|channel| channel * 15 / 16);
    }
    Colour(channels[0] << 16 | channels[1] << 8 | channels[2])
}

/// A label's swatch.
pub(super) fn swatch(label: &Label) -> Html {
    html! { <span class={classes!("swatch", label.kind.name())} aria-hidden="true" /> }
}

/// The class that gives an element the colour of a label; none where the schema does not have the label.
pub(super) fn label_class(schema: &Schema, id: &LabelId) -> Option<String> {
    schema.labels.iter().position(|label| &label.id == id).map(|at| format!("label-{at}"))
}

/// The swatch of a label of this id in its colour; a plain one where the schema does not have the label.
pub(super) fn swatch_of(schema: &Schema, id: Option<&LabelId>) -> Html {
    let label = id.and_then(|id| schema.label(id));
    let class = id.and_then(|id| label_class(schema, id));
    html! { <span class={classes!("swatch", label.map(|label| label.kind.name()), class)} aria-hidden="true" /> }
}

/// A label's keys, each as the cap of a key.
pub(super) fn key_caps(keys: &str) -> Html {
    keys.chars().map(|key| html! { <kbd aria-hidden="true">{ key }</kbd> }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news_claims;

    #[test]
    fn only_numbers_and_colours_of_a_schema_get_into_the_css() {
        let mut schema = news_claims();
        schema.labels[0].name = "}*{display:none".to_owned();
        let css = rules(&schema);
        assert_eq!(css.lines().count(), schema.labels.len() * (LANES + 1));
        assert!(!css.contains("display"));
    }
    #[test]
    fn light_colours_are_darkened_and_dark_ones_kept() {
        for label in news_claims().labels {
            assert_eq!(visible(label.colour), label.colour);
        }
        assert_eq!(visible(Colour(0)), Colour(0));
        let yellow = visible(Colour(0xff_ff00)).0;
        assert!(yellow >> 16 < 0xa0 && yellow & 0xff == 0, "{yellow:06x}");
    }
}
