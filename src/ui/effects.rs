//! Runs the effects that the store has for the page.

use super::dom::{focus, line_caret, live_region, print, scroll};
use crate::app::{CaretAction, Dispatcher, State, UiEffect};
use crate::web::file_picker;

/// Runs an effect at once, or returns it because it needs the next render.
pub(super) fn run_at_once(dispatcher: &Dispatcher, state: &State, effect: UiEffect) -> Option<UiEffect> {
    match effect {
        UiEffect::PickFiles(purpose) => file_picker::open(purpose.input_id()),
        UiEffect::Print => print::print_page(),
        UiEffect::MoveByLine(movement) => {
            if let Some(cursor) = line_caret::moved(state, &movement) {
                dispatcher.dispatch(CaretAction::Place(Some(cursor)));
            }
        }
        later => return Some(later),
    }
    None
}

/// Runs effects, now that the state is rendered.
pub(super) fn run_rendered(state: &State, effects: Vec<UiEffect>) {
    for effect in effects {
        match effect {
            UiEffect::Focus(target) => focus::focus(&target),
            UiEffect::ScrollTo(article, position) => {
                if let Some(article) = state.project().article(&article) {
                    scroll::scroll_to(&article.id, &article.text, position);
                }
            }
            UiEffect::Announce(text) => live_region::announce(&text),
            // These have run at once.
            UiEffect::PickFiles(_) | UiEffect::MoveByLine(_) | UiEffect::Print => {}
        }
    }
}
