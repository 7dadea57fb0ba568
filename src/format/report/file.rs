//! The report as a file.

use super::report_texts::ReportTexts;
use super::sections::report_sections;
use crate::analysis::report::Report;
use crate::format::html::Html;
use crate::format::{Exported, file_name};
use crate::model::Colour;

/// The style sheet of a report, for all of it inside an element of the class `report`.
pub const STYLE: &str = include_str!("page.css");
/// The page loads nothing, and runs nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
const VIEWPORT: &str = "width=device-width, initial-scale=1";
const EXTENSION: &str = "report.html";
const MIME: &str = "text/html;charset=utf-8";

/// The report as a page that stands alone. `made` says when it was made, as text.
pub fn export_report(report: &Report, texts: &ReportTexts, made: &str) -> Exported {
    let title = &report.project.title;
    let bytes = write(report, texts, made).into_bytes();
    Exported { name: file_name(title, EXTENSION), mime: MIME, bytes, dropped: Vec::new() }
}

fn write(report: &Report, texts: &ReportTexts, made: &str) -> String {
    let title = (texts.title)(&report.project.title);
    let mut html = Html::new();
    html.open("html", &[("lang", texts.board.language)]);
    html.open("head", &[]);
    html.void("meta", &[("charset", "utf-8")]);
    html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    html.void("meta", &[("name", "viewport"), ("content", VIEWPORT)]);
    html.leaf("title", &[], &title);
    html.style(STYLE);
    html.style(&label_colours(report, texts));
    html.close();
    html.end_line();
    html.open("body", &[("class", "report")]);
    html.open("header", &[]);
    html.leaf("h1", &[("dir", "auto")], &title);
    html.leaf("p", &[("class", "report-note")], &(texts.made)(made));
    html.close();
    html.end_line();
    html.open("main", &[]);
    for part in report_sections(report, texts, usize::MAX, 2) {
        html.element(&part);
    }
    html.finish()
}

/// The colours of the labels that are in use, for the light and the dark theme.
fn label_colours(report: &Report, texts: &ReportTexts) -> String {
    let mut css = String::new();
    let counts = report.tags_by_label();
    let labels = report.project.schema().labels.iter().zip(counts).enumerate();
    for (at, (label, _)) in labels.filter(|(_, (_, count))| *count > 0) {
        let [light, dark] = (texts.colours)(label.colour).map(Colour::hex);
        css += &format!(".label-{at}{{--light:{light};--dark:{dark}}}\n");
    }
    css
}
