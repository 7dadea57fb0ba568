//! The entry points of the page into the part [`Part::Analysis`].

use yew::prelude::*;

use super::claims_board::{Board, BoardProps};
use super::dialogs::ReportContent;
use super::suggestions::sides;
use super::use_entry_points::use_entry_points;
use crate::analysis::report::Report;
use crate::app::messages::claims_board as words;
use crate::app::{ByPtr, Review};
use crate::model::Project;
use crate::web::entry_points::entry_points;
use crate::web::parts::{self, Part};

/// The entry points.
pub(super) struct Analysis {
    /// The claims board.
    pub(super) board: fn(BoardProps) -> Html,
    /// The sections of a report.
    pub(super) report: fn(ByPtr<Report>) -> Html,
    /// The places of the suggestion that is reviewed.
    pub(super) sides: fn(&Project, &Review) -> Html,
}

static ANALYSIS: Analysis = Analysis {
    board: |props| html! { <Board ..props /> },
    report: |report| html! { <ReportContent {report} /> },
    sides,
};

entry_points!(Analysis, Analysis, &ANALYSIS, install_analysis);

/// The place of the claims board, until its part is there.
#[component]
pub(super) fn BoardPlace(props: &BoardProps) -> Html {
    let analysis = use_entry_points::<Analysis>();
    use_effect_with((), |()| parts::request(Part::Analysis));
    match analysis {
        Some(analysis) => (analysis.board)(props.clone()),
        None => {
            html! { <div class="board" role="region" aria-label={words::REGION} aria-busy="true" data-region="" /> }
        }
    }
}
