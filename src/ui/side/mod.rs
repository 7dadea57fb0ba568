//! The panels at the sides: the articles on the left; the inspector, the annotations and the history on the right.

mod annotation_list;
mod article_list;
mod entities;
mod guidelines;
mod history;
mod inspector;
mod relations;

use yew::prelude::*;

use super::shared::{Shared, on, use_store};
use super::store::{Action, State, Store, Tab};
use annotation_list::AnnotationList;
pub(super) use article_list::ArticleList;
use entities::entity_registry;
use history::History;
use inspector::inspector;
use relations::relation_table;

#[derive(Properties)]
pub(super) struct SidePanelProps {
    pub(super) state: Shared<State>,
    pub(super) generation: u32,
}

impl PartialEq for SidePanelProps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.state, &other.state);
        let same_project = a.editor.project().is_same(b.editor.project());
        let same_look = a.view.selected == b.view.selected
            && a.view.also_selected == b.view.also_selected
            && a.view.extending == b.view.extending
            && a.view.tab == b.view.tab
            && a.view.filter == b.view.filter
            && a.linking == b.linking
            && a.registry == b.registry;
        let steps = |state: &State| {
            let history = state.editor.history();
            (history.done_count(), history.undone_count())
        };
        self.generation == other.generation && same_project && same_look && steps(a) == steps(b)
    }
}

/// The right-hand panel.
#[component]
pub(super) fn SidePanel(props: &SidePanelProps) -> Html {
    let store = use_store();
    let state = &props.state;
    let tab = state.view.tab;
    html! {
        <aside class="side" id="side" aria-label="Annotations">
            { inspector(&store, state) }
            <div class="tabs" key="tabs" role="tablist" aria-label="Lists" onkeydown={arrow_keys(&store, tab)}>
                { for Tab::ALL.into_iter().map(|one| tab_button(&store, tab, one)) }
            </div>
            <div class="tab-panel" key="panel" role="tabpanel" id="tab-panel" aria-labelledby={tab_id(tab)}>
                { match tab {
                    Tab::Annotations => html! { <AnnotationList state={state.clone()} /> },
                    Tab::Entities => entity_registry(&store, state),
                    Tab::Relations => relation_table(&store, state),
                    Tab::History => html! { <History state={state.clone()} /> },
                } }
            </div>
        </aside>
    }
}

fn tab_id(tab: Tab) -> String {
    format!("tab-{}", tab.name().to_lowercase())
}

fn tab_button(store: &Store, current: Tab, tab: Tab) -> Html {
    let selected = current == tab;
    html! {
        <button type="button" role="tab" id={tab_id(tab)} aria-selected={selected.to_string()} aria-controls="tab-panel"
            tabindex={if selected { "0" } else { "-1" }} onclick={on(store, Action::ShowTab(tab))}>{ tab.name() }</button>
    }
}

/// The arrows change the tab, as in any row of tabs.
fn arrow_keys(store: &Store, tab: Tab) -> Callback<KeyboardEvent> {
    let store = store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => Tab::ALL.len() - 1,
            "ArrowRight" => 1,
            _ => 0,
        };
        if let (Some(at), true) = (Tab::ALL.iter().position(|one| *one == tab), step > 0) {
            event.prevent_default();
            let next = Tab::ALL[(at + step) % Tab::ALL.len()];
            store.dispatch(Action::ShowTab(next));
            if let Some(button) = gloo::utils::document().get_element_by_id(&tab_id(next)) {
                let _ = wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(&button).focus();
            }
        }
    })
}
