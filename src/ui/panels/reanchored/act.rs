//! What is done with a tag from another version.

use crate::app::messages::{errors, reanchored as words};
use crate::app::{Action, Dispatcher, Notice, SelectAction, ViewAction};
use crate::edit::{Command, EditError, Stamp};
use crate::merge::{accept, move_to, place, remove_unplaced};
use crate::model::{AnnotationId, ArticleId};
use crate::text::TextRange;
use crate::web::clock;

/// What is done with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Its place, or its article, is shown.
    Show,
    /// Its place is accepted.
    Accept,
    /// It is moved to the selected text.
    Move,
    /// It is removed.
    Remove,
}

/// Where a tag is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Where {
    /// On a text that may be another one.
    Placed(ArticleId, AnnotationId),
    /// Nowhere in this article.
    Nowhere(ArticleId, AnnotationId),
}

/// Does it; returns whether that was possible.
pub(super) fn act(dispatcher: &Dispatcher, at: &Where, what: Act) -> bool {
    let state = dispatcher.state();
    let project = state.project();
    let command = match (what, at) {
        (Act::Show, Where::Placed(_, id)) => {
            dispatcher.dispatch(SelectAction::Reveal(id.clone()));
            return true;
        }
        (Act::Show, Where::Nowhere(article, _)) => {
            dispatcher.dispatch(ViewAction::Show(article.clone()));
            return true;
        }
        (Act::Accept, Where::Placed(_, id)) => accept(project, std::slice::from_ref(id), &stamp(dispatcher)),
        (Act::Accept, Where::Nowhere(..)) => return false,
        (Act::Remove, Where::Placed(_, id)) => Ok(Command::Remove(vec![id.clone()])),
        (Act::Remove, Where::Nowhere(article, id)) => remove_unplaced(project, article, id),
        (Act::Move, Where::Placed(article, id)) => match selected(dispatcher, article) {
            Some(range) => move_to(project, id, range, &stamp(dispatcher)),
            None => return false,
        },
        (Act::Move, Where::Nowhere(article, id)) => match selected(dispatcher, article) {
            Some(range) => place(project, article, id, range, state.active_label.as_ref(), &stamp(dispatcher)),
            None => return false,
        },
    };
    perform(dispatcher, command)
}

/// Accepts the places of these tags.
pub(super) fn accept_all(dispatcher: &Dispatcher, all: &[AnnotationId]) {
    let command = accept(dispatcher.state().project(), all, &stamp(dispatcher));
    perform(dispatcher, command);
}

fn perform(dispatcher: &Dispatcher, command: Result<Command, EditError>) -> bool {
    match command {
        Ok(command) => dispatcher.dispatch(Action::Edit(command)),
        Err(error) => {
            let message = errors::sentence(&errors::edit(&error));
            dispatcher.dispatch(ViewAction::Notify(Some(Notice::error(message))));
            return false;
        }
    }
    true
}

fn stamp(dispatcher: &Dispatcher) -> Stamp {
    Stamp { at: clock::now(), by: dispatcher.state().author.clone() }
}

/// The selected text of an article, all parts together; a message if there is none.
fn selected(dispatcher: &Dispatcher, article: &ArticleId) -> Option<TextRange> {
    let state = dispatcher.state();
    let found = state.pending().filter(|(of, _)| of == article).and_then(|(_, ranges)| {
        let (first, last) = (ranges.first()?, ranges.last()?);
        Some(TextRange::new(first.start(), last.end()))
    });
    if found.is_none() {
        let title = state.project().article(article).map(|article| article.title.clone()).unwrap_or_default();
        dispatcher.dispatch(ViewAction::Notify(Some(Notice::error(words::select_first(&title)))));
    }
    found
}
