//! The tooltip that shows a text in full where it is cut off: of what the mouse is over, or what has the focus. The description of a
//! label is shown with it.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::dom::events::{elements, target_element};
use super::dom::popover;
use crate::web::dom_text::Rect;

/// How long the mouse has to rest, in milliseconds.
const REST_MS: u32 = 300;
/// What is looked at as one: the smallest of these around the mouse or the focus.
const CONTROLS: &str =
    "button, a, summary, h2, [role=option], [role=menuitem], .found, .row-entry, .hover-card p, .parts li, p";
/// What is inside a control and may be cut off.
const PARTS: &str = "span, b, p, h2, div";
/// What the tooltip must not cover.
const AROUND: &str = ".palette";
/// The attribute with a description that is shown too.
const DESCRIPTION: &str = "data-description";

/// What the tooltip shows, and beside what.
#[derive(Clone, PartialEq)]
struct Tip {
    text: String,
    description: String,
    beside: Element,
}

impl Tip {
    /// The tip for an element under the mouse or with the focus.
    fn of(target: &Element) -> Option<Self> {
        let control = target.closest(CONTROLS).ok().flatten()?;
        let own = std::iter::once(control.clone());
        let cut: Vec<String> =
            own.chain(elements(&control, PARTS)).filter(is_cut).filter_map(|part| part.text_content()).collect();
        let description = control.get_attribute(DESCRIPTION).unwrap_or_default();
        if cut.is_empty() && description.is_empty() {
            return None;
        }
        let beside = control.closest(AROUND).ok().flatten().unwrap_or(control);
        Some(Self { text: cut.join("\n"), description, beside })
    }
}

/// Whether an element shows only a part of its text.
fn is_cut(element: &Element) -> bool {
    let Ok(Some(style)) = gloo::utils::window().get_computed_style(element) else { return false };
    let value = |property: &str| style.get_property_value(property).unwrap_or_default();
    let is_wide = value("text-overflow") == "ellipsis" && element.scroll_width() > element.client_width();
    let clamp = value("-webkit-line-clamp");
    // Lines of fonts may be a pixel higher than their box.
    let is_high = clamp != "none" && !clamp.is_empty() && element.scroll_height() > element.client_height() + 2;
    is_wide || is_high
}

/// The tooltip.
#[component]
pub(super) fn FullText() -> Html {
    let node = use_node_ref();
    let tip = use_state_eq(|| None::<Tip>);
    {
        let (tip, node) = (tip.setter(), node.clone());
        use_effect_with((), move |()| {
            let listeners = listeners(&tip, &node);
            move || drop(listeners)
        });
    }
    {
        let node = node.clone();
        use_effect_with((*tip).clone(), move |tip| show(&node, tip.as_ref()));
    }
    let (text, description) =
        (*tip).as_ref().map(|tip| (tip.text.clone(), tip.description.clone())).unwrap_or_default();
    html! {
        <div ref={node} class="full-text" popover="manual" role="tooltip">
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
    if let Some(tip) = tip {
        popover::beside(&element, &Rect::from(tip.beside.get_bounding_client_rect()));
    }
}

fn listeners(tip: &UseStateSetter<Option<Tip>>, node: &NodeRef) -> Vec<EventListener> {
    let window = gloo::utils::window();
    let resting = std::rc::Rc::new(std::cell::RefCell::new(None::<Timeout>));
    let listen = |event: &'static str, act: Box<dyn Fn(&Event)>| {
        EventListener::new_with_options(&window, event, EventListenerOptions::run_in_capture_phase(), move |event| {
            act(event);
        })
    };
    let over = {
        let (tip, node, resting) = (tip.clone(), node.clone(), resting.clone());
        move |event: &Event| {
            let is_mouse = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "mouse");
            let Some(target) = target_element(event).filter(|_| is_mouse) else { return };
            if node.cast::<Element>().is_some_and(|own| own.contains(Some(&target))) {
                return;
            }
            tip.set(None);
            let tip = tip.clone();
            *resting.borrow_mut() = Some(Timeout::new(REST_MS, move || tip.set(Tip::of(&target))));
        }
    };
    let focused = {
        let tip = tip.clone();
        move |event: &Event| {
            // A press with the mouse moves the focus too; its button has been read already.
            let target = target_element(event).filter(|target| target.matches(":focus-visible").unwrap_or(false));
            tip.set(target.as_ref().and_then(Tip::of));
        }
    };
    let mut all = vec![listen("pointerover", Box::new(over)), listen("focusin", Box::new(focused))];
    for event in ["pointerdown", "keydown", "scroll", "focusout"] {
        let (tip, resting) = (tip.clone(), resting.clone());
        all.push(listen(
            event,
            Box::new(move |event| {
                let is_escape = event.dyn_ref::<KeyboardEvent>().is_none_or(|event| event.key() == "Escape");
                if is_escape {
                    resting.borrow_mut().take();
                    tip.set(None);
                }
            }),
        ));
    }
    all
}
