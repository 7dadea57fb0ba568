//! What can be done with the selected annotation: moving its edges, relating it, another part, every occurrence.

use yew::prelude::*;

use super::relate_button::relate_button;
use crate::app::commands::{aria_keys, shown_keys};
use crate::app::messages::inspector as words;
use crate::app::{Direction, Dispatcher, Edge, OccurrenceAction, PartAction, TagAction};
use crate::text::Unit;
use crate::ui::dom::focus::focus_current_text;
use crate::ui::widgets::on;

/// The row of buttons.
pub(super) fn actions(dispatcher: &Dispatcher, is_extended: bool) -> Html {
    html! {
        <div class="inspector-actions">
            { edges(dispatcher) }
            { relate_button(dispatcher, 1) }
            { add_part(dispatcher, is_extended) }
            <button type="button" title={words::occurrences_title(&shown_keys("occurrences.list"))} aria-keyshortcuts={aria_keys("occurrences.list")}
                onclick={on(dispatcher, OccurrenceAction::Open)}>
                { words::OCCURRENCES }<kbd aria-hidden="true">{ shown_keys("occurrences.list") }</kbd>
            </button>
        </div>
    }
}

/// Moves the edges by a word, for users without a mouse whose keyboard has no brackets.
fn edges(dispatcher: &Dispatcher) -> Html {
    let button = |name: &'static str, arrow: &'static str, command: &'static str, edge: Edge, direction: Direction| {
        let onclick = on(dispatcher, TagAction::MoveEdge(edge, direction, Unit::Word));
        html! {
            <button type="button" class="icon" aria-label={name} title={words::by_a_word(name, &shown_keys(command))}
                aria-keyshortcuts={aria_keys(command)} {onclick}>{ arrow }</button>
        }
    };
    html! {
        <div class="edges" role="group" aria-label={words::EDGES}>
            <span class="muted" aria-hidden="true">{ words::START }</span>
            { button(words::START_EARLIER, "←", "edge.start-earlier", Edge::Start, Direction::Back) }
            { button(words::START_LATER, "→", "edge.start-later", Edge::Start, Direction::Forward) }
            <span class="muted" aria-hidden="true">{ words::END }</span>
            { button(words::END_EARLIER, "←", "edge.end-earlier", Edge::End, Direction::Back) }
            { button(words::END_LATER, "→", "edge.end-later", Edge::End, Direction::Forward) }
        </div>
    }
}

/// Asks for another part of the annotation; pressed again, it does not.
fn add_part(dispatcher: &Dispatcher, is_extended: bool) -> Html {
    let keys = shown_keys("part.add");
    let dispatcher = dispatcher.clone();
    // The part is selected in the text, so that is where the focus has to be.
    let onclick = Callback::from(move |_: MouseEvent| {
        focus_current_text(&dispatcher.state());
        dispatcher.dispatch(if is_extended { PartAction::Drop } else { PartAction::Keep });
    });
    html! {
        <button type="button" class="add-part" aria-pressed={is_extended.to_string()} title={words::add_part_title(&keys)} {onclick}>
            { words::ADD_PART }<kbd aria-hidden="true">{ keys }</kbd>
        </button>
    }
}
