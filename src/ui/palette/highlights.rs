//! Highlights of what the palettes are about, where the browser does not show it as selected.

use yew::prelude::*;

use crate::model::ArticleId;
use crate::text::TextRange;
use crate::ui::widgets::use_dispatcher;
use crate::web::{dom_text, highlight};

/// Parts that are kept: the browser has one selection only. The name is that of the highlight in the style sheet.
pub(super) const KEPT: &str = "kept-part";
/// What will be tagged, while a field has the focus.
pub(super) const TO_BE_TAGGED: &str = "to-be-tagged";

/// Ranges of an article.
pub(super) type Ranges = (ArticleId, Vec<TextRange>);

/// Highlights these ranges under a name, and nothing without them.
#[hook]
pub(super) fn use_highlight(name: &'static str, ranges: Option<&Ranges>) {
    let dispatcher = use_dispatcher();
    use_effect_with(ranges.cloned(), move |ranges| {
        let paint = || {
            let (article, ranges) = ranges.as_ref()?;
            let root = dom_text::root_of(article)?;
            let text = dispatcher.state().project().article(article)?.text.clone();
            let stretches = ranges.iter().filter_map(|range| dom_text::stretch_of(&root, &text, *range));
            Some(highlight::set(name, &stretches.collect::<Vec<_>>()))
        };
        if paint().is_none() {
            highlight::clear(name);
        }
        move || highlight::clear(name)
    });
}
