//! The names of choices that the model defines.

use crate::model::ArticleStatus;

/// The status of an article, inside of a sentence.
pub fn status(status: ArticleStatus) -> &'static str {
    match status {
        ArticleStatus::Unread => "unread",
        ArticleStatus::InWork => "in progress",
        ArticleStatus::Done => "done",
    }
}
