//! The sections of the report.

use web_sys::Element;
use yew::prelude::*;

use crate::analysis::report::Report;
use crate::app::ByPtr;
use crate::app::messages::report as words;
use crate::format::report::{STYLE, report_sections};
use crate::web::frame::next_frame;
use crate::web::{elements, stylesheet};

/// The most rows of a table in the page; the file has all of them.
const ROWS: usize = 200;
/// The level of the headings of sections, below that of the dialog.
const LEVEL: usize = 3;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ReportContentProps {
    pub(in crate::ui) report: ByPtr<Report>,
}

/// The sections of a report. They are put into the page one in each frame.
#[component]
pub(in crate::ui) fn ReportContent(props: &ReportContentProps) -> Html {
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
