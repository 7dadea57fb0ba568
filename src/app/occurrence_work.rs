//! What takes time about occurrences: finding them, and tagging, relabelling or removing them. The runtime does it in steps.

use std::rc::Rc;

use super::occurrences::{FoundOccurrences, OccurrenceEdit, OccurrenceResult, Operation, Source};
use super::{ByPtr, Cursor};
use crate::analysis::{Occurrence, OccurrenceFinder, Place};
use crate::edit::{BulkCommand, BulkEdit, EditError, Editor, NewAnnotation, Stamp};
use crate::model::{AnnotationId, LabelId};

/// How many occurrences are chosen in a step.
const STEP: usize = 256;

/// Work that is being done.
#[derive(Clone, Debug)]
pub struct OccurrenceWork {
    /// The number of the request.
    pub number: u32,
    /// What is done.
    pub task: Rc<OccurrenceTask>,
    /// How much of it was done, in percent, once it takes so long that this is shown.
    pub percent: Option<u8>,
}

/// What is done.
#[derive(Clone, Debug)]
pub enum OccurrenceTask {
    /// Find what the list contains.
    Find {
        /// What to look for.
        source: Source,
        /// The label.
        label: LabelId,
        /// Whether the list has just been opened.
        is_first: bool,
    },
    /// Find them all, and do something with those that are not doubtful.
    Everywhere {
        /// What to look for.
        source: Source,
        /// What is done.
        edit: OccurrenceEdit,
        /// The selection, which is tagged whether it is doubtful or not.
        own: Option<OwnPlace>,
    },
    /// Do something with those that are ticked.
    Apply {
        /// What is done.
        edit: OccurrenceEdit,
        /// What is listed.
        all: ByPtr<Vec<Occurrence>>,
        /// Which of them are ticked, one for each.
        ticked: Rc<Vec<bool>>,
    },
}

/// The selection that is tagged with all other occurrences of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPlace {
    /// Where it is.
    pub place: Place,
    /// The cursor when this was asked for.
    pub cursor: Option<Cursor>,
}

/// Work that is asked for.
#[derive(Clone, Debug)]
pub struct OccurrenceRequest {
    /// The number of the request.
    pub number: u32,
    /// What is to be done.
    pub task: Rc<OccurrenceTask>,
    /// The project.
    pub editor: Editor,
    /// Time and author.
    pub stamp: Stamp,
}

/// Work that is done in steps.
#[derive(Debug)]
pub struct OccurrenceJob {
    request: OccurrenceRequest,
    stage: Stage,
    untagged: Vec<Occurrence>,
    tagged: Vec<Occurrence>,
    chosen: Chosen,
}

#[derive(Debug)]
enum Stage {
    Find(Box<OccurrenceFinder>),
    /// The ticked ones are chosen; how many of the list were looked at.
    Choose(usize),
    Edit(Box<BulkEdit>),
    Failed(EditError),
}

/// What the edit is about.
#[derive(Debug, Default)]
struct Chosen {
    new: Vec<NewAnnotation>,
    tags: Vec<AnnotationId>,
    /// How many doubtful occurrences are left out.
    left_out: usize,
}

impl OccurrenceJob {
    /// Begins with a request.
    pub fn new(request: OccurrenceRequest) -> Self {
        let find = |source: &Source, label: &LabelId| {
            Box::new(match source {
                Source::Query(query) => {
                    OccurrenceFinder::new(request.editor.project(), std::slice::from_ref(query), label)
                }
                Source::Search(places) => OccurrenceFinder::of_places(places.to_vec(), label),
            })
        };
        let mut chosen = Chosen::default();
        let stage = match &*request.task {
            OccurrenceTask::Find { source, label, .. } => Stage::Find(find(source, label)),
            OccurrenceTask::Everywhere { source, edit, own } => {
                chosen.new.extend(own.iter().map(|own| edit.template.at(&own.place)));
                Stage::Find(find(source, &edit.template.label))
            }
            OccurrenceTask::Apply { .. } => Stage::Choose(0),
        };
        Self { request, stage, untagged: Vec::new(), tagged: Vec::new(), chosen }
    }

