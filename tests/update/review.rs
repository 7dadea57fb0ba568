//! The review of suggestions: each key, in the order of the texts and by groups.

use crossread::app::{FocusTarget, Mode, ReviewAction, SuggestionAction};

use crate::harness::{Table, table, with_schema};
use crate::suggestions::{NAMES, answered, ids, only_entities, open, shown};

/// The review of seven places of three names, at the first.
fn review() -> Table {
    answered(with_schema(NAMES, only_entities()).keys("s"))
}

/// The review of what two articles say in the same words.
fn pair() -> Table {
    let said = "The ministers agreed to open three centres for migrants before winter";
    let t = answered(table(&format!("|{said}. ¶ {said}, the office said.")).keys("s"));
    let repeats: Vec<String> = t.state.suggestions.list.open.iter().map(|one| one.kind.name().to_owned()).collect();
    let at = repeats.iter().position(|kind| kind == "repeat").expect("a repetition");
    (0..at).fold(t, |t, _| t.page_keys("."))
}

/// The suggestion that is decided now.
fn current(table: &Table) -> String {
    table.state.mode.review().map(|review| shown(table, &review.current)).unwrap_or_default()
}

/// Keys with the focus on the card; suggestions are computed again after each.
fn keys(table: Table, keys: &str) -> Table {
    keys.split_whitespace().fold(table, |table, key| answered(table.page_keys(key)))
}

/// What is decided now after each key.
fn after_each(mut table: Table, pressed: &str) -> Vec<String> {
    let mut all = Vec::new();
    for key in pressed.split_whitespace() {
        table = keys(table, key);
        all.push(current(&table));
    }
    all
}

fn is_over(table: &Table) -> bool {
    table.state.mode == Mode::Idle
}

