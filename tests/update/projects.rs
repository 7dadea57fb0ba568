//! Saved projects, files, and projects that are only in memory.

use crossread::app::{
    Dialog, Download, Downloaded, Effect, NewProject, Offer, OpenedProject, Panel, ProjectAction, ProjectRequest,
    Saving, Session, SessionAction, View, ViewAction,
};
use crossread::edit::Editor;
use crossread::model::{Project, Timestamp, news_claims};

use crate::harness::{Table, table};

fn create() -> ProjectRequest {
    ProjectRequest::Create(NewProject {
        title: "Other".to_owned(),
        schema: Box::new(news_claims()),
        with_samples: false,
    })
}

fn requests(table: &Table) -> usize {
    table.effects.iter().filter(|effect| matches!(effect, Effect::Project(_))).count()
}

/// A project that is only in memory, with a tag that was not exported.
fn in_memory() -> Table {
    table("«Paris|»").act(SessionAction::NoStorage("refused".to_owned())).keys("3")
}

rows! {
    another_project_keeps_the_panels: {
        let t = table("|One").act(ViewAction::HideLeft(true)).act(ViewAction::Resize(Panel::Side, Some(400)));
        let panels = t.state.panels;
        let project = Project::new("Other", news_claims(), Timestamp::epoch());
        let opened = OpenedProject {
            editor: Editor::new(project),
            key: "p2".to_owned(),
            view: View::default(),
            session: Session::Owner(Saving::Saved),
            last_export: None,
        };
        let t = t.act(ProjectAction::Opened(Box::new(opened)));
        assert_eq!(t.state.panels, panels);
        assert!(t.state.left_hidden());
        t
    };
    a_stored_project_is_closed_without_confirmation: {
        let t = table("«Paris|»").act(SessionAction::Saved).keys("3").act(ProjectAction::Request(create()));
        assert_eq!((requests(&t), &t.state.dialog), (1, &None));
        t
    };
    an_unexported_project_in_memory_needs_confirmation: {
        let t = in_memory().act(ProjectAction::Request(create()));
        assert_eq!((requests(&t), &t.state.dialog), (0, &Some(Dialog::Discard)));
        t
    };
    opening_another_project_needs_confirmation_too: {
        let t = in_memory().act(ProjectAction::Request(ProjectRequest::Open("p2".to_owned())));
        assert_eq!(t.state.dialog, Some(Dialog::Discard));
        t
    };
    cancelling_keeps_the_project: {
        let t = in_memory().act(ProjectAction::Request(create())).act(ViewAction::Open(None));
        assert!(t.state.waiting.is_none() && requests(&t) == 0);
        t
    };
    confirming_proceeds: {
        let t = in_memory().act(ProjectAction::Request(create())).act(ProjectAction::Proceed { export: false });
        assert_eq!((requests(&t), t.state.unexported), (1, 0));
        t
    };
    exporting_first_proceeds_too: {
        let t = in_memory().act(ProjectAction::Request(create())).act(ProjectAction::Proceed { export: true });
        let exports = t.effects.iter().filter(|effect| matches!(effect, Effect::Download(Download::Project { .. }))).count();
        assert_eq!((requests(&t), exports), (1, 1));
        t
    };
    no_confirmation_after_an_export: {
        let t = in_memory().act(ProjectAction::Exported { at: None, is_current: true }).act(ProjectAction::Request(create()));
        assert_eq!(requests(&t), 1);
        t
    };
    no_confirmation_without_changes: {
        let t = table("|Paris").act(SessionAction::NoStorage("refused".to_owned())).act(ProjectAction::Request(create()));
        assert_eq!(requests(&t), 1);
        t
    };
    the_list_is_refreshed_without_confirmation: {
        let t = in_memory().act(ProjectAction::Request(ProjectRequest::Refresh));
        assert_eq!(requests(&t), 1);
        t
    };
    an_export_dismisses_the_reminder: {
        let notice = crossread::app::Notice::info("An hour").with_offer(Offer::Export);
        table("|Paris").act(ViewAction::Notify(Some(notice))).act(ProjectAction::Exported { at: None, is_current: true }).expect_notice("")
    };
    an_offer_is_accepted_once: {
        let notice = crossread::app::Notice::info("Deleted").with_offer(Offer::Restore("p2".to_owned()));
        let t = table("|Paris").act(ViewAction::Notify(Some(notice))).act(ViewAction::TakeOffer).act(ViewAction::TakeOffer);
        assert_eq!(requests(&t), 1);
        t.expect_notice("")
    };
    a_failed_download_is_said_once: {
        let reason = "“a.json” could not be downloaded: no space.".to_owned();
        table("|Paris").act(ProjectAction::Downloaded(Downloaded { file: Err(reason.clone()), dropped: Vec::new(), is_project: true }))
            .expect_notice(&reason)
    };
    ctrl_s_exports: {
        let t = table("|Paris").field_keys("Ctrl+s");
        assert!(matches!(t.effects.as_slice(), [Effect::Download(Download::Project { format: "crossread", .. })]));
        t
    };
    ctrl_o_opens_the_file_chooser: {
        let t = table("|Paris").field_keys("Ctrl+o");
        assert!(matches!(t.effects.as_slice(), [Effect::Ui(crossread::app::UiEffect::PickFiles(_))]));
        t
    };
}
