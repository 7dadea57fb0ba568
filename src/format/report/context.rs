//! What all sections need: the report, the texts, and how much is shown.

use super::report_texts::{ReportTexts, Section, Word};
use crate::analysis::report::Report;
use crate::format::markup::{Element, element, leaf};
use crate::text::shortened;

/// With more articles, tables have no column for each of them.
const MOST_COLUMNS: usize = 6;
/// The length of a title in the heading of a column, in characters.
const COLUMN_TITLE: usize = 70;
/// The headings of each level.
const HEADINGS: [&str; 4] = ["h1", "h2", "h3", "h4"];

/// What all sections need.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) report: &'a Report,
    pub(super) texts: &'a ReportTexts,
    /// The most rows of a table.
    pub(super) rows: usize,
    /// The level of the headings of sections.
    pub(super) level: usize,
}

impl Context<'_> {
    pub(super) fn word(&self, word: Word) -> &'static str {
        (self.texts.word)(word)
    }

    /// Whether tables have a column for each article.
    pub(super) fn has_columns(&self) -> bool {
        self.report.articles.len() <= MOST_COLUMNS
    }

    /// The number of an article, as people count.
    pub(super) fn number(article: usize) -> String {
        (article + 1).to_string()
    }

    pub(super) fn title(&self, article: usize) -> &str {
        self.report.articles.get(article).map_or("", |one| one.article.title.as_str())
    }

    /// A heading of the level of sections.
    pub(super) fn heading(&self, text: &str) -> Element {
        leaf(HEADINGS[self.level.clamp(1, HEADINGS.len()) - 1], text)
    }

    /// A section with its heading and its note.
    pub(super) fn section(&self, section: Section) -> Element {
        let heading = self.heading((self.texts.heading)(section)).with("id", section.id());
        let note = (self.texts.note)(section);
        let notes = (!note.is_empty()).then(|| leaf("p", note).class("report-note"));
        element("section").with("aria-labelledby", section.id()).child(heading).children(notes)
    }

    /// A section that has nothing to show.
    pub(super) fn empty(&self, section: Section) -> Element {
        self.section(section).child(leaf("p", (self.texts.empty)(section)).class("report-empty"))
    }

    /// The headings of the columns of articles.
    pub(super) fn article_columns(&self) -> impl Iterator<Item = Element> {
        (0..self.report.articles.len()).map(|at| {
            let number = leaf("span", Self::number(at)).class("report-number");
            let (full, short) = (self.title(at), shortened(self.title(at), COLUMN_TITLE));
            let tooltip = (short != full).then(|| full.to_owned());
            let title = leaf("span", short).class("report-name").dir_auto();
            let title = match tooltip {
                Some(full) => title.with("title", full),
                None => title,
            };
            element("th").class("report-column").with("scope", "col").child(number).text(" ").child(title)
        })
    }

    /// An article as the heading of a row.
    pub(super) fn article_row(&self, article: usize) -> Element {
        let number = leaf("span", Self::number(article)).class("report-number");
        let title = leaf("span", self.title(article)).class("report-name").dir_auto();
        element("th").with("scope", "row").child(number).text(" ").child(title)
    }
}
