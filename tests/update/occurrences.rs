//! Tagging and listing every occurrence of a text.

use crossread::app::occurrences::Operation;
use crossread::app::{Dialog, OccurrenceAction, ViewAction};
use crossread::text::Query;

use crate::harness::{ONLY_SPACES, table};

rows! {
    shift_with_a_label_key_tags_every_occurrence: table("«Paris|» and Paris ¶ Paris").keys("Shift+3")
        .expect_tags(["Location: Paris", "Location: Paris", "Location: Paris"]);
    tagging_every_occurrence_is_one_step: { let t = table("«Paris|» and Paris").keys("Shift+3"); assert_eq!(t.saved(), 1); t };
    tagging_every_occurrence_shows_a_message: table("«Paris|» and Paris").keys("Shift+3")
        .expect_notice("Tagged “Paris” as Location, 2 places in 1 article. Press A to review them");
    one_undo_removes_all_of_them: table("«Paris|» and Paris").keys("Shift+3 Ctrl+Z").expect_tags([]);
    the_tag_at_the_selection_is_selected: {
        let t = table("Paris and «Paris|»").keys("Shift+3").expect_selected(["Location: Paris"]);
        let start = t.state.selected().expect("a tag").start();
        assert_eq!(start.0, 10);
        t
    };
    parts_of_words_are_left_out: table("«Rome|» and Romeo").keys("Shift+3").expect_tags(["Location: Rome"]);
    invisible_marks_after_a_word_do_not_continue_it: table("«Patel|»\u{200f} met Patel\u{200f}. Patelson").keys("Shift+1")
        .expect_tags(["Person: Patel", "Person: Patel"]);
    every_invisible_mark_is_ignored: table("«Patel|» Patel\u{ad}, \u{200e}Patel\u{61c} Pa\u{2060}tel\u{feff} \u{2067}Patel\u{2069} Patel\u{200b}").keys("Shift+1")
        .expect_tags(["Person: Patel", "Person: Patel", "Person: Patel", "Person: Pa\u{2060}tel", "Person: Patel", "Person: Patel"]);
    places_before_invisible_marks_are_ticked: {
        let t = table("|Patel\u{200f} met Patel\u{200f}, Patel\u{200f}. Patelson").tagged("Patel", "Person").keys(". A");
        let list = t.state.occurrences.as_ref().expect("a list");
        assert_eq!((list.all.len(), list.count()), (2, 2));
        assert!(list.all.iter().all(|one| one.doubt.is_none()));
        t
    };
    doubtful_ones_are_left_out: table("«Johnson|» and Boris Johnson").tagged("Boris Johnson", "Person").keys("Shift+1")
        .expect_tags(["Person: Johnson", "Person: Boris Johnson"]);
    on_a_tag_it_tags_the_others: table("|Paris and Paris").tagged("Paris", "Location").keys(". Shift+3")
        .expect_tags(["Location: Paris", "Location: Paris"]);
    on_a_tag_another_label_relabels_all: table("|Paris and Paris").tagged("Paris", "Location").keys(". Shift+3 , Shift+1")
        .expect_tags(["Person: Paris", "Person: Paris"]);
    when_all_are_tagged_a_message_is_shown: table("|Paris").tagged("Paris", "Location").keys(". Shift+3")
        .expect_notice("Every occurrence is tagged already. Press A to review them");
    without_anything_selected_the_key_does_nothing: table("|Paris").keys("Shift+3").expect_tags([]);
    spaces_have_no_occurrences: table("One«  |»Two").keys("Shift+3").expect_tags([]).expect_notice(ONLY_SPACES);
    a_lists_every_occurrence: {
        let t = table("|Paris and Paris").tagged("Paris", "Location").keys(". A");
        assert_eq!(t.state.dialog, Some(Dialog::Occurrences));
        let list = t.state.occurrences.as_ref().expect("a list");
        assert_eq!((list.edit.operation, list.all.len(), list.count()), (Operation::Tag, 1, 1));
        t
    };
    confirming_tags_the_ticked: table("|Paris, Paris, Paris").tagged("Paris", "Location").keys(". A")
        .act(OccurrenceAction::Tick(0, false)).act(OccurrenceAction::Confirm)
        .expect_tags(["Location: Paris", "Location: Paris"]);
    removing_removes_the_ticked: table("«Paris|», Paris").keys("Shift+3 A").act(OccurrenceAction::SetOperation(Operation::Remove))
        .act(OccurrenceAction::TickAll(None, true)).act(OccurrenceAction::Confirm).expect_tags([]);
    another_operation_announces_how_many_are_ticked: table("|Paris and Paris").tagged("Paris", "Location").keys(". A")
        .act(OccurrenceAction::SetOperation(Operation::Relabel)).expect_announced("1 of 1 ticked");
    showing_one_scrolls_to_it: {
        let t = table("|Paris and Paris").tagged("Paris", "Location").keys(". A").act(OccurrenceAction::Show(0));
        assert_eq!(t.scrolled_to().last().map(String::as_str), Some("Paris"));
        t
    };
    a_tag_with_parts_is_not_listed: {
        let t = table("|One two three").tagged("One", "Person").keys(". +");
        let (article, range) = t.find("three");
        let cursor = crossread::app::Cursor {
            article, anchor: range.start(), head: range.end(), snap: crossread::text::Snap::Words, by_pointer: true, at_line_end: false,
        };
        t.act(crossread::app::CaretAction::AddRange(cursor)).keys("A")
            .expect_notice("Occurrences of a tag with several parts cannot be listed")
    };
    the_first_progress_is_said_and_shown: {
        let t = table("«Paris|» and Paris").slow().keys("Shift+3").expect_tags([]);
        assert_eq!(t.notice(), "");
        t.act(OccurrenceAction::Progress(1, 40)).expect_notice("Tagging… 40 %. Esc cancels").expect_announced("Tagging… 40 %. Esc cancels")
            .act(OccurrenceAction::Progress(1, 60)).expect_notice("Tagging… 60 %. Esc cancels").expect_announced("Tagging… 40 %. Esc cancels")
            .work().expect_tags(["Location: Paris", "Location: Paris"])
            .expect_notice("Tagged “Paris” as Location, 2 places in 1 article. Press A to review them")
    };
    escape_cancels_what_is_not_done_yet: table("«Paris|» and Paris").slow().keys("Shift+3").act(OccurrenceAction::Progress(1, 40))
        .keys("Esc").expect_notice("Cancelled. Nothing was changed").work().expect_tags([]).expect_text("«Paris|» and Paris");
    after_a_change_meanwhile_it_is_planned_again: {
        let t = table("«Paris|» and Paris").slow().keys("Shift+3").tagged_meanwhile("Paris@2", "Location").work();
        assert_eq!(t.saved(), 2);
        t.expect_tags(["Location: Paris", "Location: Paris"])
    };
    who_has_gone_on_is_left_alone: table("«Paris|» and Paris").slow().keys("Shift+3 Right").work()
        .expect_tags(["Location: Paris", "Location: Paris"]).expect_selected([]).expect_text("Paris| and Paris");
    another_text_waits: table("«Paris|» and Paris").slow().keys("Shift+3 Shift+1")
        .expect_notice("Still busy with every occurrence of another text. Esc cancels that")
        .work().expect_tags(["Location: Paris", "Location: Paris"]);
    a_slow_list_is_empty_until_it_is_found: {
        let t = table("|Paris and Paris").tagged("Paris", "Location").slow().keys(". A").act(OccurrenceAction::Progress(1, 10));
        assert!(t.state.occurrences.as_ref().is_some_and(|list| list.all.is_empty()));
        let t = t.expect_announced("Looking for places… 10 %").act(OccurrenceAction::Confirm).work().expect_announced("1 of 1 ticked");
        assert_eq!(t.state.occurrences.as_ref().map(|list| list.count()), Some(1));
        t.expect_tags(["Location: Paris"])
    };
    a_newer_query_takes_the_place_of_an_older_one: {
        let t = table("|Paris and paris").tagged("Paris", "Location").slow().keys(". A").act(OccurrenceAction::SetQuery(Query::words("and")));
        assert!(!t.state.awaits_occurrences(1));
        let t = t.work();
        let list = t.state.occurrences.as_ref().expect("a list");
        assert_eq!((list.all.len(), list.all[0].place.range.start().0), (1, 6));
        t
    };
    closing_the_dialog_cancels_what_is_not_done_yet: {
        let t = table("|Paris, Paris, Paris").tagged("Paris", "Location").keys(". A").slow().act(OccurrenceAction::Confirm);
        assert_eq!(t.state.dialog, Some(Dialog::Occurrences));
        t.act(OccurrenceAction::Progress(2, 50)).act(OccurrenceAction::TickAll(None, false)).act(ViewAction::Open(None))
            .expect_notice("Cancelled. Nothing was changed").work().expect_tags(["Location: Paris"])
    };
    the_dialog_closes_when_it_is_done: {
        let t = table("|Paris, Paris, Paris").tagged("Paris", "Location").keys(". A").slow().act(OccurrenceAction::Confirm).work();
        assert_eq!((t.state.dialog.as_ref(), t.state.occurrences.is_none(), t.saved()), (None, true, 1));
        t.expect_tags(["Location: Paris", "Location: Paris", "Location: Paris"])
            .expect_notice("Tagged “Paris” as Location, 2 places in 1 article")
    };
    closing_the_dialog_discards_the_list: {
        let t = table("|Paris and Paris").tagged("Paris", "Location").keys(". A").act(crossread::app::ViewAction::Open(None));
        assert!(t.state.occurrences.is_none());
        t
    };
}
