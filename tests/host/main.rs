//! Tests of the core through its public interface, in one binary: property tests, and tests with files.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic)]

mod anchoring;
mod annotation_economy;
mod brat;
mod bundled_board;
mod cas_json;
mod claims_board_properties;
#[cfg(feature = "cli")]
mod command_line;
#[path = "../common/mod.rs"]
mod common;
mod conll;
mod csv_properties;
mod damage_properties;
mod documented_example;
mod documents;
mod encodings;
mod export_options;
mod fixtures;
mod formats_document;
mod fuzz_seeds;
mod html_check;
mod json_less;
mod json_records;
mod json_suite;
#[path = "../common/legacy_texts.rs"]
mod legacy_texts;
mod listed_annotations;
mod lossy;
mod merge_properties;
mod naughty_strings;
mod older_files;
mod predictions;
mod project_properties;
mod project_view;
mod report_properties;
mod rescue_file_properties;
mod schema_edits;
mod set_properties;
mod speech_properties;
mod streaming_properties;
mod suggestion_properties;
mod text_properties;
mod types;
mod web_annotations;
mod webanno_tsv;
mod word_diff_properties;
