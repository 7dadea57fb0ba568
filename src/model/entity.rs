//! An entity: a person, place or other thing that articles mention.

use std::collections::BTreeMap;

use super::{EntityId, Extra, LabelId, is_web_address};

/// A person, place or other thing. Its mentions are annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The id of the entity.
    pub id: EntityId,
    /// The canonical name.
    pub name: String,
    /// The label that its mentions usually have.
    pub label: Option<LabelId>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Identifiers in external databases, by scheme ("wikidata", "url").
    pub identifiers: BTreeMap<String, String>,
    /// A note.
    pub note: String,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

/// The required form of identifiers with a known scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentifierForm {
    /// A Wikidata id: Q and a number.
    Wikidata,
    /// The address of a web page.
    WebAddress,
}

impl Entity {
    /// The required form of an identifier, if the identifier does not have it. Unknown schemes have no required form.
    pub fn expected_identifier(scheme: &str, value: &str) -> Option<IdentifierForm> {
        match scheme {
            "wikidata" => {
                let number = value.strip_prefix('Q').unwrap_or_default();
                let ok =
                    number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty() && !number.starts_with('0');
                (!ok).then_some(IdentifierForm::Wikidata)
            }
            "url" => (!is_web_address(value)).then_some(IdentifierForm::WebAddress),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_of_known_schemes_are_validated() {
        let ok = |scheme, value| Entity::expected_identifier(scheme, value).is_none();
        assert!(ok("wikidata", "Q145") && ok("url", "https://example.org/a?b") && ok("viaf", "anything"));
        assert!(!ok("wikidata", "145") && !ok("wikidata", "Q") && !ok("wikidata", "Q1x") && !ok("wikidata", "Q01"));
        assert!(!ok("url", "javascript:alert(1)") && !ok("url", "https://") && !ok("url", "http://a b"));
    }
}
