//! Backups of the open project to a file of the user's.

use crate::model::Timestamp;

/// The file that the open project is backed up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// The file's name.
    pub name: String,
    /// When it was last written in this visit.
    pub at: Option<Timestamp>,
    /// How it goes.
    pub stage: BackupStage,
}

/// How backing up goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupStage {
    /// Changes are written some seconds later.
    Running,
    /// The browser asks for the user's permission again, as after a reload.
    Paused,
    /// The file could not be written; why, and what to do, as a message.
    Failed(String),
}

/// What the browser does with what it stores for this page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StorageInfo {
    /// Whether it keeps saved projects when disk space runs low; `None` where it does not say.
    pub protected: Option<bool>,
    /// Bytes in use.
    pub used: Option<f64>,
    /// Bytes that are left.
    pub free: Option<f64>,
    /// Whether it refused to protect saved projects in this visit.
    pub refused: bool,
}
