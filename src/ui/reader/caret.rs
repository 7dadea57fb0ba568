//! The caret and the selection as the page shows them.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::mouse_selection;
use crate::app::Cursor;
use crate::text::Text;
use crate::ui::dom::focus::{focused, has_focus_within};
use crate::ui::dom::popover;
use crate::ui::dom::scroll::scroll_to_caret;
use crate::ui::later::Later;
use crate::web::entry_points::EntryPoints as _;
use crate::web::{dom_text, selection};

/// Shows the cursor: as the browser's selection, and as a caret, which browsers draw in editors only.
pub(super) fn draw(root: &NodeRef, caret: &NodeRef, text: &Text, cursor: Option<&Cursor>) {
    let (Some(root), Some(caret)) = (root.cast::<Element>(), caret.cast::<HtmlElement>()) else { return };
    let Some(cursor) = cursor else {
        caret.set_hidden(true);
        return;
    };
    // Where something else has the focus, it would lose that with the selection that it has, in Chromium also a button.
    if has_focus_within(&root) || focused().is_none() && !selection::is_outside_articles() {
        let by_mouse = mouse_selection::ends_in(&cursor.article);
        let (anchor, head) = by_mouse.unwrap_or_else(|| {
            // Without the part, no selection was made.
            Later::now().map_or((cursor.anchor, cursor.head), |later| (later.shown_ends)(text, cursor))
        });
        selection::set(&root, text, anchor, head);
    }
    let Some(rect) = dom_text::caret_rect(&root, text, cursor.head, cursor.at_line_end) else {
        caret.set_hidden(true);
        return;
    };
    caret.set_hidden(!cursor.range().is_empty());
    let Some(page) = caret.offset_parent() else { return };
    let origin = page.get_bounding_client_rect();
    popover::set(&caret, rect.left - origin.left(), rect.top - origin.top());
    let _ = caret.style().set_property("height", &format!("{}px", (rect.bottom - rect.top).round() as i32));
}

/// Scrolls to a cursor that keys have moved. Where a pointer has put it, it is in view. `redraw` is called when the text around it has
/// moved, and returns whether the cursor is still there.
pub(super) fn scroll_to(root: &NodeRef, text: &Text, cursor: &Cursor, redraw: impl Fn() -> bool + 'static) {
    if let Some(root) = root.cast::<Element>().filter(|root| !cursor.by_pointer && has_focus_within(root)) {
        scroll_to_caret(&root, text, (cursor.head, cursor.at_line_end), redraw);
    }
}
