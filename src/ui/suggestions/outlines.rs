//! Outlines of suggestions in the text, as far as they are near the window. They change no layout.

use yew::prelude::*;

use crate::analysis::suggestions::SuggestionList;
use crate::app::{ByPtr, Dispatcher, Outline, outlined_parts};
use crate::model::ArticleId;
use crate::ui::reader::{Painter, Shown};
use crate::web::{dom_text, highlight};

/// The names of the highlights in the style sheet.
const WORDS: &str = "suggestion";
const SIGNS: &str = "suggestion-sign";

/// Outlines the open suggestions in the articles that are shown.
#[hook]
pub(in crate::ui) fn use_suggestion_outlines(
    dispatcher: &Dispatcher,
    outlined: Option<&ByPtr<SuggestionList>>,
    shown: &[ArticleId],
) {
    let dispatcher = dispatcher.clone();
    use_effect_with((outlined.cloned(), shown.to_vec()), move |(list, articles)| {
        let painters = list.as_ref().map(|list| {
            let state = dispatcher.state();
            let painter = |outline: Outline, paint: fn(&[Shown])| {
                let groups = outlined_parts(state.project(), list, outline, articles);
                Painter::new(dispatcher.clone(), groups, None, paint)
            };
            [painter(Outline::Words, |shown| paint(WORDS, shown)), painter(Outline::Sign, |shown| paint(SIGNS, shown))]
        });
        move || {
            drop(painters);
            highlight::clear(WORDS);
            highlight::clear(SIGNS);
        }
    });
}

fn paint(name: &str, shown: &[Shown]) {
    let stretches = shown.iter().flat_map(|(root, text, ranges)| {
        ranges.iter().filter_map(|&(range, _)| dom_text::stretch_of(root, text, range))
    });
    highlight::set(name, &stretches.collect::<Vec<_>>());
}
