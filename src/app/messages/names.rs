//! The names of choices that the program defines, inside of a sentence.

use crate::model::{ArticleStatus, AttributeKind, LabelKind};

/// The status of an article.
pub fn status(status: ArticleStatus) -> &'static str {
    match status {
        ArticleStatus::Unread => "unread",
        ArticleStatus::InWork => "in progress",
        ArticleStatus::Done => "done",
    }
}

/// The kind of a label.
pub fn label_kind(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Claim => "claim",
        LabelKind::Entity => "entity",
        LabelKind::Other => "other",
    }
}

/// The kind of an attribute.
pub fn attribute_kind(kind: AttributeKind) -> &'static str {
    match kind {
        AttributeKind::Choice => "choice",
        AttributeKind::MultipleChoice => "multiple choice",
        AttributeKind::Text => "text",
        AttributeKind::Number => "number",
        AttributeKind::YesNo => "yes/no",
        AttributeKind::Entity => "entity",
    }
}
