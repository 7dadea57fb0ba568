//! The attributes of the selected annotations.

use yew::prelude::*;

use crate::app::Dispatcher;
use crate::app::attributes::attributes_of_tags;
use crate::app::messages::attributes as words;
use crate::model::{AnnotationId, Project};
use crate::ui::dom::focus::focus_current_text;
use crate::ui::panels::attribute_controls::{AttributeControlProps, AttributeTarget, attribute_control};

/// The attributes of one annotation, or those that several have in common.
pub(super) fn attributes(dispatcher: &Dispatcher, project: &Project, ids: &[AnnotationId]) -> Html {
    let all = attributes_of_tags(project, ids);
    let Some(first) = ids.first().filter(|_| !all.is_empty()) else { return Html::default() };
    let target = AttributeTarget::Tags(ids.to_vec());
    let controls = all.into_iter().enumerate().map(|(i, shown)| {
        // Another annotation has other controls, so that no half-typed value gets into it.
        let key = [first.as_str(), " ", &shown.attribute.name].concat();
        let id = format!("attribute-{i}").into();
        let props = AttributeControlProps { target: target.clone(), shown, id, done: Callback::noop() };
        attribute_control(dispatcher, key, &props)
    });
    html! {
        <div class="attributes" role="group" aria-label={words::ATTRIBUTES} onkeydown={escape(dispatcher)}>{ for controls }</div>
    }
}

/// Escape moves the focus back to the text.
fn escape(dispatcher: &Dispatcher) -> Callback<KeyboardEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            focus_current_text(&dispatcher.state());
        }
    })
}
