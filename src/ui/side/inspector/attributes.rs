//! The attributes of the selected annotations.

use yew::prelude::*;

use crate::json::show_number;
use crate::model::{Annotation, AttributeValue};

/// The attributes of an annotation.
pub(super) fn attributes(annotation: &Annotation) -> Html {
    if annotation.attributes.is_empty() {
        return Html::default();
    }
    let words = |value: &AttributeValue| match value {
        AttributeValue::Text(text) => text.clone(),
        AttributeValue::List(list) => list.join(", "),
        AttributeValue::Number(number) => show_number(*number),
        AttributeValue::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
    };
    html! {
        <dl class="attributes">
            { for annotation.attributes.iter().map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ words(value) }</dd></> }) }
        </dl>
    }
}
