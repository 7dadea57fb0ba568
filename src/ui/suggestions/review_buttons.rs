//! The buttons of the review: each does what its key does.

use yew::prelude::*;

use crate::analysis::suggestions::SuggestionGroup;
use crate::app::commands::{aria_keys, command, shown_keys};
use crate::app::messages::review as words;
use crate::app::{Dispatcher, FocusTarget, Review};
use crate::model::Project;
use crate::ui::dom::focus;

/// The commands that move edges, in the order of [`words::EDGE_BUTTONS`].
const EDGES: [&str; 4] = ["review.start-earlier", "review.start-later", "review.end-earlier", "review.end-later"];

/// The buttons that decide the suggestion and its group, above what is suggested: they stay where they are.
pub(super) fn main_buttons(
    dispatcher: &Dispatcher,
    project: &Project,
    group: Option<&SuggestionGroup>,
    review: &Review,
) -> Html {
    let current = &review.current;
    let button = |id: &'static str, text: String| button(dispatcher, id, text, NodeRef::default(), None);
    let accept = focus::target(FocusTarget::Review);
    let several = group.filter(|group| group.items.len() > 1).map(|group| {
        let text = words::text_of(project, current, 0);
        let count = group.items.len();
        html! {
            <div class="review-buttons">
                { button("review.accept-group", words::accept_group(count, &text)) }
                { button("review.reject-group", words::reject_group(count, &text)) }
            </div>
        }
    });
    html! {
        <>
            <div class="review-buttons main">
                { self::button(dispatcher, "review.accept", words::ACCEPT.to_owned(), accept, Some("primary")) }
                { button("review.reject", words::REJECT.to_owned()) }
                { button("review.previous", words::PREVIOUS.to_owned()) }
                { button("review.next", words::SKIP.to_owned()) }
            </div>
            // Always one node, so that the buttons above stay the same elements and keep the focus.
            { several.unwrap_or_default() }
        </>
    }
}

/// What changes the suggestion, and what ends the review.
pub(super) fn other_buttons(dispatcher: &Dispatcher, review: &Review) -> Html {
    let button = |id: &'static str, text: &str| button(dispatcher, id, text.to_owned(), NodeRef::default(), None);
    html! {
        <>
            <div class="review-buttons">
                if review.is_tag() { { button("review.label", words::CHANGE_LABEL) } }
                if review.current.spans.len() > 1 { { button("review.other-side", words::OTHER_SIDE) } }
                if review.has_edges() { { edges(dispatcher) } }
                { button("review.leave", words::LEAVE) }
            </div>
            if review.is_tag() { <p class="muted small">{ words::LABEL_KEY_HINT }</p> }
        </>
    }
}

fn run(dispatcher: &Dispatcher, id: &'static str) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(command) = command(id) {
            let action = (command.action)(&dispatcher.state());
            dispatcher.dispatch(action);
        }
    })
}

fn button(dispatcher: &Dispatcher, id: &'static str, text: String, node: NodeRef, class: Option<&'static str>) -> Html {
    let keys = shown_keys(id);
    html! {
        <button type="button" ref={node} {class} onclick={run(dispatcher, id)} aria-keyshortcuts={aria_keys(id)}>
            { text }
            if !keys.is_empty() { <kbd aria-hidden="true">{ keys }</kbd> }
        </button>
    }
}

/// The four buttons that move edges.
fn edges(dispatcher: &Dispatcher) -> Html {
    let one = |(id, (name, sign)): (&'static str, (&'static str, &'static str))| {
        let title = format!("{name} ({})", shown_keys(id));
        html! {
            <button type="button" class="icon" onclick={run(dispatcher, id)} aria-label={name} {title} aria-keyshortcuts={aria_keys(id)}>{ sign }</button>
        }
    };
    let buttons: Vec<Html> = EDGES.into_iter().zip(words::EDGE_BUTTONS).map(one).collect();
    let edge = |(name, buttons): (&'static str, &[Html])| {
        html! { <><span class="muted" aria-hidden="true">{ name }</span>{ for buttons.iter().cloned() }</> }
    };
    html! {
        <span class="edges" role="group" aria-label={words::EDGES}>
            { for words::EDGE_NAMES.into_iter().zip(buttons.chunks(2)).map(edge) }
        </span>
    }
}
