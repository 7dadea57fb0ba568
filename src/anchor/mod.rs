//! Describes a range by its context, so that it can be found again.

mod context;

pub use context::{CONTEXT, context};
