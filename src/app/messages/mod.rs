//! Every text that a user reads. Everything else names what happened by data, so that another language needs other files
//! here and nothing else.

pub mod counts;
pub mod names;
pub mod recovery;
pub mod summaries;
