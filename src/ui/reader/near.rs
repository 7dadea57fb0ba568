//! Which blocks are near the window: only their tags are drawn.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use crate::model::ArticleId;

/// Blocks that are drawn before anything was observed: enough for most articles, so that nothing jumps.
const FIRST: usize = 4;
/// How far outside the column a block still counts as near.
const MARGIN: &str = "1000px 0px";

/// The near blocks, in order.
#[derive(Clone, PartialEq)]
pub(super) struct Near(Rc<Vec<usize>>);

impl Near {
    pub(super) fn contains(&self, block: usize) -> bool {
        self.0.contains(&block)
    }
}

/// Blocks that came near, or no longer are.
pub(super) struct Seen(Vec<(usize, bool)>);

impl Reducible for Near {
    type Action = Seen;

    fn reduce(self: Rc<Self>, Seen(changes): Seen) -> Rc<Self> {
        let mut blocks = (*self.0).clone();
        for (block, near) in changes {
            match blocks.binary_search(&block) {
                Err(at) if near => blocks.insert(at, block),
                Ok(at) if !near => {
                    blocks.remove(at);
                }
                _ => {}
            }
        }
        if blocks == *self.0 { self } else { Rc::new(Self(Rc::new(blocks))) }
    }
}

/// Observes the blocks inside `root`.
#[hook]
pub(super) fn use_near_blocks(root: &NodeRef, article: &ArticleId, count: usize) -> Near {
    let near = use_reducer(|| Near(Rc::new((0..count.min(FIRST)).collect())));
    let (root, dispatcher) = (root.clone(), near.dispatcher());
    use_effect_with((article.clone(), count), move |_| {
        let on_change = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let changes = entries.iter().filter_map(|entry| changed(&entry.unchecked_into()));
            dispatcher.dispatch(Seen(changes.collect()));
        });
        let observer = root.cast::<Element>().filter(|_| count > FIRST).and_then(|root| observe(&root, &on_change));
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
    let block = entry.target().get_attribute("data-block")?.parse().ok()?;
    Some((block, entry.is_intersecting()))
}

fn observe(root: &Element, on_change: &Closure<dyn Fn(js_sys::Array)>) -> Option<IntersectionObserver> {
    let options = IntersectionObserverInit::new();
    options.set_root(root.closest(".scroller").ok().flatten().as_ref());
    options.set_root_margin(MARGIN);
    let observer = IntersectionObserver::new_with_options(on_change.as_ref().unchecked_ref(), &options).ok()?;
    let blocks = root.children();
    (0..blocks.length()).filter_map(|i| blocks.item(i)).for_each(|block| observer.observe(&block));
    Some(observer)
}
