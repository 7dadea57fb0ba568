//! Texts of the panel of suggestions, and of the review that walks through them.

use super::suggestions::reason;
use super::text::{counted, quoted};
use crate::analysis::suggestions::{Attribution, SuggestedLabel, Suggestion, SuggestionKind, SuggestionReason};
use crate::analysis::word_diff::{Mark, WordDiff};
use crate::model::Project;
use crate::text::{isolated, shortened};

/// How many characters of a place are said.
const SAID: usize = 120;

/// Button: begin to walk through the suggestions.
pub const START: &str = "Review one by one";
/// Button: the same by groups.
pub const START_BY_GROUP: &str = "By group";
/// Check box: outlines in the text.
pub const OUTLINES: &str = "Outline in the text";
/// Message: suggestions are being computed.
pub const COMPUTING: &str = "Looking for suggestions…";
/// Button: stop to look for suggestions.
pub const STOP: &str = "Stop";
/// Message: the user has stopped it.
pub const STOPPED: &str = "Stopped before all suggestions were found.";
/// Button: look for suggestions after all.
pub const RESUME: &str = "Look for suggestions";
/// Message: the schema has no label or relation type that suggestions need.
pub const NO_RULE: &str = "Suggestions need labels of the kinds claim or entity, or relation types between claims. The labels of this project have none.";
/// Message: a project without articles.
pub const NO_ARTICLES: &str = "Suggestions are made from the texts of articles. This project has none yet.";
/// Message: nothing is suggested.
pub const NONE_OPEN: &str = "There are no open suggestions";
/// Message: nothing passes the filter.
pub const NONE_LISTED: &str = "No suggestion has this score. Choose a lower one.";
/// The lowest score that is listed.
pub const MIN_SCORE: &str = "Score at least";
/// The list.
pub const LIST: &str = "Suggestions";
/// Button of a suggestion or of a group.
pub const ACCEPT: &str = "Accept";
/// Button of a suggestion or of a group.
pub const REJECT: &str = "Reject";
/// Button of a rejected suggestion.
pub const RESTORE: &str = "Restore";
/// Button: all that were rejected.
pub const RESTORE_ALL: &str = "Restore all";
/// Tooltip of a place.
pub const SHOW_IN_TEXT: &str = "Show in the text";
/// Button: more groups.
pub const MORE: &str = "Show more";
/// Message: what was accepted makes nothing.
pub const NOTHING_TO_MAKE: &str =
    "Nothing can be made of this suggestion here: the schema or the project lacks what it needs";

/// The region of the review.
pub const REGION: &str = "Review";
/// Message: the review has ended.
pub const LEFT: &str = "Left the review";
/// Message: a suggestion has no label.
pub const NO_LABEL: &str = "This suggestion has no label that could be changed";
/// Message: a suggestion has no edges.
pub const NO_EDGES: &str = "The edges of this suggestion cannot be moved";
/// Message: a suggestion has one place only.
pub const ONE_PLACE: &str = "This suggestion has only one place";
/// Select: the type of the relation.
pub const RELATION_TYPE: &str = "Relation type";
/// Button: another label.
pub const CHANGE_LABEL: &str = "Other label";
/// Heading of the palette of labels.
pub const ACCEPT_AS: &str = "Accept as";
/// Button: the other side of a pair.
pub const OTHER_SIDE: &str = "Other place";
/// Button: on without a decision.
pub const SKIP: &str = "Skip";
/// Button: back.
pub const PREVIOUS: &str = "Back";
/// Button: end.
pub const LEAVE: &str = "Leave the review";
/// The buttons that move edges.
pub const EDGES: &str = "Edges";
/// Before the buttons that move an edge: which one.
pub const EDGE_NAMES: [&str; 2] = ["Start", "End"];
/// Buttons of the edges: what they do, and what they show.
pub const EDGE_BUTTONS: [(&str, &str); 4] = [
    ("Start a word earlier", "←"),
    ("Start a word later", "→"),
    ("End a word earlier", "←"),
    ("End a word later", "→"),
];
/// The keys of the review that have no button.
pub const LABEL_KEY_HINT: &str = "A label’s key accepts with that label.";

/// The class of a marked word in the style sheet, and its tooltip.
pub fn mark(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Differs => ("differs", "Only here"),
        Mark::Moved => ("moved", "Stands elsewhere in the other place"),
        Mark::Shared => ("shared", "In both places"),
    }
}

/// What is marked in the two places of a pair.
pub fn difference(diff: &WordDiff) -> String {
    match &diff.shared {
        Some(shared) if shared.count == 0 => "No words in common".to_owned(),
        Some(shared) => format!("Dashed line: {} in common", counted(shared.count, "word", "words")),
        None if diff.is_same() => "The same words".to_owned(),
        None if diff.count == 0 => "Dotted line: words that stand elsewhere".to_owned(),
        None => format!("Wavy line: {}", counted(diff.count, "word differs", "words differ")),
    }
}

/// The kind of a suggestion, as a heading.
pub fn kind(kind: SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::Prediction => "Predictions of other tools",
        SuggestionKind::Entity => "Names, dates and quantities",
        SuggestionKind::Mention => "Further places of tags",
        SuggestionKind::SameEntity => "Same entity",
        SuggestionKind::Claim => "Claims",
        SuggestionKind::Speaker => "Who says it",
        SuggestionKind::Repeat => "Repetitions",
        SuggestionKind::Number => "Figures that disagree",
        SuggestionKind::Relation => "Relations",
    }
}

