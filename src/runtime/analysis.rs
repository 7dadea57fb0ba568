//! The entry points of the runtime into the part [`Part::Analysis`].

use std::rc::Rc;

use super::{Store, counterparts, export, report, suggestions};
use crate::analysis::suggestions::Suggestion;
use crate::app::{Download, State};
use crate::format::Exported;
use crate::model::Project;
use crate::web::entry_points::{EntryPoints, entry_points};
use crate::web::parts::{self, Part};

/// The entry points.
pub(super) struct Analysis {
    /// Computes the suggestions for a project.
    pub(super) compute_suggestions: fn(&Store, Rc<Project>),
    /// The suggestions that were not rejected, for a script that waits for them.
    pub(super) open_suggestions: fn(&Store) -> Vec<Suggestion>,
    /// Computes the report of a project.
    pub(super) compute_report: fn(&Store, Rc<Project>),
    /// Finds what the columns show that follow the selection, in the next frame.
    pub(super) find_counterparts: fn(&Store),
    /// The file of the claims board or of a report; `None` for other downloads.
    pub(super) file: fn(&State, &Download) -> Option<Exported>,
}

static ANALYSIS: Analysis = Analysis {
    compute_suggestions: suggestions::compute,
    open_suggestions: suggestions::open,
    compute_report: report::compute,
    find_counterparts: counterparts::find_soon,
    file: export::analysis_file,
};

entry_points!(Analysis, Analysis, &ANALYSIS, install_analysis);

impl Store {
    /// Does something with the entry points, at once or when the part is there. Requests it.
    pub(super) fn with_analysis(act: impl FnOnce(&'static Analysis) + 'static) {
        Analysis::with(act);
    }

    /// The entry points. If the part is not there yet, the page is blocked until it is; `None` if it does not come.
    pub(super) fn require_analysis() -> Option<&'static Analysis> {
        parts::require(Part::Analysis);
        Analysis::now()
    }
}
