//! Finds the tables among files, and reads them in the order in which they need one another.

use super::articles::Articles;
use super::columns::{Columns, TableKind};
use super::formula::has_mark;
use super::known_table::KnownTable;
use super::package::{Package, Resource, is_package};
use super::recognise::{is_table, is_text};
use super::records::Records;
use super::sheet::Sheet;
use super::tags::Tags;
use super::write::is_own;
use crate::format::draft::{Draft, OffsetUnit};
use crate::format::{ImportWarning, ReadError, ReadProblem, RecordProblem, SourceFile};
use crate::json::excerpt;

/// Our tables count code points; what others count is found out.
const OUR_UNITS: &[OffsetUnit] = &[OffsetUnit::CodePoints];

/// Reads the tables of a project.
///
/// # Errors
/// When a file is damaged, no table is known, or there is no text.
pub(super) fn read(files: &[SourceFile<'_>]) -> Result<Draft, ReadError> {
    let mut draft = Draft::new(&OffsetUnit::ALL);
    let descriptor = files.iter().find(|file| is_package(file.name, file.bytes));
    let described = |file: &SourceFile<'_>| Package::read(file).map_err(|error| in_file(file, files, error));
    let package = descriptor.map(|file| Ok::<_, ReadError>((file.name, described(file)?))).transpose()?;
    let is_beside = |file: &&SourceFile<'_>| is_text(file.name) && !is_table(file.name, file.bytes);
    let (texts, others): (Vec<_>, Vec<_>) = files.iter().partition(is_beside);
    let mut tables = tables(&others, package.as_ref().map(|(name, package)| (*name, package)), &mut draft.warnings)?;
    if let Some((_, package)) = package {
        draft.title = package.title;
        draft.created = package.created;
        draft.schema = package.schema.unwrap_or_default();
        draft.rejected = package.rejected;
    }
    tables.sort_by_key(|table| table.kind);
    if tables.iter().filter(|table| table.kind == TableKind::Annotations).all(|table| table.is_own) {
        draft.units = OUR_UNITS;
    }
    let mut articles = Articles::new(&texts);
    let (mut records, mut tags) = (Records::default(), Tags::default());
    for mut table in tables {
        leave_out_long_rows(&mut table, &mut draft.warnings);
        match table.kind {
            TableKind::Articles => articles.add_table(&table, &mut draft),
            TableKind::Entities => records.add_entities(&table, &mut draft),
            TableKind::Annotations => tags.add_table(&mut table, &mut articles, &mut records, &mut draft),
            TableKind::Relations => records.add_relations(&table, |id| tags.find(id), &mut draft),
        }
    }
    articles.finish(&mut draft)?;
    tags.finish(&mut draft);
    Ok(draft)
}

/// An error with the name of the file, if there are several.
fn in_file(file: &SourceFile<'_>, files: &[SourceFile<'_>], error: ReadError) -> ReadError {
    if files.len() > 1 && !file.name.is_empty() { error.within(file.name) } else { error }
}

