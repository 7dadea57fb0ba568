//! The attributes of the selected annotations.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::{AnnotationId, Project};
use crate::ui::attributes::{Field, Target, asked_of_tags};
use crate::ui::shared::back_to_text;

/// The attributes of one annotation, or those that several have in common.
pub(super) fn attributes(project: &Project, ids: &[AnnotationId]) -> Html {
    let all = asked_of_tags(project, ids);
    let Some(first) = ids.first().filter(|_| !all.is_empty()) else { return Html::default() };
    let target = Target::Tags(Rc::new(ids.to_vec()));
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            back_to_text();
        }
    });
    let fields = all.into_iter().enumerate().map(|(i, asked)| {
        // Another tag has another field, so that nothing half typed goes over to it.
        let key = [first.as_str(), " ", &asked.attribute.name].concat();
        html! { <Field {key} target={target.clone()} {asked} id={format!("attribute-{i}")} /> }
    });
    html! {
        <div class="attributes" role="group" aria-label="Attributes" {onkeydown}>
            { for fields }
        </div>
    }
}
