//! Components that show what a lazy part brings.

use yew::prelude::*;

use crate::web::entry_points::EntryPoints;

/// The entry points, for rendering; the component is rendered again when the part comes.
#[hook]
pub(super) fn use_entry_points<T: EntryPoints>() -> Option<&'static T> {
    let update = use_force_update();
    let table = T::now();
    use_effect_with((), move |()| {
        if table.is_none() {
            T::when_here(move |_| update.force_update());
        }
    });
    table
}
