//! Crossread: read several articles about one event side by side, tag the claims and the entities in them, relate
//! them across the articles, and export the result as JSON.
//!
//! `ARCHITECTURE.md` describes the folders and where to make which change. Everything except [`web`], [`runtime`] and [`ui`] is
//! plain Rust that is tested on the host.

#![cfg_attr(fuzzing, allow(unused_imports, dead_code))]

pub mod analysis;
pub mod anchor;
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
pub mod edit;
pub mod format;
pub mod json;
pub mod limits;
pub mod merge;
pub mod model;
mod order;
#[cfg(not(fuzzing))]
pub mod runtime;
pub mod text;
#[cfg(not(fuzzing))]
pub mod ui;
#[cfg(not(fuzzing))]
pub mod web;
