//! Reads a document: a text, and the lines about it.

use std::collections::{BTreeMap, HashMap};

use super::attributes::original;
use super::configuration::Configuration;
use super::entities::Entities;
use super::kinds::Form;
use super::line::{Line, parse};
use super::schema::SchemaBuilder;
use crate::format::draft::{Draft, DraftArticle, DraftRelation, DraftTag, TagIndex};
use crate::format::{ImportWarning, RecordProblem};
use crate::json::excerpt;
use crate::order;

/// The type of notes that brat itself writes.
pub(super) const NOTES: &str = "AnnotatorNotes";

/// A text, and its standoff files.
pub(super) struct Document<'a> {
    /// The path without the extension.
    pub(super) path: &'a str,
    /// The text.
    pub(super) text: &'a str,
    /// The names and contents of the standoff files.
    pub(super) files: Vec<(&'a str, &'a str)>,
}

/// What a tag uses of the schema.
#[derive(Clone)]
pub(super) struct Used {
    /// The index of the label.
    pub(super) label: usize,
    /// The values of each attribute; none for one that is only there.
    pub(super) attributes: BTreeMap<String, Vec<String>>,
}

/// What an id refers to.
#[derive(Clone, Copy)]
enum Target {
    /// The tag with this index.
    Tag(usize),
    /// The relation with this index in the draft.
    Relation(usize),
}

/// An event: its id, its trigger, and its arguments with their roles.
struct Event<'a> {
    place: String,
    id: &'a str,
    kind: &'a str,
    trigger: &'a str,
    arguments: Vec<(&'a str, &'a str)>,
}

/// Reads the lines of a document.
pub(super) struct DocumentReader<'a, 'b> {
    document: &'b Document<'a>,
    /// Precedes ids where there are several documents.
    prefix: String,
    configuration: &'b Configuration,
    schema: &'b mut SchemaBuilder,
    entities: &'b mut Entities,
    tags: Vec<DraftTag>,
    used: Vec<Used>,
    targets: HashMap<&'a str, Target>,
}

impl<'a, 'b> DocumentReader<'a, 'b> {
    pub(super) fn new(
        document: &'b Document<'a>,
        is_only: bool,
        configuration: &'b Configuration,
        schema: &'b mut SchemaBuilder,
        entities: &'b mut Entities,
    ) -> Self {
        let prefix = if is_only { String::new() } else { format!("{}/", document.path) };
        let (tags, used, targets) = (Vec::new(), Vec::new(), HashMap::new());
        Self { document, prefix, configuration, schema, entities, tags, used, targets }
    }

    /// Adds the article and its relations to a draft. Returns what each tag uses.
    pub(super) fn read(mut self, draft: &mut Draft) -> Vec<Used> {
        let lines = self.lines(draft);
        let (events, lines) = self.add_tags(lines);
        self.add_arguments(&events, draft);
        let mut notes: HashMap<usize, Vec<String>> = HashMap::new();
        let mut relation_notes: HashMap<usize, Vec<String>> = HashMap::new();
        for (place, line) in lines {
            match line {
                Line::Relation { id, kind, arguments } => self.add_relation(&place, id, kind, arguments, draft),
                Line::Equivalence { kind, members } => self.add_equivalence(&place, kind, &members, draft),
                Line::Note { kind, target, text } => {
                    let text = if kind == NOTES { text.to_owned() } else { format!("{kind}: {text}") };
                    match self.targets.get(target) {
                        Some(Target::Tag(tag)) => notes.entry(*tag).or_default().push(text),
                        Some(Target::Relation(at)) => relation_notes.entry(*at).or_default().push(text),
                        None => warn(draft, &place, not_understood(kind, target)),
                    }
                }
                other => self.add_property(&place, &other, draft),
            }
        }
        for (tag, lines) in notes {
            self.tags[tag].note = lines.join("\n");
        }
        for (relation, lines) in relation_notes {
            draft.relations[relation].note = lines.join("\n");
        }
        let path = self.document.path;
        let title = path.rsplit_once('/').map_or(path, |(_, name)| name);
        draft.articles.push(DraftArticle {
            id: path.to_owned(),
            title: title.to_owned(),
            text: self.document.text.to_owned(),
            tags: self.tags,
            ..DraftArticle::default()
        });
        self.used
    }

