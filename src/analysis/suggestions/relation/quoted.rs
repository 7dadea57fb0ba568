//! Which claims are somebody's own words, and which report somebody's words.

use crate::analysis::suggestions::{Attribution, SuggestedSpan, SuggestedValue, Suggestion};

/// What is said in the articles.
pub(super) struct Quotations<'a>(Vec<&'a Suggestion>);

/// Who says what a claim states.
struct Said<'a> {
    name: &'a str,
    is_direct: bool,
}

impl<'a> Quotations<'a> {
    /// Collects what the rule for speakers has found.
    pub(super) fn new(speakers: Vec<&'a Suggestion>) -> Self {
        Self(speakers)
    }

    /// Whether the first of two claims, or the second, is somebody's own words, which the other claim reports; and the name.
    pub(super) fn quoted(&self, first: &SuggestedSpan, second: &SuggestedSpan) -> Option<(bool, String)> {
        let (a, b) = (self.said(first)?, self.said(second)?);
        let is_same = last_word(a.name) == last_word(b.name);
        let longer = if a.name.len() >= b.name.len() { a.name } else { b.name };
        (is_same && a.is_direct != b.is_direct).then(|| (a.is_direct, longer.to_owned()))
    }

    /// Whether two claims are what two different sources say.
    pub(super) fn are_of_two(&self, first: &SuggestedSpan, second: &SuggestedSpan) -> bool {
        let said = self.said(first).zip(self.said(second));
        said.is_some_and(|(a, b)| last_word(a.name) != last_word(b.name))
    }

    /// What is said, if it is most of a claim.
    fn said(&self, claim: &SuggestedSpan) -> Option<Said<'a>> {
        let common = |one: &&&Suggestion| {
            let content = one.spans.get(1).filter(|content| content.article == claim.article)?;
            let common = content.range.intersection(claim.range)?.len();
            (2 * common >= claim.range.len()).then_some(common)
        };
        let one = self.0.iter().filter(|one| common(one).is_some()).max_by_key(common)?;
        let Some(SuggestedValue::Speaker { name, attribution, .. }) = &one.value else { return None };
        Some(Said { name, is_direct: *attribution == Attribution::Direct })
    }
}

fn last_word(name: &str) -> Option<String> {
    name.split_whitespace().next_back().map(str::to_lowercase)
}
