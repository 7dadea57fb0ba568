//! The annotations of tables.

use std::collections::{BTreeMap, HashMap};

use super::articles::Articles;
use super::cells::CellKind;
use super::columns::Column;
use super::known_table::KnownTable;
use super::records::{Records, time};
use super::sheet::Row;
use crate::format::draft::{Draft, DraftTag, TagIndex, kind_of};
use crate::format::{ImportWarning, RecordProblem};
use crate::json::excerpt;
use crate::model::{Colour, Label};

/// A cell with the value of an attribute, until it is known what all of them contain.
struct Value {
    tag: TagIndex,
    name: String,
    cell: String,
    kind: Option<CellKind>,
}

/// The annotations that were read.
#[derive(Default)]
pub(super) struct Tags {
    by_id: HashMap<String, TagIndex>,
    values: Vec<Value>,
}

impl Tags {
    /// Adds the annotations of a table.
    pub(super) fn add_table(
        &mut self,
        table: &mut KnownTable,
        articles: &mut Articles<'_>,
        records: &mut Records,
        draft: &mut Draft,
    ) {
        tell_texts_apart(table);
        let rows = std::mem::take(&mut table.rows);
        for row in &rows {
            if let Err(problem) = self.add_row(table, row, articles, records, draft) {
                draft.warnings.push(ImportWarning::Record { place: table.place(row), problem });
            }
        }
    }

    fn add_row(
        &mut self,
        table: &KnownTable,
        row: &Row,
        articles: &mut Articles<'_>,
        records: &mut Records,
        draft: &mut Draft,
    ) -> Result<(), RecordProblem> {
        let article = articles.of_annotation(table, row, draft);
        // How many are missing is said once for each article.
        let Some(article) = article else { return Ok(()) };
        let cell = |column: Column| table.columns.at(column).map_or("", |at| row.cell(at));
        if cell(Column::Start).is_empty() && cell(Column::End).is_empty() && cell(Column::Length).is_empty() {
            // A document without annotations, in tables of all documents.
            let is_text_only = cell(Column::Label).is_empty() && cell(Column::Exact).is_empty();
            return if is_text_only { Ok(()) } else { Err(RecordProblem::NoRange) };
        }
        let fragment = fragment(table, row)?;
        let (id, exact) = (cell(Column::Id), cell(Column::Exact));
        if table.columns.at(Column::Part).is_some() && !id.is_empty() {
            let known = self.by_id.get(id).filter(|known| known.article == article);
            let tags = &mut draft.articles.get_mut(article).map_or(&mut [][..], |article| &mut article.tags);
            if let Some(tag) = known.and_then(|known| tags.get_mut(known.tag)) {
                tag.fragments.push(fragment);
                if let Some(covered) = &mut tag.covered {
                    *covered = format!("{covered} {exact}");
                }
                return Ok(());
            }
        }
        let mut tag = DraftTag {
            place: table.place(row),
            id: id.to_owned(),
            label: label(table, row, draft)?,
            fragments: vec![fragment],
            covered: table.columns.at(Column::Exact).filter(|_| !exact.is_empty()).map(|_| exact.to_owned()),
            note: cell(Column::Note).to_owned(),
            creator: cell(Column::Creator).to_owned(),
            modifier: cell(Column::Modifier).to_owned(),
            row_title: cell(Column::RowTitle).to_owned(),
            ..DraftTag::default()
        };
        tag.created = time(table, row, Column::Created, draft);
        tag.modified = time(table, row, Column::Modified, draft);
        let entity = cell(Column::Entity);
        if !entity.is_empty() {
            let name = [cell(Column::EntityName), exact].into_iter().find(|name| !name.is_empty()).unwrap_or(entity);
            tag.entity = Some(records.entities.find(entity, name, draft));
        }
        let Some(tags) = draft.articles.get_mut(article).map(|article| &mut article.tags) else { return Ok(()) };
        let index = TagIndex { article, tag: tags.len() };
        tags.push(tag);
        if !id.is_empty() {
            self.by_id.entry(id.to_owned()).or_insert(index);
        }
        for (at, name) in table.columns.others.iter().filter(|(at, _)| !row.cell(*at).is_empty()) {
            let kind = table.kinds.get(*at).copied().flatten();
            self.values.push(Value { tag: index, name: name.clone(), cell: row.cell(*at).to_owned(), kind });
        }
        Ok(())
    }

