//! The command table: every action that has a name. It feeds the key handler, the command palette, Help,
//! `aria-keyshortcuts` and the key tables in `docs/keys.md`.

mod caret;
mod enabled;
mod tags;
mod page;

use super::keys::{Keys, Scope};
use super::{Action, State};

/// A command.
pub struct Command {
    /// Its name in code.
    pub id: &'static str,
    /// Its title in the command palette; empty where it is not listed there.
    pub title: &'static str,
    /// Its key bindings; the first is shown beside the title.
    pub keys: &'static [Keys],
    /// Where they act.
    pub scope: Scope,
    /// The heading in Help and in the key tables.
    pub group: Group,
    /// The text in Help and in the key tables; where it is empty, the keys are shown with the command before.
    pub help: &'static str,
    /// Whether it can be run now.
    pub enabled: fn(&State) -> bool,
    /// What it does.
    pub action: fn(&State) -> Action,
}

/// Headings in Help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The caret and the selection.
    Text,
    /// Tags.
    Tags,
    /// Search.
    Search,
    /// The project.
    Project,
    /// The page.
    Page,
}

impl Group {
    /// All of them, in the order of Help.
    pub const ALL: [Self; 5] = [Self::Text, Self::Tags, Self::Search, Self::Project, Self::Page];
}

/// All commands, in the order of Help and of the command palette.
pub fn commands() -> impl Iterator<Item = &'static Command> {
    caret::COMMANDS.iter().chain(tags::COMMANDS).chain(page::COMMANDS)
}

/// The command of an id.
pub fn command(id: &str) -> Option<&'static Command> {
    commands().find(|command| command.id == id)
}

/// The keys of a command as `aria-keyshortcuts` wants them.
pub fn aria_keys(id: &str) -> Option<String> {
    let keys = command(id)?.keys;
    let all: Vec<String> = keys.iter().filter(|keys| !is_typographic(**keys)).map(|keys| keys.aria()).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// The first keys of a command, as people read them.
pub fn shown_keys(id: &str) -> String {
    command(id).and_then(|command| command.keys.first()).map(ToString::to_string).unwrap_or_default()
}

/// Whether keys are only another way in which some keyboards write the first ones, and are not shown.
fn is_typographic(keys: Keys) -> bool {
    keys.0.ends_with(['“', '”', '‘', '’'])
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
        let keys = command.keys.iter().filter(|keys| !is_typographic(**keys)).map(ToString::to_string);
        match rows.last_mut() {
            Some(row) if command.help.is_empty() => row.keys.extend(keys),
            _ => rows.push(HelpRow { keys: keys.collect(), text: command.help }),
        }
    }
    let gestures = super::messages::help::GESTURES.iter().filter(|(of, ..)| *of == group);
    rows.extend(gestures.map(|(_, keys, text)| HelpRow { keys: vec![(*keys).to_owned()], text }));
    rows
}

#[cfg(test)]
mod tests;
