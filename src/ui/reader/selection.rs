//! Taking over what a pointer has selected.

use crate::app::messages::tags as words;
use crate::app::{CaretAction, Cursor, Dispatcher, Notice, TagAction, ViewAction};
use crate::model::ArticleId;
use crate::text::{ByteOffset, snap};
use crate::web::selection;

/// Makes this the selection, or adds it as a part. It is kept as it was made: a label chosen with Alt still means its exact
/// characters. What cannot be tagged is not selected, and the user is told why.
pub(super) fn select(dispatcher: &Dispatcher, cursor: Cursor, add: bool) {
    let state = dispatcher.state();
    let article = state.project().article(&cursor.article);
    if article.is_none_or(|article| snap(&article.text, cursor.range(), cursor.snap).is_none()) {
        let caret = Cursor { anchor: cursor.head, ..cursor };
        dispatcher.dispatch(CaretAction::Place(Some(caret)));
        return dispatcher.dispatch(ViewAction::Notify(Some(Notice::info(words::ONLY_SPACES))));
    }
    if add {
        return dispatcher.dispatch(CaretAction::AddRange(cursor));
    }
    dispatcher.dispatch(CaretAction::Place(Some(cursor)));
    if state.active_label.is_some() {
        dispatcher.dispatch(TagAction::SelectionMade);
    }
}

/// What the browser has selected in an article, which is how touch selects: the fixed end and the moving end.
pub(super) fn selected_by_browser(dispatcher: &Dispatcher) -> Option<(ArticleId, ByteOffset, ByteOffset)> {
    let state = dispatcher.state();
    selection::read()?.resolve(|id| state.project().article(id).map(|article| article.text.clone()))
}
