//! The runtime: calls `app::update` for each action, performs its effects, and dispatches their
//! results as actions.

mod analysis;
mod archives;
mod autosave;
mod backup;
mod counterparts;
mod documents;
mod effects;
mod export;
mod export_reminder;
mod file_inputs;
mod formats;
mod import;
mod later;
mod occurrences;
mod opening;
mod project_files;
mod project_manager;
mod project_requests;
mod read_text;
mod report;
mod samples;
mod saved_projects;
mod script_api;
mod search;
mod services;
mod signal;
mod start;
mod storage_protection;
mod store;
mod stored_panels;
mod suggestions;
mod tab_sync;
mod tool_files;
mod view_persistence;
mod window;
mod window_layout;
mod wording;

pub use analysis::install_analysis;
pub use documents::install_documents;
pub use formats::install_formats;
pub use later::{install_later, install_script_api};
pub use start::{blank_state, start};
pub use store::Store;