    /// Goes on; returns whether there is more to do.
    pub fn step(&mut self) -> bool {
        match &mut self.stage {
            Stage::Find(finder) => {
                let has_more = finder.step(self.request.editor.project());
                let found = finder.take_found();
                self.add(found);
                if !has_more {
                    return self.begin_edit();
                }
            }
            Stage::Choose(_) => self.choose(),
            Stage::Edit(edit) => match edit.step() {
                Ok(has_more) => return has_more,
                Err(error) => self.stage = Stage::Failed(error),
            },
            Stage::Failed(_) => return false,
        }
        true
    }

    /// How much was done, in percent. Finding takes about a fifth of the time of changing what was found.
    pub fn percent(&self) -> u8 {
        let finds_only = matches!(*self.request.task, OccurrenceTask::Find { .. });
        let edits_only = matches!(*self.request.task, OccurrenceTask::Apply { .. });
        match &self.stage {
            Stage::Find(finder) if finds_only => finder.percent(),
            Stage::Find(finder) => finder.percent() / 5,
            Stage::Choose(_) => 0,
            Stage::Edit(edit) if edits_only => edit.percent(),
            Stage::Edit(edit) => 20 + edit.percent() / 5 * 4,
            Stage::Failed(_) => 100,
        }
    }

    /// What it led to, once there is no more to do.
    pub fn finish(self) -> OccurrenceResult {
        match self.stage {
            Stage::Edit(edit) => OccurrenceResult::Planned(edit.finish(), self.chosen.left_out),
            Stage::Failed(error) => OccurrenceResult::Failed(error),
            Stage::Find(_) | Stage::Choose(_) => {
                let found =
                    FoundOccurrences { untagged: ByPtr(self.untagged.into()), tagged: ByPtr(self.tagged.into()) };
                OccurrenceResult::Found(self.request.editor.project().clone(), found)
            }
        }
    }

    /// Takes over what was found: into the lists, or into what is changed.
    fn add(&mut self, found: Vec<Occurrence>) {
        let OccurrenceTask::Everywhere { edit, own, .. } = &*self.request.task else {
            return found.into_iter().for_each(|one| {
                let list = if one.tag.is_some() { &mut self.tagged } else { &mut self.untagged };
                list.push(one);
            });
        };
        for one in found {
            match (one.tag, edit.operation) {
                (None, Operation::Tag) if own.as_ref().is_some_and(|own| own.place == one.place) => {}
                (None, Operation::Tag) if one.doubt.is_some() => self.chosen.left_out += 1,
                (None, Operation::Tag) => self.chosen.new.push(edit.template.at(&one.place)),
                (Some(tag), Operation::Relabel | Operation::Remove) => self.chosen.tags.push(tag),
                _ => {}
            }
        }
    }

    /// Looks at some of the listed ones.
    fn choose(&mut self) {
        let (Stage::Choose(at), OccurrenceTask::Apply { edit, all, ticked }) = (&mut self.stage, &*self.request.task)
        else {
            return;
        };
        let end = (*at + STEP).min(all.len());
        for (one, _) in all.iter().zip(ticked.iter()).take(end).skip(*at).filter(|(_, ticked)| **ticked) {
            match edit.operation {
                Operation::Tag => self.chosen.new.push(edit.template.at(&one.place)),
                Operation::Relabel | Operation::Remove => self.chosen.tags.extend(one.tag.clone()),
            }
        }
        *at = end;
        if end == all.len() {
            self.begin_edit();
        }
    }

    /// Begins to change what was chosen. Returns whether there is anything to do.
    fn begin_edit(&mut self) -> bool {
        let (OccurrenceTask::Everywhere { edit, .. } | OccurrenceTask::Apply { edit, .. }) = &*self.request.task else {
            return false;
        };
        let Chosen { new, tags, .. } = &mut self.chosen;
        let (new, tags) = (std::mem::take(new), std::mem::take(tags));
        let command = match edit.operation {
            Operation::Tag => BulkCommand::Annotate(new),
            Operation::Relabel => BulkCommand::Update(tags, edit.patch()),
            Operation::Remove => BulkCommand::Remove(tags),
        };
        self.stage = match self.request.editor.begin(command, self.request.stamp.clone()) {
            Ok(edit) => Stage::Edit(Box::new(edit)),
            Err(error) => Stage::Failed(error),
        };
        true
    }
}
