//! The attributes of the selected annotations.

use yew::prelude::*;

use crate::app::Dispatcher;
use crate::app::attributes::attributes_of_tags;
use crate::app::messages::attributes as words;
use crate::model::{AnnotationId, Project};
use crate::ui::dom::events::on_escape;
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
    let dispatcher = dispatcher.clone();
    let onkeydown = on_escape(move || focus_current_text(&dispatcher.state()));
    html! {
        <div class="attributes" role="group" aria-label={words::ATTRIBUTES} {onkeydown}>{ for controls }</div>
    }
}
