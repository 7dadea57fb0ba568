//! The ids of an article's records in its standoff file: `T1`, `E1` and `R1`.
//!
//! A tag that was read from a file has the id `T1`, or `T1-E1` if it is an event, after the path of the document if there were several;
//! a relation has the id `R1`. They keep these numbers, and others get those that are free.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use super::fragments::fragments;
use super::kinds::{Form, is_argument, is_event};
use crate::model::{Annotation, AnnotationId, Article, LabelId, Project, Relation, RelationId};
use crate::text::TextRange;

/// The numbers of an article's records.
pub(super) struct Numbers {
    /// Of each tag, the number of its span, and that of its event.
    of_tags: HashMap<AnnotationId, (u32, Option<u32>)>,
    /// The tags by these numbers.
    tags: BTreeMap<(u32, Option<u32>), AnnotationId>,
    /// The relations that are written as such.
    relations: BTreeMap<u32, RelationId>,
    /// Those that are equivalences.
    equivalences: Vec<RelationId>,
}

/// Numbers that are given out once.
#[derive(Default)]
struct Free {
    taken: HashSet<u32>,
    next: u32,
}

impl Free {
    fn keep(&mut self, number: u32) -> bool {
        self.taken.insert(number)
    }

    fn take(&mut self) -> u32 {
        loop {
            self.next += 1;
            if self.taken.insert(self.next) {
                return self.next;
            }
        }
    }
}

impl Numbers {
    pub(super) fn new(project: &Project, article: &Article) -> Self {
        let tags: Vec<_> = project.annotations_of(&article.id).iter().cloned().collect();
        let is_written = |tag: &&Rc<Annotation>| !fragments(&article.text, &tag.ranges).is_empty();
        let tags: Vec<_> = tags.iter().filter(is_written).collect();
        let mut found = Self {
            of_tags: HashMap::new(),
            tags: BTreeMap::new(),
            relations: BTreeMap::new(),
            equivalences: Vec::new(),
        };
        found.number_tags(project, article, &tags);
        found.number_relations(project, article);
        found
    }

    fn number_tags(&mut self, project: &Project, article: &Article, tags: &[&Rc<Annotation>]) {
        let mut spans = Free::default();
        let mut events = Free::default();
        let mut triggers: HashMap<u32, (&LabelId, &[TextRange])> = HashMap::new();
        let mut rest = Vec::new();
        for tag in tags {
            let kept = tag_numbers(own_part(tag.id.as_str(), article));
            let event = is_written_as_event(project, tag, kept);
            let span = kept.map(|(span, _)| span).filter(|span| {
                let same = triggers.get(span) == Some(&(&tag.label, &tag.ranges[..]));
                spans.keep(*span) || event && same
            });
            if let Some(span) = span.filter(|_| event) {
                triggers.insert(span, (&tag.label, &tag.ranges));
            }
            let number = kept.and_then(|(_, event)| event).filter(|number| event && events.keep(*number));
            rest.push((tag, span, event, number));
        }
        for (tag, span, event, number) in rest {
            let span = span.unwrap_or_else(|| spans.take());
            let number = event.then(|| number.unwrap_or_else(|| events.take()));
            self.of_tags.insert(tag.id.clone(), (span, number));
            self.tags.insert((span, number), tag.id.clone());
        }
    }

    fn number_relations(&mut self, project: &Project, article: &Article) {
        let mut free = Free::default();
        let mut rest = Vec::new();
        for relation in project.relations() {
            if self.id(&relation.from).is_none() || self.id(&relation.to).is_none() {
                continue;
            }
            match project.schema().relation_type(&relation.kind).map(Form::of) {
                Some(Form::Argument) => {}
                Some(Form::Equivalence) => self.equivalences.push(relation.id.clone()),
                _ => match number(own_part(relation.id.as_str(), article), 'R').filter(|kept| free.keep(*kept)) {
                    Some(kept) => drop(self.relations.insert(kept, relation.id.clone())),
                    None => rest.push(relation.id.clone()),
                },
            }
        }
        self.relations.extend(rest.into_iter().map(|id| (free.take(), id)));
    }

    /// The tags, by the numbers of their spans and events.
    pub(super) fn tags(&self) -> impl Iterator<Item = &AnnotationId> {
        self.tags.values()
    }

    /// The number of a tag's span.
    pub(super) fn span(&self, id: &AnnotationId) -> Option<u32> {
        self.of_tags.get(id).map(|(span, _)| *span)
    }

    /// The number of a tag's event.
    pub(super) fn event(&self, id: &AnnotationId) -> Option<u32> {
        self.of_tags.get(id).and_then(|(_, event)| *event)
    }

    /// The id of a tag for lines that refer to it: that of its event, if it is one.
    pub(super) fn id(&self, id: &AnnotationId) -> Option<String> {
        self.of_tags.get(id).map(|(span, event)| event.map_or_else(|| format!("T{span}"), |event| format!("E{event}")))
    }

    /// The relations with their numbers.
    pub(super) fn relations(&self) -> Vec<(u32, RelationId)> {
        self.relations.iter().map(|(number, id)| (*number, id.clone())).collect()
    }

    /// The equivalences.
    pub(super) fn equivalences<'a>(&self, project: &'a Project) -> Vec<&'a Relation> {
        self.equivalences.iter().filter_map(|id| project.relation(id)).map(|relation| &**relation).collect()
    }

    /// The arguments of an event.
    pub(super) fn arguments<'a>(&self, project: &'a Project, id: &'a AnnotationId) -> Vec<&'a Relation> {
        let all = project.relations_of(id).filter(|relation| &relation.from == id);
        let here = all.filter(|relation| self.of_tags.contains_key(&relation.to));
        here.filter(|relation| is_argument(project, relation)).map(|relation| &**relation).collect()
    }
}

/// Whether a tag is written as an event. One that was read as a span without an event stays one.
fn is_written_as_event(project: &Project, tag: &Annotation, kept: Option<(u32, Option<u32>)>) -> bool {
    let is_of_events = || match kept {
        Some((_, event)) => event.is_some(),
        None => project.schema().label(&tag.label).is_some_and(is_event),
    };
    let article = |id: &AnnotationId| project.annotation(id).map(|tag| tag.article.clone());
    let mut arguments = project.relations_of(&tag.id).filter(|relation| relation.from == tag.id);
    is_of_events()
        || arguments
            .any(|relation| is_argument(project, relation) && article(&relation.to).as_ref() == Some(&tag.article))
}

/// An id without the path of its document.
fn own_part<'a>(id: &'a str, article: &Article) -> &'a str {
    id.strip_prefix(article.id.as_str()).and_then(|rest| rest.strip_prefix('/')).unwrap_or(id)
}

/// The numbers of `T1` or `T1-E1`.
fn tag_numbers(id: &str) -> Option<(u32, Option<u32>)> {
    match id.split_once('-') {
        None => number(id, 'T').map(|span| (span, None)),
        Some((span, event)) => Some((number(span, 'T')?, Some(number(event, 'E')?))),
    }
}

/// The number of an id, if it is written as such.
fn number(id: &str, letter: char) -> Option<u32> {
    let digits = id.strip_prefix(letter)?;
    digits.parse().ok().filter(|number: &u32| number.to_string() == digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_from_ids() {
        assert_eq!(tag_numbers("T12"), Some((12, None)));
        assert_eq!(tag_numbers("T12-E3"), Some((12, Some(3))));
        for id in ["t1", "T", "T01", "T1-", "T1-2", "T-1", "T1-E3-2", "E1", "T99999999999"] {
            assert_eq!(tag_numbers(id), None, "{id}");
        }
    }
}
