//! Texts about what is computed from a project: missing values, and suggestions.

use super::text::{counted, quoted};
use crate::analysis::suggestions::{Attribution, ClaimFeature, SpokenBy, SuggestionReason};
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
        SuggestionReason::CheckWorthy(features) => check_worthy(features),
        SuggestionReason::Speech(by) => spoken_by(by),
    }
}

/// What makes a sentence worth checking: "has figures, a comparison".
fn check_worthy(features: &[ClaimFeature]) -> String {
    let words: Vec<&str> = features.iter().filter_map(|&feature| claim_feature(feature)).collect();
    match words.is_empty() {
        true => "a statement".to_owned(),
        false => format!("a statement with {}", words.join(", ")),
    }
}

fn claim_feature(feature: ClaimFeature) -> Option<&'static str> {
    Some(match feature {
        ClaimFeature::Figure => "a figure",
        ClaimFeature::Figures => "figures",
        ClaimFeature::Name => "a name",
        ClaimFeature::Names => "names",
        ClaimFeature::Date => "a date",
        ClaimFeature::Saying => "a source",
        ClaimFeature::Comparison => "a comparison",
        ClaimFeature::Cause => "a cause",
        ClaimFeature::Superlative => "a superlative",
        ClaimFeature::Change => "a change",
        ClaimFeature::Act => "an action",
        ClaimFeature::Possibility => "a possibility",
        ClaimFeature::Wish => "a demand",
        ClaimFeature::Past
        | ClaimFeature::Long
        | ClaimFeature::Short
        | ClaimFeature::Quoted
        | ClaimFeature::Opinion
        | ClaimFeature::Heading
        | ClaimFeature::Question => return None,
    })
}

/// Who says something: "quotation of Priti Patel (“said”)".
fn spoken_by(by: &SpokenBy) -> String {
    let what = match by.attribution {
        Attribution::Direct => "quotation of",
        Attribution::Indirect => "reported statement of",
    };
    let cue = if by.cue.is_empty() { String::new() } else { format!(" ({})", quoted(&by.cue)) };
    format!("{what} {}{cue}", isolated(&by.name))
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
}
