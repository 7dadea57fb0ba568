//! The article of a web page.

mod charset;
mod elements;
mod field;
mod linked_data;
mod open_elements;
mod page;
mod page_details;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

pub(super) use page::Page;
pub(super) use tokens::{Content, StartTag, Tokens, read as read_tokens};

pub use charset::declared_charset;

use super::Document;

/// Reads the text of a page. If one element is marked as the article (`article`, `main`) and has most of the text, only that.
pub(super) fn read(html: &str) -> Document {
    let mut page = Page::default();
    read_tokens(html, &mut page);
    page.end_all();
    let (mut document, details, candidates) = page.finish();
    let all = document.text.chars().count();
    let range = article(&document.text, &candidates).unwrap_or(0..document.text.len());
    let kept = document.text.get(range.clone()).map_or(0, |text| text.chars().count());
    document.retain(range);
    document.outside_article = all - kept;
    document.details = details;
    document
}

/// The smallest of these ranges that has more than half of the text.
fn article(text: &str, candidates: &[Range<usize>]) -> Option<Range<usize>> {
    candidates.iter().filter(|range| range.len() > text.len() / 2).min_by_key(|range| range.len()).cloned()
}
