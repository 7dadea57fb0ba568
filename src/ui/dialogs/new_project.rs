//! A new project: its title, its labels, and whether it begins with the sample articles.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::frame::Frame;
use crate::model::PRESETS;
use crate::ui::projects;
use crate::ui::shared::use_store;

/// Asks for the title of a new project.
#[component]
pub(super) fn NewProject() -> Html {
    let store = use_store();
    let (title, preset, samples) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (title, preset, samples) = (title.clone(), preset.clone(), samples.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let title = title.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let with_samples = samples.cast::<HtmlInputElement>().is_some_and(|input| input.checked());
            let chosen = preset.cast::<HtmlSelectElement>().map_or(0, |select| select.selected_index().max(0));
            let (_, schema) = PRESETS[chosen as usize % PRESETS.len()];
            projects::new_project(&store, &title, schema(), with_samples);
        })
    };
    html! {
        <Frame heading="New project">
            <form {onsubmit}>
                <label class="field"><span>{ "Title" }</span><input ref={title} type="text" placeholder="Untitled project" autofocus={true} /></label>
                <label class="field">
                    <span>{ "Labels" }</span>
                    <select ref={preset}>{ for PRESETS.iter().enumerate().map(|(i, (name, _))| html! { <option selected={i == 0}>{ *name }</option> }) }</select>
                </label>
                <label class="check"><input ref={samples} type="checkbox" />{ " Begin with the three sample articles" }</label>
                <p class="muted">{ "The project that is open now stays in the list of saved projects." }</p>
                <div class="dialog-actions"><button type="submit" class="primary">{ "Create project" }</button></div>
            </form>
        </Frame>
    }
}
