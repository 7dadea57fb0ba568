//! The report: the same elements as in its file, with buttons to print and to save it.

use web_sys::Element;
use yew::prelude::*;

use crate::analysis::report::Report;
use crate::app::messages::report as words;
use crate::app::{ByPtr, ReportAction, ReportView};
use crate::format::report::{STYLE, report_sections};
use crate::ui::widgets::{Dialog, on, use_dispatcher};
use crate::web::frame::next_frame;
use crate::web::{elements, stylesheet};

/// The most rows of a table in the page; the file has all of them.
const ROWS: usize = 200;
/// The level of the headings of sections, below that of the dialog.
const LEVEL: usize = 3;

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
                <Content report={report.clone()} />
            } else {
                <p class="muted" role="status">{ words::progress(*done, *all) }</p>
            }
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct ContentProps {
    report: ByPtr<Report>,
}

/// The sections of a report. They are put into the page one in each frame.
#[component]
fn Content(props: &ContentProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.report.clone(), move |report| {
            stylesheet::add_rules(STYLE);
            let report = report.clone();
            wasm_bindgen_futures::spawn_local(async move { fill(&node, &report).await });
        });
    }
    html! { <div class="report" ref={node} /> }
}

/// Puts the sections into an element, for as long as it is in the page.
async fn fill(node: &NodeRef, report: &Report) {
    for section in report_sections(report, &words::REPORT, ROWS, LEVEL) {
        let Some(parent) = node.cast::<Element>().filter(|parent| parent.is_connected()) else { return };
        elements::append(&parent, &section);
        next_frame().await;
    }
    if let Some(parent) = node.cast::<Element>() {
        // An attribute with this name can be set.
        let _ = parent.set_attribute("data-complete", "");
    }
}
