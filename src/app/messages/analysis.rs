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
        SuggestionReason::Name { label } => format!("Looks like a name: {}", isolated(label)),
        SuggestionReason::Date => "Looks like a date".to_owned(),
        SuggestionReason::Quantity => "Looks like a quantity".to_owned(),
        SuggestionReason::Tagged { text, label, count } => {
            let times = if *count == 1 { "once".to_owned() } else { counted(*count, "time", "times") };
            format!("{} is tagged as {} {times}", quoted(text), isolated(label))
        }
        SuggestionReason::Disagree { first, second, counted, event, date } => {
            let parts = [counted.as_str(), measured(event), date.as_str()];
            let what: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).map(isolated).collect();
            let both = if what.is_empty() { String::new() } else { format!(", both {}", what.join(" ")) };
            format!("{} and {}{both}", isolated(first), isolated(second))
        }
    }
}

/// What happens to what figures count, or what they measure.
fn measured(event: &str) -> &'static str {
    match event {
        "die" => "who died",
        "injure" => "injured",
        "missing" => "missing",
        "survive" => "rescued",
        "arrest" => "arrested",
        "charge" => "charged",
        "arrive" => "arriving or crossing",
        "flee" => "who fled",
        "attend" => "taking part",
        "limit" => "allowed",
        "aboard" => "on board",
        "sentence" => "of the sentence",
        "vote" => "voting",
        "redundancy" => "made redundant",
        "employ" => "employed",
        "destroy" => "destroyed",
        "damage" => "damaged",
        "fine" => "of the fine",
        "revenue" => "of revenue",
        "sales" => "of sales",
        "profit" => "of profit",
        "loss" => "of loss",
        "price" => "of cost or price",
        "debt" => "of debt",
        "deficit" => "of the deficit",
        "tax" => "of tax",
        "pay" => "of pay",
        "turnout" => "of turnout",
        "speed" => "of speed",
        "temperature" => "of temperature",
        _ => "",
    }
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
    fn a_disagreement_says_what_both_figures_measure() {
        let words = |counted: &str, event: &str, date: &str| {
            let (first, second) = ("23,000".to_owned(), "26,000".to_owned());
            let (counted, event, date) = (counted.to_owned(), event.to_owned(), date.to_owned());
            reason(&SuggestionReason::Disagree { first, second, counted, event, date })
        };
        assert_eq!(words("people", "arrive", "this year"), "23,000 and 26,000, both people arriving or crossing this year");
        assert_eq!(words("", "", ""), "23,000 and 26,000");
    }

    #[test]
    fn a_suggestion_says_how_often_its_text_is_tagged() {
        let words =
            |count| reason(&SuggestionReason::Tagged { text: "UK".to_owned(), label: "Location".to_owned(), count });
        assert_eq!(words(1), "“UK” is tagged as Location once");
        assert_eq!(words(4), "“UK” is tagged as Location 4 times");
    }
}
