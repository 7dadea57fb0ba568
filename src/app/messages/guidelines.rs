//! Texts of the guidelines.

use super::text::quoted;
use crate::model::Attribute;

/// The heading, which opens and closes them.
pub const GUIDELINES: &str = "Guidelines";
/// Heading: attributes of an article.
pub const ARTICLE_ATTRIBUTES: &str = "About each article";
/// Heading: relation types.
pub const RELATIONS: &str = "Relations";

/// An example of what a label marks.
pub fn example(example: &str) -> String {
    quoted(example)
}

/// What follows an attribute's name: its choices, and whether it is required.
pub fn choices(attribute: &Attribute) -> String {
    let choices = match attribute.choices.is_empty() {
        true => String::new(),
        false => format!(": {}", attribute.choices.join(", ")),
    };
    if attribute.required { choices + " (required)" } else { choices }
}
