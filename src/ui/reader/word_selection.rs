//! What the reader does with words. The tables of word breaks are loaded later than the reader.

use web_sys::Element;

use crate::app::messages::tags as words;
use crate::app::{CaretAction, Cursor, Dispatcher, Notice, TagAction, ViewAction};
use crate::model::Article;
use crate::text::{ByteOffset, Text, TextRange, snap};
use crate::web::dom_text;

/// How a selection was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Made {
    /// By itself.
    Alone,
    /// In addition to what was selected before.
    InAddition,
    /// From what was selected before: three clicks begin with two, and a finger moves the handles of what it has selected.
    FromBefore,
}

/// Makes this the selection, or adds it as a part. It is kept as it was made: a label chosen with Alt still means its exact
/// characters. What cannot be tagged is not selected, and the user is told why.
pub(in crate::ui) fn select(dispatcher: &Dispatcher, cursor: Cursor, made: Made) {
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

/// The ends of the selection as they are shown: snapped, if a pointer made it.
pub(in crate::ui) fn shown_ends(text: &Text, cursor: &Cursor) -> (ByteOffset, ByteOffset) {
    let is_snapped = cursor.by_pointer && !cursor.range().is_empty();
    match snap(text, cursor.range(), cursor.snap).filter(|_| is_snapped) {
        Some(range) if cursor.anchor <= cursor.head => (range.start(), range.end()),
        Some(range) => (range.end(), range.start()),
        None => (cursor.anchor, cursor.head),
    }
}

/// The word at a position. The pointer is at `x`: of the words on both sides of the position, that one counts which is under it.
pub(in crate::ui) fn word_under(article: &Article, root: &Element, position: ByteOffset, x: f64) -> TextRange {
    let text = &article.text;
    let before = text.previous_grapheme(position);
    let rect = dom_text::rect_of(root, text, TextRange::new(before, position));
    let is_before = rect.is_some_and(|rect| rect.left <= x && x < rect.right);
    let at = if is_before { before } else { position };
    text.word_at(at).unwrap_or(TextRange::at(position))
}
