//! What is done with the occurrences, and how strictly their text is looked for.

use yew::prelude::*;

use super::props::OccurrencesProps;
use crate::app::messages::occurrences as words;
use crate::app::occurrences::Operation;
use crate::app::{Dispatcher, OccurrenceAction};
use crate::model::{LabelId, Project};
use crate::text::Query;
use crate::ui::dom::events::value_of;
use crate::ui::widgets::on;

/// What is done, and with which label.
pub(super) fn operations(dispatcher: &Dispatcher, props: &OccurrencesProps) -> Html {
    let radio = |operation: Operation, content: Html| {
        let onchange = on(dispatcher, OccurrenceAction::SetOperation(operation));
        html! {
            <label><input type="radio" name="operation" checked={props.operation == operation} {onchange} />{ content }</label>
        }
    };
    let project = &props.project;
    let label = project.label_name(&props.label);
    let tag = if props.query.is_some() {
        html! { words::tag_as(&label) }
    } else {
        let choice = label_choice(dispatcher, project, words::TAG_AS_LABEL, &props.label, OccurrenceAction::SetLabel);
        html! { <>{ words::TAG_AS }{ choice }</> }
    };
    let new_label =
        label_choice(dispatcher, project, words::CHANGE_TO_LABEL, &props.new_label, OccurrenceAction::SetNewLabel);
    html! {
        <div class="operations" role="radiogroup" aria-label={words::OPERATIONS}>
            { radio(Operation::Tag, tag) }
            { radio(Operation::Relabel, html! { <>{ words::CHANGE_TO }{ new_label }</> }) }
            { radio(Operation::Remove, html! { words::remove_tags(&label) }) }
        </div>
    }
}

fn label_choice(
    dispatcher: &Dispatcher,
    project: &Project,
    name: &'static str,
    chosen: &LabelId,
    action: fn(LabelId) -> OccurrenceAction,
) -> Html {
    let dispatcher = dispatcher.clone();
    let onchange = Callback::from(move |event: Event| {
        // The select is inside the label of a radio button, whose handler must not get the event.
        event.stop_propagation();
        dispatcher.dispatch(action(value_of(&event).as_str().into()));
    });
    html! {
        <select aria-label={name} {onchange}>
            { for project.schema().labels.iter().map(|label| html! {
                <option value={label.id.to_string()} selected={&label.id == chosen}>{ &label.name }</option>
            }) }
        </select>
    }
}

/// The switches of the search for the text.
pub(super) fn strictness(dispatcher: &Dispatcher, query: &Query) -> Html {
    let switch = |name: &'static str, is_on: bool, flip: fn(&mut Query)| {
        let mut changed = query.clone();
        flip(&mut changed);
        let onchange = on(dispatcher, OccurrenceAction::SetQuery(changed));
        html! { <label><input type="checkbox" checked={is_on} {onchange} />{ name }</label> }
    };
    html! {
        <div class="row strictness">
            { switch(words::MATCH_CASE, query.case, |query| query.case ^= true) }
            { switch(words::WHOLE_WORDS, query.whole, |query| query.whole ^= true) }
            { switch(words::WITH_ENDINGS, query.endings, |query| query.endings ^= true) }
        </div>
    }
}
