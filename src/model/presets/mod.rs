//! Schemas that come with the program.

mod entities;
mod news_claims;

use super::{Colour, Extra, Label, LabelId, LabelKind, Schema};

pub use news_claims::news_claims;

/// A schema that comes with the program: its name, and what makes it.
pub type Preset = (&'static str, fn() -> Schema);

/// The schemas that come with the program, by their names; the first is that of new projects.
pub const PRESETS: [Preset; 4] = [
    ("News claims", news_claims),
    ("CoNLL-2003", entities::conll_2003),
    ("OntoNotes 5", entities::ontonotes_5),
    ("Plain", plain),
];

/// Colours for labels that have none of their own yet: dark enough for text, and apart in hue or lightness.
const COLOURS: [u32; 18] = [
    0x00_72b2, 0xb3_4a00, 0x00_7a55, 0x9b_3f7f, 0x7a_6a00, 0xa3_2a2a, 0x2b_7d9c, 0x5b_4bb5, 0x4f_7a1f, 0xb0_2a68,
    0x8a_5a2b, 0x00_6b6f, 0x3f_5fa8, 0x87_3fb0, 0x6b_6b1a, 0xc0_3a2f, 0x3a_6b3a, 0x5f_6368,
];

/// One label of a table: its name, short name, keys and description.
type Row = (&'static str, &'static str, &'static str, &'static str);

fn label(kind: LabelKind, (name, short, key, description): Row, colour: u32) -> Label {
    Label {
        id: LabelId::new(name.replace(' ', "-")),
        short: short.to_owned(),
        key: key.to_owned(),
        description: description.to_owned(),
        ..Label::blank(kind, name, Colour(colour))
    }
}

fn schema(name: &str, labels: Vec<Label>) -> Schema {
    Schema {
        name: name.to_owned(),
        labels,
        article_attributes: Vec::new(),
        relation_types: Vec::new(),
        extra: Extra::default(),
    }
}

/// One label for whatever is worth it.
fn plain() -> Schema {
    let row = ("Highlight", "HL", "1", "Whatever is worth finding again.");
    schema("Plain", vec![label(LabelKind::Other, row, 0x7a_6a00)])
}

impl Colour {
    /// A colour that no label has yet; the first again where all are taken.
    pub fn spare<'a>(mut taken: impl Iterator<Item = &'a Self> + Clone) -> Self {
        let free = COLOURS.into_iter().find(|colour| taken.clone().all(|one| one.0 != *colour));
        Self(free.unwrap_or(COLOURS[taken.by_ref().count() % COLOURS.len()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;

    #[test]
    fn presets_are_sound_and_no_keys_hide_others() {
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
    fn the_default_has_its_keys_and_short_names_find_labels() {
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

    #[test]
    fn a_spare_colour_is_a_new_one_while_there_are_any() {
        let mut taken = Vec::new();
        for _ in 0..COLOURS.len() {
            let colour = Colour::spare(taken.iter());
            assert!(!taken.contains(&colour));
            taken.push(colour);
        }
        assert!(taken.contains(&Colour::spare(taken.iter())));
    }
}
