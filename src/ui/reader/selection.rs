//! Taking over what a pointer has selected.

use super::mouse_selection::nearest;
use crate::app::messages::tags as words;
use crate::app::{CaretAction, Cursor, Dispatcher, Notice, TagAction, ViewAction};
use crate::model::ArticleId;
use crate::text::{ByteOffset, snap};
use crate::web::selection;

/// How a selection was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// By itself.
    Alone,
    /// In addition to what was selected before.
    InAddition,
    /// From what was selected before: three clicks begin with two, and a finger moves the handles of what it has selected.
    FromBefore,
}

/// Makes this the selection, or adds it as a part. It is kept as it was made: a label chosen with Alt still means its exact
/// characters. What cannot be tagged is not selected, and the user is told why.
pub(super) fn select(dispatcher: &Dispatcher, cursor: Cursor, made: Made) {
    let state = dispatcher.state();
    let article = state.project().article(&cursor.article);
    if article.is_none_or(|article| snap(&article.text, cursor.range(), cursor.snap).is_none()) {
        let caret = Cursor { anchor: cursor.head, ..cursor };
        dispatcher.dispatch(CaretAction::Place(Some(caret)));
        return dispatcher.dispatch(ViewAction::Notify(Some(Notice::info(words::ONLY_SPACES))));
    }
    match made {
        Made::InAddition => dispatcher.dispatch(CaretAction::AddRange(cursor)),
        Made::FromBefore if state.active_label.is_some() => dispatcher.dispatch(TagAction::SelectionGrown(cursor)),
        Made::Alone | Made::FromBefore => {
            dispatcher.dispatch(CaretAction::Place(Some(cursor)));
            if state.active_label.is_some() {
                dispatcher.dispatch(TagAction::SelectionMade);
            }
        }
    }
}

/// What the browser has selected in an article, which is how touch selects: the fixed end and the moving end. Where the moving end
/// has left the article, it is the place of the article that is nearest to it, as for a mouse.
pub(super) fn selected_by_browser(dispatcher: &Dispatcher) -> Option<(ArticleId, ByteOffset, ByteOffset)> {
    let state = dispatcher.state();
    let selected = selection::read()?;
    let article = state.project().article(&selected.article)?;
    if selected.is_inside() {
        return selected.resolve(|_| Some(article.text.clone()));
    }
    let rect = selected.focus_rect()?;
    let head = nearest(article, &selected.root, (rect.left, (rect.top + rect.bottom) / 2.0))?;
    Some((article.id.clone(), selected.anchor(&article.text)?, head))
}
