//! How this tab stands to the stored project: who edits it, and whether what was done is on disk.

/// How this tab stands to the stored project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Session {
    /// The storage is not open yet. What is done meanwhile is written when it is.
    Opening,
    /// The page shows a part of a project that is being opened. Only [`State::on_page`](super::State::on_page) has this.
    Reading,
    /// This tab edits the project.
    Owner(Saving),
    /// Another tab edits the project; this one shows what is saved there.
    Follower {
        /// Whether the other tab has been asked to let this one edit.
        asked: bool,
        /// Why this tab could not save what it had done before another one took the project over.
        unsaved: Option<String>,
    },
    /// There is no storage: everything is in memory. Opening the storage is tried again.
    MemoryOnly {
        /// Why, as a message.
        reason: String,
    },
    /// The last changes could not be written; it is tried again.
    Failed {
        /// Why, as a message.
        reason: String,
    },
}

/// Whether what was done is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// All of it is.
    Saved,
    /// Some of it is being written.
    Writing,
}

impl Session {
    /// A tab that shows what another one does.
    pub const FOLLOWING: Self = Self::Follower { asked: false, unsaved: None };

    /// Whether the project can be changed in this tab.
    pub fn can_edit(&self) -> bool {
        !matches!(self, Self::Follower { .. } | Self::Reading)
    }

    /// Why the last changes are not on disk, while that lasts.
    pub fn unsaved(&self) -> Option<&str> {
        match self {
            Self::MemoryOnly { reason } | Self::Failed { reason } => Some(reason),
            Self::Follower { unsaved, .. } => unsaved.as_deref(),
            Self::Opening | Self::Reading | Self::Owner(_) => None,
        }
    }

    /// The word for scripts and style sheets: `saved`, `saving`, `failed` or `memory`; only for style sheets `opening`.
    pub fn save_status(&self) -> &'static str {
        match self {
            Self::Opening | Self::Owner(Saving::Writing) => "saving",
            Self::Reading => "opening",
            Self::Owner(Saving::Saved) | Self::Follower { unsaved: None, .. } => "saved",
            Self::MemoryOnly { .. } => "memory",
            Self::Failed { .. } | Self::Follower { unsaved: Some(_), .. } => "failed",
        }
    }
}

/// What happened to the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionAction {
    /// Something is being written.
    Writing,
    /// Everything is on disk.
    Saved,
    /// The last changes could not be written; why, as a message.
    Failed(String),
    /// There is no storage; why, as a message.
    NoStorage(String),
    /// This tab edits the project from now on.
    Own,
    /// Another tab edits the project from now on.
    Follow,
    /// Another tab has been asked to let this one edit.
    Asked,
    /// The other tab has changes that it cannot save, and goes on editing.
    Refused,
    /// Another tab has saved other changes; what was done here goes on as a project of its own under this storage key.
    Detached(String),
}
