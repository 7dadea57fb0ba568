//! The table of all relations.

use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::store::{State, Store};

/// The table of all relations.
pub(super) fn relation_table(_store: &Store, _state: &Shared<State>) -> Html {
    Html::default()
}
