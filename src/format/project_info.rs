//! What is stored of a project for the list of saved projects.

use crate::json::record;

/// What the list of projects shows of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectInfo {
    /// Names it in the storage; never changes.
    pub key: String,
    /// Its title.
    pub title: String,
    /// When it was made, in RFC 3339.
    pub created: String,
    /// When it was last saved, in RFC 3339.
    pub saved: String,
    /// How many articles it has.
    pub articles: u32,
    /// How many annotations it has.
    pub annotations: u32,
    /// When it was moved to the bin, in RFC 3339.
    pub deleted: Option<String>,
    /// The ids of the bundled articles that have still to be fetched into it.
    pub awaiting: Vec<String>,
}

record!(ProjectInfo, ProjectInfo, {
    usual "key": key,
    usual "title": title,
    usual "created": created,
    usual "saved": saved,
    usual "articles": articles,
    usual "annotations": annotations,
    usual "deleted": deleted,
    usual "awaiting": awaiting,
});

impl ProjectInfo {
    /// Whether the entry of the project is damaged, so that nothing but the key is known of it.
    pub fn is_damaged(&self) -> bool {
        // Every other entry has the time when the project was saved.
        self.saved.is_empty()
    }
}
