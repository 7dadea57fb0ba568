//! Labels with keyboard shortcuts of two keys.

use crossread::model::{Schema, news_claims};

use crate::harness::{Table, with_schema};

fn schema() -> Schema {
    let mut schema = news_claims();
    schema.labels[1].key = "gp".to_owned();
    schema.labels[2].key = "go".to_owned();
    schema
}

fn table(text: &str) -> Table {
    with_schema(text, schema())
}

fn name(at: usize) -> String {
    schema().labels[at].name.clone()
}

rows! {
    two_keys_tag: { let t = table("«Paris|»").keys("g p"); assert_eq!(t.tags(), [format!("{}: Paris", name(1))]); t };
    the_second_key_selects_the_label: { let t = table("«Paris|»").keys("g o"); assert_eq!(t.tags(), [format!("{}: Paris", name(2))]); t };
    the_first_key_announces_the_possible_second_keys: table("«Paris|»").keys("g")
        .expect_announced(&format!("g, then p {}, o {}", name(1), name(2)));
    the_first_key_is_kept: { let t = table("«Paris|»").keys("g"); assert_eq!(t.state.chord, "g"); t };
    an_unknown_second_key_clears_the_first: {
        let t = table("«Paris|»").keys("g x").expect_tags([]).expect_announced("No label has these keys");
        assert_eq!(t.state.chord, "");
        t
    };
    escape_clears_the_first_and_keeps_the_selection: {
        let t = table("«Paris|»").keys("g Esc").expect_text("«Paris|»");
        assert_eq!(t.state.chord, "");
        t
    };
    moving_the_caret_clears_the_first: { let t = table("«Paris|»").keys("g Right"); assert_eq!(t.state.chord, ""); t };
    two_keys_relabel_too: {
        let t = table("|Paris").tagged("Paris", "Claim").keys(". g p");
        assert_eq!(t.tags(), [format!("{}: Paris", name(1))]);
        t
    };
    without_a_selection_the_first_key_does_nothing: { let t = table("|Paris").keys("g"); assert_eq!(t.state.chord, ""); t };
    shift_with_the_second_key_tags_every_occurrence: {
        let t = table("«Paris|» and Paris").keys("g Shift+p");
        assert_eq!(t.tags().len(), 2);
        t
    };
}
