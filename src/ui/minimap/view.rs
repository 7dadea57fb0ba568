//! A minimap on the page: when it is drawn, where the text is in it, and what the mouse does.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, MediaQueryList, PointerEvent, ResizeObserver};
use yew::NodeRef;

use super::picture::{Colours, draw};
use crate::app::ByPtr;
use crate::app::minimap::{Cells, Scale, box_at, hit_rows, scroll_top_of, tag_rows};
use crate::model::{AnnotationSet, Article, Schema};
use crate::text::{Text, TextRange};
use crate::ui::dom::events::elements;
use crate::ui::dom::frames::FrameTask;

/// How long the layout has to rest before the text is measured again, in milliseconds: blocks get their height while they are scrolled to.
const PAUSE_MS: u32 = 150;
/// How many blocks are measured at most; positions between them are computed.
const MEASURED: usize = 256;
/// How many frames it takes until blocks that were scrolled to have their real height, which changes that of the text.
const LAYOUTS: u32 = 4;
/// Media queries for other colours.
const COLOURS: [&str; 2] = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];

/// What a minimap shows.
struct Content {
    text: Text,
    schema: ByPtr<Schema>,
    cells: Cells,
    hits: Vec<TextRange>,
}

/// The elements of a minimap.
struct Nodes {
    map: HtmlElement,
    canvas: HtmlCanvasElement,
    seen: HtmlElement,
    scroller: HtmlElement,
}

/// A minimap on the page.
pub(super) struct View {
    nodes: Nodes,
    content: RefCell<Option<Content>>,
    /// Where the text was when it was last measured.
    scale: RefCell<Option<Scale>>,
    /// How far from the middle of the box the mouse holds it, while it does.
    grip: Cell<Option<f64>>,
    /// Where the mouse has dragged the middle of the box to.
    aim: Cell<f64>,
    tasks: RefCell<Option<Tasks>>,
    measuring: RefCell<Option<Timeout>>,
}

/// What has the minimap drawn again.
struct Tasks {
    draw: FrameTask,
    place: FrameTask,
    aim: FrameTask,
    observer: ResizeObserver,
    _on_size: Closure<dyn FnMut()>,
    _listeners: Vec<EventListener>,
}

impl Drop for Tasks {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl View {
    /// The minimap of these elements, if they are in a column.
    pub(super) fn of([map, canvas, seen]: [NodeRef; 3]) -> Option<Rc<Self>> {
        let map = map.cast::<HtmlElement>()?;
        let scroller = map.parent_element()?.query_selector(".scroller").ok().flatten()?.dyn_into().ok()?;
        let nodes = Nodes { map, canvas: canvas.cast()?, seen: seen.cast()?, scroller };
        let (content, scale, tasks, measuring) = Default::default();
        let (grip, aim) = Default::default();
        let view = Rc::new(Self { nodes, content, scale, grip, aim, tasks, measuring });
        *view.tasks.borrow_mut() = Tasks::of(&view);
        Some(view)
    }

    /// Shows other content, in the frame after the one in which the text is painted.
    pub(super) fn show(
        &self,
        article: &ByPtr<Article>,
        tags: &AnnotationSet,
        schema: &ByPtr<Schema>,
        hits: Vec<TextRange>,
    ) {
        let mut content = self.content.borrow_mut();
        let is_same = |old: &Content| old.text == article.text && old.schema == *schema;
        let cells = match content.take().filter(is_same) {
            Some(old) => old.cells,
            None => Cells::new(article.text.len(), schema.labels.iter().map(|label| label.id.clone()).collect()),
        };
        let (text, schema) = (article.text.clone(), schema.clone());
        let mut new = Content { text, schema, cells, hits };
        new.cells.update(tags);
        *content = Some(new);
        drop(content);
        self.request(|tasks| &tasks.draw);
        self.request(|tasks| &tasks.place);
    }

    fn request(&self, task: fn(&Tasks) -> &FrameTask) {
        if let Some(tasks) = &*self.tasks.borrow() {
            task(tasks).request(1);
        }
    }

    /// Has the text measured again when the layout rests.
    fn measure_later(self: &Rc<Self>) {
        let view = Rc::downgrade(self);
        let timeout = Timeout::new(PAUSE_MS, move || {
            if let Some(view) = view.upgrade() {
                view.scale.take();
                view.draw();
                view.place();
            }
        });
        *self.measuring.borrow_mut() = Some(timeout);
    }

    fn draw(&self) {
        let Nodes { map, canvas, .. } = &self.nodes;
        let ratio = gloo::utils::window().device_pixel_ratio();
        let pixels = |length: i32| (f64::from(length) * ratio).round() as usize;
        let (width, height) = (pixels(map.client_width()), pixels(map.client_height()));
        let content = self.content.borrow();
        let Some(Content { text, schema, cells, hits }) = content.as_ref().filter(|_| width > 0 && height > 0) else {
            return;
        };
        let mut scale = self.scale.borrow_mut();
        let scale = scale.get_or_insert_with(|| self.measure(text));
        let (tags, hits) = (tag_rows(cells, scale, height), hit_rows(hits, scale, height));
        draw(canvas, width, &tags, &hits, &Colours::of(schema, canvas));
    }

