//! Setting attributes with keys.

use crossread::app::{AttributeStep, Mode};
use crossread::model::AttributeValue;

use crate::harness::{Table, table};

/// A claim that is selected.
fn claim() -> Table {
    table("|Paris is big. Rome is old.").tagged("Paris is big", "Claim").keys(".")
}

fn value(table: &Table, quote: &str, name: &str) -> Option<AttributeValue> {
    table.state.project().annotation(&table.id_of(quote)).and_then(|one| one.attributes.get(name).cloned())
}

fn text(value: &str) -> Option<AttributeValue> {
    Some(AttributeValue::Text(value.to_owned()))
}

fn list(name: &str) -> Mode {
    Mode::SettingAttributes(AttributeStep::List(name.to_owned()))
}

fn values(name: &str) -> Mode {
    Mode::SettingAttributes(AttributeStep::Values(name.to_owned()))
}

rows! {
    d_opens_the_list: claim().keys("D").expect_mode(&list(""));
    a_digit_shows_the_values: claim().keys("D 1").expect_mode(&values("type"));
    another_digit_sets_the_value: {
        let t = claim().keys("D 1 2").expect_mode(&list("type"));
        assert_eq!(value(&t, "Paris is big", "type"), text("Numerical"));
        assert_eq!(t.saved(), 1);
        t
    };
    zero_clears_the_value: {
        let t = claim().keys("D 1 2 1 0").expect_mode(&list("type"));
        assert_eq!(value(&t, "Paris is big", "type"), None);
        t
    };
    delete_clears_the_value: {
        let t = claim().keys("D 1 2 1 Delete").expect_tags(["Claim: Paris is big"]);
        assert_eq!(value(&t, "Paris is big", "type"), None);
        t
    };
    choosing_the_value_again_keeps_it: {
        let t = claim().keys("D 1 2 1 2");
        assert_eq!(value(&t, "Paris is big", "type"), text("Numerical"));
        assert_eq!(t.saved(), 1);
        t
    };
    escape_goes_back_to_the_list: claim().keys("D 1 Esc").expect_mode(&list("type"));
    escape_closes_the_list: claim().keys("D Esc").expect_mode(&Mode::Idle).expect_selected(["Claim: Paris is big"]);
    letters_do_not_relabel_in_this_mode: claim().keys("D l n").expect_mode(&list(""));
    digits_do_not_relabel_in_this_mode: claim().keys("D 9").expect_tags(["Claim: Paris is big"]).expect_mode(&list(""));
    delete_in_the_list_does_not_remove_the_tag: claim().keys("D Delete").expect_tags(["Claim: Paris is big"]);
    a_label_without_attributes_shows_a_message: table("|Paris").tagged("Paris", "Location").keys(". D").expect_mode(&Mode::Idle)
        .expect_notice("The label Location has no attributes");
    d_without_a_tag_does_nothing: table("|Paris").keys("D").expect_mode(&Mode::Idle);
    several_tags_get_the_value_in_one_step: {
        let t = claim().tagged("Rome is old", "Claim");
        let both = vec![t.id_of("Paris is big"), t.id_of("Rome is old")];
        let t = t.act(crossread::app::SelectAction::All(both)).keys("D 1 2");
        assert_eq!(value(&t, "Rome is old", "type"), text("Numerical"));
        assert_eq!(t.saved(), 1);
        t
    };
    moving_the_caret_closes_the_list: claim().keys("D Right").expect_mode(&Mode::Idle);
    a_digit_beyond_the_list_does_nothing: claim().keys("D 1 9").expect_mode(&values("type"));
}
