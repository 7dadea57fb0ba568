//! Every text that a user reads. All other code names what happened by data, so that another language needs other files
//! here and nothing else.

pub mod analysis;
pub mod counts;
pub mod errors;
pub mod formats;
pub mod names;
pub mod quotes;
pub mod recovery;
pub mod schema;
pub mod summaries;
