//! The entities and relations of tables.

use std::collections::BTreeMap;

use super::cells::texts_of;
use super::columns::Column;
use super::known_table::KnownTable;
use super::sheet::Row;
use super::write::IDENTIFIERS;
use crate::format::draft::{Draft, DraftRelation, TagIndex};
use crate::format::entity_ids::EntitiesById;
use crate::format::{ImportWarning, RecordProblem};
use crate::json::excerpt;
use crate::model::{Entity, EntityId, LabelId, RelationType, Timestamp};

/// The entities by their ids in the tables.
#[derive(Default)]
pub(super) struct Records {
    pub(super) entities: EntitiesById,
}

impl Records {
    /// Adds the entities of a table.
    pub(super) fn add_entities(&mut self, table: &KnownTable, draft: &mut Draft) {
        for row in &table.rows {
            let cell = |column: Column| table.columns.at(column).map_or("", |at| row.cell(at));
            let id = cell(Column::Entity);
            let label = Some(cell(Column::Label)).filter(|label| !label.is_empty());
            let is_known = |label: &&str| draft.schema.labels.iter().any(|one| one.id.as_str() == *label);
            let kept = label.filter(is_known).map(LabelId::new);
            let mut identifiers = BTreeMap::new();
            let mut problems = Vec::new();
            for (at, name) in table.columns.others.iter().filter(|(at, _)| !row.cell(*at).is_empty()) {
                match name.strip_prefix(IDENTIFIERS) {
                    Some(scheme) => drop(identifiers.insert(scheme.to_owned(), row.cell(*at).to_owned())),
                    None => problems.push(RecordProblem::Unsupported(excerpt(name))),
                }
            }
            if label.is_some() && kept.is_none() {
                problems.push(RecordProblem::AttributeValue(table.header_of(Column::Label).to_owned()));
            }
            let entity = Entity {
                id: EntityId::new(""),
                name: cell(Column::EntityName).to_owned(),
                label: kept,
                aliases: texts_of(cell(Column::Aliases)),
                identifiers,
                note: cell(Column::Note).to_owned(),
                extra: Default::default(),
            };
            self.entities.add(id, entity, draft);
            let warning = |problem| ImportWarning::Record { place: table.place(row), problem };
            draft.warnings.extend(problems.into_iter().map(warning));
        }
    }

    /// Adds the relations of a table. `find` finds annotations by their ids.
    pub(super) fn add_relations(
        &mut self,
        table: &KnownTable,
        find: impl Fn(&str) -> Option<TagIndex>,
        draft: &mut Draft,
    ) {
        for (_, name) in &table.columns.others {
            let problem = RecordProblem::Unsupported(excerpt(name));
            draft.warnings.push(ImportWarning::Record { place: String::new(), problem });
        }
        for row in &table.rows {
            let cell = |column: Column| table.columns.at(column).map_or("", |at| row.cell(at));
            let ends = find(cell(Column::From)).zip(find(cell(Column::To)));
            let Some((from, to)) = ends else {
                let problem = RecordProblem::NoAnnotation;
                draft.warnings.push(ImportWarning::Record { place: table.place(row), problem });
                continue;
            };
            let kind = cell(Column::Label).to_owned();
            if let Some(at) = table.columns.at(Column::LabelName) {
                let known = draft.schema.relation_types.iter().chain(&draft.relation_types);
                if !kind.is_empty() && !known.into_iter().any(|one| one.id.as_str() == kind) {
                    let new = RelationType { id: kind.as_str().into(), ..RelationType::new(row.cell(at)) };
                    draft.relation_types.push(new);
                }
            }
            let created = time(table, row, Column::Created, draft);
            draft.relations.push(DraftRelation {
                place: table.place(row),
                id: cell(Column::Id).to_owned(),
                kind,
                from,
                to,
                note: cell(Column::Note).to_owned(),
                created,
                creator: cell(Column::Creator).to_owned(),
            });
        }
    }
}

/// The time in a cell.
pub(super) fn time(table: &KnownTable, row: &Row, column: Column, draft: &mut Draft) -> Option<Timestamp> {
    let cell = table.columns.at(column).map_or("", |at| row.cell(at));
    let time = Timestamp::parse(cell);
    if time.is_none() && !cell.is_empty() {
        let problem = RecordProblem::NotATime(table.header_of(column).to_owned());
        draft.warnings.push(ImportWarning::Record { place: table.place(row), problem });
    }
    time
}
