//! Reads `datapackage.json`: which tables there are, and how they are written.
//!
//! Sources: <https://datapackage.org/standard/data-package/> (version 2) and <https://specs.frictionlessdata.io/data-package/> (version 1).

use super::cells::CellKind;
use super::dialect::Dialect;
use crate::format::article_meta::{list_of, text_of};
use crate::format::lines::decode;
use crate::format::native::SchemaRecord;
use crate::format::{ReadError, SourceFile};
use crate::json::{FromJson as _, Json, parse};
use crate::model::{Project, Schema, Timestamp};

/// The name of the description.
pub(super) const FILE: &str = "datapackage.json";
/// The property of a package with what its tables have no place for, in the form of the native JSON.
pub(super) const OURS: &str = "crossread";

/// What the description of a package says.
#[derive(Default)]
pub(super) struct Package {
    pub(super) title: String,
    pub(super) created: Option<Timestamp>,
    /// The schema of a package that we have written.
    pub(super) schema: Option<Schema>,
    pub(super) rejected: Vec<String>,
    pub(super) resources: Vec<Resource>,
}

/// A table of a package.
pub(super) struct Resource {
    /// The paths of its files, relative to the description; together they are one table.
    pub(super) paths: Vec<String>,
    pub(super) dialect: Dialect,
    /// The names of its columns, and what their cells contain if that is said.
    pub(super) fields: Vec<(String, Option<CellKind>)>,
    /// The texts of cells without a value.
    pub(super) missing: Vec<String>,
}

/// Whether a file describes a package, by its name or content.
pub(super) fn is_package(name: &str, bytes: &[u8]) -> bool {
    let is_named = name.rsplit(['/', '\\']).next() == Some(FILE);
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1 << 14)]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with('{')
        && (is_named || head.contains("\"resources\"") && head.contains("\"path\"") && head.contains("\"name\""))
}

impl Package {
    /// Reads a description.
    ///
    /// # Errors
    /// When it is not JSON, or the schema in it is damaged.
    pub(super) fn read(file: &SourceFile<'_>) -> Result<Self, ReadError> {
        let json = parse(&decode(file.bytes)?)?;
        let ours = json.get(OURS);
        let schema = ours.and_then(|ours| ours.get("schema")).cloned().map(|schema| {
            let within = |error: ReadError| error.within("crossread.schema");
            let record = SchemaRecord::from_json(schema).map_err(|error| within(error.into()))?;
            let schema = record.read().map_err(within)?;
            Project::check_schema(&schema).map_err(|invalid| ReadError::new("crossread.schema", invalid))?;
            Ok::<_, ReadError>(schema)
        });
        let rejected = ours.map_or(&[][..], |ours| list_of(ours, "rejected"));
        Ok(Self {
            title: text_of(&json, "title").to_owned(),
            created: Timestamp::parse(text_of(&json, "created")),
            schema: schema.transpose()?,
            rejected: rejected.iter().filter_map(Json::as_str).map(str::to_owned).collect(),
            resources: list_of(&json, "resources").iter().map(Resource::of).collect(),
        })
    }
}

impl Resource {
    fn of(json: &Json) -> Self {
        let paths = match json.get("path") {
            Some(Json::String(path)) => vec![path.clone()],
            _ => list_of(json, "path").iter().filter_map(Json::as_str).map(str::to_owned).collect(),
        };
        let schema = json.get("schema").unwrap_or(&Json::Null);
        let field = |field: &Json| (text_of(field, "name").to_owned(), cell_kind(text_of(field, "type")));
        // They may have labels.
        let missing = |value: &Json| value.as_str().unwrap_or_else(|| text_of(value, "value")).to_owned();
        Self {
            paths,
            dialect: Dialect::of_resource(json),
            fields: list_of(schema, "fields").iter().map(field).collect(),
            missing: list_of(schema, "missingValues").iter().map(missing).filter(|text| !text.is_empty()).collect(),
        }
    }

    /// The name of the resource in messages.
    pub(super) fn name(&self) -> String {
        self.paths.join(", ")
    }

    /// Whether its files are tables: others are not ours.
    pub(super) fn is_table(&self) -> bool {
        let is_of = |path: &String| {
            let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
            !["json", "jsonl", "geojson", "xlsx", "xls", "ods", "txt", "md", "pdf", "png", "jpg", "zip", "sqlite"]
                .contains(&extension)
        };
        !self.paths.is_empty() && self.paths.iter().all(is_of)
    }
}

/// What the cells of a field of this type contain.
fn cell_kind(kind: &str) -> Option<CellKind> {
    match kind {
        "string" => Some(CellKind::Text),
        "number" | "integer" => Some(CellKind::Number),
        "boolean" => Some(CellKind::YesNo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(json: &str) -> Package {
        let file = SourceFile { name: FILE, bytes: json.as_bytes() };
        assert!(is_package(FILE, json.as_bytes()));
        Package::read(&file).unwrap_or_else(|error| panic!("{error:?}"))
    }

    #[test]
    fn both_versions_are_read() {
        let read = package(
            r#"{ "name": "x", "title": "T", "created": "2026-01-01T00:00:00Z", "profile": "tabular-data-package", "resources": [
            { "name": "a", "path": "data/a.csv", "dialect": { "delimiter": ";" }, "schema": {
                "fields": [{ "name": "sure", "type": "boolean" }, { "name": "x" }], "missingValues": ["", "NA"] } },
            { "name": "b", "path": ["b1.csv", "b2.csv"], "schema": { "missingValues": [{ "value": "-", "label": "none" }] } },
            { "name": "c", "path": "c.json" }, { "name": "d", "data": [] } ] }"#,
        );
        assert_eq!((read.title.as_str(), read.created.is_some()), ("T", true));
        let [a, b, c, d] = read.resources.as_slice() else { panic!("four resources") };
        assert_eq!((a.dialect.delimiter, a.missing.as_slice()), (b';', &["NA".to_owned()][..]));
        assert_eq!(a.fields, [("sure".to_owned(), Some(CellKind::YesNo)), ("x".to_owned(), None)]);
        assert_eq!((b.name().as_str(), b.missing.as_slice()), ("b1.csv, b2.csv", &["-".to_owned()][..]));
        assert!(a.is_table() && b.is_table() && !c.is_table() && !d.is_table());
    }

    #[test]
    fn other_json_is_not_taken_for_a_package() {
        assert!(!is_package("a.json", b"{\"resources\": []}"));
        assert!(!is_package(FILE, b"[]"));
        assert!(is_package("a.json", b"\xef\xbb\xbf {\"name\": \"x\", \"resources\": [{\"path\": \"a.csv\"}]}"));
        let broken = Package::read(&SourceFile { name: FILE, bytes: b"{\"a\"" });
        assert!(broken.is_err());
    }
}
