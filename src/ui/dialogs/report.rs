//! The report: the same elements as in its file, with buttons to print and to save it.

use yew::prelude::*;

use crate::app::messages::report as words;
use crate::app::{ReportAction, ReportView};
use crate::ui::analysis::Analysis;
use crate::ui::widgets::{Dialog, on, use_dispatcher};
use crate::web::entry_points::EntryPoints as _;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ReportProps {
    pub(super) view: ReportView,
}

/// The report, or how far it has been computed.
#[component]
pub(super) fn ReportDialog(props: &ReportProps) -> Html {
    let dispatcher = use_dispatcher();
    let ReportView { project, report, progress: (done, all), .. } = &props.view;
    let is_waiting = report.is_none();
    let tools = html! {
        <div class="dialog-actions">
            <button type="button" disabled={is_waiting} onclick={on(&dispatcher, ReportAction::Print)}>{ words::PRINT }</button>
            <button type="button" class="primary" disabled={is_waiting} onclick={on(&dispatcher, ReportAction::Save)}>{ words::SAVE }</button>
        </div>
    };
    html! {
        <Dialog heading={words::title(&project.title)} class="report-dialog" scrolls={true} {tools}>
            if let Some(report) = report {
                { Analysis::now().map(|analysis| (analysis.report)(report.clone())).unwrap_or_default() }
            } else {
                <p class="muted" role="status">{ words::progress(*done, *all) }</p>
            }
        </Dialog>
    }
}
