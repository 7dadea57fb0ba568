//! Tagging and relabelling with label keys, moving edges, and removing tags.

use crossread::app::{CaretAction, Cursor, FocusTarget, Mode, TagAction};
use crossread::text::Snap;

use crate::harness::{ONLY_SPACES, table};

rows! {
    a_label_key_tags_the_selection: table("The «Prime Minister|» said").keys("1").expect_tags(["Person: Prime Minister"]);
    tagging_puts_the_caret_at_the_end: table("The «Prime|» said").keys("1").expect_text("The Prime| said");
    the_new_tag_is_selected: table("«Paris|» is").keys("3").expect_selected(["Location: Paris"]);
    a_letter_is_a_label_key_too: table("«Paris is big|»").keys("c").expect_tags(["Claim: Paris is big"]);
    a_selection_snaps_to_words: table("The Pr«ime Min|»ister").keys("1").expect_tags(["Person: Prime Minister"]);
    spaces_and_punctuation_at_the_ends_are_left_out: table("In« Paris, |»it").keys("3").expect_tags(["Location: Paris"]);
    alt_tags_the_exact_characters: table("The Pr«ime|»").keys("Alt+1").expect_tags(["Person: ime"]);
    a_tag_is_announced: table("«Paris|» is").keys("3").expect_announced("Tagged “Paris” as Location");
    a_tag_is_saved: { let t = table("«Paris|» is").keys("3"); assert_eq!(t.saved(), 1); t };
    the_same_tag_is_not_added_twice: table("«Paris|»").tagged("Paris", "Location").keys("3").expect_tags(["Location: Paris"])
        .expect_notice("Already tagged as Location").expect_selected(["Location: Paris"]);
    another_label_on_the_same_text_is_another_tag: table("«Paris|»").tagged("Paris", "Location").keys("1")
        .expect_tags(["Location: Paris", "Person: Paris"]);
    a_label_key_without_a_selection_does_nothing: table("|Paris").keys("3").expect_tags([]);
    label_keys_work_outside_of_the_text: table("«Paris|»").page_keys("3").expect_tags(["Location: Paris"]);
    label_keys_do_nothing_in_a_field: table("«Paris|»").field_keys("3").expect_tags([]);
    a_label_key_relabels_the_selected_tag: table("|Paris").tagged("Paris", "Location").keys(". 1")
        .expect_tags(["Person: Paris"]).expect_announced("Changed “Paris” to Person");
    several_selected_tags_are_relabelled_at_once: {
        let t = table("|Paris and Rome").tagged("Paris", "Location").tagged("Rome", "Location");
        let ids = vec![t.id_of("Paris"), t.id_of("Rome")];
        let t = t.act(crossread::app::SelectAction::All(ids)).keys("1").expect_tags(["Person: Paris", "Person: Rome"]);
        assert_eq!(t.saved(), 1);
        t
    };
    l_opens_the_palette_for_another_label: table("|Paris").tagged("Paris", "Location").keys(". L")
        .expect_mode(&Mode::Relabelling).expect_focus(&FocusTarget::Palette);
    while_relabelling_a_label_key_relabels: table("|Paris is").tagged("Paris", "Location").keys(". L 1")
        .expect_tags(["Person: Paris"]).expect_mode(&Mode::Idle);
    escape_ends_relabelling: table("|Paris").tagged("Paris", "Location").keys(". L Esc").expect_mode(&Mode::Idle)
        .expect_selected(["Location: Paris"]);
    a_new_selection_ends_relabelling: {
        let t = table("|Paris is in France").tagged("Paris", "Location").keys(". L");
        let (article, range) = t.find("France");
        let cursor = Cursor { article, anchor: range.start(), head: range.end(), snap: Snap::Words, by_pointer: true, at_line_end: false };
        let t = t.act(CaretAction::Place(Some(cursor))).expect_mode(&Mode::Idle);
        t.keys("3").expect_tags(["Location: Paris", "Location: France"])
    };
    l_without_a_tag_does_nothing: table("|Paris").keys("L").expect_mode(&Mode::Idle);
    delete_removes_the_selected_tag: table("|Paris").tagged("Paris", "Location").keys(". Delete").expect_tags([])
        .expect_announced("Removed the tag Location on “Paris”");
    backspace_removes_it_too: table("|Paris").tagged("Paris", "Location").keys(". Backspace").expect_tags([]);
    delete_without_a_tag_does_nothing: table("«Paris|»").keys("Delete").expect_tags([]);
    bracket_moves_the_start_out_by_a_word: table("|The Prime Minister").tagged("Minister", "Person").keys(". [")
        .expect_tags(["Person: Prime Minister"]);
    brace_moves_the_start_in_by_a_word: table("|The Prime Minister").tagged("Prime Minister", "Person").keys(". {")
        .expect_tags(["Person: Minister"]);
    bracket_moves_the_end_out_by_a_word: table("|The Prime Minister").tagged("Prime", "Person").keys(". ]")
        .expect_tags(["Person: Prime Minister"]);
    brace_moves_the_end_in_by_a_word: table("|The Prime Minister").tagged("Prime Minister", "Person").keys(". }")
        .expect_tags(["Person: Prime"]);
    an_end_stops_before_invisible_marks: table("|One\u{200f} two\u{200f} three").tagged("One", "Person").keys(". ]")
        .expect_tags(["Person: One\u{200f} two"]);
    an_end_moves_in_before_invisible_marks: table("|One\u{200f} two\u{200f} three").tagged("One\u{200f} two", "Person").keys(". }")
        .expect_tags(["Person: One"]);
    a_start_moves_past_invisible_marks: table("|One\u{200f} \u{200e}two three").tagged("One\u{200f} \u{200e}two three", "Person").keys(". {")
        .expect_tags(["Person: two three"]);
    alt_moves_an_edge_by_a_character: table("|The Prime").tagged("Prime", "Person").keys(". Alt+]").expect_tags(["Person: Prime"]);
    alt_moves_the_start_by_a_character: table("|The Prime").tagged("Prime", "Person").keys(". Alt+{").expect_tags(["Person: rime"]);
    alt_moves_the_end_in_by_a_character: table("|The Prime").tagged("Prime", "Person").keys(". Alt+}").expect_tags(["Person: Prim"]);
    alt_moves_the_end_out_by_a_character: table("|One two").tagged("One", "Person").keys(". Alt+]").expect_tags(["Person: One "]);
    alt_moves_the_start_out_by_a_character: table("|One two").tagged("two", "Person").keys(". Alt+[").expect_tags(["Person:  two"]);
    edges_stop_at_the_ends_of_the_text: table("|One two").tagged("One two", "Person").keys(". [ ]").expect_tags(["Person: One two"]);
    each_move_of_an_edge_is_one_step: table("|One two three").tagged("One", "Person").keys(". ] ] Ctrl+Z")
        .expect_tags(["Person: One two"]);
    an_edge_does_not_cross_the_other: table("|The Prime").tagged("Prime", "Person").keys(". }")
        .expect_tags(["Person: Prime"]).expect_notice("A tag cannot be empty. Press Delete to remove it");
    an_unknown_key_does_nothing: table("«Paris|»").keys("z").expect_tags([]).expect_text("«Paris|»");
    n_moves_the_focus_to_the_note: table("|Paris").tagged("Paris", "Location").keys(". N").expect_focus(&FocusTarget::Note);
    n_without_a_tag_does_nothing: { let t = table("|Paris").keys("N"); assert!(t.focused().is_empty()); t };
    enter_with_a_selection_focuses_the_palette: table("«Paris|»").keys("Enter").expect_focus(&FocusTarget::Palette);
    a_tag_may_overlap_another: table("«The Prime|» Minister").tagged("Prime Minister", "Person").keys("2")
        .expect_tags(["Organization: The Prime", "Person: Prime Minister"]);
    a_selection_in_the_second_article_is_tagged_there: table("One ¶ «Two|»").keys("1").expect_tags(["Person: Two"]);
    spaces_are_not_tagged: table("One«  |»Two").keys("1").expect_tags([]).expect_notice(ONLY_SPACES).expect_text("One«  |»Two");
    spaces_that_keys_select_are_not_tagged: table("One|  Two").keys("Shift+Right Shift+Right c").expect_tags([]).expect_notice(ONLY_SPACES);
    nor_are_they_by_a_button: table("One«  |»Two").act(TagAction::Apply("Person".into(), None)).expect_tags([]).expect_notice(ONLY_SPACES);
    nor_exactly: table("One«  |»Two").keys("Alt+1").expect_tags([]).expect_notice(ONLY_SPACES);
    an_invisible_character_is_tagged_exactly: table("One«\u{2060}|»Two").keys("Alt+1").expect_tags(["Person: \u{2060}"]);
    an_invisible_character_is_not_tagged_otherwise: table("One«\u{2060}|»Two").keys("1").expect_tags([]).expect_notice(ONLY_SPACES);
    spaces_do_not_relabel_the_tag_that_gets_a_part: table("|One  two").tagged("One", "Person")
        .keys(". + Right Right Right Shift+Right Shift+Right 2").expect_tags(["Person: One"]).expect_notice(ONLY_SPACES);
}
