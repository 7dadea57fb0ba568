//! The controls of the active label in the bar of labels: choosing it, seeing it, ending it.

use yew::prelude::*;

use super::widgets::{keep_focus, on};
use crate::app::commands::{aria_keys, shown_keys};
use crate::app::messages::{active_label as words, header};
use crate::app::{Dispatcher, Mode, State, TagAction};
use crate::model::LabelId;

/// What the bar of labels shows about the active label.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ActiveLabel {
    /// Its id and name.
    pub(super) label: Option<(LabelId, String)>,
    /// Whether the next label that is chosen becomes the active one.
    pub(super) is_choosing: bool,
}

impl ActiveLabel {
    pub(super) fn of(state: &State) -> Self {
        let label = state.active_label.clone();
        let named = label.map(|label| {
            let name = state.project().label_name(&label);
            (label, name)
        });
        Self { label: named, is_choosing: state.mode == Mode::ChoosingActiveLabel }
    }

    pub(super) fn is(&self, label: &LabelId) -> bool {
        self.label.as_ref().is_some_and(|(active, _)| active == label)
    }

    /// What a click on a label does, unless it tags or relabels: while a label is active, the bar chooses the active one.
    pub(super) fn on_click(&self, label: &LabelId) -> Option<TagAction> {
        let chooses = self.is_choosing || self.label.is_some();
        chooses.then(|| TagAction::Activate(Some(label.clone()).filter(|_| self.is_choosing || !self.is(label))))
    }
}

/// The button that begins choosing; while a label is active, its name and a button that ends it.
pub(super) fn active_label(dispatcher: &Dispatcher, shown: &ActiveLabel) -> Html {
    if let Some((_, name)) = &shown.label {
        return html! {
            <span class="active-label">
                <span class="active-label-name">{ words::tagging_as(name) }</span>
                <button type="button" class="quiet" onmousedown={keep_focus()} onclick={on(dispatcher, TagAction::Activate(None))}
                    title={words::END_TITLE}>{ words::END }</button>
            </span>
        };
    }
    let (action, text) = match shown.is_choosing {
        true => (TagAction::Activate(None), words::CHOOSE),
        false => (TagAction::ChooseActive, words::KEEP),
    };
    html! {
        <button type="button" class="quiet keep-active" aria-pressed={shown.is_choosing.to_string()} aria-keyshortcuts={aria_keys("tag.keep-label")}
            title={header::with_keys(words::KEEP_TITLE, &shown_keys("tag.keep-label"))} onmousedown={keep_focus()} onclick={on(dispatcher, action)}>{ text }</button>
    }
}
