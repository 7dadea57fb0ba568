//! Highlights of what the palettes are about, where the browser does not show it as selected.

use yew::prelude::*;

use crate::app::Dispatcher;
use crate::model::ArticleId;
use crate::text::TextRange;
use crate::ui::dom::frames::FrameTask;
use crate::ui::dom::mutations::ReaderObserver;
use crate::ui::widgets::use_dispatcher;
use crate::web::{dom_text, highlight};

/// Parts that are kept: the browser has one selection only. The name is that of the highlight in the style sheet.
pub(super) const KEPT: &str = "kept-part";
/// What will be tagged, while a field has the focus.
pub(super) const TO_BE_TAGGED: &str = "to-be-tagged";

/// Ranges of an article.
pub(in crate::ui) type Ranges = (ArticleId, Vec<TextRange>);

/// Highlights these ranges under a name, and nothing without them. Again whenever the elements with their text were rendered anew.
#[hook]
pub(in crate::ui) fn use_highlight(name: &'static str, ranges: Option<&Ranges>) {
    let dispatcher = use_dispatcher();
    use_effect_with(ranges.cloned(), move |ranges| {
        let painted = ranges.clone().map(|ranges| {
            let paint = move || paint(&dispatcher, name, &ranges);
            paint();
            let task = FrameTask::new(paint);
            let again = task.clone();
            (ReaderObserver::new(|_| false, move || again.request(1)), task)
        });
        if painted.is_none() {
            highlight::clear(name);
        }
        move || {
            drop(painted);
            highlight::clear(name);
        }
    });
}

fn paint(dispatcher: &Dispatcher, name: &str, (article, ranges): &Ranges) {
    let state = dispatcher.state();
    let text = state.project().article(article).map(|article| &article.text);
    let Some((root, text)) = dom_text::root_of(article).zip(text) else { return highlight::clear(name) };
    let stretches = ranges.iter().filter_map(|range| dom_text::stretch_of(&root, text, *range));
    highlight::set(name, &stretches.collect::<Vec<_>>());
}
