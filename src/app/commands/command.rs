//! A row of the command table.

use crate::app::keys::{Keys, Scope};
use crate::app::{Action, State};

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
    /// Suggestions, and their review.
    Review,
    /// Search.
    Search,
    /// The project.
    Project,
    /// The page.
    Page,
}

impl Group {
    /// All of them, in the order of Help.
    pub const ALL: [Self; 6] = [Self::Text, Self::Tags, Self::Review, Self::Search, Self::Project, Self::Page];
}