/// What accepting suggestions of a kind makes.
pub fn kind_help(kind: SuggestionKind) -> &'static str {
    match kind {
        SuggestionKind::Prediction => "What a model has found, as it came with the file. Accepting tags it.",
        SuggestionKind::Entity => "Not tagged yet. Accepting tags them.",
        SuggestionKind::Mention => "The same text is tagged elsewhere. Accepting tags these places too.",
        SuggestionKind::SameEntity => {
            "Tags that mean one entity. Accepting links them to it, or notes a description that conflicts."
        }
        SuggestionKind::Claim => "Sentences worth checking. Accepting tags them as claims.",
        SuggestionKind::Speaker => {
            "Who is quoted for what. Accepting sets the source of the claim, which is tagged if need be."
        }
        SuggestionKind::Repeat => "Passages that say the same. Accepting tags both as claims and relates them.",
        SuggestionKind::Number => {
            "Figures for the same thing that cannot both be right. Accepting relates their claims, which are tagged if need be."
        }
        SuggestionKind::Relation => {
            "Claims that repeat, support, contradict, update or quote each other. Accepting relates them."
        }
    }
}

/// Whether outlines are shown now.
pub fn outlines(shown: bool) -> &'static str {
    if shown { "Suggestions are outlined in the text" } else { "Suggestions are not outlined any more" }
}

/// In which order a review goes.
pub fn order(by_group: bool) -> &'static str {
    if by_group { "The review goes by groups" } else { "The review goes in the order of the text" }
}

/// How many suggestions the panel lists.
pub fn listed(listed: usize, all: usize) -> String {
    let all_of = counted(all, "suggestion", "suggestions");
    if listed == all { all_of } else { format!("{listed} of {all_of}") }
}

/// The button that accepts all that is listed: "Accept all 40 suggestions of 80 % or more".
pub fn accept_listed(count: usize, min_score: u32) -> String {
    let above = if min_score == 0 { String::new() } else { format!(" of {min_score} % or more") };
    match count {
        1 => format!("Accept 1 suggestion{above}"),
        _ => format!("Accept all {}{above}", counted(count, "suggestion", "suggestions")),
    }
}

/// The button that accepts all that is listed of a kind.
pub fn accept_kind(kind: SuggestionKind, count: usize) -> String {
    format!("Accept all {count}: {}", self::kind(kind))
}

/// Rejected suggestions, as a heading.
pub fn rejected(count: usize) -> String {
    format!("Rejected ({count})")
}

/// How many places a group has.
pub fn places(count: usize) -> String {
    counted(count, "place", "places")
}

/// A score.
pub fn score(per_cent: u32) -> String {
    format!("{per_cent} %")
}

/// The score of a suggestion; empty for a prediction, whose reason has it as the tool has written it.
pub fn own_score(one: &Suggestion) -> Option<u32> {
    let is_predicted = matches!(one.reason, SuggestionReason::Predicted { .. });
    (!is_predicted).then(|| crate::app::suggestions::per_cent(one.score))
}

/// A score, said with its name.
pub fn score_of(per_cent: u32) -> String {
    format!("Score: {per_cent} %")
}

/// Where the review is: "3 of 120".
pub fn position(at: usize, count: usize) -> String {
    format!("{at} of {count}")
}

/// The button that accepts the whole group: "Accept all 14 places of “Calais”".
pub fn accept_group(count: usize, text: &str) -> String {
    format!("Accept all {} of {}", places(count), quoted(&shortened(text, 30)))
}

/// The button that rejects the whole group.
pub fn reject_group(count: usize, text: &str) -> String {
    format!("Reject all {} of {}", places(count), quoted(&shortened(text, 30)))
}

/// A button of a suggestion or group, with its text, for screen readers.
pub fn of(button: &str, text: &str) -> String {
    format!("{button}: {}", quoted(&shortened(text, 60)))
}

/// Who says it, and how: the first line of a suggestion of a speaker.
pub fn speaker(name: &str, attribution: Attribution) -> String {
    let how = match attribution {
        Attribution::Direct => "direct speech",
        Attribution::Indirect => "indirect speech",
    };
    format!("{}, {how}", isolated(name))
}

/// The name of what would be made; empty if it has none.
pub fn label(project: &Project, label: Option<&SuggestedLabel>) -> String {
    match label {
        Some(SuggestedLabel::Label(id)) => project.label_name(id),
        Some(SuggestedLabel::Relation(id)) => project.relation_type_name(id),
        None => String::new(),
    }
}

/// The text of a place of a suggestion.
pub fn text_of(project: &Project, one: &Suggestion, side: usize) -> String {
    let span = one.spans.get(side);
    let text = span.and_then(|span| Some(project.article(&span.article)?.text.slice(span.range).to_owned()));
    text.unwrap_or_default()
}

/// A suggestion as it is said: what has just happened, the kind, the text, the label, and the reason.
pub fn announced(before: &str, project: &Project, one: &Suggestion) -> String {
    let before = if before.is_empty() { String::new() } else { format!("{before}. ") };
    let text = quoted(&shortened(&text_of(project, one, crate::app::suggestions::first_side(one)), SAID));
    let label = label(project, one.label.as_ref());
    let label = if label.is_empty() { String::new() } else { format!(", {}", isolated(&label)) };
    format!("{before}{}: {text}{label}. {}", kind(one.kind), reason(&one.reason))
}

/// A place of a suggestion, with its article.
pub fn place(project: &Project, one: &Suggestion, side: usize) -> String {
    let title =
        one.spans.get(side).and_then(|span| project.article(&span.article)).map(|article| article.title.clone());
    format!("{}, {}", quoted(&shortened(&text_of(project, one, side), SAID)), isolated(&title.unwrap_or_default()))
}

/// The text between edges that were moved.
pub fn now(text: &str) -> String {
    quoted(&shortened(text, SAID))
}

/// The last suggestion was decided.
pub fn all_decided(said: &str) -> String {
    format!("{said}. There are no more suggestions")
}
