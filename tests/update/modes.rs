//! Read-only projects, errors, and modes.

use crossread::app::{Mode, Session, SessionAction};
use crossread::edit::Command;

use crate::harness::table;

rows! {
    a_follower_cannot_tag: table("«Paris|»").act(SessionAction::Follow).keys("3").expect_tags([])
        .expect_notice("This project is being edited in another tab. Choose “Edit here” at the top of the page to edit it in this tab.");
    a_follower_cannot_undo: table("«Paris|»").keys("3").act(SessionAction::Follow).keys("Ctrl+Z").expect_tags(["Location: Paris"]);
    after_taking_over_tagging_works_again: table("«Paris|»").act(SessionAction::Follow).act(SessionAction::Own).keys("3")
        .expect_tags(["Location: Paris"]);
    following_is_announced: table("|Paris").act(SessionAction::Follow).expect_announced("The project is now edited in another tab");
    owning_is_announced: table("|Paris").act(SessionAction::Follow).act(SessionAction::Own).expect_announced("The project is now edited in this tab");
    following_twice_is_announced_once: {
        let t = table("|Paris").act(SessionAction::Follow).act(SessionAction::Follow);
        assert_eq!(t.announced().len(), 1);
        t
    };
    a_save_error_remains_until_changes_are_saved: {
        let t = table("|Paris").act(SessionAction::Saved).act(SessionAction::Failed("full".to_owned())).act(SessionAction::Writing);
        assert_eq!(t.state.session, Session::Failed { reason: "full".to_owned() });
        t.act(SessionAction::Saved).expect_notice("All changes are saved again.")
    };
    saving_without_errors_shows_no_message: table("|Paris").act(SessionAction::Writing).act(SessionAction::Saved).expect_notice("");
    a_follower_keeps_its_save_error: {
        let t = table("|Paris").act(SessionAction::Failed("full".to_owned())).act(SessionAction::Follow);
        assert_eq!(t.state.session.unsaved(), Some("full"));
        let t = t.act(SessionAction::Own);
        assert_eq!(t.state.session, Session::Failed { reason: "full".to_owned() });
        t
    };
    a_detached_tab_continues_with_another_key: {
        let t = table("|Paris").act(SessionAction::Follow).act(SessionAction::Detached("p2".to_owned()));
        assert!(t.state.session.can_edit() && t.state.key == "p2");
        t
    };
    an_error_is_shown_and_changes_nothing: {
        let t = table("|Paris").act(Command::RenameProject(" ".to_owned()));
        assert!(t.state.notice.as_ref().is_some_and(|notice| notice.is_error));
        assert_eq!((t.saved(), t.state.project().title.as_str()), (0, "Test"));
        t
    };
    escape_dismisses_the_message_last: table("|Paris").keys("+").page_keys("Esc").expect_notice("");
    keys_do_nothing_while_a_dialog_is_open: {
        let mut t = table("«Paris|»");
        t.state.dialog = Some(crossread::app::Dialog::Help);
        t.keys("3 Ctrl+Z ?").expect_tags([])
    };
    a_mode_ends_with_its_tag: table("|Paris").tagged("Paris", "Claim").keys(". D").act(crossread::app::TagAction::Remove)
        .expect_mode(&Mode::Idle);
}
