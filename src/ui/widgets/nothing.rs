//! What a component renders while it has nothing to show.

use yew::prelude::*;

/// A hidden element. Yew 0.23.0 inserts siblings of a component without nodes in a wrong place, and panics (yew issue 4092).
pub(in crate::ui) fn nothing() -> Html {
    html! { <div hidden={true} /> }
}
