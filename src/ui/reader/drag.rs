//! A drag with the pointer in a column: follows the pointer and everything that scrolls, and scrolls the column while the pointer is
//! at its upper or lower edge, or beyond.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use crate::ui::dom::frames::on_layout_change;
use crate::ui::dom::scroll::scroller_of;
use crate::web::frame::next_frame;

/// Where the pointer is in the window, in CSS pixels.
pub(super) type Point = (f64, f64);

/// The column scrolls while the pointer is this near to its upper or lower edge, or beyond, in CSS pixels.
const SCROLL_MARGIN: f64 = 12.0;
/// How far the column scrolls in a frame at most, in CSS pixels.
const MAX_STEP: f64 = 60.0;
/// A press with less movement than this is a click, in CSS pixels.
const CLICK_DISTANCE: f64 = 4.0;
/// The class of the page during a drag. What floats over the text then lets the pointer through.
const PAGE_CLASS: &str = "selecting";

thread_local! {
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

struct Drag {
    root: Element,
    pressed_at: Point,
    /// How far the column was scrolled then, in CSS pixels.
    scrolled: i32,
    pointer: Point,
    /// Whether the pointer has moved, or the text under it. Before that, it is a click.
    is_moved: bool,
    is_scrolling: bool,
    follow: Rc<dyn Fn(Point)>,
    lost: Rc<dyn Fn()>,
    _on_layout: [EventListener; 3],
    _on_end: [EventListener; 3],
}

/// Begins a drag in a text. Calls `follow` whenever another place of the text is under the pointer, and `lost` if the button was
/// released and nothing has ended the drag, as when its article was closed.
pub(super) fn begin(root: &Element, pointer: Point, follow: impl Fn(Point) + 'static, lost: impl Fn() + 'static) {
    let window = gloo::utils::window();
    // The handlers of the text come before those of the window.
    let on_end = ["pointerup", "pointercancel", "lostpointercapture"];
    let drag = Drag {
        root: root.clone(),
        pressed_at: pointer,
        scrolled: scroll_top(root),
        pointer,
        is_moved: false,
        is_scrolling: false,
        follow: Rc::new(follow),
        lost: Rc::new(lost),
        _on_end: on_end.map(|event| EventListener::new(&window, event, |_| lose())),
        _on_layout: on_layout_change(|| {
            update(|drag| drag.is_moved |= scroll_top(&drag.root) != drag.scrolled);
            follow_pointer();
        }),
    };
    DRAG.set(Some(drag));
    set_page_class(true);
}

/// The pointer has moved. A click moves it by a few pixels too, unless the movement is meant to be exact.
pub(super) fn move_to(pointer: Point, is_exact: bool) {
    update(|drag| {
        let (across, along) = (pointer.0 - drag.pressed_at.0, pointer.1 - drag.pressed_at.1);
        let click_distance = if is_exact { 1.0 } else { CLICK_DISTANCE };
        drag.pointer = pointer;
        drag.is_moved |= across.hypot(along) >= click_distance;
    });
    follow_pointer();
    scroll_at_edges();
}

/// Ends the drag.
pub(super) fn end() {
    if DRAG.take().is_some() {
        set_page_class(false);
    }
}

/// Ends a drag whose end was missed.
pub(super) fn lose() {
    let lost = DRAG.with_borrow(|drag| drag.as_ref().map(|drag| drag.lost.clone()));
    if let Some(lost) = lost {
        lost();
        end();
    }
}

fn scroll_top(root: &Element) -> i32 {
    scroller_of(root).map_or(0, |scroller| scroller.scroll_top())
}

fn update(change: impl FnOnce(&mut Drag)) {
    DRAG.with_borrow_mut(|drag| drag.as_mut().map(change));
}

/// Also after scrolling, when another text is under the pointer.
fn follow_pointer() {
    let moved = DRAG.with_borrow(|drag| {
        let drag = drag.as_ref().filter(|drag| drag.is_moved)?;
        Some((drag.follow.clone(), drag.pointer))
    });
    if let Some((follow, pointer)) = moved {
        follow(pointer);
    }
}

impl Drag {
    /// How far to scroll in the next frame, in CSS pixels; 0 while the pointer is well inside the column.
    fn scroll_step(&self, scroller: &Element) -> f64 {
        let frame = scroller.get_bounding_client_rect();
        let above = frame.top() + SCROLL_MARGIN - self.pointer.1;
        let below = self.pointer.1 - (frame.bottom() - SCROLL_MARGIN);
        let speed = |distance: f64| (distance / 2.0).clamp(1.0, MAX_STEP);
        match (above > 0.0, below > 0.0) {
            (true, _) => -speed(above),
            (_, true) => speed(below),
            _ => 0.0,
        }
    }
}

/// Scrolls the column for as long as the pointer is at its edge.
fn scroll_at_edges() {
    let step = || {
        DRAG.with_borrow(|drag| {
            let drag = drag.as_ref().filter(|drag| drag.is_moved)?;
            let scroller = scroller_of(&drag.root)?;
            Some((drag.scroll_step(&scroller), scroller)).filter(|(step, _)| *step != 0.0)
        })
    };
    let set_scrolling = |is_scrolling: bool| {
        DRAG.with_borrow_mut(|drag| {
            drag.as_mut().is_some_and(|drag| std::mem::replace(&mut drag.is_scrolling, is_scrolling))
        })
    };
    if step().is_none() || set_scrolling(true) {
        return;
    }
    spawn_local(async move {
        while let Some((step, scroller)) = step() {
            // The scroll event has the pointer followed.
            scroller.set_scroll_top(scroller.scroll_top() + step.round() as i32);
            next_frame().await;
        }
        set_scrolling(false);
    });
}

fn set_page_class(is_dragging: bool) {
    if let Some(page) = gloo::utils::document().document_element() {
        // The class name is valid, so this cannot fail.
        let _ = page.class_list().toggle_with_force(PAGE_CLASS, is_dragging);
    }
}
