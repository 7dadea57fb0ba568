//! Writes the tables.

use std::collections::{BTreeMap, BTreeSet};

use super::Table;
use super::cells::{CellKind, is_lost, list_cell, write_value};
use super::columns::{ATTRIBUTES, TableKind};
use crate::format::ExportOptions;
use crate::format::left_out::metadata;
use crate::model::{Annotation, Article, ArticleStatus, Attribute, AttributeValue, Project};
use crate::text::TextRange;

/// The columns of annotations before those of attributes.
const OF_ANNOTATIONS: [&str; 20] = [
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
const OF_RELATIONS: [&str; 8] = ["relation", "type", "typeName", "from", "to", "note", "created", "creator"];
/// The columns of articles before those of attributes.
const OF_ARTICLES: [&str; 7] = ["article", "title", "source", "date", "language", "status", "note"];
const TEXT: &str = "text";
/// The columns of entities before those of identifiers.
const OF_ENTITIES: [&str; 5] = ["entity", "name", "label", "aliases", "note"];
/// Before the schemes of identifiers.
pub(super) const IDENTIFIERS: &str = "identifiers.";

/// A column of a table: its name, and the type of its cells in a Table Schema.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: &'static str,
}

/// Whether a table has all columns of ours.
pub(super) fn is_own(kind: TableKind, header: &[String]) -> bool {
    own_columns(kind).iter().all(|own| header.iter().any(|name| name == own))
}

fn own_columns(kind: TableKind) -> &'static [&'static str] {
    match kind {
        TableKind::Annotations => &OF_ANNOTATIONS,
        TableKind::Relations => &OF_RELATIONS,
        TableKind::Articles => &OF_ARTICLES,
        TableKind::Entities => &OF_ENTITIES,
    }
}

/// The columns of a table.
pub(super) fn fields(kind: TableKind, project: &Project, options: ExportOptions) -> Vec<Field> {
    let own = own_columns(kind).iter().map(|name| Field { name: (*name).to_owned(), kind: kind_of(name) });
    let text = |name: String| Field { name, kind: "string" };
    let attribute = |(name, kind): (&str, &'static str)| Field { name: format!("{ATTRIBUTES}{name}"), kind };
    match kind {
        TableKind::Annotations => {
            let labels = project.schema().labels.iter().flat_map(|label| &label.attributes);
            let title = has_titles(project).then(|| text(ROW_TITLE.to_owned()));
            own.chain(attributes(labels).into_iter().map(attribute)).chain(title).collect()
        }
        TableKind::Articles => {
            let attributes = attributes(&project.schema().article_attributes);
            let texts = (!options.without_texts).then(|| text(TEXT.to_owned()));
            own.chain(attributes.into_iter().map(attribute)).chain(texts).collect()
        }
        TableKind::Entities => {
            own.chain(schemes(project).into_iter().map(|scheme| text(format!("{IDENTIFIERS}{scheme}")))).collect()
        }
        TableKind::Relations => own.collect(),
    }
}

/// The type of the cells of one of our columns.
fn kind_of(column: &str) -> &'static str {
    match column {
        "range" | "ranges" | "start" | "end" => "integer",
        "created" | "modified" => "datetime",
        _ => "string",
    }
}

/// The names of attributes, in schema order, without duplicates; with the type of their cells.
fn attributes<'a>(all: impl IntoIterator<Item = &'a Attribute>) -> Vec<(&'a str, &'static str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for attribute in all {
        let kind = match CellKind::of(attribute) {
            CellKind::Number => "number",
            CellKind::YesNo => "boolean",
            CellKind::Text | CellKind::List => "string",
        };
        match found.iter_mut().find(|(name, _)| *name == attribute.name) {
            Some((_, known)) if *known != kind => *known = "string",
            Some(_) => {}
            None => found.push((&attribute.name, kind)),
        }
    }
    found
}

fn has_titles(project: &Project) -> bool {
    project.all_annotations().any(|annotation| !annotation.row_title.is_empty())
}

fn schemes(project: &Project) -> BTreeSet<String> {
    project.entities().flat_map(|entity| entity.identifiers.keys().cloned()).collect()
}

/// Writes a table.
pub(super) fn table(kind: TableKind, project: &Project, options: ExportOptions) -> Vec<u8> {
    let mut table = Table::new(options);
    fields(kind, project, options).iter().for_each(|field| table.text(&field.name));
    table.end_row();
    match kind {
        TableKind::Annotations => write_annotations(project, &mut table),
        TableKind::Relations => write_relations(project, &mut table),
        TableKind::Articles => write_articles(project, options, &mut table),
        TableKind::Entities => write_entities(project, &mut table),
    }
    table.bytes()
}

fn write_annotations(project: &Project, table: &mut Table) {
    let names = attributes(project.schema().labels.iter().flat_map(|label| &label.attributes));
    let has_titles = has_titles(project);
    for article in project.articles() {
        for annotation in project.annotations_of(&article.id).iter() {
            for (number, &range) in annotation.ranges.iter().enumerate() {
                write_place(article, annotation, number, range, table);
                write_annotation(project, annotation, table);
                names.iter().for_each(|(name, _)| write_value(annotation.attributes.get(*name), table));
                if has_titles {
                    table.text(&annotation.row_title);
                }
                table.end_row();
            }
        }
    }
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

fn write_relations(project: &Project, table: &mut Table) {
    for relation in project.relations() {
        table.text(relation.id.as_str());
        table.text(relation.kind.as_str());
        table.text(project.schema().relation_type(&relation.kind).map_or("", |kind| &kind.name));
        table.text(relation.from.as_str());
        table.text(relation.to.as_str());
        table.text(&relation.note);
        table.text(&relation.created.to_string());
        table.text(&relation.creator);
        table.end_row();
    }
}

fn write_articles(project: &Project, options: ExportOptions, table: &mut Table) {
    let names = attributes(&project.schema().article_attributes);
    for article in project.articles() {
        table.text(article.id.as_str());
        table.text(&article.title);
        table.text(&article.source);
        table.text(&article.date);
        table.text(article.language.as_str());
        table.text(article.status.map_or("", ArticleStatus::name));
        table.text(&article.note);
        names.iter().for_each(|(name, _)| write_value(article.attributes.get(*name), table));
        if !options.without_texts {
            table.text(article.text.as_str());
        }
        table.end_row();
    }
}

fn write_entities(project: &Project, table: &mut Table) {
    let schemes = schemes(project);
    for entity in project.entities() {
        table.text(entity.id.as_str());
        table.text(&entity.name);
        table.text(entity.label.as_ref().map_or("", |label| label.as_str()));
        table.text(&list_cell(&entity.aliases));
        table.text(&entity.note);
        let cell = |scheme: &String| entity.identifiers.get(scheme).map_or("", String::as_str);
        schemes.iter().for_each(|scheme| table.text(cell(scheme)));
        table.end_row();
    }
}

/// How many values of attributes of annotations, and of articles, have an empty cell.
pub(super) fn lost_values(project: &Project) -> (usize, usize) {
    let lost = |values: &BTreeMap<String, AttributeValue>| values.values().filter(|value| is_lost(value)).count();
    let of_articles = project.articles().iter().map(|article| lost(&article.attributes)).sum();
    (project.all_annotations().map(|tag| lost(&tag.attributes)).sum(), of_articles)
}

/// How many titles, sources, dates and languages are those of articles without annotations, which have no rows.
pub(super) fn lost_metadata(project: &Project) -> usize {
    let without = project.articles().iter().filter(|article| project.annotations_of(&article.id).is_empty());
    without.map(|article| metadata(article)).sum()
}
