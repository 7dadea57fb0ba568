//! The report.

use std::rc::Rc;

use super::Update;
use crate::app::messages::report as words;
use crate::app::{ByPtr, Dialog, Download, Effect, ReportAction, ReportView, UiEffect};
use crate::model::Project;

impl Update<'_> {
    pub(super) fn report_action(&mut self, action: ReportAction) {
        match action {
            ReportAction::Open => self.open_report(),
            ReportAction::Progress(project, progress) => {
                if let Some(view) = self.awaited(&project) {
                    view.progress = progress;
                }
            }
            ReportAction::Computed(report) => {
                if let Some(view) = self.awaited(&report.project) {
                    view.report = Some(ByPtr(report));
                    self.announce(words::READY);
                }
            }
            ReportAction::Print => {
                if self.state.report().is_some_and(|view| view.report.is_some()) {
                    self.ui(UiEffect::Print);
                }
            }
            ReportAction::Save => {
                let view = self.state.report().cloned();
                if let Some(ReportView { report: Some(report), made, .. }) = view {
                    self.effects.push(Effect::Download(Download::Report { report, made }));
                }
            }
        }
    }

    fn open_report(&mut self) {
        let project = self.project_of_state();
        let made = words::time(self.stamp.at.as_str());
        let view = ReportView { project: ByPtr(project.clone()), made, progress: (0, 1), report: None };
        self.state.close_sheet();
        self.state.dialog = Some(Dialog::Report(view));
        self.effects.push(Effect::ComputeReport(project));
    }

    /// The open report, if it is that of this project and is not computed yet.
    fn awaited(&mut self, project: &Rc<Project>) -> Option<&mut ReportView> {
        if !self.state.awaits_report(project) {
            return None;
        }
        match &mut self.state.dialog {
            Some(Dialog::Report(view)) => Some(view),
            _ => None,
        }
    }
}
