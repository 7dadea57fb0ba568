//! A new project: its title, its labels, and whether it begins with the sample articles.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::messages::projects as words;
use crate::app::{Dispatcher, NewProject, ProjectAction, ProjectRequest};
use crate::model::{PRESETS, Preset};
use crate::ui::widgets::Dialog;

/// The form of a new project.
pub(super) fn new_project_dialog(dispatcher: &Dispatcher) -> Html {
    let dispatcher = dispatcher.clone();
    let [title, preset, samples] = <[NodeRef; 3]>::default();
    let onsubmit = {
        let (title, preset, samples) = (title.clone(), preset.clone(), samples.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let title = title.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let with_samples = samples.cast::<HtmlInputElement>().is_some_and(|field| field.checked());
            let chosen = preset.cast::<HtmlSelectElement>().map_or(0, |select| select.selected_index().max(0));
            let (_, schema) = PRESETS[chosen as usize % PRESETS.len()];
            let new = NewProject { title, schema: Box::new(schema()), with_samples };
            dispatcher.dispatch(ProjectAction::Request(ProjectRequest::Create(new)));
        })
    };
    let option = |(at, (name, _)): (usize, &Preset)| html! { <option selected={at == 0}>{ *name }</option> };
    html! {
        <Dialog key="new" heading={words::NEW}>
            <form {onsubmit}>
                <label class="field"><span>{ words::TITLE }</span><input ref={title} type="text" placeholder={words::UNTITLED} autofocus={true} /></label>
                <label class="field"><span>{ words::LABELS }</span><select ref={preset}>{ for PRESETS.iter().enumerate().map(option) }</select></label>
                <label class="check"><input ref={samples} type="checkbox" />{ words::WITH_SAMPLES }</label>
                <p class="muted">{ words::OPEN_ONE_STAYS }</p>
                <div class="dialog-actions"><button type="submit" class="primary">{ words::CREATE }</button></div>
            </form>
        </Dialog>
    }
}
