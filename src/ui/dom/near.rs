//! Which children of an element are near what can be seen of it: only these are rendered in full.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use super::paced::Paced;
use crate::web::frame::next_frame;

/// How far outside of the scroller a child still counts as near.
const MARGIN: &str = "1000px 0px";
/// The attribute of a child that has its number.
pub(in crate::ui) const NUMBER: &str = "data-block";

/// The numbers, in order, of the children to render in full: those that are near, one more in each frame.
///
/// Observes the children of `root` inside the nearest element around it that scrolls. The first ones count as near before anything was
/// observed, so that a short content never jumps. `identity` is of what the children are: when it or their count changes, they are
/// observed again.
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
        let watch = root.and_then(|root| Watch::new(&root, first, setter));
        move || drop(watch)
    });
    (*shown).clone()
}

/// Watches the children; dropping it ends that.
struct Watch {
    observer: IntersectionObserver,
    _on_change: Closure<dyn Fn(js_sys::Array)>,
    _frames: Rc<Frames>,
}

impl Watch {
    fn new(root: &Element, first: usize, shown: UseStateSetter<Rc<Vec<usize>>>) -> Option<Self> {
        let frames = Rc::new(Frames { paced: RefCell::new(Paced::new(first)), shown, are_requested: Cell::default() });
        let on_change = Closure::<dyn Fn(js_sys::Array)>::new({
            let frames = frames.clone();
            move |entries: js_sys::Array| {
                let changes = entries.iter().filter_map(|entry| changed(&entry.unchecked_into()));
                frames.paced.borrow_mut().changed(changes);
                frames.request();
            }
        });
        let observer = observe(root, &on_change)?;
        Some(Self { observer, _on_change: on_change, _frames: frames })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// What is done in the next frames.
struct Frames {
    paced: RefCell<Paced>,
    shown: UseStateSetter<Rc<Vec<usize>>>,
    are_requested: Cell<bool>,
}

impl Frames {
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

fn changed(entry: &IntersectionObserverEntry) -> Option<(usize, bool)> {
    let number = entry.target().get_attribute(NUMBER)?.parse().ok()?;
    Some((number, entry.is_intersecting()))
}

fn observe(root: &Element, on_change: &Closure<dyn Fn(js_sys::Array)>) -> Option<IntersectionObserver> {
    let options = IntersectionObserverInit::new();
    // With another root, an element between it and the children would clip them, and the margin would have no effect.
    options.set_root(scroller_of(root).as_ref());
    options.set_root_margin(MARGIN);
    let observer = IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &options).ok()?;
    let children = root.children();
    (0..children.length()).filter_map(|i| children.item(i)).for_each(|child| observer.observe(&child));
    Some(observer)
}

/// The nearest element that scrolls: in narrow windows it is another one.
fn scroller_of(element: &Element) -> Option<Element> {
    let window = gloo::utils::window();
    let scrolls = |element: &Element| {
        let style = window.get_computed_style(element).ok().flatten();
        let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
        matches!(overflow.as_deref(), Some("auto" | "scroll"))
    };
    std::iter::successors(element.parent_element(), |element| element.parent_element()).find(scrolls)
}
