//! The report of a project as a page that stands alone: without scripts and without requests.
//!
//! [`report_sections`] describes the report as elements; the page of the program shows the same ones, so that there is one source
//! for both.

mod articles;
mod charts;
mod claims;
mod context;
mod disagreements;
mod file;
mod people;
mod repetition;
mod report_texts;
mod sections;
mod table;
#[cfg(test)]
mod tests;
mod timeline;

pub use file::{STYLE, export_report};
pub use report_texts::{Counted, ReportTexts, Section, Word};
pub use sections::{contents, report_sections};
