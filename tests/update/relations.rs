//! Creating relations.

use crossread::app::{Mode, RelationAction, RelationFilter, SelectAction};
use crossread::model::news_claims;

use crate::harness::{Table, table, with_schema};

/// Three claims in two articles; the first is selected.
fn claims() -> Table {
    table("|Paris is big. Rome is old. ¶ Paris is small.")
        .tagged("Paris is big", "Claim")
        .tagged("Rome is old", "Claim")
        .tagged("Paris is small", "Claim")
        .keys(".")
}

fn relations(table: &Table) -> Vec<String> {
    let project = table.state.project();
    let exact = |id| project.annotation(id).map(|one| project.exact(one)).unwrap_or_default();
    project.relations().map(|one| format!("{} {} {}", exact(&one.from), one.kind, exact(&one.to))).collect()
}

/// "Paris is big" and "Rome is old" are selected.
fn both(table: Table) -> Table {
    let ids = ["Paris is big", "Rome is old"].map(|quote| table.id_of(quote));
    table.act(SelectAction::All(ids.into()))
}

fn choose(table: Table, at: usize) -> Table {
    let near = table.state.selected().expect("a selected tag").label.clone();
    let kinds = crossread::analysis::relations::relation_kinds(table.state.project().schema(), &[&near]);
    table.act(RelationAction::ChooseType(kinds[at].clone()))
}

fn end(table: Table, quote: &str) -> Table {
    let id = table.id_of(quote);
    table.act(RelationAction::ChooseEnd(id))
}

rows! {
    r_announces_the_choice_of_type: claims().keys("R").expect_announced("New relation: choose the type");
    choosing_the_type_announces_the_choice_of_end: choose(claims().keys("R"), 1)
        .expect_announced("supports: choose the other tag in the list, or click it in any column");
    choosing_the_end_creates_the_relation: {
        let t = end(choose(claims().keys("R"), 1), "Rome is old").expect_mode(&Mode::Idle);
        assert_eq!((relations(&t), t.saved()), (vec!["Paris is big supports Rome is old".to_owned()], 1));
        t
    };
    a_relation_crosses_articles: {
        let t = end(choose(claims().keys("R"), 2), "Paris is small");
        assert_eq!(relations(&t), ["Paris is big contradicts Paris is small"]);
        t
    };
    shift_r_repeats_the_last_type: {
        let t = end(choose(claims().keys("R"), 1), "Rome is old").keys("Shift+r");
        let t = end(t, "Paris is small");
        assert_eq!(relations(&t).len(), 2);
        t
    };
    shift_r_without_a_last_type_is_like_r: claims().keys("Shift+r").expect_announced("New relation: choose the type");
    escape_goes_back_to_the_types: choose(claims().keys("R"), 1).keys("Esc").expect_announced("New relation: choose the type");
    escape_cancels: claims().keys("R Esc").expect_mode(&Mode::Idle).expect_announced("No relation made").expect_selected(["Claim: Paris is big"]);
    label_keys_do_not_relabel_in_this_mode: claims().keys("R 1").expect_tags(["Claim: Paris is big", "Claim: Rome is old", "Claim: Paris is small"]);
    the_same_tag_is_refused: end(choose(claims().keys("R"), 1), "Paris is big").expect_notice("The relation begins at this tag. Choose another one");
    a_duplicate_is_refused: {
        let t = end(choose(claims().keys("R"), 1), "Rome is old");
        let t = end(choose(t.keys("R"), 1), "Rome is old");
        assert_eq!(relations(&t).len(), 1);
        t
    };
    a_click_chooses_the_innermost_that_fits: {
        let t = choose(claims().keys("R"), 1);
        let clicked = vec![t.id_of("Rome is old")];
        let t = t.act(RelationAction::ChooseEndAmong(clicked));
        assert_eq!(relations(&t).len(), 1);
        t
    };
    a_click_beside_tags_does_nothing: {
        let t = choose(claims().keys("R"), 1).act(RelationAction::ChooseEndAmong(vec![]));
        assert!(t.state.mode.relation().is_some());
        t
    };
    the_cancel_action_ends_the_mode: choose(claims().keys("R"), 1).act(RelationAction::Cancel).expect_mode(&Mode::Idle);
    selecting_another_tag_ends_the_mode: choose(claims().keys("R"), 1).act(crossread::app::SelectAction::Next(crossread::app::Direction::Forward))
        .expect_mode(&Mode::Idle);
    removing_the_tag_ends_the_mode: choose(claims().keys("R"), 1).act(crossread::app::TagAction::Remove).expect_mode(&Mode::Idle);
    r_without_a_tag_does_nothing: table("|Paris").keys("R").expect_mode(&Mode::Idle);
    removing_an_end_removes_the_relation: {
        let t = end(choose(claims().keys("R"), 1), "Rome is old").keys("Delete");
        assert!(relations(&t).is_empty());
        t.expect_announced("Removed the tag Claim on “Paris is big” and its relation").keys("Ctrl+Z")
    };
    each_selected_tag_gets_a_relation_as_one_step: {
        let t = choose(both(claims()).keys("R"), 1).expect_selected(["Claim: Paris is big", "Claim: Rome is old"]);
        let t = end(t, "Paris is small").expect_mode(&Mode::Idle).expect_announced("Made 2 relations: supports");
        assert_eq!(relations(&t), ["Paris is big supports Paris is small", "Rome is old supports Paris is small"]);
        assert_eq!(t.saved(), 1);
        let t = t.keys("Ctrl+Z");
        assert!(relations(&t).is_empty());
        t
    };
    one_that_is_related_already_is_skipped: {
        let t = end(choose(claims().keys("R"), 1), "Paris is small");
        let t = both(t).keys("R");
        let t = end(choose(t, 1), "Paris is small");
        assert_eq!(relations(&t), ["Paris is big supports Paris is small", "Rome is old supports Paris is small"]);
        let t = t.expect_announced("Made 1 relation: supports. 1 was there already");
        let saved = t.saved();
        let t = end(choose(both(t).keys("R"), 1), "Paris is small");
        assert_eq!(t.saved(), saved);
        t.expect_notice("All of these are already related to it by “supports”.")
    };
    the_other_end_is_none_of_the_selected_tags: {
        let t = end(choose(both(claims()).keys("R"), 1), "Rome is old");
        assert!(relations(&t).is_empty() && t.state.mode.relation().is_some());
        t.expect_notice("This tag is one of those that the relations begin at. Choose another one")
    };
    a_type_must_fit_all_selected_tags: {
        let mut schema = news_claims();
        for kind in &mut schema.relation_types {
            (kind.from, kind.to) = (vec!["Claim".into()], vec!["Claim".into()]);
        }
        let t = with_schema("|Paris is big. Rome is old.", schema).tagged("Paris is big", "Claim").tagged("Rome is old", "Event");
        both(t).keys("R").expect_mode(&Mode::Idle).expect_notice("No relation type allows all of the labels Claim, Event")
    };
    a_filter_finds_relations_across_articles: {
        let t = end(choose(claims().keys("R"), 2), "Paris is small");
        let t = end(choose(t.keys("R"), 1), "Rome is old");
        let across = RelationFilter { across: true, ..RelationFilter::default() };
        let project = t.state.project();
        assert_eq!(project.relations().filter(|one| across.passes(project, one)).count(), 1);
        t
    };
}
