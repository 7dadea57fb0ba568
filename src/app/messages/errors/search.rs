//! Why a regular expression cannot be run.

/// The program of the search worker could not be loaded.
pub const NOT_LOADED: &str = "the part of the program that runs it could not be loaded";
