//! What every attribute control gets, and the parts that all of them have.

use yew::prelude::*;

use crate::app::Dispatcher;
use crate::app::attributes::{ShownAttribute, set_attribute};
use crate::app::messages::attributes as words;
use crate::model::{AnnotationId, AttributeValue};

/// What a control changes.
#[derive(Clone, PartialEq)]
pub(in crate::ui) enum AttributeTarget {
    /// These annotations, at once.
    Tags(Vec<AnnotationId>),
    /// A form, which stores the value until it is submitted. Gets the attribute's name and the value.
    Form(Callback<(String, Option<AttributeValue>)>),
}

/// Props of every attribute control.
#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct AttributeControlProps {
    /// What it changes.
    pub(in crate::ui) target: AttributeTarget,
    /// The attribute with its value.
    pub(in crate::ui) shown: ShownAttribute,
    /// An id that no other element of the page has.
    pub(in crate::ui) id: AttrValue,
    /// A value was typed or chosen, and the user is done with the control.
    #[prop_or_default]
    pub(in crate::ui) done: Callback<()>,
}

impl AttributeControlProps {
    /// Sets or clears the attribute.
    pub(super) fn set(&self, dispatcher: &Dispatcher, value: Option<AttributeValue>) {
        let name = &self.shown.attribute.name;
        match &self.target {
            AttributeTarget::Form(store) => store.emit((name.clone(), value)),
            AttributeTarget::Tags(ids) => dispatcher.dispatch(set_attribute(ids, name, value)),
        }
    }

    /// The accessible name: the attribute's name, with the remark beside it.
    pub(super) fn accessible_name(&self) -> String {
        words::control(&self.shown.attribute.name, self.shown.remark())
    }

    /// The attribute's name, with whether it is required or the values differ.
    pub(super) fn heading(&self) -> Html {
        let remark = self.shown.remark();
        let required = self.shown.is_missing().then_some("required");
        html! {
            <span class="attribute-name">
                { &self.shown.attribute.name }
                if !remark.is_empty() { <span class={classes!("remark", required)}>{ " " }{ remark }</span> }
            </span>
        }
    }
}
