//! The registry of entities.

use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::store::{State, Store};

/// The registry of entities.
pub(super) fn entity_registry(_store: &Store, _state: &Shared<State>) -> Html {
    Html::default()
}
