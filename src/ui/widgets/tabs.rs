//! Tabs: a row of tabs and the panel of the active one.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// A tab.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct TabItem {
    /// Its id, unique on the page with the prefix `tab-`.
    pub(in crate::ui) id: &'static str,
    /// Its name.
    pub(in crate::ui) name: AttrValue,
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct TabsProps {
    /// The name of the row.
    pub(in crate::ui) label: AttrValue,
    /// The tabs, from left to right.
    pub(in crate::ui) tabs: Vec<TabItem>,
    /// The id of the active tab.
    pub(in crate::ui) active: &'static str,
    /// The element of the active tab, for focus.
    pub(in crate::ui) active_node: NodeRef,
    /// Is called with the index of a tab that is to become active.
    pub(in crate::ui) onselect: Callback<usize>,
    /// The content of the active tab.
    pub(in crate::ui) children: Html,
}

/// The id of a tab's element.
fn element_id(id: &str) -> String {
    format!("tab-{id}")
}

/// A row of tabs and the panel of the active one. The arrow keys activate the next or previous tab.
#[component]
pub(in crate::ui) fn Tabs(props: &TabsProps) -> Html {
    let onkeydown = {
        let (onselect, tabs) = (props.onselect.clone(), props.tabs.clone());
        let at = tabs.iter().position(|tab| tab.id == props.active).unwrap_or(0);
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => (at + 1) % tabs.len(),
                "ArrowLeft" => (at + tabs.len() - 1) % tabs.len(),
                "Home" => 0,
                "End" => tabs.len() - 1,
                _ => return,
            };
            event.prevent_default();
            onselect.emit(next);
            let button = gloo::utils::document().get_element_by_id(&element_id(tabs[next].id));
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        })
    };
    let tab = |(at, tab): (usize, &TabItem)| {
        let is_active = tab.id == props.active;
        let node = if is_active { props.active_node.clone() } else { NodeRef::default() };
        html! {
            <button type="button" role="tab" key={tab.id} ref={node} id={element_id(tab.id)} aria-selected={is_active.to_string()}
                aria-controls="tab-panel" tabindex={if is_active { "0" } else { "-1" }} data-region-stop={is_active.then_some("")}
                onclick={props.onselect.reform(move |_: MouseEvent| at)}>{ tab.name.clone() }</button>
        }
    };
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={props.label.clone()} {onkeydown}>
                { for props.tabs.iter().enumerate().map(tab) }
            </div>
            <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={element_id(props.active)}>
                { props.children.clone() }
            </div>
        </>
    }
}
