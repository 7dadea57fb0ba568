//! The feature structures of a CAS in JSON, in both shapes: a list, and an object by id.

use std::collections::{HashMap, HashSet};

use super::types::{Role, Types};
use crate::format::{ImportWarning, ReadError, RecordProblem};
use crate::json::{Expected, Json, JsonExt, excerpt};

/// The list of feature structures.
pub(super) const STRUCTURES: &str = "%FEATURE_STRUCTURES";

/// The content of a file.
#[derive(Debug)]
pub(super) struct Cas<'a> {
    /// The types.
    pub(super) types: Types<'a>,
    /// The feature structures, in the order of the file.
    pub(super) structures: Vec<Structure<'a>>,
    /// What was left out.
    pub(super) warnings: Vec<ImportWarning>,
    by_id: HashMap<u64, usize>,
    /// The ids of those that are in the index of a view; `None` if the file has no views.
    members: Option<HashSet<u64>>,
}

/// A feature structure.
#[derive(Debug)]
pub(super) struct Structure<'a> {
    /// The id: more than 0.
    pub(super) id: u64,
    /// The name of its type.
    pub(super) kind: &'a str,
    /// Where it is in the file.
    pub(super) place: String,
    fields: &'a Json,
}

impl<'a> Cas<'a> {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is not an object with feature structures.
    pub(super) fn of(json: &'a Json) -> Result<Self, ReadError> {
        if !json.is_object() {
            return Err(json.instead_of(Expected::Object).into());
        }
        let views = json.get("%VIEWS").and_then(Json::as_object);
        let members = views.map(|views| {
            let members = views.iter().filter_map(|(_, view)| view.get("%MEMBERS")?.as_array());
            members.flatten().filter_map(Json::as_u64).collect()
        });
        let types = Types::of(json.get("%TYPES"));
        let mut cas = Self { types, structures: Vec::new(), warnings: Vec::new(), by_id: HashMap::new(), members };
        match json.get(STRUCTURES) {
            Some(Json::Array(list)) => {
                for (index, fields) in list.iter().enumerate() {
                    let id = fields.get("%ID").and_then(Json::as_u64);
                    cas.add(id, fields, format!("{STRUCTURES}[{index}]"));
                }
            }
            Some(Json::Object(by_id)) => {
                for (id, fields) in by_id {
                    cas.add(id.parse().ok(), fields, format!("{STRUCTURES}.{id}"));
                }
            }
            // An empty CAS.
            None if json.get("%TYPES").is_some() || json.get("%VIEWS").is_some() => {}
            other => {
                let found = other.unwrap_or(&Json::Null).instead_of(Expected::List);
                return Err(found.within(STRUCTURES).into());
            }
        }
        Ok(cas)
    }

    fn add(&mut self, id: Option<u64>, fields: &'a Json, place: String) {
        let kind = fields.get("%TYPE").and_then(Json::as_str);
        match (id, kind) {
            // Of several structures with one id, the first is meant.
            (Some(id), Some(kind)) if !self.by_id.contains_key(&id) => {
                self.by_id.insert(id, self.structures.len());
                self.structures.push(Structure { id, kind, place, fields });
            }
            _ => {
                let problem = RecordProblem::NotUnderstood(excerpt(&fields.to_string()));
                self.warnings.push(ImportWarning::Record { place, problem });
            }
        }
    }

    /// The feature structure with an id.
    pub(super) fn structure(&self, id: u64) -> Option<&Structure<'a>> {
        self.structures.get(*self.by_id.get(&id)?)
    }

    /// What a feature structure is.
    pub(super) fn role(&self, structure: &Structure<'_>) -> Role {
        self.types.role(structure.kind, structure.range().is_some())
    }

    /// Whether a feature structure is in an index. What is not is only there for others that refer to it, or was deleted.
    pub(super) fn is_member(&self, structure: &Structure<'_>) -> bool {
        self.members.as_ref().is_none_or(|members| members.contains(&structure.id))
    }
}

/// A feature with its value.
pub(super) enum Feature<'a> {
    /// A text, a number, or a truth value.
    Value(&'a Json),
    /// Another feature structure, by id.
    Reference(u64),
}

impl<'a> Structure<'a> {
    /// The value of a feature; `None` if it is missing or null.
    fn value(&self, name: &str) -> Option<&'a Json> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    /// The text of a feature.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.value(name)?.as_str()
    }

    /// The feature structure that a feature refers to. 0 is none.
    pub(super) fn reference(&self, name: &str) -> Option<u64> {
        self.value(&format!("@{name}"))?.as_u64().filter(|id| *id > 0)
    }

    /// An offset, whose name may be marked as one.
    fn offset(&self, name: &str) -> Option<u32> {
        self.value(name).or_else(|| self.value(&format!("^{name}")))?.as_u32()
    }

    /// The begin and the end.
    pub(super) fn range(&self) -> Option<(u32, u32)> {
        Some((self.offset("begin")?, self.offset("end")?))
    }

    /// The elements of an array.
    pub(super) fn elements(&self) -> Option<&'a [Json]> {
        self.value("%ELEMENTS")?.as_array().map(Vec::as_slice)
    }

    /// The features, without begin, end and text.
    pub(super) fn features(&self) -> impl Iterator<Item = (&'a str, Feature<'a>)> {
        let fields = self.fields.as_object().into_iter().flatten();
        fields.filter_map(|(name, value)| match name.split_at_checked(1) {
            _ if value.is_null() => None,
            Some(("%" | "^" | "#", _)) => None,
            Some(("@", "sofa")) => None,
            Some(("@", name)) => Some((name, Feature::Reference(value.as_u64().filter(|id| *id > 0)?))),
            _ if name == "begin" || name == "end" => None,
            _ => Some((name.as_str(), Feature::Value(value))),
        })
    }
}
