//! Writes a pair of files for each article: its text, and the lines about it in the order T, E, R, `*`, A, N, `#`.

use std::collections::HashMap;
use std::fmt::Write;

use super::document::NOTES;
use super::entities::OWN_SCHEME;
use super::fragments::fragments;
use super::kinds::{Form, USUAL_ROLES};
use super::names::Names;
use super::numbers::Numbers;
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::json::show_number;
use crate::model::{Annotation, AnnotationId, Article, AttributeKind, AttributeValue, Entity, EntityId, Project};
use crate::order;
use crate::text::normalise;

/// Writes the standoff file of an article.
pub(super) fn standoff(project: &Project, article: &Article, names: &Names, identifiers: &Identifiers) -> String {
    let numbers = Numbers::new(project, article);
    let mut writer = Writer { project, article, names, identifiers, numbers, out: String::new() };
    writer.write_spans();
    writer.write_events();
    writer.write_relations();
    writer.write_equivalences();
    writer.write_attributes();
    writer.write_references();
    writer.write_notes();
    writer.out
}

struct Writer<'a> {
    project: &'a Project,
    article: &'a Article,
    names: &'a Names,
    identifiers: &'a Identifiers,
    numbers: Numbers,
    out: String,
}

impl<'a> Writer<'a> {
    /// Adds a line. Writing to a string cannot fail.
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.out, "{line}");
    }

    /// The tags with a line of their own, in the order of their lines.
    fn tags(&self) -> Vec<&'a Annotation> {
        let project: &'a Project = self.project;
        self.numbers.tags().filter_map(|id| project.annotation(id)).map(|tag| &**tag).collect()
    }

    fn write_spans(&mut self) {
        let table = OffsetTable::new(&self.article.text, OffsetUnit::CodePoints);
        let mut last = None;
        for tag in self.tags() {
            let number = self.numbers.span(&tag.id);
            // Several events may have one trigger.
            if last == number {
                continue;
            }
            last = number;
            let fragments = fragments(&self.article.text, &tag.ranges);
            let offsets = fragments.iter().map(|&range| table.offsets(range));
            let offsets: Vec<String> = offsets.map(|(start, end)| format!("{start} {end}")).collect();
            let texts: Vec<&str> = fragments.iter().map(|&range| self.article.text.slice(range)).collect();
            let (kind, number) = (self.names.label(&tag.label), number.unwrap_or_default());
            self.line(format_args!("T{number}\t{kind} {}\t{}", offsets.join(";"), texts.join(" ")));
        }
    }

    fn write_events(&mut self) {
        let mut events: Vec<_> =
            self.tags().into_iter().filter_map(|tag| Some((self.numbers.event(&tag.id)?, tag))).collect();
        order::sort_by_key(&mut events, |(number, _)| *number);
        for (number, tag) in events {
            let trigger = self.numbers.span(&tag.id).unwrap_or_default();
            let mut line = format!("E{number}\t{}:T{trigger}", self.names.label(&tag.label));
            let mut counts: HashMap<&str, u32> = HashMap::new();
            for relation in self.numbers.arguments(self.project, &tag.id) {
                let Some(target) = self.numbers.id(&relation.to) else { continue };
                let role = self.names.relation_type(&relation.kind);
                let count = counts.entry(role).or_default();
                *count += 1;
                let number = if *count > 1 { count.to_string() } else { String::new() };
                let _ = write!(line, " {role}{number}:{target}");
            }
            self.line(format_args!("{line}"));
        }
    }

    fn write_relations(&mut self) {
        for (number, id) in self.numbers.relations() {
            let Some(relation) = self.project.relation(&id) else { continue };
            let kind = self.project.schema().relation_type(&relation.kind);
            let [first, second] = match kind.map(Form::of) {
                Some(Form::Relation(roles)) => roles,
                _ => USUAL_ROLES.map(str::to_owned),
            };
            let (Some(from), Some(to)) = (self.numbers.id(&relation.from), self.numbers.id(&relation.to)) else {
                continue;
            };
            let kind = self.names.relation_type(&relation.kind);
            self.line(format_args!("R{number}\t{kind} {first}:{from} {second}:{to}"));
        }
    }

    /// Writes a line for each chain: relations in the order of their ids, each of which begins where the last one ends.
    fn write_equivalences(&mut self) {
        let mut chains: Vec<(&str, Vec<&AnnotationId>)> = Vec::new();
        for relation in self.numbers.equivalences(self.project) {
            let kind = self.names.relation_type(&relation.kind);
            match chains.last_mut() {
                Some((last, members))
                    if *last == kind && members.last() == Some(&&relation.from) && !members.contains(&&relation.to) =>
                {
                    members.push(&relation.to);
                }
                _ => chains.push((kind, vec![&relation.from, &relation.to])),
            }
        }
        for (kind, members) in chains {
            let ids: Vec<String> = members.iter().filter_map(|id| self.numbers.id(id)).collect();
            self.line(format_args!("*\t{kind} {}", ids.join(" ")));
        }
    }

    fn write_attributes(&mut self) {
        let mut number = 0;
        for tag in self.tags() {
            let target = self.numbers.id(&tag.id).unwrap_or_default();
            for (name, value) in &tag.attributes {
                for value in values(self.project, tag, name, value) {
                    number += 1;
                    let name = self.names.attribute(name);
                    match value {
                        None => self.line(format_args!("A{number}\t{name} {target}")),
                        Some(value) => {
                            self.line(format_args!("A{number}\t{name} {target} {}", self.names.value(&value)));
                        }
                    }
                }
            }
        }
    }

    fn write_references(&mut self) {
        let mut number = 0;
        for tag in self.tags() {
            let Some(entity) = tag.entity.as_ref().and_then(|id| self.project.entity(id)) else { continue };
            let target = self.numbers.id(&tag.id).unwrap_or_default();
            let name = one_line(&entity.name);
            for (scheme, value) in self.identifiers.of(entity) {
                number += 1;
                self.line(format_args!("N{number}\tReference {target} {scheme}:{value}\t{name}"));
            }
        }
    }

    /// Writes a line for each line of each note.
    fn write_notes(&mut self) {
        let tags = self.tags().into_iter().map(|tag| (self.numbers.id(&tag.id).unwrap_or_default(), tag.note.clone()));
        let relations = self.numbers.relations().into_iter().filter_map(|(number, id)| {
            let relation = self.project.relation(&id)?;
            Some((format!("R{number}"), relation.note.clone()))
        });
        let notes: Vec<_> = tags.chain(relations).filter(|(_, note)| !note.is_empty()).collect();
        let mut number = 0;
        for (target, note) in notes {
            for line in normalise(&note).text.split('\n') {
                number += 1;
                self.line(format_args!("#{number}\t{NOTES} {target}\t{line}"));
            }
        }
    }
}

