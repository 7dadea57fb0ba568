//! The report: opened, computed by the runtime, printed and saved.

use std::rc::Rc;

use crossread::analysis::report::report;
use crossread::app::{Dialog, Download, Effect, ReportAction, UiEffect, ViewAction};

use crate::harness::{Table, table};

fn opened() -> Table {
    table("|Paris is big. ¶ Paris is small.").tagged("Paris is big", "Claim").page_keys("F8")
}

/// The report that was asked for first.
fn computed(table: Table) -> Table {
    let asked = table.effects.iter().find_map(|effect| match effect {
        Effect::ComputeReport(project) => Some(project.clone()),
        _ => None,
    });
    let report = report(&asked.expect("a report is asked for"));
    table.act(ReportAction::Computed(Rc::new(report)))
}

fn is_shown(table: &Table) -> bool {
    table.state.report().is_some_and(|view| view.report.is_some())
}

fn downloads(table: &Table) -> usize {
    table.effects.iter().filter(|effect| matches!(effect, Effect::Download(Download::Report { .. }))).count()
}

fn printed(table: &Table) -> usize {
    table.effects.iter().filter(|effect| matches!(effect, Effect::Ui(UiEffect::Print))).count()
}

rows! {
    a_key_asks_for_the_report_of_the_project_as_it_is: {
        let t = opened();
        assert!(matches!(t.effects.as_slice(), [Effect::ComputeReport(project)] if Rc::ptr_eq(project, t.state.project())));
        assert!(t.state.report().is_some_and(|view| view.made == "2026-01-01 00:00 UTC") && !is_shown(&t));
        t
    };
    it_is_shown_when_it_is_computed: {
        let t = computed(opened()).expect_announced("The report is ready");
        assert!(is_shown(&t));
        t
    };
    progress_is_shown_while_it_is_waited_for: {
        let t = opened();
        let project = t.state.project().clone();
        let t = t.act(ReportAction::Progress(project.clone(), (2, 5)));
        assert_eq!(t.state.report().map(|view| view.progress), Some((2, 5)));
        let t = computed(t).act(ReportAction::Progress(project, (1, 5)));
        assert_eq!(t.state.report().map(|view| view.progress), Some((2, 5)));
        t
    };
    a_late_report_does_not_open_the_dialog_again: {
        let t = computed(opened().act(ViewAction::Open(None)));
        assert!(t.state.dialog.is_none() && t.announced().is_empty());
        t
    };
    a_late_report_of_another_project_is_dropped: {
        let t = opened().act(ViewAction::Open(None)).tagged("Paris is small", "Claim");
        let old = Rc::new(report(&Rc::new(crossread::model::Project::clone(t.state.project()))));
        let t = t.page_keys("F8").act(ReportAction::Computed(old));
        assert!(t.state.report().is_some() && !is_shown(&t));
        t
    };
    it_takes_the_place_of_no_other_dialog_s_answer: {
        let t = computed(opened().act(ViewAction::Open(Some(Dialog::Help))));
        assert_eq!(t.state.dialog, Some(Dialog::Help));
        t
    };
    only_a_computed_report_is_printed_and_saved: {
        let t = opened().act(ReportAction::Print).act(ReportAction::Save);
        assert_eq!((printed(&t), downloads(&t)), (0, 0));
        let t = computed(t).act(ReportAction::Print).act(ReportAction::Save);
        assert_eq!((printed(&t), downloads(&t), t.saved()), (1, 1, 0));
        t
    };
}
