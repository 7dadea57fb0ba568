//! The entity that the selected annotation mentions.

use yew::prelude::*;

use crate::model::Annotation;
use crate::ui::store::{State, Store};

/// The entity that an annotation mentions, and which it might mention.
pub(super) fn entity(_store: &Store, _state: &State, _annotation: &Annotation) -> Html {
    Html::default()
}
