//! Asks before the open project, which is in memory only, is replaced by another one.

use yew::prelude::*;

use crate::app::messages::dialogs as words;
use crate::app::{Dispatcher, ProjectAction, State, ViewAction};
use crate::ui::widgets::{Dialog, on};

#[derive(Clone, PartialEq)]
pub(in crate::ui) struct DiscardProps {
    /// The title of the open project.
    title: AttrValue,
    /// How many steps were done since the project was opened or exported.
    unexported: usize,
}

impl DiscardProps {
    pub(super) fn of(state: &State) -> Self {
        Self { title: state.project().title.clone().into(), unexported: state.unexported }
    }
}

/// Exports the project first, discards it, or keeps it open.
pub(super) fn discard_dialog(dispatcher: &Dispatcher, props: &DiscardProps) -> Html {
    let proceed = |export: bool| on(dispatcher, ProjectAction::Proceed { export });
    html! {
        <Dialog key="discard" heading={words::DISCARD_HEADING}>
            <p>{ words::discard(&props.title, props.unexported) }</p>
            <div class="dialog-actions">
                <button type="button" class="danger" onclick={proceed(false)}>{ words::DISCARD }</button>
                <button type="button" onclick={on(dispatcher, ViewAction::Open(None))}>{ words::CANCEL }</button>
                <button type="button" class="primary" autofocus={true} onclick={proceed(true)}>{ words::EXPORT_AND_CONTINUE }</button>
            </div>
        </Dialog>
    }
}
