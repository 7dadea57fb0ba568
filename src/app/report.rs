//! The report as the page shows it, in a dialog.

use std::rc::Rc;

use super::ByPtr;
use crate::analysis::report::Report;
use crate::model::Project;

/// A report that is being computed, or that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// The project as it was when the report was opened: what the report is about.
    pub project: ByPtr<Project>,
    /// When the report was opened, as text.
    pub made: String,
    /// How many steps of computing it were done, and how many there are.
    pub progress: (usize, usize),
    /// The report, once it is computed.
    pub report: Option<ByPtr<Report>>,
}

/// What can happen to the report.
#[derive(Clone, Debug)]
pub enum ReportAction {
    /// Compute it and show it.
    Open,
    /// So many steps of computing that of a project were done, of so many.
    Progress(Rc<Project>, (usize, usize)),
    /// It is computed.
    Computed(Rc<Report>),
    /// Print it.
    Print,
    /// Save it as a file.
    Save,
}