rows! {
    it_begins_at_the_caret: {
        let text = NAMES.replace('|', "").replace("Boris Johnson left", "Boris |Johnson left");
        let t = answered(with_schema(&text, only_entities()).keys("s")).expect_focus(&FocusTarget::Review);
        assert_eq!(current(&t), "Person: Boris Johnson");
        t.expect_text("Boris Johnson met Emmanuel Macron in Calais. |Boris Johnson left Calais. ¶ Emmanuel Macron stayed in Calais.")
    };
    it_begins_again_behind_the_last: {
        let text = format!("{}|", NAMES.replace('|', ""));
        let t = answered(with_schema(&text, only_entities()).keys("s"));
        assert_eq!(current(&t), "Person: Boris Johnson");
        t
    };
    it_says_what_is_suggested_and_why: {
        let t = review();
        let said = t.announced().pop().unwrap_or_default();
        assert!(said.starts_with("Names, dates and quantities: “Boris Johnson”, Person. "), "{said}");
        t
    };
    it_waits_until_suggestions_are_there: {
        let t = with_schema(NAMES, only_entities()).keys("s").expect_notice("Looking for suggestions…");
        assert!(is_over(&t));
        answered(t).expect_notice("")
    };
    without_suggestions_it_says_so: answered(with_schema("|nothing here", only_entities()).keys("s"))
        .expect_notice("There are no open suggestions").expect_mode(&Mode::Idle);
    it_shows_the_panel_that_has_the_card: {
        let t = with_schema(NAMES, only_entities()).act(crossread::app::ViewAction::HidePanel(true));
        let t = answered(t.keys("s"));
        assert!(!t.state.side_hidden());
        t
    };
    keys_go_forward_and_back_without_a_decision: {
        let seen = after_each(review(), ". n , , ,");
        assert_eq!(seen, ["Person: Emmanuel Macron", "Location: Calais", "Person: Emmanuel Macron", "Person: Boris Johnson", "Location: Calais"]);
        let t = keys(review(), ". n , , ,");
        t.expect_tags([]).expect_text("Boris Johnson met Emmanuel Macron in Calais. Boris Johnson left Calais. ¶ Emmanuel Macron stayed in |Calais.")
    };
    accepting_goes_on_to_the_next: {
        let t = keys(review(), "a").expect_tags(["Person: Boris Johnson"]);
        assert_eq!((current(&t), t.saved(), open(&t).len()), ("Person: Emmanuel Macron".to_owned(), 1, 6));
        let said = t.announced().pop().unwrap_or_default();
        assert!(said.starts_with("Tagged “Boris Johnson” as Person. Names, dates and quantities: “Emmanuel Macron”"), "{said}");
        t
    };
    rejecting_goes_on_to_the_next: {
        for key in ["r", "Delete", "Backspace"] {
            let t = keys(review(), key).expect_tags([]);
            assert_eq!((current(&t), t.saved(), open(&t).len()), ("Person: Emmanuel Macron".to_owned(), 1, 6));
        }
        review()
    };
    a_group_is_accepted_in_one_step: {
        let t = keys(review(), ". . g").expect_tags(["Location: Calais", "Location: Calais", "Location: Calais"]);
        assert_eq!((t.saved(), current(&t)), (1, "Person: Boris Johnson".to_owned()), "the second place");
        t
    };
    a_group_is_rejected_in_one_step: {
        let t = keys(review(), ". . Shift+g").expect_tags([]);
        assert_eq!((t.saved(), open(&t).len()), (1, 4));
        t
    };
    undo_brings_the_suggestion_back: {
        for key in ["a", "r", "g", "Shift+g"] {
            let t = keys(keys(review(), key), ". Ctrl+Z").expect_tags([]);
            assert_eq!((current(&t), open(&t).len()), ("Person: Boris Johnson".to_owned(), 7), "{key}");
            assert!(t.state.view.selected.is_empty());
        }
        review()
    };
    redo_goes_on_again: {
        let t = keys(review(), "a Ctrl+Z Ctrl+Y").expect_tags(["Person: Boris Johnson"]);
        assert_eq!(current(&t), "Person: Emmanuel Macron");
        t
    };
    a_label_key_accepts_with_that_label: {
        let t = keys(review(), "2").expect_tags(["Organization: Boris Johnson"]);
        assert_eq!((current(&t), t.saved()), ("Person: Emmanuel Macron".to_owned(), 1));
        t
    };
    a_label_key_with_shift_accepts_the_group: {
        let t = keys(review(), "Shift+2").expect_tags(["Organization: Boris Johnson", "Organization: Boris Johnson"]);
        assert_eq!((current(&t), t.saved()), ("Person: Emmanuel Macron".to_owned(), 1));
        t
    };
    another_label_is_chosen_in_the_palette: {
        let t = keys(review(), "l").expect_focus(&FocusTarget::Palette);
        let t = keys(t, "Esc").expect_focus(&FocusTarget::Review);
        assert!(t.state.mode.review().is_some_and(|review| !review.chooses_label), "only the palette is left");
        keys(t, "l 4").expect_tags(["Event: Boris Johnson"]).expect_focus(&FocusTarget::Review)
    };
    edges_move_by_a_word: {
        let t = keys(review(), ". ] ]").expect_announced("“Emmanuel Macron in Calais”");
        let t = keys(t, "} { a").expect_tags(["Person: Macron in"]);
        assert_eq!(current(&t), "Location: Calais");
        let t = keys(review(), ". . [ a").expect_tags(["Location: in Calais"]);
        assert_eq!(t.saved(), 1);
        t
    };
    edges_cannot_cross: keys(review(), ". . {").expect_notice("A tag cannot be empty. Press Delete to remove it").expect_tags([]);
    edges_are_kept_while_other_things_are_computed: {
        let t = keys(review(), ". ]").act(crossread::edit::Command::RenameProject("New".to_owned()));
        assert_eq!(current(&answered(t)), "Person: Emmanuel Macron in");
        review()
    };
    it_goes_by_groups: {
        let t = answered(with_schema(NAMES, only_entities()).keys("Shift+S"));
        let seen = after_each(t, ". . . .");
        assert_eq!(seen, ["Person: Boris Johnson", "Person: Emmanuel Macron", "Person: Emmanuel Macron", "Location: Calais"]);
        keys(review(), "Shift+S").expect_announced("The review goes by groups").page_keys("Shift+S")
            .expect_announced("The review goes in the order of the text")
    };
    the_last_decision_ends_it: {
        let t = review().page_keys("g g g").expect_mode(&Mode::Idle).expect_focus(&FocusTarget::Text("a".into()));
        assert_eq!((t.saved(), t.tags().len()), (3, 7));
        t.expect_notice("Tagged “Calais” as Location, 3 places in 2 articles. There are no more suggestions")
    };
    escape_leaves_it: keys(review(), "Esc").expect_mode(&Mode::Idle).expect_focus(&FocusTarget::Text("a".into()))
        .expect_announced("Left the review").expect_tags([]);
    a_selection_is_tagged_and_the_review_goes_on: {
        let t = review();
        let (article, range) = t.find("left");
        let cursor = crossread::app::Cursor::by_pointer(article, range.start(), range.end(), crossread::text::Snap::Words);
        let t = keys(t.act(crossread::app::CaretAction::Place(Some(cursor))), "4").expect_tags(["Event: left"]);
        assert_eq!(current(&t), "Person: Boris Johnson");
        t
    };
    what_is_tagged_meanwhile_is_skipped: {
        let t = answered(review().tagged("Boris Johnson", "Person"));
        assert_eq!(current(&t), "Person: Emmanuel Macron");
        t
    };
    a_pair_is_accepted_in_one_step: {
        let t = pair();
        let before = t.saved();
        let t = keys(t, "a");
        let relations: Vec<String> = t.state.project().relations().map(|one| one.kind.to_string()).collect();
        assert_eq!((relations, t.saved() - before), (vec!["repeats".to_owned()], 1));
        let tags: Vec<String> = t.tags().into_iter().filter(|tag| tag.starts_with("Claim: The ministers")).collect();
        assert_eq!(tags.len(), 2);
        t
    };
    the_other_side_of_a_pair_is_shown: {
        let t = pair();
        let t = keys(t, "s");
        assert_eq!(t.state.view.cursor.as_ref().map(|cursor| cursor.article.to_string()), Some("b".to_owned()));
        assert!(t.announced().pop().unwrap_or_default().ends_with(", Article b"));
        let t = keys(t, "s");
        assert_eq!(t.state.view.cursor.as_ref().map(|cursor| cursor.article.to_string()), Some("a".to_owned()));
        t
    };
    the_type_of_a_relation_is_chosen: {
        let t = keys(pair(), "l").expect_focus(&FocusTarget::ReviewType);
        let t = keys(t.act(ReviewAction::Retype("supports".into())), "a");
        assert_eq!(t.state.project().relations().next().map(|one| one.kind.to_string()), Some("supports".to_owned()));
        keys(pair(), "1").expect_notice("This suggestion has no label that could be changed")
    };
    one_place_has_no_other: keys(review(), "s").expect_notice("This suggestion has only one place");
    an_error_leaves_the_suggestion: {
        let t = review().act(crossread::app::SessionAction::Follow);
        let t = keys(t, "a").expect_tags([]);
        assert!(t.state.notice.as_ref().is_some_and(|notice| notice.is_error));
        assert_eq!((current(&t), open(&t).len()), ("Person: Boris Johnson".to_owned(), 7));
        t
    };
    decisions_in_the_panel_move_it_on: {
        let t = review();
        let id = ids(&t, "Boris Johnson").remove(0);
        let t = answered(t.act(SuggestionAction::Accept(vec![id])));
        assert_eq!(current(&t), "Person: Emmanuel Macron");
        t
    };
}
