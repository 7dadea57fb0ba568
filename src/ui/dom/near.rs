//! Which children of an element are near what can be seen of it: only these are rendered in full.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DomRect, Element, ResizeObserver};
use yew::prelude::*;

use super::paced::Paced;
use super::scroll::scroller_of;
use crate::web::frame::next_frame;

/// How far from what is seen a child still counts as near, in CSS pixels.
const MARGIN: f64 = 1000.0;

/// The numbers, in order, of the children to render in full: those that are near, one more in each frame.
///
/// Watches what is seen of `root`. Its children are below one another; they are looked up and not observed, because observing
/// thousands takes the browser milliseconds in every frame. The first ones count as near before anything was
/// seen, so that a short content never jumps. `identity` is of what the children are: when it or their count changes, they are
/// looked up again.
#[hook]
pub(in crate::ui) fn use_near_children<T: PartialEq + 'static>(
    root: &NodeRef,
    identity: T,
    count: usize,
    first: usize,
) -> Rc<Vec<usize>> {
    let shown = use_state_eq(|| Rc::new((0..count.min(first)).collect::<Vec<_>>()));
    let (root, setter) = (root.clone(), shown.setter());
    use_effect_with((identity, count), move |_| {
        let root = root.cast::<Element>().filter(|_| count > first);
        let watch = root.and_then(|root| Watch::new(root, first, setter));
        move || drop(watch)
    });
    (*shown).clone()
}

/// Watches what is seen of the children; dropping it ends that.
struct Watch {
    sizes: ResizeObserver,
    _on_size: Closure<dyn Fn()>,
    _on_scroll: EventListener,
    _frames: Rc<Frames>,
}

impl Watch {
    fn new(root: Element, first: usize, shown: UseStateSetter<Rc<Vec<usize>>>) -> Option<Self> {
        let document = gloo::utils::document();
        let watched = [Some(root.clone()), scroller_of(&root).map(Into::into), document.document_element()];
        let paced = RefCell::new(Paced::new(first));
        let frames = Rc::new(Frames { root, paced, shown, are_requested: Cell::default() });
        // In narrow windows it is another element that scrolls.
        let on_scroll =
            EventListener::new_with_options(&document, "scroll", EventListenerOptions::run_in_capture_phase(), {
                let frames = frames.clone();
                move |_| frames.look()
            });
        let on_size = Closure::<dyn Fn()>::new({
            let frames = frames.clone();
            move || frames.look()
        });
        let sizes = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok()?;
        watched.into_iter().flatten().for_each(|element| sizes.observe(&element));
        Some(Self { sizes, _on_size: on_size, _on_scroll: on_scroll, _frames: frames })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.sizes.disconnect();
    }
}

/// What is done in the next frames.
struct Frames {
    root: Element,
    paced: RefCell<Paced>,
    shown: UseStateSetter<Rc<Vec<usize>>>,
    are_requested: Cell<bool>,
}

impl Frames {
    /// Finds out which children are near now.
    fn look(self: &Rc<Self>) {
        let Some(near) = near_children(&self.root) else { return };
        self.paced.borrow_mut().move_to(near);
        self.request();
    }

    /// Goes on in each of the next frames until all near children are rendered in full.
    fn request(self: &Rc<Self>) {
        if self.are_requested.replace(true) {
            return;
        }
        let frames = Rc::downgrade(self);
        spawn_local(async move {
            loop {
                next_frame().await;
                // The children may be gone.
                let Some(frames) = frames.upgrade() else { return };
                let mut paced = frames.paced.borrow_mut();
                if paced.step() {
                    frames.shown.set(Rc::new(paced.full().to_vec()));
                }
                if paced.is_settled() {
                    return frames.are_requested.set(false);
                }
            }
        });
    }
}

/// The children that are near; `None` while nothing of them is laid out.
fn near_children(root: &Element) -> Option<Range<usize>> {
    let text = root.get_bounding_client_rect();
    let scroller = scroller_of(root)?.get_bounding_client_rect();
    let height = gloo::utils::window().inner_height().ok()?.as_f64()?;
    let (top, bottom) = (scroller.top().max(0.0) - MARGIN, scroller.bottom().min(height) + MARGIN);
    let children = root.children();
    let before = |from: usize, is_before: &dyn Fn(&DomRect) -> bool| {
        let (mut from, mut to) = (from, children.length() as usize);
        while from < to {
            let middle = from.midpoint(to);
            let child = children.item(middle as u32)?;
            if is_before(&child.get_bounding_client_rect()) { from = middle + 1 } else { to = middle }
        }
        Some(from)
    };
    let first = before(0, &|child| child.bottom() < top)?;
    let end = before(first, &|child| child.top() <= bottom)?;
    (text.height() > 0.0).then_some(first..end)
}
