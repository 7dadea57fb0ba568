//! A new project: its title, and whether it begins with the sample articles.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::Frame;
use crate::ui::projects;
use crate::ui::shared::use_store;

/// Asks for the title of a new project.
#[component]
pub(super) fn NewProject() -> Html {
    let store = use_store();
    let (title, samples) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (title, samples) = (title.clone(), samples.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let title = title.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let with_samples = samples.cast::<HtmlInputElement>().is_some_and(|input| input.checked());
            projects::new_project(&store, &title, with_samples);
        })
    };
    html! {
        <Frame heading="New project">
            <form {onsubmit}>
                <label class="field"><span>{ "Title" }</span><input ref={title} type="text" placeholder="Untitled project" autofocus={true} /></label>
                <label class="check"><input ref={samples} type="checkbox" />{ " Begin with the three sample articles" }</label>
                <p class="muted">{ "The project that is open now stays in the list of saved projects." }</p>
                <div class="dialog-actions"><button type="submit" class="primary">{ "Create project" }</button></div>
            </form>
        </Frame>
    }
}
