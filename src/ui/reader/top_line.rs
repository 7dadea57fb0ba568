//! Keeps the line at the top of a column where it is: while the width of the column or the size of the font changes, and with it where
//! lines break; while the article is not shown; and until the next visit.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::app::{ByPtr, Dispatcher, ScrollPosition, ViewAction};
use crate::model::Article;
use crate::order::first_index;
use crate::text::{ByteOffset, Text, TextRange};
use crate::ui::dom::scroll::{keep_position, scroller_of};
use crate::web::dom_text;

/// How long scrolling has to rest before the top line is looked for, which has the text there laid out; in milliseconds.
const REST_MS: u32 = 40;
/// How much longer it has to rest before its position is remembered, in milliseconds.
const SCROLL_PAUSE_MS: u32 = 80;

/// What decides where lines break: the width of the text, and the size of its font, as the size of an element in its font.
type Measures = (i32, f64, f64);

/// Scrolls a text to where it was, and keeps its top line for as long as it is mounted. `measure` is an element of a size that
/// depends on the font only.
#[hook]
pub(super) fn use_kept_top_line(dispatcher: &Dispatcher, article: &ByPtr<Article>, root: &NodeRef, measure: &NodeRef) {
    let (dispatcher, article, root, measure) = (dispatcher.clone(), article.clone(), root.clone(), measure.clone());
    use_effect_with((), move |()| {
        let nodes = root.cast::<Element>().zip(measure.cast::<Element>());
        let watched = nodes.and_then(|(root, measure)| watch(dispatcher, article, root, measure));
        move || drop(watched)
    });
}

/// What watches a text; dropping it ends that.
struct Watch {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut()>,
    _listeners: [EventListener; 2],
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

struct TopLine {
    dispatcher: Dispatcher,
    article: ByPtr<Article>,
    root: Element,
    scroller: HtmlElement,
    measure: Element,
    measures: Cell<Measures>,
    /// The line that is kept; `None` before anything was scrolled.
    line: Cell<Option<ScrollPosition>>,
    /// How many times the line is being scrolled to.
    keeping: Cell<u32>,
    /// Where the column was scrolled to so that the line stays. Scrolling there is no movement of the user's.
    kept_at: Cell<Option<i32>>,
    waiting: RefCell<Option<Timeout>>,
    /// Whether the column was scrolled since the line was found.
    is_moved: Cell<bool>,
}

fn watch(dispatcher: Dispatcher, article: ByPtr<Article>, root: Element, measure: Element) -> Option<Watch> {
    let scroller = scroller_of(&root)?;
    let line = dispatcher.state().view.scroll.get(&article.id).copied();
    let (measures, line) = (Cell::new(measures(&root, &measure)), Cell::new(line));
    let (keeping, kept_at, waiting, is_moved) = Default::default();
    let top =
        TopLine { dispatcher, article, root, scroller, measure, measures, line, keeping, kept_at, waiting, is_moved };
    let top = Rc::new(top);
    top.keep();
    let (on_scroll, on_hide, on_resize) = (top.clone(), top.clone(), top.clone());
    let listeners = [
        EventListener::new(&top.scroller, "scroll", move |_| on_scroll.scrolled()),
        // How the project is looked at is stored after this event, on "visibilitychange".
        EventListener::new(&gloo::utils::window(), "pagehide", move |_| on_hide.remember_now()),
    ];
    let on_resize = Closure::<dyn FnMut()>::new(move || on_resize.resized());
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
    observer.observe(&top.root);
    observer.observe(&top.measure);
    Some(Watch { observer, _on_resize: on_resize, _listeners: listeners })
}

fn measures(root: &Element, measure: &Element) -> Measures {
    let font = measure.get_bounding_client_rect();
    (root.client_width(), font.width(), font.height())
}

impl TopLine {
    fn resized(self: &Rc<Self>) {
        let now = measures(&self.root, &self.measure);
        if self.measures.replace(now) != now {
            // Which line was on top before is no longer known.
            self.find();
            self.keep();
        }
    }

    fn keep(self: &Rc<Self>) {
        let Some(line) = self.line.get() else { return };
        let this = self.clone();
        this.keeping.set(this.keeping.get() + 1);
        spawn_local(async move {
            let set = |top| this.kept_at.set(Some(top));
            keep_position(&this.root, &this.article.text, line, set).await;
            this.keeping.set(this.keeping.get() - 1);
        });
    }

    fn scrolled(self: &Rc<Self>) {
        let at = self.scroller.scroll_top();
        // A scroll event that comes with another width, or from keeping the line, is no movement of the user's.
        let is_resized = measures(&self.root, &self.measure) != self.measures.get();
        if is_resized || self.keeping.get() > 0 || self.kept_at.get() == Some(at) {
            return;
        }
        self.kept_at.set(None);
        self.is_moved.set(true);
        let this = self.clone();
        self.waiting.replace(Some(Timeout::new(REST_MS, move || this.rested())));
    }

    fn rested(self: &Rc<Self>) {
        self.find();
        let this = self.clone();
        self.waiting.replace(Some(Timeout::new(SCROLL_PAUSE_MS, move || this.remember())));
    }

    /// Finds the line at the top, if the column was scrolled since.
    fn find(&self) {
        if self.is_moved.take()
            && let Some(line) = line_at_top(&self.root, &self.scroller, &self.article.text)
        {
            self.line.set(Some(line));
        }
    }

    fn remember(&self) {
        if let Some(line) = self.line.get() {
            self.dispatcher.dispatch(ViewAction::Scrolled(self.article.id.clone(), line));
        }
    }

    /// Remembers what was scrolled just now.
    fn remember_now(&self) {
        if self.waiting.take().is_some() {
            self.find();
            self.remember();
        }
    }
}

/// The first line that is seen, also in part.
fn line_at_top(root: &Element, scroller: &Element, text: &Text) -> Option<ScrollPosition> {
    let edge = scroller.get_bounding_client_rect().top();
    let block = first_index(text.blocks().len(), |at| {
        root.children().item(at as u32).is_none_or(|block| block.get_bounding_client_rect().bottom() > edge)
    });
    let position = first_below(root, text, *text.blocks().get(block)?, edge);
    let rect = dom_text::caret_rect(root, text, position, false)?;
    Some(ScrollPosition { position, pixels: rect.top - edge })
}

/// The first position in a block whose line ends below a height of the window, in CSS pixels.
fn first_below(root: &Element, text: &Text, block: TextRange, edge: f64) -> ByteOffset {
    let at = |at| text.floor_grapheme(ByteOffset::from_index(at));
    let is_below =
        |position| dom_text::caret_rect(root, text, position, false).is_none_or(|rect| rect.bottom > edge + 1.0);
    let start = block.start().index();
    let found = first_index(block.end().index() - start, |index| is_below(at(start + index)));
    // Inside of a grapheme cluster, the position is that of its start.
    let found = ByteOffset::from_index(start + found);
    if text.is_grapheme_boundary(found) { found } else { text.next_grapheme(at(found.index())) }
}
