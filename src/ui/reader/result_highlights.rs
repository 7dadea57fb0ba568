//! Highlights of search results, and boxes of occurrences, in the text, as far as they are near the window.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::Element;
use yew::prelude::*;

use super::occurrence_boxes::{self, Boxes};
use crate::analysis::{Occurrence, Place};
use crate::app::{ByPtr, Dispatcher, State};
use crate::model::ArticleId;
use crate::order::first_index;
use crate::text::{Text, TextRange};
use crate::ui::dom::frames::{FrameTask, on_layout_change};
use crate::ui::dom::mutations::ReaderObserver;
use crate::ui::dom::scroll::scroller_of;
use crate::web::{dom_text, highlight};

/// The names of the highlights in the style sheet.
const ALL: &str = "search";
const CURRENT: &str = "search-current";
/// More than this nobody can tell apart.
const MAX_HIGHLIGHTS: usize = 3_000;
/// The event of a block that is laid out because it comes near, or not any more.
const BLOCK_LAID_OUT: &str = "contentvisibilityautostatechange";
/// How far outside its column a block still has highlights, in CSS pixels.
const MARGIN: f64 = 300.0;

#[derive(Clone, PartialEq)]
enum Results {
    Nothing,
    Search(ByPtr<Vec<Place>>),
    Occurrences(ByPtr<Vec<Occurrence>>),
}

/// The results that are highlighted.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct ShownResults {
    results: Results,
    /// The one that stands out, by its index.
    current: Option<usize>,
}

impl ShownResults {
    /// The list of occurrences comes before the search that it was opened from.
    pub(in crate::ui) fn of(state: &State) -> Self {
        match &state.occurrences {
            Some(list) => Self { results: Results::Occurrences(list.all.clone()), current: list.current },
            None if state.search.places.is_empty() => Self { results: Results::Nothing, current: None },
            None => {
                Self { results: Results::Search(ByPtr(state.search.places.clone())), current: state.search.current }
            }
        }
    }

    fn places(&self) -> Vec<&Place> {
        match &self.results {
            Results::Nothing => Vec::new(),
            Results::Search(places) => places.iter().collect(),
            Results::Occurrences(list) => list.iter().map(|one| &one.place).collect(),
        }
    }
}

/// Highlights the results in the text.
#[hook]
pub(in crate::ui) fn use_result_highlights(dispatcher: &Dispatcher, results: &ShownResults) {
    let dispatcher = dispatcher.clone();
    use_effect_with(results.clone(), move |props| {
        let places = props.places();
        let current = props.current.and_then(|at| places.get(at)).map(|place| (*place).clone());
        let of_article = |group: &[&Place]| (group[0].article.clone(), group.iter().map(|place| place.range).collect());
        let groups: Vec<Group> = places.chunk_by(|a, b| a.article == b.article).map(of_article).collect();
        let is_behind_dialog = matches!(props.results, Results::Occurrences(_));
        let paint: Paint = if is_behind_dialog { draw_boxes } else { set_highlights };
        let painter = (!groups.is_empty()).then(|| Painter::new(dispatcher, groups, current, paint));
        if painter.is_none() || is_behind_dialog {
            highlight::clear(ALL);
            highlight::clear(CURRENT);
        }
        move || {
            drop(painter);
            occurrence_boxes::clear();
        }
    });
}

/// The places in one article, in order.
pub(in crate::ui) type Group = (ArticleId, Vec<TextRange>);
/// The text of an article near the window, with its places there, each with whether it is the current one.
pub(in crate::ui) type Shown = (Element, Text, Vec<(TextRange, bool)>);
type Paint = fn(&[Shown]);

/// Paints again whenever the text is scrolled or laid out, or tags have changed the elements that contain it.
pub(in crate::ui) struct Painter {
    _observer: ReaderObserver,
    _listeners: [EventListener; 4],
    _task: FrameTask,
}

impl Painter {
    /// Paints places, which are in order in each article.
    pub(in crate::ui) fn new(dispatcher: Dispatcher, groups: Vec<Group>, current: Option<Place>, paint: Paint) -> Self {
        let groups = Rc::new(groups);
        let task = FrameTask::new(move || paint(&shown(&dispatcher.state(), &groups, current.as_ref())));
        task.request(1);
        let (on_layout, on_block, on_change) = (task.clone(), task.clone(), task.clone());
        let [on_scroll, on_resize, on_panels] = on_layout_change(move || on_layout.request(1));
        // A block that comes near is laid out after the frame in which it was scrolled to.
        let capture = EventListenerOptions::run_in_capture_phase();
        let laid_out = EventListener::new_with_options(&gloo::utils::window(), BLOCK_LAID_OUT, capture, move |_| {
            on_block.request(1);
        });
        let observer = ReaderObserver::new(occurrence_boxes::is_drawing, move || on_change.request(1));
        Self { _observer: observer, _listeners: [on_scroll, on_resize, on_panels, laid_out], _task: task }
    }
}

/// The places near the window.
fn shown(state: &State, groups: &[Group], current: Option<&Place>) -> Vec<Shown> {
    let mut room = MAX_HIGHLIGHTS;
    let of_article = |(id, ranges): &Group| {
        let (root, article) = (dom_text::root_of(id)?, state.project().article(id)?);
        let mut near = Vec::new();
        for block in near_blocks(&root, &article.text) {
            let from = ranges.partition_point(|range| range.end() <= block.start());
            let here = ranges[from..]
                .iter()
                .take_while(|range| range.start() < block.end())
                .take(room.saturating_sub(near.len()));
            near.extend(
                here.map(|&range| (range, current.is_some_and(|place| &place.article == id && place.range == range))),
            );
        }
        room = room.saturating_sub(near.len());
        Some((root, article.text.clone(), near))
    };
    groups.iter().filter_map(of_article).collect()
}

fn set_highlights(shown: &[Shown]) {
    let (mut all, mut strong) = (Vec::new(), Vec::new());
    for (root, text, ranges) in shown {
        for &(range, is_current) in ranges {
            let painted = if is_current { &mut strong } else { &mut all };
            painted.extend(dom_text::stretch_of(root, text, range));
        }
    }
    highlight::set(ALL, &all);
    highlight::set(CURRENT, &strong);
}

fn draw_boxes(shown: &[Shown]) {
    let boxes: Vec<Boxes> =
        shown.iter().filter_map(|(root, text, ranges)| Boxes::measure(root, text, ranges)).collect();
    for boxes in boxes {
        boxes.draw();
    }
}

/// The blocks near the column, which are looked for and not measured one by one.
fn near_blocks(root: &Element, text: &Text) -> Vec<TextRange> {
    let Some(frame) = scroller_of(root).map(|scroller| scroller.get_bounding_client_rect()) else { return Vec::new() };
    let (top, bottom) = (frame.top() - MARGIN, frame.bottom() + MARGIN);
    let blocks = root.children();
    let rect = |at: usize| blocks.item(at as u32).map(|block| block.get_bounding_client_rect());
    let first = first_index(text.blocks().len(), |at| rect(at).is_none_or(|rect| rect.bottom() > top));
    let near = (first..).map_while(rect).take_while(|rect| rect.top() < bottom).count();
    text.blocks()[first..].iter().take(near).copied().collect()
}
