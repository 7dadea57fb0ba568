//! IRIs of records: `urn:crossread:`, the kind, and the id with every character that an IRI cannot have as `%XX` (RFC 3986, 2.1).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The context that each annotation has.
pub(super) const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// What the prefix of our own fields stands for.
pub(super) const TERMS: &str = "urn:crossread:terms:";

/// What a URN has as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

const PREFIX: &str = "urn:crossread:";

/// The IRI of a record.
pub(super) fn of(kind: &str, id: &str) -> String {
    format!("{PREFIX}{kind}:{}", utf8_percent_encode(id, ENCODED))
}

/// The id in an IRI that [`of`] made for this kind.
pub(super) fn id(kind: &str, iri: &str) -> Option<String> {
    let id = iri.strip_prefix(PREFIX)?.strip_prefix(kind)?.strip_prefix(':')?;
    Some(percent_decode_str(id).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_id_comes_back_from_its_iri() {
        for text in ["a1", "ä b/%20:?#", "", "😀", "\u{202e}"] {
            let iri = of("annotation", text);
            assert!(iri.is_ascii() && !iri.contains(' '), "{iri}");
            assert_eq!(id("annotation", &iri).as_deref(), Some(text));
            assert_eq!(id("relation", &iri), None);
        }
    }
}
