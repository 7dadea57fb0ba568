//! The tests of the core that use its public interface, in one binary: property tests and files on the disk.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod csv_laws;
mod damage_laws;
mod json_suite;
mod naughty_strings;
mod older_files;
mod project_laws;
mod rescue_file_properties;
mod schema_edits;
mod set_laws;
mod text_laws;
mod types;
