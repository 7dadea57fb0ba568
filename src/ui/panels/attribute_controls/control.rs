//! The control of an attribute, by its kind.

use yew::prelude::*;

use super::choices::{checks, segments, select};
use super::entity_control::EntityControl;
use super::props::AttributeControlProps;
use super::text_control::TextControl;
use crate::model::AttributeKind;
use crate::ui::widgets::use_dispatcher;

/// So many choices, with so many bytes together, are shown beside one another; more are a select.
const FEW: usize = 5;
const SHORT: usize = 28;

/// An attribute with its name and its control.
#[component]
pub(in crate::ui) fn AttributeControl(props: &AttributeControlProps) -> Html {
    let dispatcher = use_dispatcher();
    let options = props.shown.options();
    let length: usize = options.iter().map(|(name, _)| name.len()).sum();
    match props.shown.attribute.kind {
        AttributeKind::MultipleChoice => checks(&dispatcher, props, options),
        AttributeKind::Choice if options.len() > FEW || length > SHORT => select(&dispatcher, props, &options),
        AttributeKind::Choice | AttributeKind::YesNo => segments(&dispatcher, props, options),
        AttributeKind::Text | AttributeKind::Number => html! { <TextControl ..props.clone() /> },
        AttributeKind::Entity => html! { <EntityControl ..props.clone() /> },
    }
}
