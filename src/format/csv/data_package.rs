//! The tables of a project with a description: a Data Package of Frictionless Data, version 2, which tools for version 1 read, too.
//!
//! `annotations`, `articles`, `entities` and `relations` are tables as in [`super`]; `datapackage.json` says what their columns are. It also has
//! the schema and the rejected suggestions of the project, which no table has a place for, in a property `crossread`.

use super::columns::TableKind;
use super::package::{FILE, OURS};
use super::read::read;
use super::write::{Field, fields, lost_values, table};
use crate::format::file_parts::joined;
use crate::format::left_out::{some, unknown_fields_of_records};
use crate::format::native::SchemaRecord;
use crate::format::{
    Dropped, DroppedPart, ExportOption, ExportOptions, FilePart, FileParts, Format, FormatInfo, ReadError, SourceFile,
    WrittenFile, draft::Draft, file_name,
};
use crate::json::{Json, NewObject, to_pretty};
use crate::model::Project;

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("data-package", "zip", "application/zip").with_options(&[
    ExportOption::ForSpreadsheets,
    ExportOption::Tabs,
    ExportOption::WithoutTexts,
]);

/// The tables, in the order in which they need one another.
const TABLES: [(TableKind, &str); 4] = [
    (TableKind::Articles, "articles"),
    (TableKind::Entities, "entities"),
    (TableKind::Annotations, "annotations"),
    (TableKind::Relations, "relations"),
];

/// Tables with a description as a [`Format`].
pub struct DataPackage;

impl Format for DataPackage {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    /// Tables are recognised as such, with or without a description.
    fn recognises(&self, _: &str, _: &[u8]) -> bool {
        false
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        let (of_tags, of_articles) = lost_values(project);
        some([
            (DroppedPart::Attributes, of_tags),
            (DroppedPart::ArticleDetails, of_articles),
            (DroppedPart::Predictions, project.predictions().len()),
            (DroppedPart::UnknownFields, unknown_fields_of_records(project)),
        ])
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        joined(self.parts(project, options))
    }

    /// A table in each step.
    fn parts<'a>(&'a self, project: &'a Project, options: ExportOptions) -> FileParts<'a> {
        let tables = TABLES.iter().map(move |&(kind, name)| FilePart {
            name: path(name, options).into(),
            bytes: table(kind, project, options),
        });
        let description = std::iter::once_with(move || FilePart::new(FILE, description(project, options)));
        Box::new(tables.chain(description))
    }

    fn read(&self, files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
        read(files)
    }
}

fn path(name: &str, options: ExportOptions) -> String {
    format!("{name}.{}", if options.tabs { "tsv" } else { "csv" })
}

fn description(project: &Project, options: ExportOptions) -> String {
    let resource = |(kind, name): &(TableKind, &str)| resource(name, &fields(*kind, project, options), options);
    let mut ours = NewObject::default();
    ours.required("schema", &SchemaRecord::of(project.schema()));
    let rejected: Vec<String> = project.rejected().iter().map(ToString::to_string).collect();
    ours.required("rejected", &rejected);
    let mut package = NewObject::default();
    package.required("$schema", &"https://datapackage.org/profiles/2.0/datapackage.json");
    package.required("name", &name_of(project));
    if !project.title.is_empty() {
        package.required("title", &project.title);
    }
    package.required("created", &project.created.as_str());
    package.required("resources", &TABLES.iter().map(resource).collect::<Vec<Json>>());
    package.required(OURS, &Json::from(ours));
    to_pretty(&Json::from(package))
}

/// The name of a package has letters of ASCII, digits and hyphens.
fn name_of(project: &Project) -> String {
    let name = file_name(&project.title, "");
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "project".to_owned() } else { name.to_owned() }
}

fn resource(name: &str, fields: &[Field], options: ExportOptions) -> Json {
    let mut dialect = NewObject::default();
    dialect.required("delimiter", &if options.tabs { "\t" } else { "," });
    dialect.required("lineTerminator", &"\r\n");
    let mut schema = NewObject::default();
    schema.required("fields", &fields.iter().map(field).collect::<Vec<_>>());
    if let Some(key) = fields.first().filter(|_| name != "annotations") {
        schema.required("primaryKey", &key.name);
    }
    let keys: Vec<Json> = fields.iter().filter_map(|field| foreign_key(name, &field.name)).collect();
    if !keys.is_empty() {
        schema.required("foreignKeys", &keys);
    }
    let mut resource = NewObject::default();
    resource.required("name", &name);
    resource.required("type", &"table");
    resource.required("profile", &"tabular-data-resource");
    resource.required("path", &path(name, options));
    resource.required("format", &if options.tabs { "tsv" } else { "csv" });
    resource.required("mediatype", &if options.tabs { "text/tab-separated-values" } else { "text/csv" });
    resource.required("encoding", &"utf-8");
    resource.required("dialect", &Json::from(dialect));
    resource.required("schema", &Json::from(schema));
    resource.into()
}

fn field(field: &Field) -> Json {
    let mut record = NewObject::default();
    record.required("name", &field.name);
    record.required("type", &field.kind);
    if field.kind == "datetime" {
        record.required("format", &"any");
    }
    record.into()
}

/// What a column refers to. Annotations may have several rows, so that relations cannot refer to them in this way.
fn foreign_key(table: &str, column: &str) -> Option<Json> {
    let other = match (table, column) {
        ("annotations", "article") => "articles",
        ("annotations", "entity") => "entities",
        _ => return None,
    };
    let mut reference = NewObject::default();
    reference.required("resource", &other);
    reference.required("fields", &column);
    let mut key = NewObject::default();
    key.required("fields", &column);
    key.required("reference", &Json::from(reference));
    Some(key.into())
}
