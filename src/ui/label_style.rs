//! How labels look: their colours as one constructed style sheet, because the security policy allows no style attributes;
//! their swatches and keys.
//!
//! `.label-N` gives an element the colours of the schema's label N; `.lane-L-N` gives a `<mark>` its underline and tint in lane L.

use std::fmt::Write;

use yew::prelude::*;

use crate::app::label_colours::{DARK, LIGHT, LabelColours, Theme};
use crate::model::{Colour, Label, LabelId, LabelKind, Schema};
use crate::web::stylesheet;

/// How many underlines can be drawn below one another.
pub(super) const LANES: usize = 4;

/// Replaces the style sheet by that of a schema.
pub(super) fn apply(schema: &Schema) {
    stylesheet::set_rules(&rules(schema));
}

fn rules(schema: &Schema) -> String {
    let mut css = String::new();
    write_theme(&mut css, schema, &LIGHT);
    css += "@media screen and (prefers-color-scheme: dark){\n";
    write_theme(&mut css, schema, &DARK);
    css += "}\n";
    css
}

fn write_theme(css: &mut String, schema: &Schema, theme: &Theme) {
    for (i, label) in schema.labels.iter().enumerate() {
        let LabelColours { line, text, tint: (tint, alpha), selected } = LabelColours::of(label.colour, theme);
        let [line, text, tint, selected] = [line, text, tint, selected].map(Colour::hex);
        // Kinds differ in the pattern of the underline too, so that colour is never the only difference.
        let pattern = match label.kind {
            LabelKind::Claim => "dashes",
            LabelKind::Entity => "line",
            LabelKind::Other => "dots",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(css, ".label-{i}{{--label:{line};--label-text:{text};--label-selected:{selected}}}");
        for lane in 0..LANES {
            let _ = writeln!(
                css,
                ".lane-{lane}-{i}{{--c{lane}:{line};--s{lane}:{tint}{alpha:02x};--p{lane}:var(--{pattern}{lane});--t{lane}:var(--tint{lane})}}"
            );
        }
    }
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
        assert_eq!(css.lines().count(), 2 * schema.labels.len() * (LANES + 1) + 2);
        assert!(!css.contains("display"));
    }
}