/// The tables: those of the package, and those that it does not name.
fn tables(
    files: &[&SourceFile<'_>],
    package: Option<(&str, &Package)>,
    warnings: &mut Vec<ImportWarning>,
) -> Result<Vec<KnownTable>, ReadError> {
    let mut read: Vec<(String, Sheet, Option<&Resource>, bool)> = Vec::new();
    let mut used: Vec<&str> = package.iter().map(|(name, _)| *name).collect();
    let mut missing = None;
    let mut warn = |place: String, problem| warnings.push(ImportWarning::Record { place, problem });
    if let Some((descriptor, package)) = package {
        for resource in &package.resources {
            if !resource.is_table() {
                warn(descriptor.to_owned(), RecordProblem::Unsupported(resource.name()));
                continue;
            }
            let mut bytes = Vec::new();
            for path in &resource.paths {
                match files.iter().find(|file| is_at(file.name, path, descriptor)) {
                    Some(file) => {
                        bytes.extend_from_slice(file.bytes);
                        used.push(file.name);
                    }
                    None => {
                        missing.get_or_insert(path.as_str());
                        warn(descriptor.to_owned(), RecordProblem::NoFile(path.clone()));
                    }
                }
            }
            if !bytes.is_empty() {
                let sheet = Sheet::with_dialect(&bytes, &resource.dialect);
                let sheet = sheet.map_err(|error| error.within(&resource.name()))?;
                read.push((resource.name(), sheet, Some(resource), has_mark(&bytes)));
            }
        }
    }
    for file in files.iter().filter(|file| !used.contains(&file.name)) {
        let sheet = Sheet::read(file.bytes);
        let sheet = sheet.map_err(|error| if files.len() > 1 { error.within(file.name) } else { error })?;
        read.push((file.name.to_owned(), sheet, None, has_mark(file.bytes)));
    }
    let (is_only, mut unknown) = (read.len() == 1, None);
    let mut known = Vec::new();
    for (name, sheet, resource, is_marked) in read {
        let name = if is_only { String::new() } else { name };
        match known_table(name.clone(), sheet, resource, is_marked) {
            Ok(table) => known.push(table),
            Err(header) => {
                warn(name.clone(), RecordProblem::Unsupported(header.join(", ")));
                unknown.get_or_insert((name, header));
            }
        }
    }
    match (known.is_empty(), missing, unknown) {
        (true, Some(path), _) => {
            let descriptor = package.map_or("", |(name, _)| name);
            Err(ReadError::new(descriptor, ReadProblem::NoFile(path.to_owned())))
        }
        (true, None, Some((name, header))) => Err(ReadError::new(name.as_str(), ReadProblem::Columns(header))),
        (true, None, None) => Err(ReadError::new("", ReadProblem::Columns(Vec::new()))),
        (false, ..) => Ok(known),
    }
}

/// Whether a file is at a path relative to the description. Files that were not dropped as a folder have no paths.
fn is_at(name: &str, path: &str, descriptor: &str) -> bool {
    let folder = descriptor.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = path.trim_start_matches("./");
    let full = if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
    name == full || !name.contains('/') && path.rsplit('/').next() == Some(name)
}

/// A table of which it is known what it is about; otherwise the names of its columns.
fn known_table(
    name: String,
    mut sheet: Sheet,
    resource: Option<&Resource>,
    is_marked: bool,
) -> Result<KnownTable, Vec<String>> {
    let fields = resource.map_or(&[][..], |resource| &resource.fields);
    if resource.is_some_and(|resource| resource.dialect.header_rows == 0) && !fields.is_empty() {
        sheet.header = fields.iter().map(|(name, _)| name.clone()).collect();
    }
    let Some(kind) = TableKind::of(sheet.header.iter().map(String::as_str)) else {
        return Err(sheet.header.iter().take(20).map(|name| excerpt(name)).collect());
    };
    if let Some(resource) = resource {
        sheet.empty(&resource.missing);
    }
    let is_own = is_own(kind, &sheet.header);
    if is_own && is_marked {
        sheet.take_guards_away();
    }
    let kind_of = |name: &String| fields.iter().find(|(field, _)| field == name).and_then(|(_, kind)| *kind);
    let kinds = sheet.header.iter().map(kind_of).collect();
    let columns = Columns::of(&sheet.header, kind);
    Ok(KnownTable { name, kind, columns, header: sheet.header, kinds, rows: sheet.rows, is_own })
}

fn leave_out_long_rows(table: &mut KnownTable, warnings: &mut Vec<ImportWarning>) {
    let most = table.header.len();
    for row in table.rows.iter().filter(|row| row.len() > most) {
        let problem = RecordProblem::Cells { found: row.len(), most };
        warnings.push(ImportWarning::Record { place: table.place(row), problem });
    }
    table.rows.retain(|row| row.len() <= most);
}
