//! The metadata of a saved project, which the list of projects shows.

use crate::json::record;

/// The metadata of a saved project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectInfo {
    /// The key of the project in the storage; never changes.
    pub key: String,
    /// The title.
    pub title: String,
    /// When the project was created, in RFC 3339.
    pub created: String,
    /// When the project was last saved, in RFC 3339.
    pub saved: String,
    /// The number of articles.
    pub articles: u32,
    /// The number of annotations.
    pub annotations: u32,
    /// When the project was moved to the bin, in RFC 3339.
    pub deleted: Option<String>,
    /// The ids of the bundled articles that are still to be fetched and added.
    pub awaiting: Vec<String>,
}

record!(ProjectInfo, ProjectInfo, {
    defaulted "key": key,
    defaulted "title": title,
    defaulted "created": created,
    defaulted "saved": saved,
    defaulted "articles": articles,
    defaulted "annotations": annotations,
    defaulted "deleted": deleted,
    defaulted "awaiting": awaiting,
});

impl ProjectInfo {
    /// Whether the entry of the project is damaged, so that only the key is known.
    pub fn is_damaged(&self) -> bool {
        // Every other entry has the time when the project was saved.
        self.saved.is_empty()
    }
}
