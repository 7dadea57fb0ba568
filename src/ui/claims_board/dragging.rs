//! Dragging a claim with a mouse, a pen or, by its handle, a finger: onto another row to tie it, or out of its row to part it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::{BoardAction, Dispatcher, DropTarget};
use crate::ui::dom::events::closest;
use crate::ui::dom::popover;
use crate::web::frame::next_frame;

/// A press with less movement than this is a click, in CSS pixels.
const CLICK_DISTANCE: i32 = 5;
/// The table scrolls while the pointer is this near to an edge, in CSS pixels.
const SCROLL_MARGIN: f64 = 36.0;
/// How far it scrolls in a frame, in CSS pixels.
const SCROLL_STEP: f64 = 10.0;
/// How far the words of the claim are from the pointer, in CSS pixels.
const GHOST_DISTANCE: f64 = 14.0;

/// A claim whose drag has begun, or may begin.
#[derive(Clone)]
struct Press {
    /// The element of the claim.
    claim: Element,
    pressed_at: (i32, i32),
    pointer: (i32, i32),
    is_dragged: bool,
}

/// The handlers of the element that scrolls the table.
pub(super) struct DragHandlers {
    pub(super) onpointerdown: Callback<PointerEvent>,
    pub(super) onpointermove: Callback<PointerEvent>,
    pub(super) onpointerup: Callback<PointerEvent>,
    pub(super) oncancel: Callback<PointerEvent>,
    /// Shows the claim that was clicked in its text, unless the click ends a drag.
    pub(super) onclick: Callback<MouseEvent>,
}

/// What the handlers share.
struct Dragging {
    dispatcher: Dispatcher,
    press: RefCell<Option<Press>>,
    /// Whether a drag has just ended, so that the click that follows is none.
    has_dragged: Cell<bool>,
    /// The words of the claim that follow the pointer.
    ghost: NodeRef,
}

/// Lets claims be dragged. `ghost` is the element that follows the pointer.
#[hook]
pub(super) fn use_dragging(dispatcher: &Dispatcher, ghost: &NodeRef) -> DragHandlers {
    let shared = use_memo((), |()| {
        let (dispatcher, ghost) = (dispatcher.clone(), ghost.clone());
        let (press, has_dragged) = (RefCell::default(), Cell::default());
        Rc::new(Dragging { dispatcher, press, has_dragged, ghost })
    });
    let on = |act: fn(&Rc<Dragging>, PointerEvent)| {
        let shared = (*shared).clone();
        Callback::from(move |event| act(&shared, event))
    };
    let clicked = (*shared).clone();
    DragHandlers {
        onpointerdown: on(|it, event| it.pressed(&event)),
        onpointermove: on(|it, event| it.moved(&event)),
        onpointerup: on(|it, _| it.released(&BoardAction::Drop)),
        oncancel: on(|it, _| it.released(&BoardAction::Drag(None))),
        onclick: Callback::from(move |event: MouseEvent| clicked.clicked(&event)),
    }
}

impl Dragging {
    fn pressed(&self, event: &PointerEvent) {
        self.has_dragged.set(false);
        let on = |selector: &str| closest(event.target(), selector).is_some();
        let is_grip = on(".board-grip");
        let can_be = is_grip || event.pointer_type() != "touch" && !on(".board-actions");
        let claim = closest(event.target(), ".board-claim");
        let pointer = (event.client_x(), event.client_y());
        let press = claim.map(|claim| Press { claim, pressed_at: pointer, pointer, is_dragged: false });
        self.press.replace(press.filter(|_| event.button() == 0 && event.is_primary() && can_be));
    }

