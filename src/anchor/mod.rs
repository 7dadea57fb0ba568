//! Describing a range by quote and position, so that it can be found again.

mod context;

pub use context::{CONTEXT, context};
