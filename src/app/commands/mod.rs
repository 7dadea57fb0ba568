//! The command table: every action that has a name. It feeds the key handler, the command palette, Help,
//! `aria-keyshortcuts` and the key tables in `docs/keys.md`.

mod bindings;
mod caret;
mod command;
mod enabled;
mod page;
mod review;
mod tags;

pub use bindings::{Binding, aria_keys, binding, bindings, shown_keys};
pub use command::{Command, Group};

/// All commands, in the order of Help and of the command palette.
pub fn commands() -> impl Iterator<Item = &'static Command> {
    caret::COMMANDS.iter().chain(review::COMMANDS).chain(tags::COMMANDS).chain(page::COMMANDS)
}

/// The command of an id.
pub fn command(id: &str) -> Option<&'static Command> {
    commands().find(|command| command.id == id)
}

/// A row of Help: the keys, and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// Keys, or gestures.
    pub keys: Vec<String>,
    /// What they do.
    pub text: &'static str,
}

/// The rows of Help under a heading: the commands, then what is done with the mouse or with label keys.
pub fn help(group: Group) -> Vec<HelpRow> {
    let mut rows: Vec<HelpRow> = Vec::new();
    for command in commands().filter(|command| command.group == group && !command.keys.is_empty()) {
        let keys = command.keys.iter().map(ToString::to_string);
        match rows.last_mut() {
            Some(row) if command.help.is_empty() => {
                let new: Vec<String> = keys.filter(|keys| !row.keys.contains(keys)).collect();
                row.keys.extend(new);
            }
            _ => rows.push(HelpRow { keys: keys.collect(), text: command.help }),
        }
    }
    let gestures = super::messages::help::GESTURES.iter().filter(|(of, ..)| *of == group);
    rows.extend(gestures.map(|(_, keys, text)| HelpRow { keys: vec![(*keys).to_owned()], text }));
    rows
}

#[cfg(test)]
mod tests;
