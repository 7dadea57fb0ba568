//! A label in a palette: what it shows, and what choosing it does.

use yew::prelude::*;

use crate::app::{Dispatcher, OccurrenceAction, TagAction};
use crate::model::{Label, LabelId};
use crate::text::Snap;
use crate::ui::label_style::{key_caps, swatch};

/// What choosing a label does: with Shift for every occurrence, with Alt for the exact characters.
pub(super) fn choose(dispatcher: &Dispatcher, label: &LabelId, shift: bool, alt: bool) {
    let how = alt.then_some(Snap::Exact);
    match shift {
        true => dispatcher.dispatch(OccurrenceAction::Everywhere(label.clone(), how)),
        false => dispatcher.dispatch(TagAction::Apply(label.clone(), how)),
    }
}

/// A label as palettes show it.
pub(super) fn item_content(label: &Label) -> Html {
    html! { <>{ swatch(label) }<span class="palette-name">{ &label.name }</span>{ key_caps(&label.key) }</> }
}
