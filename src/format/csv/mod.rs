//! A table in CSV for spreadsheets and data frames: one row for each range of each annotation.
//!
//! RFC 4180 with the defaults of the Table Dialect of Frictionless Data: a header, commas, CRLF, quotes doubled. The
//! columns are named like the fields of the native JSON. Each attribute has a column `attributes.NAME`, the usual name
//! for flattened fields in data frames. Several choices are in one cell, separated by `|`; `|` and `\` in a choice are
//! escaped with `\`.

mod table;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::left_out::left_out;
use super::{Dropped, DroppedPart, ExportOption, ExportOptions, Format, FormatInfo, WrittenFile, file_name};
use crate::json::show_number;
use crate::model::{Annotation, Article, AttributeValue, Project};
use crate::text::TextRange;

pub(in crate::format) use table::Table;

/// The columns before the attribute columns.
const COLUMNS: [&str; 20] = [
    "article",
    "articleTitle",
    "articleSource",
    "articleDate",
    "articleLanguage",
    "annotation",
    "range",
    "ranges",
    "start",
    "end",
    "exact",
    "label",
    "labelName",
    "entity",
    "entityName",
    "note",
    "created",
    "creator",
    "modified",
    "modifier",
];

/// The last column, which is there if a row of the claims board has a title.
const ROW_TITLE: &str = "rowTitle";

/// The format.
pub const INFO: FormatInfo =
    FormatInfo::new("csv", "csv", "text/csv;charset=utf-8").write_only().with_options(&[ExportOption::ForSpreadsheets]);

/// What the table does not contain.
const LEFT_OUT: [DroppedPart; 8] = [
    DroppedPart::ArticleTexts,
    DroppedPart::ArticleDetails,
    DroppedPart::Relations,
    DroppedPart::UnmentionedEntities,
    DroppedPart::EntityDetails,
    DroppedPart::Definitions,
    DroppedPart::RejectedSuggestions,
    DroppedPart::UnknownFields,
];

/// CSV as a [`Format`], for export only.
pub struct Csv;

impl Format for Csv {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, _: &str, _: &[u8]) -> bool {
        false
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        left_out(project, &LEFT_OUT)
    }

    fn write(&self, project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
        let mut table = Table::new(options.for_spreadsheets);
        write(project, &mut table);
        vec![WrittenFile { name: file_name(&project.title, self.extension()), bytes: table.bytes() }]
    }
}

fn write(project: &Project, table: &mut Table) {
    let attributes = attribute_names(project);
    let has_titles = project.all_annotations().any(|annotation| !annotation.row_title.is_empty());
    COLUMNS.iter().for_each(|column| table.text(column));
    attributes.iter().for_each(|name| table.text(&format!("attributes.{name}")));
    if has_titles {
        table.text(ROW_TITLE);
    }
    table.end_row();
    for article in project.articles() {
        for annotation in project.annotations_of(&article.id).iter() {
            for (number, &range) in annotation.ranges.iter().enumerate() {
                write_place(article, annotation, number, range, table);
                write_annotation(project, annotation, table);
                attributes.iter().for_each(|name| write_value(annotation.attributes.get(*name), table));
                if has_titles {
                    table.text(&annotation.row_title);
                }
                table.end_row();
            }
        }
    }
}

/// The names of all attributes of labels, in schema order, without duplicates.
fn attribute_names(project: &Project) -> Vec<&str> {
    let all =
        project.schema().labels.iter().flat_map(|label| &label.attributes).map(|attribute| attribute.name.as_str());
    let mut seen = HashSet::new();
    all.filter(|name| seen.insert(*name)).collect()
}

fn write_place(article: &Article, annotation: &Annotation, number: usize, range: TextRange, table: &mut Table) {
    table.text(article.id.as_str());
    table.text(&article.title);
    table.text(&article.source);
    table.text(&article.date);
    table.text(article.language.as_str());
    table.text(annotation.id.as_str());
    table.number(number + 1);
    table.number(annotation.ranges.len());
    table.number(article.text.to_code_points(range.start()).0);
    table.number(article.text.to_code_points(range.end()).0);
    table.text(article.text.slice(range));
}

fn write_annotation(project: &Project, annotation: &Annotation, table: &mut Table) {
    let entity = annotation.entity.as_ref();
    table.text(annotation.label.as_str());
    table.text(project.schema().label(&annotation.label).map_or("", |label| &label.name));
    table.text(entity.map_or("", |id| id.as_str()));
    table.text(entity.and_then(|id| project.entity(id)).map_or("", |entity| &entity.name));
    table.text(&annotation.note);
    table.text(&annotation.created.to_string());
    table.text(&annotation.creator);
    table.text(&annotation.modified.as_ref().map_or_else(String::new, ToString::to_string));
    table.text(&annotation.modifier);
}

fn write_value(value: Option<&AttributeValue>, table: &mut Table) {
    match value {
        None => table.text(""),
        Some(AttributeValue::Text(text)) => table.text(text),
        Some(AttributeValue::List(choices)) => {
            let escaped = choices.iter().map(|choice| choice.replace('\\', "\\\\").replace('|', "\\|"));
            table.text(&escaped.collect::<Vec<_>>().join("|"));
        }
        Some(AttributeValue::Number(number)) => table.number(show_number(*number)),
        Some(AttributeValue::YesNo(yes)) => table.text(if *yes { "true" } else { "false" }),
    }
}
