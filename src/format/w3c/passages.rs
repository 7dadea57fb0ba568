//! Articles of which a file has only the quoted passages: their text is made of these, so that the tags are not lost. Added to a project
//! with the whole text, they are looked for there (`merge`).

use std::collections::BTreeMap;

use super::selectors::Selected;
use crate::format::draft::{DraftArticle, OffsetUnit};
use crate::json::Json;

/// Between passages.
const GAP: &str = "\n\n";

/// The articles that are made of passages, by the source of their annotations.
#[derive(Default)]
pub(super) struct Passages {
    by_source: BTreeMap<String, usize>,
}

/// Where a passage is in the text that is made of all.
pub(super) struct Quoted {
    /// The index of the article.
    pub(super) article: usize,
    /// The parts, in code points.
    pub(super) places: Vec<(u32, u32)>,
    /// The quoted texts.
    pub(super) covered: String,
}

impl Passages {
    /// Adds the passages of an annotation; `None` if one of its places has no quote.
    pub(super) fn add(
        &mut self,
        articles: &mut Vec<DraftArticle>,
        source: &str,
        places: &[Selected],
        annotation: &Json,
    ) -> Option<Quoted> {
        let quotes: Option<Vec<_>> = places.iter().map(|place| place.quote.as_ref()).collect();
        let quotes = quotes.filter(|all| !all.is_empty() && all.iter().all(|quote| !quote.exact.is_empty()))?;
        let article = *self.by_source.entry(source.to_owned()).or_insert_with(|| {
            articles.push(DraftArticle {
                title: title(annotation).unwrap_or(source).to_owned(),
                source: source.to_owned(),
                unit: Some(OffsetUnit::CodePoints),
                ..DraftArticle::default()
            });
            articles.len() - 1
        });
        let text = &mut articles.get_mut(article)?.text;
        let count = |text: &str| text.chars().count() as u32;
        let mut length = count(text);
        let mut found = Vec::with_capacity(quotes.len());
        for quote in &quotes {
            let gap = if text.is_empty() { "" } else { GAP };
            for part in [gap, &quote.prefix, &quote.exact, &quote.suffix] {
                text.push_str(part);
            }
            let start = length + count(gap) + count(&quote.prefix);
            let end = start + count(&quote.exact);
            found.push((start, end));
            length = end + count(&quote.suffix);
        }
        let exact: Vec<&str> = quotes.iter().map(|quote| quote.exact.as_str()).collect();
        Some(Quoted { article, places: found, covered: exact.join(" … ") })
    }

    /// The sources with the index of their articles.
    pub(super) fn sources(&self) -> impl Iterator<Item = (&String, usize)> {
        self.by_source.iter().map(|(source, article)| (source, *article))
    }
}

/// The title of the page, as Hypothesis has it.
fn title(annotation: &Json) -> Option<&str> {
    let title = &annotation["document"]["title"];
    title[0].as_str().or_else(|| title.as_str()).filter(|title| !title.trim().is_empty())
}
