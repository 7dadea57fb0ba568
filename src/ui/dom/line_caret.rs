//! Moving the caret by screen lines: only the browser knows where lines break.

use web_sys::Element;

use super::measure::lay_out_around;
use crate::app::{Cursor, Direction, LineMovement, State};
use crate::model::ArticleId;
use crate::text::{ByteOffset, Snap, Text};
use crate::web::dom_text;
use crate::web::selection::{self, Alter, Granularity};

/// Where the caret goes. The browser moves its own selection, and the cursor follows.
///
/// A position where a line is broken only on the screen is in two places: at the end of that line, and at the start of the next. The
/// browser's selection means the second one. So movements from the first one begin at the character before it.
pub(in crate::ui) fn moved(state: &State, movement: &LineMovement) -> Option<Cursor> {
    let LineMovement { cursor, direction, extend, to_line_end } = movement;
    let article = state.project().article(&cursor.article)?;
    let root = dom_text::root_of(&article.id)?;
    if cursor.at_line_end && *to_line_end && *direction == Direction::Forward {
        return Some(Cursor { anchor: if *extend { cursor.anchor } else { cursor.head }, ..cursor.clone() });
    }
    lay_out_around(&root, &article.text, cursor.head);
    let from = if cursor.at_line_end { article.text.previous_grapheme(cursor.head) } else { cursor.head };
    selection::set(&root, &article.text, if *extend { cursor.anchor } else { from }, from);
    let alter = if *extend { Alter::Extend } else { Alter::Move };
    let towards = match direction {
        Direction::Back => selection::Direction::Backward,
        Direction::Forward => selection::Direction::Forward,
    };
    let granularity = if *to_line_end { Granularity::LineBoundary } else { Granularity::Line };
    selection::modify(alter, towards, granularity);
    let text_of = |id: &ArticleId| (id == &article.id).then(|| article.text.clone());
    let (id, _, head) = selection::read().and_then(|selected| selected.resolve(text_of))?;
    let head = article.text.floor_grapheme(head);
    let anchor = if *extend { cursor.anchor } else { head };
    let at_line_end = is_line_end(&root, &article.text, head, from, movement);
    Some(Cursor { article: id, anchor, head, snap: Snap::Words, by_pointer: false, at_line_end })
}

/// Whether a movement from one position to another ends at the end of a line that is broken there only on the screen, and not at the
/// start of the next one: otherwise it would have gone too far forwards, or not backwards at all.
fn is_line_end(root: &Element, text: &Text, head: ByteOffset, from: ByteOffset, movement: &LineMovement) -> bool {
    let top = |position, at_line_end| dom_text::caret_rect(root, text, position, at_line_end).map(|rect| rect.top);
    let (Some(end), Some(start), Some(from)) = (top(head, true), top(head, false), top(from, false)) else {
        return false;
    };
    let is_after_line = text.as_str().get(..head.index()).is_some_and(|before| before.ends_with('\n'));
    let is_below = |a: f64, b: f64| a > b + 1.0;
    !is_after_line
        && is_below(start, end)
        && match movement.direction {
            Direction::Forward => movement.to_line_end || is_below(end, from),
            Direction::Back => !movement.to_line_end && !is_below(from, start),
        }
}
