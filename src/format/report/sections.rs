//! The sections of a report in their order.

use super::context::Context;
use super::report_texts::{ReportTexts, Section, Word};
use super::{articles, claims, disagreements, people, repetition, timeline};
use crate::analysis::report::Report;
use crate::format::markup::{Element, element, leaf};

/// A list of links to the sections.
pub fn contents(texts: &ReportTexts) -> Element {
    let items = Section::ALL.map(|section| {
        let link = leaf("a", (texts.heading)(section)).with("href", ["#", section.id()].concat());
        element("li").child(link)
    });
    let list = element("ul").children(items);
    element("nav").with("aria-label", (texts.word)(Word::Contents)).class("report-contents").child(list)
}

/// The parts of a report after its title: the counts, the list of contents, and the sections. Each is made when it is asked for.
/// Tables have at most so many `rows`; `level` is that of the headings of sections, from 1.
pub fn report_sections<'a>(
    report: &'a Report,
    texts: &'a ReportTexts,
    rows: usize,
    level: usize,
) -> impl Iterator<Item = Element> + use<'a> {
    let context = Context { report, texts, rows, level };
    let start: [fn(&Context<'_>) -> Element; 2] = [articles::counts, |context| contents(context.texts)];
    let sections = Section::ALL.into_iter().map(|section| match section {
        Section::Articles => articles::articles as fn(&Context<'_>) -> Element,
        Section::Claims => claims::claims,
        Section::Disagreements => disagreements::disagreements,
        Section::Speakers => people::speakers,
        Section::Entities => people::entities,
        Section::Tags => articles::tags,
        Section::Repetition => repetition::repetition,
        Section::Timeline => timeline::timeline,
    });
    start.into_iter().chain(sections).map(move |part| part(&context))
}
