//! Errors, as sentences without a capital and a full stop: what is wrong, what was expected, and what to do.

mod edit;
mod json;
mod model;
mod read;
#[cfg(test)]
mod tests;

pub mod backup;
pub mod files;
pub mod samples;
pub mod search;
pub mod storage;

pub use edit::{conflict, edit};
pub use json::{found, json};
pub use model::{invalid, range};
pub use read::{read, unreadable};

/// An error as a sentence: it begins with a capital and ends with a full stop.
pub fn sentence(error: &str) -> String {
    let mut sentence = error.trim_end_matches('.').to_owned();
    // Messages begin with ASCII letters; what does not is a name.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence + "."
}

/// What the browser says of an error.
pub fn browser_reason(reason: Option<&str>) -> String {
    reason.unwrap_or("the browser gave no reason").to_owned()
}
