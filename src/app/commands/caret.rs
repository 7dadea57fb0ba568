//! Commands that move the caret. With Shift they extend the selection, which the key handler adds.

use super::enabled::{always, has_pending};
use super::{Command, Group};
use crate::app::keys::{Keys, Scope};
use crate::app::messages::help;
use crate::app::{Action, CaretAction, Direction, FocusTarget, TagAction, ViewAction};
use crate::text::Unit;

const fn caret(
    id: &'static str,
    keys: &'static [Keys],
    help: &'static str,
    action: fn(&crate::app::State) -> Action,
) -> Command {
    Command { id, title: "", keys, scope: Scope::InText, group: Group::Text, help, enabled: always, action }
}

fn sideways(unit: Unit, left: bool) -> Action {
    CaretAction::MoveSideways { unit, left, extend: false }.into()
}

fn by(unit: Unit, direction: Direction) -> Action {
    CaretAction::Move { unit, direction, extend: false }.into()
}

fn by_line(direction: Direction, to_line_end: bool) -> Action {
    CaretAction::MoveByLine { direction, extend: false, to_line_end }.into()
}

fn to_end(direction: Direction) -> Action {
    CaretAction::MoveToEnd { direction, extend: false }.into()
}

pub(super) const COMMANDS: &[Command] = &[
    caret("caret.left", &[Keys("ArrowLeft")], help::BY_CHARACTER, |_| sideways(Unit::Grapheme, true)),
    caret("caret.right", &[Keys("ArrowRight")], "", |_| sideways(Unit::Grapheme, false)),
    caret("caret.word-left", &[Keys("Ctrl+ArrowLeft"), Keys("Alt+ArrowLeft")], help::BY_WORD, |_| {
        sideways(Unit::Word, true)
    }),
    caret("caret.word-right", &[Keys("Ctrl+ArrowRight"), Keys("Alt+ArrowRight")], "", |_| sideways(Unit::Word, false)),
    caret("caret.up", &[Keys("ArrowUp")], help::BY_LINE, |_| by_line(Direction::Back, false)),
    caret("caret.down", &[Keys("ArrowDown")], "", |_| by_line(Direction::Forward, false)),
    caret("caret.previous-sentence", &[Keys("Alt+ArrowUp")], help::BY_SENTENCE, |_| {
        by(Unit::Sentence, Direction::Back)
    }),
    caret("caret.next-sentence", &[Keys("Alt+ArrowDown")], "", |_| by(Unit::Sentence, Direction::Forward)),
    caret("caret.previous-paragraph", &[Keys("Ctrl+ArrowUp")], help::BY_PARAGRAPH, |_| {
        by(Unit::Block, Direction::Back)
    }),
    caret("caret.next-paragraph", &[Keys("Ctrl+ArrowDown")], "", |_| by(Unit::Block, Direction::Forward)),
    caret("caret.line-start", &[Keys("Home")], help::TO_LINE_END, |_| by_line(Direction::Back, true)),
    caret("caret.line-end", &[Keys("End")], "", |_| by_line(Direction::Forward, true)),
    caret("caret.text-start", &[Keys("Ctrl+Home")], help::TO_TEXT_END, |_| to_end(Direction::Back)),
    caret("caret.text-end", &[Keys("Ctrl+End")], "", |_| to_end(Direction::Forward)),
    caret("caret.select-all", &[Keys("Ctrl+A")], help::SELECT_ALL, |_| CaretAction::SelectAll.into()),
    Command {
        id: "palette.focus",
        title: "",
        keys: &[Keys("Enter")],
        scope: Scope::InText,
        group: Group::Text,
        help: help::TO_PALETTE,
        enabled: has_pending,
        action: |state| match state.active_label {
            Some(_) => TagAction::ApplyActive.into(),
            None => ViewAction::Focus(FocusTarget::Palette).into(),
        },
    },
];
