//! Taking over what the browser has selected.

use crate::app::{CaretAction, Cursor, Dispatcher};
use crate::model::ArticleId;
use crate::text::{Snap, TextRange, snap};
use crate::web::selection;

/// Makes what the browser has selected the selection, or adds it; whether there was anything to take.
pub(super) fn take_selection(dispatcher: &Dispatcher, how: Snap, add: bool) -> bool {
    let state = dispatcher.state();
    let text_of = |id: &ArticleId| state.project().article(id).map(|article| article.text.clone());
    let selected = selection::read().and_then(|selected| selected.resolve(text_of));
    let Some((article, anchor, head)) = selected.filter(|(_, anchor, head)| anchor != head) else { return false };
    let Some(text) = text_of(&article) else { return false };
    if snap(&text, TextRange::new(anchor, head), how).is_none() {
        return false;
    }
    // The selection is kept as it was made: a label chosen with Alt still means its exact characters.
    let cursor = Cursor { article, anchor, head, snap: how, by_pointer: true };
    dispatcher.dispatch(if add { CaretAction::AddRange(cursor) } else { CaretAction::Place(Some(cursor)) });
    true
}
