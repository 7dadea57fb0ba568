//! The unit of the articles that do not show theirs: that of those that do.

use std::rc::Rc;

use super::decide::{Decision, decide};
use super::offset_unit::OffsetUnit;
use super::ranges::BothTexts;
use super::{Draft, DraftArticle};
use crate::text::Text;

/// The unit of articles that do not show theirs.
#[derive(Clone, Copy)]
pub(in crate::format) enum ShownUnit {
    /// That of the other articles of the draft.
    OfDraft,
    /// This one, if any.
    Known(Option<OffsetUnit>),
}

/// The units of articles in which it makes a difference and is decided.
#[derive(Default)]
pub(in crate::format) struct ShownUnits {
    first: Option<OffsetUnit>,
    are_several: bool,
}

impl ShownUnits {
    /// Adds the articles of a draft.
    pub(in crate::format) fn add_all(&mut self, draft: &Draft) {
        for article in draft.articles.iter().filter(|_| draft.units.len() > 1) {
            let text = Text::new(article.text.clone());
            self.add(article, &article.text, &decide(article, &text, draft.units, None));
        }
    }

    fn add(&mut self, article: &DraftArticle, text: &str, decision: &Decision) {
        let Decision::Decided(unit) = decision else { return };
        if !text.is_ascii() && !article.tags.is_empty() {
            self.are_several |= *self.first.get_or_insert(*unit) != *unit;
        }
    }

    /// The unit, if it is the same in all.
    pub(in crate::format) fn only(&self) -> Option<OffsetUnit> {
        self.first.filter(|_| !self.are_several)
    }
}

/// The unit of each article, by those that the articles show: one decides for those that do not.
pub(super) fn settled(
    draft: &Draft,
    texts: &[Rc<BothTexts>],
    mut decisions: Vec<Decision>,
    shown: ShownUnit,
) -> Vec<Decision> {
    let shown = match shown {
        ShownUnit::OfDraft => shown_unit(draft, texts, &decisions),
        ShownUnit::Known(unit) => unit,
    };
    if shown.is_some() {
        for ((article, text), decision) in draft.articles.iter().zip(texts).zip(&mut decisions) {
            if matches!(decision, Decision::Open(_)) {
                *decision = decide(article, &text.original, draft.units, shown);
            }
        }
    }
    decisions
}

/// The unit of all articles in which it makes a difference and is decided.
fn shown_unit(draft: &Draft, texts: &[Rc<BothTexts>], decisions: &[Decision]) -> Option<OffsetUnit> {
    let mut shown = ShownUnits::default();
    for ((article, text), decision) in draft.articles.iter().zip(texts).zip(decisions) {
        shown.add(article, text.original.as_str(), decision);
    }
    shown.only()
}
