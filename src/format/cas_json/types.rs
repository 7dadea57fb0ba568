//! The type system of a CAS, and what the annotations of each type are to this program.

use std::collections::HashMap;

use crate::json::Json;

/// The type of all annotations of a text.
const ANNOTATION: &str = "uima.tcas.Annotation";
/// The type of the one annotation of the whole text, which has its language.
const DOCUMENT: &str = "uima.tcas.DocumentAnnotation";
/// The maximum number of supertypes that are followed: a damaged file may have a cycle.
const MAX_DEPTH: usize = 100;
/// Short names of types that divide a text in parts, in all tools.
const SEGMENTS: [&str; 5] = ["Token", "Sentence", "Paragraph", "Line", "Page"];
/// Packages of DKPro Core with what programs find out about each token.
const LINGUISTIC: [&str; 4] = [
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.",
    "de.tudarmstadt.ukp.dkpro.core.api.syntax.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
];
/// The features of a relation, as INCEpTION names its ends.
pub(super) const GOVERNOR: &str = "Governor";
/// The other end.
pub(super) const DEPENDENT: &str = "Dependent";

/// What a feature structure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It says something about the whole text.
    Document,
    /// A token, a sentence or the like.
    Segment,
    /// An annotation that programs make of each token, such as a part of speech.
    Linguistic,
    /// A tag.
    Span,
    /// A relation between two annotations.
    Relation,
    /// No annotation.
    Other,
}

/// The types that a CAS declares.
#[derive(Debug, Default)]
pub(super) struct Types<'a> {
    all: HashMap<&'a str, &'a Json>,
}

impl<'a> Types<'a> {
    /// The types in `%TYPES`.
    pub(super) fn of(json: Option<&'a Json>) -> Self {
        let all = json.and_then(Json::as_object).into_iter().flatten();
        Self { all: all.map(|(name, declaration)| (name.as_str(), declaration)).collect() }
    }

    /// The supertype of a type.
    fn parent(&self, name: &str) -> Option<&str> {
        match name {
            DOCUMENT => Some(ANNOTATION),
            ANNOTATION => None,
            name => self.all.get(name)?.get("%SUPER_TYPE")?.as_str(),
        }
    }

    /// A type, and all that it inherits from.
    fn lineage<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        std::iter::successors(Some(name), |name| self.parent(name)).take(MAX_DEPTH)
    }

    fn is_a(&self, name: &str, ancestor: &str) -> bool {
        self.lineage(name).any(|one| one == ancestor)
    }

    /// Whether a type has a feature, its own or an inherited one.
    pub(super) fn has_feature(&self, name: &str, feature: &str) -> bool {
        self.lineage(name).any(|one| self.all.get(one).is_some_and(|declaration| declaration.get(feature).is_some()))
    }

    /// What the feature structures of a type are. `has_range` says that one of them has a begin and an end, for types without a
    /// declaration.
    pub(super) fn role(&self, name: &str, has_range: bool) -> Role {
        let is_declared = self.all.contains_key(name) || name.starts_with("uima.");
        let is_annotation = if is_declared { self.is_a(name, ANNOTATION) } else { has_range };
        match () {
            () if self.is_a(name, DOCUMENT) || short_name(name) == "DocumentMetaData" => Role::Document,
            () if !is_annotation => Role::Other,
            () if SEGMENTS.contains(&short_name(name)) => Role::Segment,
            () if LINGUISTIC.iter().any(|package| name.starts_with(package)) => Role::Linguistic,
            () if self.has_feature(name, GOVERNOR) && self.has_feature(name, DEPENDENT) => Role::Relation,
            () => Role::Span,
        }
    }
}

/// The last part of a type's name.
pub(super) fn short_name(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_follow_from_supertypes_and_features() {
        let json = serde_json::json!({
            "custom.Span": { "%SUPER_TYPE": "custom.Base" },
            "custom.Base": { "%SUPER_TYPE": "uima.tcas.Annotation", "value": { "%RANGE": "uima.cas.String" } },
            "custom.Link": { "%SUPER_TYPE": "uima.tcas.Annotation", "Governor": {}, "Dependent": {} },
            "custom.Token": { "%SUPER_TYPE": "custom.Base" },
            "custom.Holder": { "%SUPER_TYPE": "uima.cas.TOP" },
            "custom.Cycle": { "%SUPER_TYPE": "custom.Cycle" },
            "x.DocumentMetaData": { "%SUPER_TYPE": "uima.tcas.DocumentAnnotation" },
            "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS": { "%SUPER_TYPE": "uima.tcas.Annotation" },
        });
        let types = Types::of(Some(&json));
        for (name, has_range, role) in [
            ("custom.Span", true, Role::Span),
            ("custom.Link", true, Role::Relation),
            ("custom.Token", true, Role::Segment),
            ("custom.Holder", true, Role::Other),
            ("custom.Cycle", false, Role::Other),
            ("x.DocumentMetaData", true, Role::Document),
            ("uima.tcas.Annotation", true, Role::Span),
            ("uima.tcas.DocumentAnnotation", true, Role::Document),
            ("uima.cas.Sofa", false, Role::Other),
            ("undeclared.Thing", true, Role::Span),
            ("undeclared.Thing", false, Role::Other),
            ("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", true, Role::Linguistic),
        ] {
            assert_eq!(types.role(name, has_range), role, "{name}");
        }
        assert!(types.has_feature("custom.Span", "value") && !types.has_feature("custom.Link", "value"));
    }
}
