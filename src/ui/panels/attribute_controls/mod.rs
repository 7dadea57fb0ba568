//! Attributes as controls: one form control for each kind of attribute, for tags and for forms.

mod choices;
mod control;
mod entity_control;
mod props;
mod text_control;

pub(in crate::ui) use control::attribute_control;
pub(in crate::ui) use props::{AttributeControlProps, AttributeTarget};
