//! The tooltip that shows in full a text that is cut off, and the description of a label: of what the mouse or pen is over, or what
//! has the focus.

mod tip;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::dom::events::target_element;
use super::dom::{focus, popover};
use crate::web::dom_text::Rect;
use tip::Tip;

/// How long the pointer has to rest before the tooltip changes, in milliseconds. Meanwhile it can be moved into the tooltip.
const REST_MS: u32 = 300;

/// What shows the tooltip.
#[derive(Clone, Copy, PartialEq)]
enum Source {
    Pointer,
    Focus,
}

/// The state of the tooltip.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    tip: Option<(Source, Tip)>,
    /// Counts how often the page was scrolled under a tooltip that stays.
    scrolled: u32,
}

enum Change {
    /// The pointer or the focus is on something else, which may have a tip.
    To(Source, Option<Tip>),
    /// Something was scrolled: what has the focus keeps its tooltip.
    Scrolled,
    /// The page was rendered after a key: the control may have been removed.
    Rendered,
    /// The tooltip was closed.
    Closed,
}

impl Reducible for Shown {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let shown = self.tip.as_ref();
        match change {
            Change::To(source, Some(tip)) => Rc::new(Self { tip: Some((source, tip)), ..*self }),
            // What has the focus keeps its tooltip while the pointer moves over other things.
            Change::To(source, None) if shown.is_some_and(|(of, _)| *of != source) => self,
            Change::Scrolled if shown.is_some_and(|(of, _)| *of == Source::Focus) => {
                Rc::new(Self { scrolled: self.scrolled.wrapping_add(1), ..(*self).clone() })
            }
            Change::Rendered if shown.is_none_or(|(_, tip)| tip.beside.is_connected()) => self,
            Change::To(_, None) | Change::Scrolled | Change::Rendered | Change::Closed => Rc::default(),
        }
    }
}

/// The tooltip. Screen readers have the full texts and the descriptions of the controls themselves.
#[component]
pub(super) fn FullText() -> Html {
    let node = use_node_ref();
    let shown = use_reducer_eq(Shown::default);
    {
        let (dispatcher, node) = (shown.dispatcher(), node.clone());
        use_effect_with((), move |()| {
            let watch = Watch { dispatcher, node, resting: Rc::default(), rendered: Rc::default() };
            let listeners = watch.listeners();
            move || drop(listeners)
        });
    }
    {
        let node = node.clone();
        use_effect_with((*shown).clone(), move |shown| show(&node, shown.tip.as_ref().map(|(_, tip)| tip)));
    }
    let tip = shown.tip.as_ref().map(|(_, tip)| tip);
    let (text, description) = tip.map(|tip| (tip.text.clone(), tip.description.clone())).unwrap_or_default();
    html! {
        <div ref={node} class="full-text" popover="manual" aria-hidden="true">
            if !text.is_empty() { <p>{ text }</p> }
            if !description.is_empty() { <p class="muted">{ description }</p> }
        </div>
    }
}

/// Shows the tooltip above everything, dialogs too, or hides it.
fn show(node: &NodeRef, tip: Option<&Tip>) {
    let Some(element) = node.cast::<HtmlElement>() else { return };
    // A browser without popovers shows no tooltip; showing it twice is an error that changes nothing.
    let _ = if tip.is_some() { element.show_popover() } else { element.hide_popover() };
    let Some(tip) = tip else { return };
    let rect = Rect::from(tip.beside.get_bounding_client_rect());
    if tip.is_in_side() {
        popover::left_of(&element, &rect);
    } else if tip.must_not_cover && !popover::has_room_beside(&element, &rect) {
        let _ = element.hide_popover();
    } else {
        popover::beside(&element, &rect);
    }
}

/// The tip for what has the focus, or for the option that is active in it.
fn tip_of_focus() -> Option<Tip> {
    let focused = focus::focused()?;
    let active = focused.get_attribute("aria-activedescendant");
    let option = active.and_then(|id| gloo::utils::document().get_element_by_id(&id));
    Tip::of(&option.unwrap_or_else(|| focused.into()))
}

/// What the listeners share.
#[derive(Clone)]
struct Watch {
    dispatcher: UseReducerDispatcher<Shown>,
    /// The tooltip.
    node: NodeRef,
    /// Runs out when the pointer has rested.
    resting: Rc<RefCell<Option<Timeout>>>,
    /// Runs out when the page is rendered after a key.
    rendered: Rc<RefCell<Option<Timeout>>>,
}

/// What is done at an event of this name.
type Handler = (&'static str, fn(&Watch, &Event));

impl Watch {
    fn listeners(&self) -> Vec<EventListener> {
        let events: [Handler; 6] = [
            ("pointerover", Self::over),
            ("pointerdown", Self::pressed),
            ("focusin", Self::focused),
            ("focusout", Self::blurred),
            ("scroll", Self::scrolled),
            ("keydown", Self::key),
        ];
        // Before any element of the page gets the event, so that none can stop it.
        let capture = EventListenerOptions::run_in_capture_phase();
        let listen = |(event, act): Handler| {
            let watch = self.clone();
            EventListener::new_with_options(&gloo::utils::window(), event, capture, move |event| act(&watch, event))
        };
        events.into_iter().map(listen).collect()
    }

    /// Whether an event comes from the tooltip itself.
    fn is_own(&self, event: &Event) -> bool {
        let own = self.node.cast::<Element>();
        target_element(event).zip(own).is_some_and(|(target, own)| own.contains(Some(&target)))
    }

    fn over(&self, event: &Event) {
        let can_hover = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() != "touch");
        let Some(target) = target_element(event).filter(|_| can_hover) else { return };
        self.resting.borrow_mut().take();
        if !self.is_own(event) {
            let dispatcher = self.dispatcher.clone();
            let change = move || dispatcher.dispatch(Change::To(Source::Pointer, Tip::of(&target)));
            *self.resting.borrow_mut() = Some(Timeout::new(REST_MS, change));
        }
    }

    fn pressed(&self, event: &Event) {
        if !self.is_own(event) {
            self.close();
        }
    }

    fn focused(&self, event: &Event) {
        // A press moves the focus too; its control was under the pointer before.
        let target = target_element(event);
        let is_by_key = target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(false));
        self.dispatcher.dispatch(Change::To(Source::Focus, tip_of_focus().filter(|_| is_by_key)));
    }

    fn blurred(&self, _: &Event) {
        self.dispatcher.dispatch(Change::To(Source::Focus, None));
    }

    fn scrolled(&self, event: &Event) {
        if !self.is_own(event) {
            self.dispatcher.dispatch(Change::Scrolled);
        }
    }

    fn key(&self, event: &Event) {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            return self.close();
        }
        // A key may make another option active, once it has been handled and the page is rendered.
        let dispatcher = self.dispatcher.clone();
        let update = move || {
            let has_options = focus::focused().is_some_and(|element| element.has_attribute("aria-activedescendant"));
            dispatcher.dispatch(match has_options {
                true => Change::To(Source::Focus, tip_of_focus()),
                false => Change::Rendered,
            });
        };
        *self.rendered.borrow_mut() = Some(Timeout::new(0, update));
    }

    fn close(&self) {
        self.resting.borrow_mut().take();
        self.dispatcher.dispatch(Change::Closed);
    }
}
