//! Tabs: a row of tabs and the panel of the active one.

use crate::ui::dom::focus::give_focus;
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

/// A row of tabs.
pub(in crate::ui) struct Tabs {
    /// The name of the row.
    pub(in crate::ui) label: &'static str,
    /// The tabs, from left to right.
    pub(in crate::ui) items: Vec<TabItem>,
    /// The id of the active tab.
    pub(in crate::ui) active: &'static str,
    /// The element of the active tab, for focus.
    pub(in crate::ui) active_node: NodeRef,
    /// Is called with the index of a tab that is to become active.
    pub(in crate::ui) onselect: Callback<usize>,
}

/// The id of a tab's element.
fn element_id(id: &str) -> String {
    format!("tab-{id}")
}

/// A row of tabs and the panel of the active one, with its content. The arrow keys activate the next or previous tab.
pub(in crate::ui) fn tabs(row: &Tabs, content: Html) -> Html {
    let onkeydown = {
        let (onselect, items) = (row.onselect.clone(), row.items.clone());
        let at = items.iter().position(|tab| tab.id == row.active).unwrap_or(0);
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => (at + 1) % items.len(),
                "ArrowLeft" => (at + items.len() - 1) % items.len(),
                "Home" => 0,
                "End" => items.len() - 1,
                _ => return,
            };
            event.prevent_default();
            onselect.emit(next);
            let button = gloo::utils::document().get_element_by_id(&element_id(items[next].id));
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                give_focus(&button);
            }
        })
    };
    let tab = |(at, tab): (usize, &TabItem)| {
        let is_active = tab.id == row.active;
        let node = if is_active { row.active_node.clone() } else { NodeRef::default() };
        html! {
            <button type="button" role="tab" key={tab.id} ref={node} id={element_id(tab.id)} aria-selected={is_active.to_string()}
                aria-controls="tab-panel" tabindex={if is_active { "0" } else { "-1" }} data-region-stop={is_active.then_some("")}
                onclick={row.onselect.reform(move |_: MouseEvent| at)}>{ tab.name.clone() }</button>
        }
    };
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={row.label} {onkeydown}>
                { for row.items.iter().enumerate().map(tab) }
            </div>
            <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={element_id(row.active)}>
                { content }
            </div>
        </>
    }
}