    /// The lines of all files that can be read, relations before what may refer to them.
    fn lines(&self, draft: &mut Draft) -> Vec<(String, Line<'a>)> {
        let mut found = Vec::new();
        let is_only = self.prefix.is_empty() && self.document.files.len() == 1;
        for (name, content) in &self.document.files {
            let content = content.strip_prefix('\u{feff}').unwrap_or(content);
            for (index, line) in content.split('\n').enumerate() {
                let line = line.strip_suffix('\r').unwrap_or(line);
                if line.trim().is_empty() {
                    continue;
                }
                let number = index + 1;
                let place = if is_only { format!("line {number}") } else { format!("{name}, line {number}") };
                match parse(line) {
                    Some(line) => found.push((place, line)),
                    None => warn(draft, &place, RecordProblem::NotUnderstood(excerpt(line))),
                }
            }
        }
        order::sort_by_key(&mut found, |(_, line)| !matches!(line, Line::Relation { .. }));
        found
    }

    /// Adds a tag for each span, and one more for each further event that it triggers. Returns the events, and the other lines.
    fn add_tags(&mut self, lines: Vec<(String, Line<'a>)>) -> (Vec<Event<'a>>, Vec<(String, Line<'a>)>) {
        let (mut spans, mut events, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (place, line) in lines {
            match line {
                Line::Span { id, kind, fragments, covered } => spans.push((place, id, kind, fragments, covered)),
                Line::Event { id, kind, trigger, arguments } => {
                    events.push(Event { place, id, kind, trigger, arguments });
                }
                other => others.push((place, other)),
            }
        }
        let mut triggered: HashMap<&str, Vec<&str>> = HashMap::new();
        for event in &events {
            triggered.entry(event.trigger).or_default().push(event.id);
        }
        for (place, id, kind, fragments, covered) in spans {
            let label = self.schema.label(kind, self.configuration);
            let covered = (!covered.is_empty()).then(|| covered.to_owned());
            let tag = DraftTag {
                place,
                id: format!("{}{id}", self.prefix),
                label: self.schema.label_id(label),
                fragments,
                covered,
                may_continue: true,
                ..DraftTag::default()
            };
            // Of spans with the same id, the first one is meant.
            let of_span = triggered.remove(id).unwrap_or_default();
            self.targets.entry(id).or_insert(Target::Tag(self.tags.len()));
            if of_span.is_empty() {
                self.add_tag(tag, label);
                continue;
            }
            self.schema.set_event(label);
            for event in of_span {
                self.targets.entry(event).or_insert(Target::Tag(self.tags.len()));
                self.add_tag(DraftTag { id: format!("{}-{event}", tag.id), ..tag.clone() }, label);
            }
        }
        (events, others)
    }

    fn add_tag(&mut self, tag: DraftTag, label: usize) {
        self.tags.push(tag);
        self.used.push(Used { label, attributes: BTreeMap::new() });
    }

    fn tag(&self, id: &str) -> Option<usize> {
        match self.targets.get(id)? {
            Target::Tag(tag) => Some(*tag),
            Target::Relation(_) => None,
        }
    }

    /// Adds the arguments of events as relations from their triggers.
    fn add_arguments(&mut self, events: &[Event<'a>], draft: &mut Draft) {
        for event in events {
            let Some(from) = self.tag(event.id).filter(|_| self.tag(event.trigger).is_some()) else {
                warn(draft, &event.place, not_understood(event.id, event.trigger));
                continue;
            };
            let mut roles = Roles::new(self.configuration, event.kind);
            for (index, (role, target)) in event.arguments.iter().enumerate() {
                let kind = self.schema.relation_type(roles.role(role), Form::Argument, self.configuration);
                let id = format!("{}{}.{}", self.prefix, event.id, index + 1);
                self.relate(&event.place, id, kind, (Some(from), self.tag(target)), draft);
            }
        }
    }

    fn add_relation(
        &mut self,
        place: &str,
        id: &'a str,
        kind: &str,
        [(first_role, first), (second_role, second)]: [(&str, &str); 2],
        draft: &mut Draft,
    ) {
        let form = Form::Relation([first_role.to_owned(), second_role.to_owned()]);
        let kind = self.schema.relation_type(kind, form, self.configuration);
        let ends = (self.tag(first), self.tag(second));
        let index = draft.relations.len();
        if self.relate(place, format!("{}{id}", self.prefix), kind, ends, draft) {
            self.targets.entry(id).or_insert(Target::Relation(index));
        }
    }

    /// Adds a relation between each member and the next one.
    fn add_equivalence(&mut self, place: &str, kind: &str, members: &[&str], draft: &mut Draft) {
        let kind = self.schema.relation_type(kind, Form::Equivalence, self.configuration);
        for pair in members.windows(2) {
            let ends = (self.tag(pair[0]), self.tag(pair[1]));
            // A star, because these lines have no ids, and a number, so that the order is kept.
            let id = format!("*{}", draft.relations.len() + 1);
            self.relate(place, id, kind, ends, draft);
        }
    }

    /// Whether both ends are there.
    fn relate(
        &mut self,
        place: &str,
        id: String,
        kind: usize,
        ends: (Option<usize>, Option<usize>),
        draft: &mut Draft,
    ) -> bool {
        let (Some(from), Some(to)) = ends else {
            warn(draft, place, RecordProblem::NoAnnotation);
            return false;
        };
        self.schema.allow(kind, [self.used[from].label, self.used[to].label]);
        let article = draft.articles.len();
        let [from, to] = [from, to].map(|tag| TagIndex { article, tag });
        let (place, kind) = (place.to_owned(), self.schema.relation_type_id(kind));
        draft.relations.push(DraftRelation { place, id, kind, from, to, ..DraftRelation::default() });
        true
    }

    /// Adds an attribute or a reference.
    fn add_property(&mut self, place: &str, line: &Line<'a>, draft: &mut Draft) {
        match *line {
            Line::Attribute { name, target, value } => match self.targets.get(target) {
                Some(&Target::Tag(tag)) => {
                    let name = original(name, self.configuration);
                    let values: Vec<_> = value.map(|value| original(value, self.configuration)).into_iter().collect();
                    let all = self.used[tag].attributes.entry(name.clone()).or_default();
                    all.extend(values.into_iter().filter(|value| !all.contains(value)).collect::<Vec<_>>());
                    self.schema.attributes.add_used(self.used[tag].label, &name, &self.used[tag].attributes[&name]);
                }
                // Relations have no attributes here.
                Some(Target::Relation(_)) => warn(draft, place, RecordProblem::Unsupported(name.to_owned())),
                None => warn(draft, place, not_understood(name, target)),
            },
            Line::Reference { target, scheme, value, name } => {
                let Some(tag) = self.tag(target) else {
                    return warn(draft, place, not_understood(scheme, target));
                };
                match self.entities.add(self.tags[tag].entity.as_deref(), scheme, value, name) {
                    Some(entity) => self.tags[tag].entity = Some(entity),
                    None => warn(draft, place, RecordProblem::Unsupported(format!("{scheme}:{value}"))),
                }
            }
            _ => {}
        }
    }
}

/// The roles of an event's arguments. Roles are numbered where several arguments have the same: `Theme`, `Theme2`, `Theme3`.
struct Roles<'b> {
    /// Those that the configuration says.
    known: Option<&'b [(String, Vec<String>)]>,
    seen: HashMap<String, u32>,
}

impl<'b> Roles<'b> {
    fn new(configuration: &'b Configuration, kind: &str) -> Self {
        let event = configuration.events.iter().find(|event| event.name == kind);
        Self { known: event.map(|event| event.roles.as_slice()), seen: HashMap::new() }
    }

    /// The role of the next argument, without a number that only tells it from others of the same role.
    fn role<'c>(&mut self, role: &'c str) -> &'c str {
        let base = role.trim_end_matches(|one: char| one.is_ascii_digit());
        let number = role.get(base.len()..).and_then(|digits| digits.parse::<u32>().ok());
        let is_known = |name: &str| self.known.is_some_and(|known| known.iter().any(|(known, _)| known == name));
        let is_next = number.is_some_and(|number| number > 1 && self.seen.get(base) == Some(&(number - 1)));
        let is_numbered = number.is_some() && !base.is_empty() && (is_next || is_known(base) && !is_known(role));
        let role = if is_numbered { base } else { role };
        *self.seen.entry(role.to_owned()).or_default() += 1;
        role
    }
}

fn warn(draft: &mut Draft, place: &str, problem: RecordProblem) {
    draft.warnings.push(ImportWarning::Record { place: place.to_owned(), problem });
}

/// A line about something that is not there.
fn not_understood(name: &str, target: &str) -> RecordProblem {
    RecordProblem::NotUnderstood(excerpt(&format!("{name} {target}")))
}
