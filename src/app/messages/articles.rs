//! Messages about getting through the articles.

use crate::model::ArticleStatus;
use crate::text::isolated;

/// The current article is the only one that is not done.
pub const ONLY_UNFINISHED: &str = "This is the only article that is not done";
/// All articles are done.
pub const ALL_DONE: &str = "All articles are done";

/// The next article that is not done.
pub fn next(title: &str) -> String {
    format!("Next: {}", isolated(title))
}

/// What was done to the current article, and what comes next.
pub fn after_finishing(done: Option<&str>, next: &str) -> String {
    match done {
        Some(done) => format!("{done}. {next}"),
        None => next.to_owned(),
    }
}

/// A sample article could not be loaded.
pub fn sample_failed(title: &str, reason: &str) -> String {
    format!("{} could not be loaded: {reason}", isolated(title))
}

/// The list of sample articles could not be loaded.
pub fn samples_failed(reason: &str) -> String {
    format!("The sample articles cannot be loaded: {reason} You can open or paste your own.")
}

/// A status as people read it.
pub fn status(status: ArticleStatus) -> &'static str {
    match status {
        ArticleStatus::Unread => "Unread",
        ArticleStatus::InWork => "In progress",
        ArticleStatus::Done => "Done",
    }
}
