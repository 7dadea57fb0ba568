//! An export that takes time.

use crossread::app::{Dialog, Downloaded, Exporting, ExportingAction, ProjectAction, ViewAction};

use crate::harness::{Table, table};

fn written(number: u32, percent: u8) -> ExportingAction {
    ExportingAction::Written(Exporting { number, percent: Some(percent) })
}

fn percent(t: &Table) -> Option<u8> {
    t.state.exporting.and_then(|exporting| exporting.percent)
}

fn downloaded(file: Result<String, String>) -> ProjectAction {
    ProjectAction::Downloaded(Downloaded { file, dropped: Vec::new(), is_project: true })
}

rows! {
    progress_is_shown_until_the_end: {
        let t = table("|Paris").act(written(1, 10)).act(written(1, 60));
        assert_eq!(percent(&t), Some(60));
        let t = t.act(ExportingAction::End(1));
        assert_eq!(t.state.exporting, None);
        t
    };
    an_older_export_does_not_count: {
        let t = table("|Paris").act(written(2, 10)).act(written(1, 60)).act(ExportingAction::End(1));
        assert_eq!(percent(&t), Some(10));
        t
    };
    cancelling_is_said_and_the_dialog_stays: {
        let t = table("|Paris").act(ViewAction::Open(Some(Dialog::Export))).act(written(1, 10)).act(ExportingAction::Cancel);
        assert_eq!((t.state.exporting, &t.state.dialog), (None, &Some(Dialog::Export)));
        t
    };
    the_dialog_is_closed_by_its_download_only: {
        let t = table("|Paris").act(ViewAction::Open(Some(Dialog::Export))).act(downloaded(Err("no space".to_owned())));
        assert_eq!(t.state.dialog, Some(Dialog::Export));
        let t = t.act(downloaded(Ok("a.csv".to_owned())));
        assert_eq!(t.state.dialog, None);
        let t = t.act(ViewAction::Open(Some(Dialog::Help))).act(downloaded(Ok("a.csv".to_owned())));
        assert_eq!(t.state.dialog, Some(Dialog::Help));
        t
    };
}
