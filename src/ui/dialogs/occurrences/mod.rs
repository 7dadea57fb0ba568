//! Every occurrence of a text, in context, each with a check box: to be tagged, relabelled or removed together.

mod list;
mod operations;
mod props;
mod row;
mod tick_buttons;

use yew::prelude::*;

use crate::app::messages::{dialogs, occurrences as words};
use crate::app::{Dispatcher, OccurrenceAction, ViewAction};
use crate::ui::widgets::{Dialog, on};
use list::OccurrenceList;
use operations::{operations, strictness};
pub(in crate::ui) use props::OccurrencesProps;
use tick_buttons::tick_buttons;

/// The list, beside the text in which the current occurrence is shown.
pub(super) fn occurrences_dialog(dispatcher: &Dispatcher, props: &OccurrencesProps) -> Html {
    let heading = match &props.query {
        Some(query) => words::heading(&query.text),
        None => words::SEARCH_RESULTS.to_owned(),
    };
    let onsubmit = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatcher.dispatch(OccurrenceAction::Confirm);
        })
    };
    let count = props.ticked.iter().filter(|ticked| **ticked).count();
    let confirm = words::confirm(props.operation, count, &props.project.label_name(&props.new_label));
    html! {
        <Dialog key="occurrences" {heading} class="sheet">
            <form class="occurrences" {onsubmit}>
                { operations(dispatcher, props) }
                { for props.query.as_ref().map(|query| strictness(dispatcher, query)) }
                <div class="row occurrences-count">
                    <p>{ words::places_ticked(count, props.all.len()) }</p>
                    { tick_buttons(dispatcher, None, words::ALL) }
                </div>
                <OccurrenceList project={props.project.clone()} all={props.all.clone()} ticked={props.ticked.clone()}
                    current={props.current} empty={words::nothing_listed(props.operation)} />
                <div class="dialog-actions">
                    <button type="button" onclick={on(dispatcher, ViewAction::Open(None))}>{ dialogs::CANCEL }</button>
                    <button type="submit" class="primary" disabled={count == 0}>{ confirm }</button>
                </div>
            </form>
        </Dialog>
    }
}
