//! Writes a file for an article: its layers, its sentences, and a row for each token.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::escape::{escape_text, escape_value};
use super::layers::{ENTITY, ENTITY_NAME, FORMAT, ID, LABEL, NOTE, RELATION_LAYER, TAG_LAYER};
use super::units::{Part, UnitKey, Units};
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::json::show_number;
use crate::model::{Annotation, Article, AttributeValue, Project, Relation};
use crate::text::{TextRange, normalise};

/// The features of attributes, by the names of the attributes.
pub(super) struct Features {
    by_attribute: BTreeMap<String, String>,
}

impl Features {
    /// A feature for each attribute. Names of features are those of Java: letters of ASCII, digits and `_`.
    pub(super) fn new(project: &Project) -> Self {
        let mut by_attribute: BTreeMap<String, String> = BTreeMap::new();
        let mut used: Vec<String> = [ID, LABEL, NOTE, ENTITY, ENTITY_NAME].map(str::to_owned).to_vec();
        for attribute in project.schema().labels.iter().flat_map(|label| &label.attributes) {
            if by_attribute.contains_key(&attribute.name) {
                continue;
            }
            let wanted = feature_name(&attribute.name);
            let numbered = (2..).map(|number| format!("{wanted}_{number}"));
            let mut all = [wanted.clone()].into_iter().chain(numbered);
            let name = all.find(|name| !used.contains(name)).unwrap_or(wanted);
            used.push(name.clone());
            by_attribute.insert(attribute.name.clone(), name);
        }
        Self { by_attribute }
    }

    /// The feature of an attribute.
    pub(super) fn of(&self, attribute: &str) -> &str {
        self.by_attribute.get(attribute).map_or("_", String::as_str)
    }

    /// All features of tags, in the order of columns.
    fn all(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.by_attribute.values().map(String::as_str).collect();
        all.extend([ID, LABEL, NOTE, ENTITY, ENTITY_NAME]);
        crate::order::sort(&mut all);
        all
    }
}

fn feature_name(name: &str) -> String {
    let kept = |one: char| if one.is_ascii_alphanumeric() || one == '_' { one } else { '_' };
    let name: String = name.chars().map(kept).collect();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("a{name}") }
}

/// The text of a value; `None` for one that is not written.
pub(super) fn value_text(value: &AttributeValue) -> Option<String> {
    let text = match value {
        AttributeValue::Text(text) => normalise(text).text,
        AttributeValue::List(list) => normalise(&list.join("|")).text,
        AttributeValue::Number(number) => show_number(*number),
        AttributeValue::YesNo(yes) => yes.to_string(),
    };
    (!text.is_empty()).then_some(text)
}

/// Writes the file of an article.
pub(super) fn file(project: &Project, article: &Article, features: &Features) -> String {
    let units = Units::new(project, article);
    let columns = features.all();
    let mut relations: BTreeMap<UnitKey, Vec<&Relation>> = BTreeMap::new();
    for relation in project.relations() {
        let ends = (units.first_parts.get(&relation.from), units.first_parts.get(&relation.to));
        if let (Some(_), Some(target)) = ends
            && let Some(unit) = units.parts[*target].units.first()
        {
            relations.entry(*unit).or_default().push(relation);
        }
    }
    let mut out = format!("{FORMAT}.3\n#T_SP={TAG_LAYER}|{}\n", columns.join("|"));
    if !relations.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "#T_RL={RELATION_LAYER}|{ID}|{LABEL}|{NOTE}|BT_{TAG_LAYER}");
    }
    out.push_str("\n\n");
    let table = OffsetTable::new(&article.text, OffsetUnit::Utf16);
    let mut writer = Writer { project, article, features, columns, units, relations, table, out };
    writer.write_sentences();
    writer.out
}

struct Writer<'a> {
    project: &'a Project,
    article: &'a Article,
    features: &'a Features,
    columns: Vec<&'a str>,
    units: Units,
    /// The relations of each row: that of the target.
    relations: BTreeMap<UnitKey, Vec<&'a Relation>>,
    table: OffsetTable<'a>,
    out: String,
}

