//! Texts about what is computed from a project: missing values, and suggestions.

use super::text::{counted, quoted};
use crate::analysis::suggestions::SuggestionReason;
use crate::analysis::{Doubt, Gap};
use crate::model::{LabelKind, Project};
use crate::text::isolated;

/// A required attribute, and the number of tags without a value of it: "Missing source: 3 claims".
pub fn gap(gap: &Gap) -> String {
    let (one, many) = match gap.kind {
        LabelKind::Claim => ("claim", "claims"),
        LabelKind::Entity => ("entity", "entities"),
        LabelKind::Other => ("other tag", "other tags"),
    };
    format!("Missing {}: {}", isolated(&gap.attribute), counted(gap.count, one, many))
}

/// Why an occurrence may not be one.
pub fn doubt(project: &Project, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Tagged(label) => format!("tagged as {}", isolated(&project.label_name(label))),
        Doubt::PartOf(name) => format!("part of {}", quoted(name)),
        Doubt::Ending(word) => quoted(word),
    }
}

/// Why something is suggested.
pub fn reason(reason: &SuggestionReason) -> String {
    match reason {
        SuggestionReason::Tagged { text, label, count } => {
            let times = if *count == 1 { "once".to_owned() } else { counted(*count, "time", "times") };
            format!("{} is tagged as {} {times}", quoted(text), isolated(label))
        }
        SuggestionReason::SameSentence { differing: 0 } => "the same sentence".to_owned(),
        SuggestionReason::SameSentence { differing } => {
            format!("the same sentence but for {}", counted(*differing, "word", "words"))
        }
        SuggestionReason::SameDetails { details } => format!("the same names and numbers: {}", listed(details)),
        SuggestionReason::SameWords { words } => format!("words in common: {}", listed(words)),
        SuggestionReason::OneEntity { name, forms } if forms.is_empty() => format!("the same name: {}", isolated(name)),
        SuggestionReason::OneEntity { name, forms } => format!("{} is also called {}", isolated(name), listed(forms)),
        SuggestionReason::DescribedOtherwise { name, description, others } => {
            let others: Vec<String> = others.iter().map(|one| quoted(one)).collect();
            format!("{} is {} here, {} elsewhere", isolated(name), quoted(description), others.join(", "))
        }
    }
}

/// Texts of articles, separated by commas.
fn listed(texts: &[String]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| isolated(text)).collect();
    texts.join(", ")
}

/// A note on an entity about a description that conflicts with what others say of it.
pub fn conflict_note(description: &str, others: &[String]) -> String {
    let others: Vec<String> = others.iter().map(|one| quoted(one)).collect();
    format!("{} here; elsewhere {}", quoted(description), others.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_values_are_counted_by_kind() {
        let words = |kind, attribute: &str, count| gap(&Gap { kind, attribute: attribute.to_owned(), count });
        assert_eq!(words(LabelKind::Claim, "source", 3), "Missing source: 3 claims");
        assert_eq!(words(LabelKind::Entity, "gender", 1), "Missing gender: 1 entity");
        assert_eq!(words(LabelKind::Other, "topic", 2), "Missing topic: 2 other tags");
    }

    #[test]
    fn a_suggestion_says_how_often_its_text_is_tagged() {
        let words =
            |count| reason(&SuggestionReason::Tagged { text: "UK".to_owned(), label: "Location".to_owned(), count });
        assert_eq!(words(1), "“UK” is tagged as Location once");
        assert_eq!(words(4), "“UK” is tagged as Location 4 times");
    }

    #[test]
    fn a_repeat_says_what_both_sides_have_in_common() {
        let same = |differing| reason(&SuggestionReason::SameSentence { differing });
        assert_eq!(same(0), "the same sentence");
        assert_eq!(same(4), "the same sentence but for 4 words");
        let details = vec!["Calais".to_owned(), "27".to_owned()];
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(reason(&SuggestionReason::SameDetails { details })), "the same names and numbers: Calais, 27");
    }
}
