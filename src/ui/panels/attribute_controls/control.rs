//! The control of an attribute, by its kind.

use yew::prelude::*;

use super::choices::{checks, segments, select};
use super::entity_control::EntityControl;
use super::props::AttributeControlProps;
use super::text_control::TextControl;
use crate::app::Dispatcher;
use crate::model::AttributeKind;

/// So many choices, with so many bytes together, are shown beside one another; more are a select.
const FEW: usize = 5;
const SHORT: usize = 28;

/// An attribute with its name and its control. A control with another key does not take over what is half typed.
pub(in crate::ui) fn attribute_control(dispatcher: &Dispatcher, key: String, props: &AttributeControlProps) -> Html {
    let options = props.shown.options();
    let length: usize = options.iter().map(|(name, _)| name.len()).sum();
    let control = match props.shown.attribute.kind {
        AttributeKind::MultipleChoice => checks(dispatcher, props, options),
        AttributeKind::Choice if options.len() > FEW || length > SHORT => select(dispatcher, props, &options),
        AttributeKind::Choice | AttributeKind::YesNo => segments(dispatcher, props, options),
        AttributeKind::Text | AttributeKind::Number => html! { <TextControl ..props.clone() /> },
        AttributeKind::Entity => html! { <EntityControl ..props.clone() /> },
    };
    html! { <key={key}>{ control }</> }
}
