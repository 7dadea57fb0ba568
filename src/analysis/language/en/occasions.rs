//! English nouns for what is said, and for where it is said.

/// Where something is said, sorted: "in a statement", "to reporters", "on Twitter".
#[rustfmt::skip]
const OCCASIONS: [&str; 62] = [
    "address", "ap", "article", "bbc", "blog", "briefing", "broadcast", "broadcaster", "call", "caption", "cnn", "column", "conference",
    "congress", "court", "debate", "document", "documents", "email", "facebook", "filing", "hearing", "instagram", "interview",
    "interviews", "journalists", "judge", "jurors", "jury", "lawmakers", "letter", "magazine", "meeting", "memo", "message", "mps", "news",
    "newspaper", "note", "paper", "parliament", "police", "post", "press", "programme", "radio", "rally", "release", "remarks", "report",
    "reporters", "reuters", "show", "speech", "statement", "study", "television", "testimony", "tv", "tweet", "twitter", "video",
];

/// What somebody has said, sorted: "his claim that", "the warning that".
#[rustfmt::skip]
const SAYINGS: [&str; 28] = [
    "accusation", "accusations", "admission", "allegation", "allegations", "announcement", "argument", "assertion", "assurance",
    "assurances", "claim", "claims", "comment", "comments", "complaint", "complaints", "declaration", "denial", "insistence", "prediction",
    "promise", "remark", "remarks", "statement", "suggestion", "suggestions", "warning", "warnings",
];

/// Whether a noun in lower case is where something is said.
pub(super) fn is_occasion(word: &str) -> bool {
    OCCASIONS.binary_search(&word).is_ok()
}

/// Whether a noun in lower case is what somebody has said.
pub(super) fn is_saying_noun(word: &str) -> bool {
    SAYINGS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nouns_are_sorted() {
        assert!(OCCASIONS.is_sorted() && SAYINGS.is_sorted());
        assert!(is_occasion("statement") && is_saying_noun("warning"));
    }
}
