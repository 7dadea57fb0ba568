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
use props::Progress;
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
    let is_changing = props.progress.is_some_and(|progress| progress.is_changing);
    let is_finding = props.progress.is_some() && !is_changing;
    let empty = if props.progress.is_some() { "" } else { words::nothing_listed(props.operation) };
    html! {
        <Dialog key="occurrences" {heading} class="sheet">
            <form class="occurrences" {onsubmit}>
                <fieldset class="bare" disabled={is_changing}>
                    { operations(dispatcher, props) }
                    { for props.query.as_ref().map(|query| strictness(dispatcher, query)) }
                </fieldset>
                { progress(props) }
                <fieldset class="bare" disabled={is_changing}>
                    <div class="row occurrences-count" hidden={is_finding}>
                        <p>{ words::places_ticked(count, props.all.len()) }</p>
                        { tick_buttons(dispatcher, None, words::ALL) }
                    </div>
                    <OccurrenceList project={props.project.clone()} all={props.all.clone()} ticked={props.ticked.clone()}
                        current={props.current} {empty} />
                </fieldset>
                <div class="dialog-actions">
                    <button type="button" onclick={on(dispatcher, ViewAction::Open(None))}>{ dialogs::CANCEL }</button>
                    <button type="submit" class="primary" disabled={count == 0 || props.progress.is_some()}>{ confirm }</button>
                </div>
            </form>
        </Dialog>
    }
}

/// How far the work is, if it takes long.
fn progress(props: &OccurrencesProps) -> Html {
    let Some(Progress { percent, is_changing }) = props.progress else { return Html::default() };
    let text = if is_changing { words::working(props.operation, percent) } else { words::finding(percent) };
    html! {
        <div class="computing">
            <p>{ text }</p>
            <progress aria-label={words::PROGRESS} max="100" value={percent.to_string()} />
        </div>
    }
}
