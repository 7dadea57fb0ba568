//! Every text that a person reads: one constant or function for each, grouped by the part of the page. Another language
//! would be another version of this folder.

pub mod active_label;
pub mod add_articles;
pub mod analysis;
pub mod annotations;
pub mod articles;
pub mod attributes;
pub mod backup;
pub mod banners;
pub mod claims_board;
pub mod commands;
#[cfg(test)]
mod counts;
pub mod dialogs;
pub mod encodings;
pub mod entities;
pub mod errors;
pub mod export;
pub mod file_kinds;
pub mod files;
pub mod follow;
pub mod formats;
pub mod guidelines;
pub mod header;
pub mod help;
pub mod history;
pub mod inspector;
pub mod links;
pub mod names;
pub mod notices;
pub mod occurrences;
pub mod palette;
pub mod panels;
pub mod projects;
pub mod reader;
pub mod recovery;
pub mod relations;
pub mod schema;
pub mod script_api;
pub mod search;
pub mod session;
pub mod suggestions;
pub mod summaries;
pub mod tags;
pub mod text;
pub mod values;
