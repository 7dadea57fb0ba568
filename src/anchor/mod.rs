//! Describes a range by its context, so that it can be found again, also in another version of the text.

mod approximate;
mod context;
mod quote;
mod reanchor;

#[cfg(test)]
mod reanchor_tests;

pub use context::{CONTEXT, context};
pub use quote::{DescribeOptions, Quote, describe};
pub use reanchor::{Anchored, Anchorer};