    /// The annotation with an id.
    pub(super) fn find(&self, id: &str) -> Option<TagIndex> {
        self.by_id.get(id).copied()
    }

    /// Gives the annotations the values of their attributes: as the schema has them, or numbers and truth values where all cells are some.
    pub(super) fn finish(self, draft: &mut Draft) {
        let label_of = |draft: &Draft, tag: TagIndex| {
            let tags = draft.articles.get(tag.article).map(|article| &article.tags);
            tags.and_then(|tags| tags.get(tag.tag)).map(|tag| tag.label.clone()).unwrap_or_default()
        };
        let mut cells: BTreeMap<(String, &str), Vec<&str>> = BTreeMap::new();
        for value in &self.values {
            cells.entry((label_of(draft, value.tag), &value.name)).or_default().push(&value.cell);
        }
        let found = cells.into_iter().map(|(key, cells)| {
            let kind = CellKind::of_all(&cells.iter().copied());
            (key, kind)
        });
        let found: BTreeMap<_, _> = found.collect();
        for value in &self.values {
            let label = label_of(draft, value.tag);
            let known = draft.schema.labels.iter().find(|one| one.id.as_str() == label);
            let known = known.and_then(|label| label.attribute(&value.name)).map(CellKind::of);
            let by_cells = || found.get(&(label.clone(), value.name.as_str())).copied();
            let kind = known.or(value.kind).or_else(by_cells).unwrap_or(CellKind::Text);
            let tags = draft.articles.get_mut(value.tag.article).map(|article| &mut article.tags);
            if let Some(tag) = tags.and_then(|tags| tags.get_mut(value.tag.tag)) {
                tag.attributes.insert(value.name.clone(), kind.value(&value.cell));
            }
        }
    }
}

/// The offsets of a row.
fn fragment(table: &KnownTable, row: &Row) -> Result<(u32, u32), RecordProblem> {
    let offset = |column: Column| {
        let cell = table.columns.at(column).map_or("", |at| row.cell(at)).trim();
        // pandas writes whole numbers with a fraction where a column has empty cells.
        let number = cell.strip_suffix(".0").unwrap_or(cell).parse::<u32>();
        number.map_err(|_| RecordProblem::NotAPosition(table.header_of(column).to_owned(), excerpt(cell)))
    };
    let start = offset(Column::Start)?;
    let end = match table.columns.at(Column::End) {
        Some(_) => offset(Column::End)?,
        None => start.saturating_add(offset(Column::Length)?),
    };
    Ok((start, end))
}

/// The id of the label of a row, or its name where the table has no ids. Labels with an id and a name are added to the schema.
fn label(table: &KnownTable, row: &Row, draft: &mut Draft) -> Result<String, RecordProblem> {
    let Some(at) = table.columns.at(Column::Label) else { return Ok(String::new()) };
    let id = row.cell(at);
    if id.trim().is_empty() {
        return Err(RecordProblem::NoLabel);
    }
    if let Some(at) = table.columns.at(Column::LabelName) {
        let labels = &mut draft.schema.labels;
        if !labels.iter().any(|label| label.id.as_str() == id) {
            let colour = Colour::spare(labels.iter().map(|label| &label.colour));
            let name = row.cell(at);
            labels.push(Label { id: id.into(), ..Label::new(kind_of(name), name, colour) });
        }
    }
    Ok(id.to_owned())
}

/// Decides whether a column `text` has the covered texts or the texts of the articles: covered texts are as long as the ranges.
fn tell_texts_apart(table: &mut KnownTable) {
    let Some(at) = table.columns.at(Column::AnyText) else { return };
    if table.columns.at(Column::Exact).is_some() || table.columns.at(Column::Text).is_some() {
        let other = if table.columns.at(Column::Text).is_some() { Column::Exact } else { Column::Text };
        return table.columns.any_text_is(other);
    }
    let (mut covered, mut whole) = (0, 0);
    for row in &table.rows {
        let Ok((start, end)) = fragment(table, row) else { continue };
        let text = row.cell(at);
        let lengths = [text.chars().count(), text.encode_utf16().count(), text.len()];
        let is_covered = lengths.contains(&(end.saturating_sub(start) as usize));
        covered += usize::from(is_covered);
        whole += usize::from(!is_covered && text.len() >= end as usize);
    }
    table.columns.any_text_is(if whole > covered { Column::Text } else { Column::Exact });
}
