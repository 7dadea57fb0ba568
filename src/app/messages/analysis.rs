//! What the program finds and proposes.

use super::counts::counted;
use super::quotes::in_quotes;
use crate::analysis::{Doubt, Gap, SuggestionReason};
use crate::model::{LabelKind, Project};
use crate::text::isolated;

/// Why an occurrence may not be one.
pub fn doubt(project: &Project, doubt: &Doubt) -> String {
    match doubt {
        Doubt::Tagged(label) => format!("tagged as {}", isolated(&project.label_name(label))),
        Doubt::PartOf(name) => format!("part of {}", in_quotes(name)),
        Doubt::Ending(word) => in_quotes(word),
    }
}

/// Why something is proposed.
pub fn reason(reason: &SuggestionReason) -> String {
    match reason {
        SuggestionReason::Tagged { text, label, count } => {
            let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
            format!("“{text}” is tagged as {label} {times}")
        }
    }
}

/// What annotations of one kind still need: "3 claims lack a source".
pub fn gap(gap: &Gap) -> String {
    let (one, many) = match gap.kind {
        LabelKind::Claim => ("claim lacks", "claims lack"),
        LabelKind::Entity => ("entity lacks", "entities lack"),
        LabelKind::Other => ("other tag lacks", "other tags lack"),
    };
    format!("{} {}", counted(gap.count, one, many), with_article(&gap.attribute))
}

/// "a source", "an attribution": guessed by the first letter, which is right for most names of attributes.
fn with_article(name: &str) -> String {
    let is_vowel = name.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    format!("{} {name}", if is_vowel { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_count_and_name_what_is_missing() {
        let words = |kind, attribute: &str, count| gap(&Gap { kind, attribute: attribute.to_owned(), count });
        assert_eq!(words(LabelKind::Claim, "type", 2), "2 claims lack a type");
        assert_eq!(words(LabelKind::Claim, "attribution", 1), "1 claim lacks an attribution");
        assert_eq!(words(LabelKind::Entity, "gender", 1), "1 entity lacks a gender");
        assert_eq!(words(LabelKind::Other, "source", 3), "3 other tags lack a source");
    }

    #[test]
    fn a_suggestion_says_where_it_comes_from() {
        let words = |count| {
            let (text, label) = ("Patel".to_owned(), "Person".to_owned());
            reason(&SuggestionReason::Tagged { text, label, count })
        };
        assert_eq!(
            (words(1).as_str(), words(3).as_str()),
            ("“Patel” is tagged as Person once", "“Patel” is tagged as Person 3 times")
        );
    }
}
