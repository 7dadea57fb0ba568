//! The names of features for attributes: letters, digits and `_`, as UIMA requires.

use std::collections::{BTreeMap, HashSet};

use super::own::{TAG_TEXTS, range_of};
use crate::model::{AttributeValue, Project};

/// Names of features that annotations have in any case.
const RESERVED: [&str; 3] = ["begin", "end", "sofa"];

/// A feature for the values of an attribute.
pub(super) struct AttributeFeature {
    /// The name of the feature.
    pub(super) feature: String,
    /// The range of its values.
    pub(super) range: &'static str,
}

/// The features for all attributes of a project: by name and range, because labels may have different attributes of one name.
pub(super) struct AttributeFeatures<'a>(BTreeMap<(&'a str, &'static str), AttributeFeature>);

impl<'a> AttributeFeatures<'a> {
    /// The features for all values that tags of a project have.
    pub(super) fn of(project: &'a Project) -> Self {
        let mut used: HashSet<String> = TAG_TEXTS.iter().chain(&RESERVED).map(|name| (*name).to_owned()).collect();
        let mut features = BTreeMap::new();
        for (name, value) in project.all_annotations().flat_map(|tag| &tag.attributes) {
            let range = range_of(value);
            features.entry((name.as_str(), range)).or_insert_with(|| {
                let stem = feature_name(name);
                let mut feature = stem.clone();
                let mut number = 2;
                while !used.insert(feature.clone()) {
                    feature = format!("{stem}_{number}");
                    number += 1;
                }
                AttributeFeature { feature, range }
            });
        }
        Self(features)
    }

    /// The feature for a value.
    pub(super) fn feature<'s>(&'s self, name: &'s str, value: &AttributeValue) -> Option<&'s str> {
        self.0.get(&(name, range_of(value))).map(|feature| feature.feature.as_str())
    }

    /// All attributes, with their features.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a str, &AttributeFeature)> {
        self.0.iter().map(|((name, _), feature)| (*name, feature))
    }
}

/// A name as UIMA allows it, which resembles another one.
fn feature_name(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(60).collect();
    let name = name.trim_matches('_');
    match name.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name.to_owned(),
        Some(_) => format!("attribute_{name}"),
        None => "attribute".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_have_names_that_uima_allows() {
        for (name, feature) in [
            ("stance", "stance"),
            ("who says it?", "who_says_it"),
            ("5W", "attribute_5W"),
            ("نوع", "attribute"),
            ("", "attribute"),
        ] {
            assert_eq!(feature_name(name), feature, "{name}");
        }
    }
}
