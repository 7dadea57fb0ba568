//! The labels' colours, as one constructed style sheet: the content policy allows no style attributes.
//!
//! `.label-N` gives an element the colour of the schema's Nth label; `.lane-L-N` gives a `<mark>` its rule in lane L.

use std::fmt::Write;

use crate::model::{LabelKind, Schema};
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
        let hex = label.colour.hex();
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
}