impl Writer<'_> {
    fn write_sentences(&mut self) {
        let count = self.units.sentences.len();
        for sentence in 0..count {
            let range = self.units.sentences[sentence].range;
            let text = self.article.text.slice(range);
            // The line end between sentences is that of the line.
            let text = if sentence + 1 < count { text.strip_suffix('\n').unwrap_or(text) } else { text };
            for line in text.split('\n') {
                let _ = writeln!(self.out, "#Text={}", escape_text(line));
            }
            for token in 0..self.units.sentences[sentence].tokens.len() {
                let range = self.units.sentences[sentence].tokens[token];
                self.write_row(UnitKey { sentence, token, part: None }, range);
                for part in self.units.parts_of(sentence, token) {
                    let range = part.part.map_or(range, |(start, end)| TextRange::new(start, end));
                    self.write_row(part, range);
                }
            }
            self.out.push('\n');
        }
    }

    fn write_row(&mut self, unit: UnitKey, range: TextRange) {
        let (begin, end) = self.table.offsets(range);
        // Readers do not use this text. It is not escaped, and can have no line ends and TABs.
        let (id, covered) = (self.units.id(unit), self.article.text.slice(range).replace(['\n', '\t'], " "));
        let mut row = format!("{id}\t{begin}-{end}\t{covered}\t");
        let parts: Vec<&Part> =
            self.units.rows.get(&unit).into_iter().flatten().filter_map(|index| self.units.parts.get(*index)).collect();
        let values: Vec<_> = parts.iter().map(|part| self.values(&part.tag)).collect();
        for column in &self.columns {
            let cells = parts.iter().zip(&values).map(|(part, values)| {
                let value = values.get(column).map_or_else(|| "*".to_owned(), |value| escape_value(value));
                let number = part.number.map(|number| format!("[{number}]")).unwrap_or_default();
                value + &number
            });
            push_cell(&mut row, &cells.collect::<Vec<_>>());
        }
        if !self.relations.is_empty() {
            let relations = self.relations.get(&unit).map(Vec::as_slice).unwrap_or_default();
            let cells: Vec<[String; 4]> = relations.iter().map(|relation| self.relation_cells(relation)).collect();
            for column in 0..4 {
                push_cell(&mut row, &cells.iter().map(|cells| cells[column].clone()).collect::<Vec<_>>());
            }
        }
        self.out.push_str(&row);
        self.out.push('\n');
    }

    /// The values of the features of a tag.
    fn values(&self, tag: &Annotation) -> BTreeMap<&str, String> {
        let mut values: BTreeMap<&str, String> = BTreeMap::new();
        values.insert(ID, tag.id.to_string());
        values.insert(LABEL, self.project.label_name(&tag.label));
        values.insert(NOTE, normalise(&tag.note).text);
        if let Some(entity) = tag.entity.as_ref().and_then(|id| self.project.entity(id)) {
            values.insert(ENTITY, entity.id.to_string());
            values.insert(ENTITY_NAME, normalise(&entity.name).text);
        }
        for (name, value) in &tag.attributes {
            values.extend(value_text(value).map(|text| (self.features.of(name), text)));
        }
        values.retain(|_, value| !value.is_empty());
        values
    }

    /// The cells of a relation: its id, its type, its note and its source.
    fn relation_cells(&self, relation: &Relation) -> [String; 4] {
        let part = |id| self.units.first_parts.get(id).and_then(|index| self.units.parts.get(*index));
        let (from, to) = (part(&relation.from), part(&relation.to));
        let number = |part: Option<&Part>| part.and_then(|part| part.number).unwrap_or(0);
        let row = from.and_then(|from| from.units.first()).map(|unit| self.units.id(*unit)).unwrap_or_default();
        let source = match (number(from), number(to)) {
            (0, 0) => row,
            (from, to) => format!("{row}[{from}_{to}]"),
        };
        let value = |text: &str| if text.is_empty() { "*".to_owned() } else { escape_value(text) };
        let kind = self.project.relation_type_name(&relation.kind);
        [value(relation.id.as_str()), value(&kind), value(&normalise(&relation.note).text), source]
    }
}

/// Adds a cell with stacked values; `_` stands for none.
fn push_cell(row: &mut String, values: &[String]) {
    row.push_str(&if values.is_empty() { "_".to_owned() } else { values.join("|") });
    row.push('\t');
}
