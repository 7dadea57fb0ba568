//! What a key press does: label keys, the keys of the present mode, then the command table.

use super::commands::{Command, Group, binding, bindings, commands};
use super::key_layout::resolved;
use super::keys::{KeyFocus, KeyPress, Keys};
use super::{Action, AttributeAction, AttributeKey, CaretAction, Mode, OccurrenceAction, State, TagAction};
use crate::text::Snap;

/// The first characters of keys that no label may have, because commands for tags and selections use them.
pub const RESERVED: &str = ",.[]{}+?/lnraemgdsu";

/// What a key press does on the page; `None` where it is not the page's.
pub fn action_for(state: &State, press: &KeyPress) -> Option<Action> {
    if state.dialog.is_some() {
        return None;
    }
    let press = &resolved(state, press);
    if press.ctrl || press.key.len() > 1 && press.key.starts_with('F') {
        return by_table(state, press);
    }
    if press.focus == KeyFocus::Field {
        return None;
    }
    match &state.mode {
        // What is typed beside the list of ends must not relabel or remove the annotation.
        Mode::Relating(_) => return (press.key == "Escape").then_some(Action::Escape),
        // The attribute palette is open but may not be rendered yet: what is typed fast is meant for it.
        Mode::SettingAttributes(_) => {
            if let Some(key) = attribute_key(press) {
                return Some(AttributeAction::Key(key).into());
            }
        }
        _ => {}
    }
    by_label(state, press).or_else(|| by_table(state, press))
}

/// Whether a press may do something on the page, as far as that can be said before the commands are loaded: it is a key of a
/// command, or a character, which may be that of a label. Until they are, the browser must not do anything with such a key.
pub fn may_act(state: &State, press: &KeyPress) -> bool {
    if state.dialog.is_some() {
        return false;
    }
    // What the press means on another layout is found out when the commands are there.
    let is_bound = |group: Group, keys: &[Keys]| fit(keys, group, press).is_some();
    let is_character = press.key.chars().count() == 1 && press.key != " ";
    let is_typed = is_character && !press.ctrl && press.focus != KeyFocus::Field;
    is_typed || bindings().any(|binding| binding.scope.includes(&press.focus) && is_bound(binding.group, binding.keys))
}

/// Whether a press is one of the keys of a command.
pub fn is_key_of(state: &State, id: &str, press: &KeyPress) -> bool {
    is_plain_key_of(id, &resolved(state, press))
}

/// As [`is_key_of`], on a keyboard whose layout is that of the keys.
pub fn is_plain_key_of(id: &str, press: &KeyPress) -> bool {
    binding(id).is_some_and(|binding| binding.keys.iter().any(|keys| keys.fit(press).is_some()))
}

/// What a key does in the attribute palette.
pub fn attribute_key(press: &KeyPress) -> Option<AttributeKey> {
    match (press.key.as_str(), press.digit(), press.character()) {
        ("Escape", ..) => Some(AttributeKey::Back),
        ("Delete" | "Backspace", ..) => Some(AttributeKey::Clear),
        (_, Some(digit), _) => Some(AttributeKey::Digit(digit)),
        (_, _, Some(character)) if character.is_alphanumeric() => Some(AttributeKey::Ignore),
        _ => None,
    }
}

/// A label key tags or relabels; with Shift, every occurrence.
fn by_label(state: &State, press: &KeyPress) -> Option<Action> {
    // A label on nothing but spaces says why it cannot tag them.
    let acts = state.can_tag() || state.selects_only_spaces() || state.chooses_active_label() || state.reviews_label();
    let key = label_key(press).filter(|_| acts)?;
    let keys = format!("{}{key}", state.chord);
    let schema = state.project().schema();
    if let Some(label) = schema.label_of_keys(&keys) {
        if state.chooses_active_label() {
            return Some(TagAction::Activate(Some(label.id.clone())).into());
        }
        let how = press.alt.then_some(Snap::Exact);
        return Some(match press.shift {
            true => OccurrenceAction::Everywhere(label.id.clone(), how).into(),
            false => TagAction::Apply(label.id.clone(), how).into(),
        });
    }
    if schema.is_key_prefix(&keys) {
        return Some(TagAction::Chord(keys).into());
    }
    (!state.chord.is_empty()).then(|| TagAction::UnknownChord.into())
}

/// The character of a label key.
fn label_key(press: &KeyPress) -> Option<char> {
    let mut characters = press.key.chars();
    let first = characters.next()?;
    characters.next().is_none().then(|| first.to_lowercase().next().unwrap_or(first))
}

/// The first command that can be run of those whose keys fit best.
fn by_table(state: &State, press: &KeyPress) -> Option<Action> {
    let fitting: Vec<(u8, &Command)> = commands()
        .filter(|command| command.scope.includes(&press.focus))
        .filter_map(|command| Some((fit(command.keys, command.group, press)?, command)))
        .collect();
    // "Ctrl+Shift+Z" is not "Ctrl+Z" where there is nothing to redo.
    let best = fitting.iter().map(|(fit, _)| *fit).min()?;
    let (_, command) = fitting.into_iter().find(|(fit, command)| *fit == best && (command.enabled)(state))?;
    let action = (command.action)(state);
    Some(if press.shift && command.group == Group::Text { extending(action) } else { action })
}

/// How well a press fits the keys of a command. With Shift, caret movements extend the selection.
fn fit(keys: &[Keys], group: Group, press: &KeyPress) -> Option<u8> {
    let unshifted;
    let press = match group {
        Group::Text => {
            unshifted = KeyPress { shift: false, ..press.clone() };
            &unshifted
        }
        _ => press,
    };
    keys.iter().filter_map(|keys| keys.fit(press)).min()
}

fn extending(action: Action) -> Action {
    let Action::Caret(caret) = action else { return action };
    Action::Caret(match caret {
        CaretAction::Move { unit, direction, .. } => CaretAction::Move { unit, direction, extend: true },
        CaretAction::MoveSideways { unit, left, .. } => CaretAction::MoveSideways { unit, left, extend: true },
        CaretAction::MoveByLine { direction, to_line_end, .. } => {
            CaretAction::MoveByLine { direction, extend: true, to_line_end }
        }
        CaretAction::MoveToEnd { direction, .. } => CaretAction::MoveToEnd { direction, extend: true },
        other => other,
    })
}
