//! Texts about articles: the panel of articles, the dialogs that add and edit them, and the way through them.

use super::names;
use super::text::counted;
use crate::model::{ArticleStatus, LabelKind};
use crate::text::isolated;

/// The panel.
pub const PANEL: &str = "Articles";
/// The group of filters by status.
pub const SHOW: &str = "Show articles";
/// Filter: articles of any status.
pub const ALL: &str = "All";
/// Button.
pub const NEXT_UNFINISHED: &str = "Next unfinished";
/// Its tooltip.
pub const NEXT_UNFINISHED_TITLE: &str = "Ctrl+Enter marks the article as done first";
/// Button: choose files with texts.
pub const OPEN_TEXTS: &str = "Open texts…";
/// Button: paste a text.
pub const PASTE_TEXT: &str = "Paste text…";
/// Button: load a sample article again.
pub const LOAD_AGAIN: &str = "Load again";
/// Heading: the fields of an article.
pub const DETAILS: &str = "About this article";
/// Button.
pub const REMOVE: &str = "Remove article";
/// Field.
pub const TITLE: &str = "Title";
/// Its placeholder.
pub const TITLE_PLACEHOLDER: &str = "Headline";
/// Field.
pub const SOURCE: &str = "Source";
/// Its placeholder.
pub const SOURCE_PLACEHOLDER: &str = "Publisher";
/// Field.
pub const DATE: &str = "Date";
/// Its placeholder: the form of a date.
pub const DATE_PLACEHOLDER: &str = "2021-11-28";
/// Field.
pub const LANGUAGE: &str = "Language";
/// Its placeholder: the form of a language tag.
pub const LANGUAGE_PLACEHOLDER: &str = "en";
/// Field.
pub const STATUS: &str = "Status";
/// Field.
pub const NOTE: &str = "Note";
/// The region that shows the beginning of a text.
pub const PREVIEW: &str = "Beginning of the text";
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

/// The class of a status icon.
pub fn status_class(status: ArticleStatus) -> &'static str {
    match status {
        ArticleStatus::Unread => "unread",
        ArticleStatus::InWork => "in-work",
        ArticleStatus::Done => "done",
    }
}

/// Tooltip of the button that marks an article with the next status.
pub fn mark_title(now: ArticleStatus, next: ArticleStatus) -> String {
    format!("{}: mark as {}", status(now), names::status(next))
}

/// Button: mark an article with the next status.
pub fn mark_as(title: &str, next: ArticleStatus) -> String {
    format!("Mark {} as {}", isolated(title), names::status(next))
}

/// How many tags of a kind an article has.
pub fn count_of(kind: LabelKind, count: usize) -> String {
    match kind {
        LabelKind::Claim => counted(count, "claim", "claims"),
        LabelKind::Entity => counted(count, "entity", "entities"),
        LabelKind::Other => counted(count, "other", "others"),
    }
}

/// Button: load a sample article again.
pub fn load_again(title: &str) -> String {
    format!("Load {} again", isolated(title))
}
