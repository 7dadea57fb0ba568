//! The label of the selected annotations.

use yew::prelude::*;

use crate::app::Dispatcher;
use crate::app::attributes::update_tags;
use crate::app::messages::inspector as words;
use crate::edit::AnnotationPatch;
use crate::model::{AnnotationId, Label, Project};
use crate::ui::dom::events::chosen;

/// The label of one annotation, or of several if all have the same.
pub(super) fn label_select(dispatcher: &Dispatcher, project: &Project, ids: &[AnnotationId]) -> Html {
    let mut labels = ids.iter().filter_map(|id| project.annotation(id)).map(|annotation| &annotation.label);
    let first = labels.next();
    let common = first.filter(|first| labels.all(|label| label == *first));
    let (dispatcher, ids) = (dispatcher.clone(), ids.to_vec());
    let onchange = Callback::from(move |event: Event| {
        if let Some(label) = chosen(&event) {
            let patch = AnnotationPatch { label: Some(label.as_str().into()), ..Default::default() };
            dispatcher.dispatch(update_tags(&ids, patch));
        }
    });
    let option = |label: &Label| {
        html! { <option value={label.id.to_string()} selected={common == Some(&label.id)}>{ &label.name }</option> }
    };
    html! {
        <select aria-label={words::LABEL} {onchange}>
            if common.is_none() { <option value="" selected={true} disabled={true}>{ words::MIXED_LABELS }</option> }
            { for project.schema().labels.iter().map(option) }
        </select>
    }
}
