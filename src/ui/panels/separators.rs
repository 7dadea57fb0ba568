//! The separators between the panels and the text: dragged, or moved by arrow keys, they resize the panels.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::messages::panels as words;
use crate::app::{Panel, PanelSize, ViewAction};
use crate::ui::dom::frames::notify_panels_resized;
use crate::ui::widgets::use_dispatcher;

/// How far a key moves a separator, in CSS pixels; with Shift.
const STEP: i32 = 16;
const LARGE_STEP: i32 = 64;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct SeparatorsProps {
    /// The panels that can be resized, with their sizes.
    pub(in crate::ui) panels: Vec<(Panel, PanelSize)>,
}

/// The separators of the panels.
#[component]
pub(in crate::ui) fn Separators(props: &SeparatorsProps) -> Html {
    use_effect_with(props.panels.clone(), |panels| {
        for (panel, size) in panels {
            apply(*panel, Some(size.now).filter(|now| *now != size.usual));
        }
        notify_panels_resized();
    });
    let separator = |&(panel, size): &(Panel, PanelSize)| html! { <Separator key={property(panel)} {panel} {size} /> };
    html! { <div class="separators">{ for props.panels.iter().map(separator) }</div> }
}

/// The custom property that has the size of a panel.
fn property(panel: Panel) -> &'static str {
    match panel {
        Panel::Left => "--left",
        Panel::Side => "--side",
        Panel::Sheet => "--sheet",
    }
}

/// Gives a panel a size, or its usual size.
fn apply(panel: Panel, size: Option<u32>) {
    let desk = gloo::utils::document().query_selector(".desk").ok().flatten();
    let Some(desk) = desk.and_then(|desk| desk.dyn_into::<HtmlElement>().ok()) else { return };
    // Where a property is refused, the panel has its usual size.
    let _ = match size {
        Some(size) => desk.style().set_property(property(panel), &format!("{size}px")),
        None => desk.style().remove_property(property(panel)).map(|_| ()),
    };
}

/// The size that a panel would have with its separator at a point of the window.
fn size_at(panel: Panel, limits: PanelSize, event: &PointerEvent) -> Option<u32> {
    let selector = if panel == Panel::Left { "#left" } else { "#side" };
    let rect = gloo::utils::document().query_selector(selector).ok().flatten()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let size = match panel {
        Panel::Left => x - rect.left(),
        Panel::Side => rect.right() - x,
        Panel::Sheet => rect.bottom() - y,
    };
    Some((size.max(0.0) as u32).clamp(limits.least, limits.most))
}

#[derive(Properties, PartialEq)]
struct SeparatorProps {
    panel: Panel,
    size: PanelSize,
}

#[component]
fn Separator(props: &SeparatorProps) -> Html {
    let dispatcher = use_dispatcher();
    let dragged = use_mut_ref(|| None::<u32>);
    let SeparatorProps { panel, size: limits } = *props;
    let PanelSize { now, least, most, .. } = limits;
    let resize = Callback::from(move |size: Option<u32>| dispatcher.dispatch(ViewAction::Resize(panel, size)));
    let onkeydown = {
        let resize = resize.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = if event.shift_key() { LARGE_STEP } else { STEP };
            let moved = |by: i32| now.saturating_add_signed(by);
            let size = match (event.key().as_str(), panel) {
                ("ArrowRight", Panel::Left) | ("ArrowLeft", Panel::Side) | ("ArrowUp", Panel::Sheet) => moved(step),
                ("ArrowLeft", Panel::Left) | ("ArrowRight", Panel::Side) | ("ArrowDown", Panel::Sheet) => moved(-step),
                ("Home", _) => least,
                ("End", _) => most,
                _ => return,
            };
            event.prevent_default();
            resize.emit(Some(size.clamp(least, most)));
        })
    };
    let onpointerdown = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(target) = target {
                // Without capture, the drag ends at the separator's edge.
                let _ = target.set_pointer_capture(event.pointer_id());
            }
            *dragged.borrow_mut() = Some(now);
        })
    };
    let onpointermove = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some(size), Some(at)) = (dragged.borrow_mut().as_mut(), size_at(panel, limits, &event)) {
                *size = at;
                apply(panel, Some(at));
            }
        })
    };
    let released = {
        let resize = resize.clone();
        Callback::from(move |_: PointerEvent| {
            let size = dragged.borrow_mut().take();
            if let Some(size) = size.filter(|size| *size != now) {
                resize.emit(Some(size));
            }
        })
    };
    let class = classes!("separator", if panel == Panel::Left { "of-left" } else { "of-side" });
    html! {
        <div {class} role="separator" tabindex="0" aria-orientation={if panel == Panel::Sheet { "horizontal" } else { "vertical" }}
            aria-label={words::separator(panel)} title={words::SEPARATOR_TITLE} aria-controls={if panel == Panel::Left { "left" } else { "side" }}
            aria-valuenow={now.to_string()} aria-valuemin={least.to_string()} aria-valuemax={most.to_string()}
            {onkeydown} {onpointerdown} {onpointermove} onpointerup={released.clone()} onpointercancel={released}
            ondblclick={resize.reform(|_: MouseEvent| None)} />
    }
}
