//! Which children of an element are near what can be seen of it: only these are rendered in full.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// How far outside of the scroller a child still counts as near.
const MARGIN: &str = "1000px 0px";
/// The attribute of a child that has its number.
pub(in crate::ui) const NUMBER: &str = "data-block";

/// The numbers of the near children, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) struct Near(Rc<Vec<usize>>);

impl Near {
    /// The numbers, in order.
    pub(in crate::ui) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }
}

/// Children that came near, or are near no longer.
pub(in crate::ui) struct Changes(Vec<(usize, bool)>);

impl Reducible for Near {
    type Action = Changes;

    fn reduce(self: Rc<Self>, Changes(changes): Changes) -> Rc<Self> {
        let mut near = (*self.0).clone();
        for (number, is_near) in changes {
            match near.binary_search(&number) {
                Err(at) if is_near => near.insert(at, number),
                Ok(at) if !is_near => {
                    near.remove(at);
                }
                _ => {}
            }
        }
        if near == *self.0 { self } else { Rc::new(Self(Rc::new(near))) }
    }
}

/// Observes the children of `root` inside the nearest element around it that scrolls. The first ones count as near before anything was observed, so that a short content never jumps. `identity` is of what the children are: when it
/// or their count changes, they are observed again.
#[hook]
pub(in crate::ui) fn use_near_children<T: PartialEq + 'static>(
    root: &NodeRef,
    identity: T,
    count: usize,
    first: usize,
) -> Near {
    let near = use_reducer(|| Near(Rc::new((0..count.min(first)).collect())));
    let (root, dispatcher) = (root.clone(), near.dispatcher());
    use_effect_with((identity, count), move |_| {
        let on_change = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let changes = entries.iter().filter_map(|entry| changed(&entry.unchecked_into()));
            dispatcher.dispatch(Changes(changes.collect()));
        });
        let observer = root.cast::<Element>().filter(|_| count > first);
        let observer = observer.and_then(|root| observe(&root, &on_change));
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(on_change);
        }
    });
    (*near).clone()
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
