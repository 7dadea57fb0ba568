//! Ids of suggestions.

use sha2::{Digest, Sha256};

use super::{SuggestedLabel, Suggestion};
use crate::model::Project;

/// How many hexadecimal digits of the hash an id has.
const DIGITS: usize = 16;

/// The id of a suggestion: its kind, and a hash of the rule's version, the texts of its articles, the ranges in code points, and what it
/// would make. It is the same in every session, and another one when a text or the rule changes, so that a rejection then no longer counts.
/// A group of mentions is known by the names that it joins instead, so that another mention with one of these names is no new suggestion.
pub fn id_of(project: &Project, version: u32, suggestion: &Suggestion) -> String {
    let mut hash = Sha256::new();
    hash.update(version.to_le_bytes());
    if suggestion.id.is_empty() {
        for span in &suggestion.spans {
            hash.update(span.article.as_str());
            hash.update([0]);
            if let Some(article) = project.article(&span.article) {
                hash.update(article.text.sha256());
                hash.update(article.text.to_code_points(span.range.start()).0.to_le_bytes());
                hash.update(article.text.to_code_points(span.range.end()).0.to_le_bytes());
            }
        }
    } else {
        hash.update(&suggestion.id);
    }
    hash.update(suggestion.label.as_ref().map_or("", SuggestedLabel::as_str));
    let digits: String = hash.finalize().iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect();
    format!("{}:{digits}", suggestion.kind.name())
}