    fn moved(self: &Rc<Self>, event: &PointerEvent) {
        let Some(mut press) = self.press.borrow().clone() else { return };
        if event.buttons() == 0 {
            // The release was missed.
            return self.released(&BoardAction::Drag(None));
        }
        press.pointer = (event.client_x(), event.client_y());
        let far = (press.pointer.0 - press.pressed_at.0).abs() + (press.pointer.1 - press.pressed_at.1).abs();
        let begins = !press.is_dragged && far >= CLICK_DISTANCE;
        press.is_dragged |= begins;
        let is_dragged = press.is_dragged;
        self.press.replace(Some(press.clone()));
        if begins {
            if let Some(table) = press.claim.closest(".board-scroll").ok().flatten() {
                // Without capture, the pointer could be released outside of the page.
                let _ = table.set_pointer_capture(event.pointer_id());
                self.scroll_at_edges(table);
            }
            self.dispatcher.dispatch(BoardAction::Drag(claim_of(&press.claim)));
        }
        if is_dragged {
            self.follow();
        }
    }

    /// Tells what is under the pointer now.
    fn follow(&self) {
        let Some(press) = self.press.borrow().clone() else { return };
        let state = self.dispatcher.state();
        let Some(drag) = &state.board.drag else { return };
        let (x, y) = (press.pointer.0 as f32, press.pointer.1 as f32);
        let over = gloo::utils::document().element_from_point(x, y).and_then(|under| target(&press.claim, &under));
        if over != drag.over {
            self.dispatcher.dispatch(BoardAction::DragOver(over));
        }
        if let Some(ghost) = self.ghost.cast::<HtmlElement>() {
            popover::set_inside(&ghost, f64::from(x) + GHOST_DISTANCE, f64::from(y) + GHOST_DISTANCE);
        }
    }

    fn released(&self, action: &BoardAction) {
        if self.press.take().is_some_and(|press| press.is_dragged) {
            self.has_dragged.set(true);
            self.dispatcher.dispatch(action.clone());
        }
    }

    fn clicked(&self, event: &MouseEvent) {
        let quote = closest(event.target(), ".board-quote").filter(|_| !self.has_dragged.replace(false));
        if let Some(claim) = quote.and_then(|quote| claim_of(&quote)) {
            self.dispatcher.dispatch(BoardAction::Reveal(claim));
        }
    }

    /// Scrolls the table for as long as the drag lasts and the pointer is at an edge.
    fn scroll_at_edges(self: &Rc<Self>, table: Element) {
        let this = self.clone();
        spawn_local(async move {
            loop {
                next_frame().await;
                let Some(press) = this.press.borrow().clone().filter(|press| press.is_dragged) else { return };
                let frame = table.get_bounding_client_rect();
                let step = |at: i32, start: f64, end: f64| {
                    let at = f64::from(at);
                    if at < start + SCROLL_MARGIN {
                        -SCROLL_STEP
                    } else if at > end - SCROLL_MARGIN {
                        SCROLL_STEP
                    } else {
                        0.0
                    }
                };
                let across = step(press.pointer.0, frame.left(), frame.right());
                let down = step(press.pointer.1, frame.top(), frame.bottom());
                if (across, down) != (0.0, 0.0) {
                    table.scroll_by_with_x_and_y(across, down);
                    this.follow();
                }
            }
        });
    }
}

/// What a claim would be dropped on over an element; nothing over its own row.
fn target(claim: &Element, under: &Element) -> Option<DropTarget> {
    let around = |element: &Element, selector: &str| element.closest(selector).ok().flatten();
    if around(under, ".board-drop").is_some() {
        return Some(DropTarget::Outside);
    }
    let row = around(under, "tr")?;
    if row.contains(Some(claim)) {
        return None;
    }
    let other = around(under, ".board-claim").or_else(|| row.query_selector(".board-claim").ok().flatten())?;
    claim_of(&other).map(DropTarget::Claim)
}

/// The claim of an element, or of the one inside of it.
fn claim_of(element: &Element) -> Option<crate::model::AnnotationId> {
    let quote = match element.has_attribute("data-claim") {
        true => element.clone(),
        false => element.query_selector("[data-claim]").ok().flatten()?,
    };
    quote.get_attribute("data-claim").map(|id| id.as_str().into())
}
