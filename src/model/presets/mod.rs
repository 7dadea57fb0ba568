//! The schemas that come with the program.

mod colours;
mod entities;
mod labels;
mod news_claims;

use super::{LabelKind, Schema};
use labels::{label, schema};

pub use news_claims::news_claims;

/// A schema that comes with the program: its name, and the function that builds it.
pub type Preset = (&'static str, fn() -> Schema);

/// The schemas that come with the program. The first is the default of new projects.
pub const PRESETS: [Preset; 4] = [
    ("News claims", news_claims),
    ("CoNLL-2003", entities::conll_2003),
    ("OntoNotes 5", entities::ontonotes_5),
    ("Plain", plain),
];

/// A schema with one label.
fn plain() -> Schema {
    let row = ("Highlight", "HL", "1", "Whatever is worth finding again.");
    schema("Plain", vec![label(LabelKind::Other, row, 0x7a_6a00)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;

    #[test]
    fn presets_are_valid_and_no_keys_hide_others() {
        for (name, preset) in PRESETS {
            let schema = preset();
            assert_eq!(schema.name, name);
            assert_eq!(Project::check_schema(&schema), Ok(()));
            for label in &schema.labels {
                assert!(!label.key.is_empty() && !label.description.is_empty(), "{name}: {}", label.name);
                assert!(!schema.is_key_prefix(&label.key), "{name}: {} hides another", label.key);
                assert_eq!(schema.label_of_keys(&label.key), Some(label));
            }
        }
    }

    #[test]
    fn labels_of_the_default_schema_have_keys_and_short_names() {
        let schema = news_claims();
        assert_eq!(schema.labels.iter().map(|label| label.key.as_str()).collect::<String>(), "c1234567");
        assert_eq!(schema.find_label("per").map(|label| label.name.as_str()), Some("Person"));
    }

    #[test]
    fn ontonotes_has_its_eighteen_types() {
        let schema = entities::ontonotes_5();
        assert_eq!(schema.labels.len(), 18);
        assert_eq!(schema.find_label("GPE").map(|label| label.key.as_str()), Some("5"));
        assert_eq!(schema.find_label("CARDINAL").map(|label| label.key.as_str()), Some("09"));
        assert!(schema.is_key_prefix("0"));
    }
}
