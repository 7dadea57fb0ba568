//! Keeps the line at the top of a column where it is while the width of the column changes, and with it where lines break.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::text::{ByteOffset, Text};
use crate::ui::dom::scroll::{keep_position_at, scroller_of};
use crate::web::dom_text::{self, Rect};

/// A line: the position of its first character, and how far its upper edge is below that of the column, in CSS pixels.
type TopLine = (ByteOffset, f64);

/// Keeps the top line of a text for as long as it is mounted.
#[hook]
pub(super) fn use_kept_top_line(root: &NodeRef, text: &Text) {
    let (root, text) = (root.clone(), text.clone());
    use_effect_with((), move |()| {
        let watched = root.cast::<Element>().and_then(|root| watch(root, text));
        move || drop(watched)
    });
}

/// What watches a text; dropping it ends that.
struct Watch {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut()>,
    _on_scroll: EventListener,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn watch(root: Element, text: Text) -> Option<Watch> {
    let scroller = scroller_of(&root)?;
    let top: Rc<RefCell<Option<TopLine>>> = Rc::default();
    let width = Rc::new(Cell::new(root.client_width()));
    let on_scroll = {
        let (root, text, top, width) = (root.clone(), text.clone(), top.clone(), width.clone());
        EventListener::new(&scroller, "scroll", move |_| {
            // A scroll event that comes with a new width is no movement of the user's.
            if root.client_width() == width.get() {
                top.replace(line_at_top(&root, &text));
            }
        })
    };
    let on_resize = {
        let (root, top) = (root.clone(), top);
        Closure::<dyn FnMut()>::new(move || {
            if root.client_width() == width.replace(root.client_width()) {
                return;
            }
            if let Some((position, offset)) = *top.borrow() {
                keep_position_at(&root, &text, position, offset);
            }
        })
    };
    let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
    observer.observe(&root);
    Some(Watch { observer, _on_resize: on_resize, _on_scroll: on_scroll })
}

/// The first line that is seen completely; `None` at the start of the text, which needs no keeping.
fn line_at_top(root: &Element, text: &Text) -> Option<TopLine> {
    let scroller = scroller_of(root).filter(|scroller| scroller.scroll_top() > 0)?;
    let frame = Rect::from(scroller.get_bounding_client_rect());
    let position = dom_text::nearest_position(root, text, frame, frame.left, frame.top)?;
    let rect = dom_text::caret_rect(root, text, position, false)?;
    Some((position, rect.top - frame.top))
}
