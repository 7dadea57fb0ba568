//! Paints places over the text without touching it, as far as they are near the window.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, MutationObserver, MutationObserverInit};
use yew::prelude::*;

use crate::analysis::{Occurrence, Place};
use crate::model::ArticleId;
use crate::text::{Text, TextRange};
use crate::ui::reader;
use crate::ui::shared::{Shared, use_store};
use crate::ui::store::{State, Store};
use crate::web::dom_text;
use crate::web::frame::next_frame;
use crate::web::highlight::{self, Stretch};

/// The names under which the style sheet knows what is painted.
const ALL: &str = "search";
const CURRENT: &str = "search-current";
/// More than this nobody can tell apart.
const MOST: usize = 3_000;
/// How far outside its column a block is painted still, in pixels.
const MARGIN: f64 = 300.0;

#[derive(Clone, PartialEq)]
enum Painted {
    Nothing,
    Found(Shared<Vec<Place>>),
    Listed(Shared<Vec<Occurrence>>),
}

/// What is painted now, and which of it stands out.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct PainterProps {
    painted: Painted,
    current: Option<usize>,
}

impl PainterProps {
    /// The list of occurrences goes before the search that it came from.
    pub(in crate::ui) fn of(state: &State) -> Self {
        match &state.occurrences {
            Some(list) => Self {
                painted: Painted::Listed(Shared(list.all.clone())),
                current: (list.looks > 0).then_some(list.looked_at),
            },
            None if state.search.places.is_empty() => Self { painted: Painted::Nothing, current: None },
            None => {
                Self { painted: Painted::Found(Shared(state.search.places.clone())), current: state.search.current }
            }
        }
    }

    fn places(&self) -> Vec<&Place> {
        match &self.painted {
            Painted::Nothing => Vec::new(),
            Painted::Found(places) => places.iter().collect(),
            Painted::Listed(list) => list.iter().map(|one| &one.place).collect(),
        }
    }
}

/// Draws nothing of its own.
#[component]
pub(in crate::ui) fn Painter(props: &PainterProps) -> Html {
    let store = use_store();
    use_effect_with(props.clone(), move |props| {
        let places = props.places();
        let current = props.current.and_then(|at| places.get(at)).map(|place| (*place).clone());
        let of_article = |group: &[&Place]| (group[0].article.clone(), group.iter().map(|place| place.range).collect());
        let groups: Vec<Group> = places.chunk_by(|a, b| a.article == b.article).map(of_article).collect();
        let watch = (!groups.is_empty() && highlight::supported()).then(|| Watch::new(store, groups, current));
        if watch.is_none() {
            highlight::clear(ALL);
            highlight::clear(CURRENT);
        }
        move || drop(watch)
    });
    html! {}
}

type Group = (ArticleId, Vec<TextRange>);

/// Paints again whenever the text was scrolled, or tags have changed the elements that hold it.
struct Watch {
    observer: Option<MutationObserver>,
    // Kept for as long as the browser may call them.
    _changed: Closure<dyn Fn(JsValue)>,
    _listeners: [EventListener; 2],
}

impl Watch {
    fn new(store: Store, groups: Vec<Group>, current: Option<Place>) -> Self {
        let waiting = Rc::new(Cell::new(false));
        let groups = Rc::new(groups);
        // At most once a frame.
        let soon = Rc::new(move || {
            if waiting.replace(true) {
                return;
            }
            let (store, groups, current, waiting) = (store.clone(), groups.clone(), current.clone(), waiting.clone());
            spawn_local(async move {
                next_frame().await;
                waiting.set(false);
                // What was asked for may be over by now.
                if Rc::strong_count(&groups) > 1 {
                    paint(&store, &groups, current.as_ref());
                }
            });
        });
        soon();
        let (on_scroll, on_resize, on_change) = (soon.clone(), soon.clone(), soon);
        let window = gloo::utils::window();
        let capture = EventListenerOptions::run_in_capture_phase();
        let listeners = [
            EventListener::new_with_options(&window, "scroll", capture, move |_| on_scroll()),
            EventListener::new(&window, "resize", move |_| on_resize()),
        ];
        let changed = Closure::<dyn Fn(JsValue)>::new(move |_| on_change());
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok();
        let desk = gloo::utils::document().query_selector(".reader").ok().flatten();
        if let (Some(observer), Some(desk)) = (&observer, desk) {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_subtree(true);
            // Refused only where nothing would be observed.
            let _ = observer.observe_with_options(&desk, &options);
        }
        Self { observer, _changed: changed, _listeners: listeners }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn paint(store: &Store, groups: &[Group], current: Option<&Place>) {
    let state = store.state();
    let (mut all, mut strong) = (Vec::new(), Vec::new());
    for (id, ranges) in groups {
        let (Some(root), Some(article)) = (reader::root_of(id), state.project().article(id)) else { continue };
        let text = &article.text;
        for block in near_blocks(&root, text) {
            let from = ranges.partition_point(|range| range.end() <= block.start());
            for &range in ranges[from..].iter().take_while(|range| range.start() < block.end()) {
                let is_current = current.is_some_and(|place| &place.article == id && place.range == range);
                let painted = if is_current { &mut strong } else { &mut all };
                if painted.len() < MOST {
                    painted.extend(stretch(&root, text, range));
                }
            }
        }
    }
    highlight::set(ALL, &all);
    highlight::set(CURRENT, &strong);
}

fn stretch(root: &Element, text: &Text, range: TextRange) -> Option<Stretch> {
    let (start, from) = dom_text::point_of(root, text, range.start(), true)?;
    let (end, to) = dom_text::point_of(root, text, range.end(), false)?;
    Some((start, from, end, to))
}

fn near_blocks(root: &Element, text: &Text) -> Vec<TextRange> {
    let Some(frame) = root.closest(".scroller").ok().flatten().map(|it| it.get_bounding_client_rect()) else {
        return Vec::new();
    };
    let elements = root.children();
    let is_near = |i: usize| {
        let rect = elements.item(i as u32).map(|block| block.get_bounding_client_rect());
        rect.is_some_and(|rect| rect.bottom() > frame.top() - MARGIN && rect.top() < frame.bottom() + MARGIN)
    };
    text.blocks().iter().enumerate().filter(|(i, _)| is_near(*i)).map(|(_, &block)| block).collect()
}