    /// Where the text is, in what can be scrolled.
    fn measure(&self, text: &Text) -> Scale {
        let scroller = &self.nodes.scroller;
        let origin = scroller.get_bounding_client_rect().top() - f64::from(scroller.scroll_top());
        let blocks = elements(scroller, "[data-block]");
        let every = blocks.len().div_ceil(MEASURED).max(1);
        let measured = text.blocks().iter().zip(&blocks).enumerate();
        let measured = measured.filter(|(i, _)| i % every == 0 || i + 1 == blocks.len()).map(|(_, (&range, block))| {
            let rect = block.get_bounding_client_rect();
            (range, rect.top() - origin, rect.bottom() - origin)
        });
        Scale::new(measured, f64::from(scroller.scroll_height()))
    }

    /// Places the box over the part that is seen.
    fn place(&self) {
        let (scroll_top, seen, all, map) = self.lengths();
        let (top, height) = box_at(scroll_top, seen, all, map);
        let style = self.nodes.seen.style();
        // Both are properties of every browser.
        let _ = style.set_property("transform", &format!("translateY({top:.2}px)"));
        let _ = style.set_property("block-size", &format!("{height:.2}px"));
    }

    /// Where the column is scrolled to, its height, the height of all that can be scrolled, and that of the map.
    fn lengths(&self) -> (f64, f64, f64, f64) {
        let Nodes { map, scroller, .. } = &self.nodes;
        let top = f64::from(scroller.scroll_top());
        (top, scroller.client_height().into(), scroller.scroll_height().into(), map.client_height().into())
    }

    /// The mouse is pressed: beside the box, its middle goes there; then it is held.
    pub(super) fn press(self: &Rc<Self>, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        // Nothing is selected, and what has the focus keeps it.
        event.prevent_default();
        let (scroll_top, seen, all, map) = self.lengths();
        let (top, height) = box_at(scroll_top, seen, all, map);
        let away = self.y_of(event) - top - height / 2.0;
        self.grip.set(Some(if away.abs() <= height / 2.0 { away } else { 0.0 }));
        // Without the capture, dragging ends at the edge.
        let _ = self.nodes.map.set_pointer_capture(event.pointer_id());
        self.drag(event);
    }

    pub(super) fn drag(self: &Rc<Self>, event: &PointerEvent) {
        let Some(grip) = self.grip.get() else { return };
        self.aim.set(self.y_of(event) - grip);
        self.scroll_to_aim();
        if let Some(tasks) = &*self.tasks.borrow() {
            tasks.aim.request(LAYOUTS);
        }
    }

    /// Scrolls so that the middle of the box is where the mouse has dragged it to.
    fn scroll_to_aim(&self) {
        let (_, seen, all, map) = self.lengths();
        self.nodes.scroller.set_scroll_top(scroll_top_of(self.aim.get(), seen, all, map).round() as i32);
    }

    pub(super) fn release(self: &Rc<Self>, _: &PointerEvent) {
        self.grip.set(None);
    }

    fn y_of(&self, event: &PointerEvent) -> f64 {
        f64::from(event.client_y()) - self.nodes.map.get_bounding_client_rect().top()
    }
}

impl Tasks {
    fn of(view: &Rc<View>) -> Option<Self> {
        let task = |act: fn(&View)| {
            let view = Rc::downgrade(view);
            FrameTask::new(move || {
                if let Some(view) = view.upgrade() {
                    act(&view);
                }
            })
        };
        let (draw, place, aim) = (task(View::draw), task(View::place), task(View::scroll_to_aim));
        let on_scroll = place.clone();
        let mut listeners = vec![EventListener::new(&view.nodes.scroller, "scroll", move |_| on_scroll.request(1))];
        for query in COLOURS.into_iter().filter_map(media_query) {
            let draw = draw.clone();
            listeners.push(EventListener::new(&query, "change", move |_| draw.request(1)));
        }
        let (resized, on_place) = (Rc::downgrade(view), place.clone());
        let on_size = Closure::<dyn FnMut()>::new(move || {
            on_place.request(1);
            if let Some(view) = resized.upgrade() {
                view.measure_later();
            }
        });
        let observer = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
        observer.observe(&view.nodes.map);
        let page: Option<Element> = view.nodes.scroller.first_element_child();
        page.iter().for_each(|page| observer.observe(page));
        Some(Self { draw, place, aim, observer, _on_size: on_size, _listeners: listeners })
    }
}

fn media_query(query: &str) -> Option<MediaQueryList> {
    gloo::utils::window().match_media(query).ok().flatten()
}
