//! When commands can be run.

use crate::app::{Cursor, State};

pub(super) fn always(_: &State) -> bool {
    true
}

pub(super) fn has_annotations(state: &State) -> bool {
    state.project().annotation_count() > 0
}

pub(super) fn has_selected(state: &State) -> bool {
    state.view.primary().is_some()
}

pub(super) fn has_selection(state: &State) -> bool {
    state.view.cursor.as_ref().is_some_and(Cursor::is_selection)
}

pub(super) fn has_pending(state: &State) -> bool {
    state.pending().is_some()
}

pub(super) fn has_caret(state: &State) -> bool {
    state.view.cursor.is_some()
}

pub(super) fn has_only_selected(state: &State) -> bool {
    has_selected(state) && !has_selection(state)
}

pub(super) fn can_undo(state: &State) -> bool {
    state.editor.history().next_undo().is_some()
}

pub(super) fn can_redo(state: &State) -> bool {
    state.editor.history().next_redo().is_some()
}

pub(super) fn has_backup(state: &State) -> bool {
    state.backup.is_some()
}

pub(super) fn has_no_backup(state: &State) -> bool {
    state.backup.is_none()
}
