//! English words by which a sentence gives a reason or evidence for another.

use crate::analysis::language::Connective::{self, Consequence, Reason};

/// How a sentence begins that gives a reason or an example for the one before, or follows from it.
const BEGINNINGS: [(&[&str], Connective); 31] = [
    (&["this", "is", "because"], Reason),
    (&["that", "is", "because"], Reason),
    (&["this", "was", "because"], Reason),
    (&["that", "was", "because"], Reason),
    (&["it", "is", "because"], Reason),
    (&["because"], Reason),
    (&["the", "reason"], Reason),
    (&["the", "main", "reason"], Reason),
    (&["one", "reason"], Reason),
    (&["for", "example"], Reason),
    (&["for", "instance"], Reason),
    (&["as", "an", "example"], Reason),
    (&["as", "evidence"], Reason),
    (&["as", "proof"], Reason),
    (&["in", "one", "case"], Reason),
    (&["in", "one", "instance"], Reason),
    (&["after", "all"], Reason),
    (&["this", "comes", "after"], Reason),
    (&["it", "comes", "after"], Reason),
    (&["this", "came", "after"], Reason),
    (&["it", "came", "after"], Reason),
    (&["as", "a", "result"], Consequence),
    (&["as", "a", "consequence"], Consequence),
    (&["consequently"], Consequence),
    (&["therefore"], Consequence),
    (&["hence"], Consequence),
    (&["that", "is", "why"], Consequence),
    (&["this", "is", "why"], Consequence),
    (&["that", "was", "why"], Consequence),
    (&["for", "this", "reason"], Consequence),
    (&["for", "that", "reason"], Consequence),
];

/// What gives evidence, sorted.
#[rustfmt::skip]
const EVIDENCE: [&str; 43] = [
    "analysis", "audit", "autopsy", "census", "data", "document", "documents", "evidence", "figures", "filings", "findings", "footage",
    "images", "inquiry", "inspection", "investigation", "log", "logs", "manifest", "measurements", "memo", "paper", "photographs", "poll",
    "polls", "readings", "recorder", "recording", "records", "report", "research", "results", "review", "sample", "samples",
    "statistics", "studies", "study", "survey", "surveys", "test", "tests", "transcript",
];

/// What evidence does, sorted.
#[rustfmt::skip]
const FINDINGS: [&str; 31] = [
    "concluded", "concludes", "confirm", "confirmed", "confirms", "contained", "contains", "detected", "disclosed", "estimated", "found",
    "indicate", "indicated", "indicates", "listed", "lists", "matched", "prove", "proved", "proves", "recorded", "reveal", "revealed",
    "reveals", "show", "showed", "shows", "suggest", "suggested", "suggests", "traced",
];

/// After which the speaker may give grounds, sorted.
#[rustfmt::skip]
const STATED: [&str; 20] = [
    "blamed", "blames", "cause", "causes", "denied", "denies", "deny", "disputed", "disputes", "opposed", "opposes", "refused", "refuses", "reject", "rejected", "rejects",
    "resist", "resisted", "resisting", "resists",
];

/// Whether the first words of a sentence tie it to the one before.
pub(super) fn connective(words: &[&str]) -> Option<(Connective, usize)> {
    let found = BEGINNINGS.iter().find(|(beginning, _)| words.starts_with(beginning))?;
    Some((found.1, found.0.len()))
}

/// Whether a noun is something that gives evidence.
pub(super) fn is_evidence(word: &str) -> bool {
    EVIDENCE.binary_search(&word).is_ok()
}

/// Whether a word is what evidence does.
pub(super) fn is_finding(word: &str) -> bool {
    FINDINGS.binary_search(&word).is_ok()
}

/// Whether a word states what needs grounds, which its speaker may give next.
pub(super) fn calls_for_grounds(word: &str) -> bool {
    STATED.binary_search(&word).is_ok()
}

/// Whether a word says that something happens often or at many places.
pub(super) fn is_general(word: &str) -> bool {
    matches!(
        word,
        "common"
            | "commonly"
            | "commonplace"
            | "frequent"
            | "frequently"
            | "often"
            | "regularly"
            | "repeatedly"
            | "routinely"
            | "widespread"
    )
}

/// Whether a word stands for somebody who was named before, or for what is theirs.
pub(super) fn is_back_reference(word: &str) -> bool {
    matches!(word, "it" | "its" | "they" | "their" | "he" | "his" | "she" | "her" | "we")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(EVIDENCE.is_sorted() && FINDINGS.is_sorted() && STATED.is_sorted());
    }

    #[test]
    fn a_sentence_is_tied_to_the_one_before_by_its_first_words() {
        assert_eq!(connective(&["for", "example", "the", "port"]), Some((Reason, 2)));
        assert_eq!(connective(&["as", "a", "result", "it"]), Some((Consequence, 3)));
        assert_eq!(connective(&["the", "port", "for", "example"]), None);
    }
}
