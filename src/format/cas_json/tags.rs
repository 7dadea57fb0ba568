//! Tags made of annotations: the label, the attributes, and what this program has written besides.

use std::collections::HashMap;

use super::cas::{Cas, Feature, Structure};
use super::labels::Labels;
use super::own::{ATTRIBUTE, STRING_ARRAY, TAG, TAG_TEXTS};
use crate::format::RecordProblem;
use crate::format::draft::DraftTag;
use crate::json::Json;
use crate::model::{AttributeValue, Timestamp};

/// The attributes that features of this program's tags have the values of.
#[derive(Debug)]
pub(super) struct AttributeNames<'a> {
    by_feature: HashMap<&'a str, &'a str>,
}

impl<'a> AttributeNames<'a> {
    /// The attributes of a CAS.
    pub(super) fn of(cas: &Cas<'a>) -> Self {
        let named = cas.structures.iter().filter(|one| one.kind == ATTRIBUTE);
        Self { by_feature: named.filter_map(|one| Some((one.text("feature")?, one.text("name")?))).collect() }
    }

    fn name(&self, feature: &'a str) -> &'a str {
        self.by_feature.get(feature).copied().unwrap_or(feature)
    }
}

/// The tag of an annotation, without its place, and what of it was left out. References to other annotations are relations.
pub(super) fn tag_of(
    cas: &Cas<'_>,
    structure: &Structure<'_>,
    labels: &Labels<'_>,
    names: &AttributeNames<'_>,
) -> (DraftTag, Vec<RecordProblem>) {
    let mut tag = DraftTag {
        label: labels.label(structure).to_owned(),
        fragments: structure.range().into_iter().collect(),
        ..DraftTag::default()
    };
    let is_own = structure.kind == TAG;
    let mut problems = Vec::new();
    for (feature, value) in structure.features() {
        if Some(feature) == labels.feature(structure.kind) {
            continue;
        }
        if is_own && TAG_TEXTS.contains(&feature) {
            if let Feature::Value(Json::String(text)) = value {
                set(&mut tag, feature, text);
            }
            continue;
        }
        match attribute(cas, &value) {
            Ok(Some(value)) => {
                let name = if is_own { names.name(feature) } else { feature };
                tag.attributes.insert(name.to_owned(), value);
            }
            Ok(None) => {}
            Err(()) => problems.push(RecordProblem::Unsupported(feature.to_owned())),
        }
    }
    (tag, problems)
}

/// Sets what this program has written about a tag.
fn set(tag: &mut DraftTag, feature: &str, text: &str) {
    let field = match feature {
        "id" => &mut tag.id,
        "note" => &mut tag.note,
        "rowTitle" => &mut tag.row_title,
        "creator" => &mut tag.creator,
        "modifier" => &mut tag.modifier,
        "entity" => return tag.entity = Some(text.to_owned()),
        "created" => return tag.created = Timestamp::parse(text),
        "modified" => return tag.modified = Timestamp::parse(text),
        // The name and the identifier are those of the entity.
        _ => return,
    };
    text.clone_into(field);
}

/// The value of a feature as an attribute; `None` if the feature refers to other annotations.
fn attribute(cas: &Cas<'_>, value: &Feature<'_>) -> Result<Option<AttributeValue>, ()> {
    let target = match value {
        Feature::Value(Json::String(text)) => return Ok(Some(AttributeValue::Text(text.clone()))),
        Feature::Value(Json::Bool(yes)) => return Ok(Some(AttributeValue::YesNo(*yes))),
        Feature::Value(number) => return number.as_f64().map(|number| Some(AttributeValue::Number(number))).ok_or(()),
        Feature::Reference(id) => cas.structure(*id).ok_or(())?,
    };
    match target.elements() {
        Some(elements) if target.kind == STRING_ARRAY => {
            let texts = elements.iter().filter_map(Json::as_str).map(str::to_owned);
            Ok(Some(AttributeValue::List(texts.collect())))
        }
        Some(elements) if elements.iter().all(|one| one.as_u64().is_some()) => Ok(None),
        None if target.range().is_some() => Ok(None),
        _ => Err(()),
    }
}
