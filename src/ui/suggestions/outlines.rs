//! Outlines of suggestions in the text, as far as they are near the window. They change no layout.

use yew::prelude::*;

use crate::analysis::suggestions::SuggestionKind;
use crate::app::{ByPtr, Dispatcher, State, SuggestionList};
use crate::model::{ArticleId, Project};
use crate::text::TextRange;
use crate::ui::reader::{Group, Painter, Shown};
use crate::web::{dom_text, highlight};

/// The names of the highlights in the style sheet: short places, and whole sentences.
const NAMES: &str = "suggestion";
const PASSAGES: &str = "suggestion-passage";

/// Outlines the open suggestions.
#[hook]
pub(in crate::ui) fn use_suggestion_outlines(dispatcher: &Dispatcher, state: &State) {
    let dispatcher = dispatcher.clone();
    let outlined = state.suggestions.outlined().cloned();
    use_effect_with(outlined, move |list| {
        let painters = list.as_ref().map(|list| {
            let state = dispatcher.state();
            let painter = |passages: bool, paint: fn(&[Shown])| {
                let groups = places(state.project(), list, passages);
                Painter::new(dispatcher.clone(), groups, None, paint)
            };
            [painter(false, |shown| paint(NAMES, shown)), painter(true, |shown| paint(PASSAGES, shown))]
        });
        move || {
            drop(painters);
            highlight::clear(NAMES);
            highlight::clear(PASSAGES);
        }
    });
}

/// The places of suggestions in each article, without those that are tagged.
fn places(project: &Project, list: &ByPtr<SuggestionList>, passages: bool) -> Vec<Group> {
    let is_short = |kind| matches!(kind, SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Number);
    let chosen =
        list.open.iter().filter(|one| is_short(one.kind) != passages && one.kind != SuggestionKind::SameEntity);
    let mut spans: Vec<(&ArticleId, TextRange)> = chosen
        .flat_map(|one| &one.spans)
        .filter(|span| span.annotation.is_none())
        .map(|span| (&span.article, span.range))
        .collect();
    crate::order::sort(&mut spans);
    let in_article = |group: &[(&ArticleId, TextRange)]| {
        (group[0].0.clone(), TextRange::merged(group.iter().map(|(_, range)| *range)))
    };
    let groups = spans.chunk_by(|a, b| a.0 == b.0).map(in_article);
    groups.filter(|(article, _)| project.article(article).is_some()).collect()
}

fn paint(name: &str, shown: &[Shown]) {
    let stretches = shown.iter().flat_map(|(root, text, ranges)| {
        ranges.iter().filter_map(|&(range, _)| dom_text::stretch_of(root, text, range))
    });
    highlight::set(name, &stretches.collect::<Vec<_>>());
}
