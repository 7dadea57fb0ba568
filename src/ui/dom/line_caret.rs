//! Moving the caret by screen lines: only the browser knows where lines break.

use crate::app::{Cursor, Direction, LineMovement, State};
use crate::model::ArticleId;
use crate::text::Snap;
use crate::web::dom_text;
use crate::web::selection::{self, Alter, Granularity};

/// Where the caret goes. The browser moves its own selection, and the cursor follows.
pub(in crate::ui) fn moved(state: &State, movement: &LineMovement) -> Option<Cursor> {
    let LineMovement { cursor, direction, extend, to_line_end } = movement;
    let article = state.project().article(&cursor.article)?;
    let root = dom_text::root_of(&article.id)?;
    selection::set(&root, &article.text, cursor.anchor, cursor.head);
    let alter = if *extend { Alter::Extend } else { Alter::Move };
    let direction = match direction {
        Direction::Back => selection::Direction::Backward,
        Direction::Forward => selection::Direction::Forward,
    };
    let granularity = if *to_line_end { Granularity::LineBoundary } else { Granularity::Line };
    selection::modify(alter, direction, granularity);
    let text_of = |id: &ArticleId| (id == &article.id).then(|| article.text.clone());
    let (id, _, head) = selection::read().and_then(|selected| selected.resolve(text_of))?;
    let head = article.text.floor_grapheme(head);
    let anchor = if *extend { cursor.anchor } else { head };
    Some(Cursor { article: id, anchor, head, snap: Snap::Words, by_pointer: false })
}
