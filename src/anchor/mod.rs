//! Describes a range by its context, so that it can be found again.

mod context;
mod quote;

pub use context::{CONTEXT, context};
pub use quote::{DescribeOptions, Quote, describe};
