//! The keys of the commands without what the commands do, which is loaded later than these.

use super::{Command, Group, caret, page, review, tags};
use crate::app::keys::{Keys, Scope};

/// The keys of a command.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The id of the command.
    pub id: &'static str,
    /// Its keys.
    pub keys: &'static [Keys],
    /// Where they act.
    pub scope: Scope,
    /// Its group.
    pub group: Group,
}

/// Runs in the compiler, so that the table has no pointers to the functions of the commands.
const fn bindings_of<const N: usize>(commands: &'static [Command]) -> [Binding; N] {
    let mut all = [Binding { id: "", keys: &[], scope: Scope::Everywhere, group: Group::Page }; N];
    let mut at = 0;
    while at < N {
        let Command { id, keys, scope, group, .. } = commands[at];
        all[at] = Binding { id, keys, scope, group };
        at += 1;
    }
    all
}

static CARET: [Binding; caret::COMMANDS.len()] = bindings_of(caret::COMMANDS);
static REVIEW: [Binding; review::COMMANDS.len()] = bindings_of(review::COMMANDS);
static TAGS: [Binding; tags::COMMANDS.len()] = bindings_of(tags::COMMANDS);
static PAGE: [Binding; page::COMMANDS.len()] = bindings_of(page::COMMANDS);

/// The keys of all commands, in the order of [`commands`](super::commands()).
pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    CARET.iter().chain(&REVIEW).chain(&TAGS).chain(&PAGE)
}

/// The keys of a command.
pub fn binding(id: &str) -> Option<&'static Binding> {
    bindings().find(|binding| binding.id == id)
}

/// The keys of a command as `aria-keyshortcuts` wants them.
pub fn aria_keys(id: &str) -> Option<String> {
    let all: Vec<String> = binding(id)?.keys.iter().map(|keys| keys.aria()).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// The first keys of a command, as people read them.
pub fn shown_keys(id: &str) -> String {
    binding(id).and_then(|binding| binding.keys.first()).map(ToString::to_string).unwrap_or_default()
}