/// The values of an attribute in files: none for one that only has to be there. Entities are written by name.
pub(super) fn values(project: &Project, tag: &Annotation, name: &str, value: &AttributeValue) -> Vec<Option<String>> {
    let label = project.schema().label(&tag.label);
    let kind = label.and_then(|label| label.attribute(name)).map(|attribute| attribute.kind);
    let text = |text: &str| Some(one_line(text)).filter(|text| !text.is_empty());
    match value {
        AttributeValue::YesNo(true) => vec![None],
        AttributeValue::YesNo(false) => Vec::new(),
        AttributeValue::Number(number) => vec![Some(show_number(*number))],
        AttributeValue::Text(id) if kind == Some(AttributeKind::Entity) => {
            let entity = project.entity(&EntityId::new(id.as_str()));
            entity.and_then(|entity| text(&entity.name)).into_iter().map(Some).collect()
        }
        AttributeValue::Text(value) if matches!(kind, Some(AttributeKind::Choice)) => vec![Some(value.clone())],
        AttributeValue::Text(value) => text(value).into_iter().map(Some).collect(),
        AttributeValue::List(values) => values.iter().cloned().map(Some).collect(),
    }
}

/// A text without line ends and TABs, and without spaces around it.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|one| if matches!(one, '\t' | '\n' | '\r') { ' ' } else { one }).collect();
    spaced.trim().to_owned()
}

/// The identifiers with which the entities of a project are written.
pub(super) struct Identifiers {
    /// How many entities have each identifier.
    counts: HashMap<(String, String), usize>,
}

impl Identifiers {
    pub(super) fn new(project: &Project) -> Self {
        let mut counts = HashMap::new();
        for (scheme, value) in project.entities().flat_map(|entity| &entity.identifiers) {
            *counts.entry((scheme.clone(), value.clone())).or_default() += 1;
        }
        Self { counts }
    }

    /// The identifiers of an entity, one that no other entity has first.
    fn of<'a>(&self, entity: &'a Entity) -> Vec<(&'a str, &'a str)> {
        let written = entity.identifiers.iter().filter(|(scheme, value)| is_identifier(scheme, value));
        let is_own = |(scheme, value): &(&String, &String)| {
            self.counts.get(&((*scheme).clone(), (*value).clone())).is_none_or(|count| *count == 1)
        };
        let (own, shared): (Vec<_>, Vec<_>) = written.partition(is_own);
        let by_id = own.is_empty().then_some((OWN_SCHEME, entity.id.as_str()));
        let others = own.into_iter().chain(shared).map(|(scheme, value)| (scheme.as_str(), value.as_str()));
        by_id.into_iter().chain(others).collect()
    }
}

/// Whether an identifier can be written: brat separates by the first colon, and by spaces.
pub(super) fn is_identifier(scheme: &str, value: &str) -> bool {
    let is_word = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
    is_word(scheme) && is_word(value) && !scheme.contains(':') && scheme != OWN_SCHEME
}
