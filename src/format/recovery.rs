//! Opens a project from its stored records, as far as they are intact.
//!
//! A project is stored as numbered steps, and as snapshots, each with the number of the first step that it does not
//! contain. The project is opened from the newest intact snapshot and the steps after it, up to the first step that is
//! missing or damaged.

use crate::edit::{Conflict, Editor, Step, StepKind, Summary};
use crate::format::checksummed::Damage;
use crate::format::{ReadError, checksummed, journal, native};
use crate::model::Project;

/// A checksummed record under its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    /// For a step: its number. For a snapshot: the number of the first step that it does not contain.
    pub seq: u32,
    /// The bytes of the record; empty if the stored value is not bytes.
    pub bytes: Vec<u8>,
}

/// The stored records of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredRecords {
    /// The key of the project in the storage.
    pub key: String,
    /// The number of the next step; `None` if the entry of the project is damaged.
    pub next: Option<u32>,
    /// The snapshots, in any order.
    pub snapshots: Vec<StoredRecord>,
    /// The steps, in the order of their numbers.
    pub steps: Vec<StoredRecord>,
}

/// A project, as far as it could be recovered.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The project, with the steps since the snapshot as its history.
    pub editor: Editor,
    /// The number of the snapshot that was opened.
    pub base: u32,
    /// The number of the next step.
    pub next: u32,
    /// What could not be read.
    pub loss: Option<Loss>,
}

/// The parts of a stored project that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// The number of damaged snapshots.
    pub snapshots: usize,
    /// Whether no snapshot was intact, and all steps were applied again from the first.
    pub from_nothing: bool,
    /// The number of lost steps: the first that is damaged or missing, and all after it.
    pub steps: usize,
    /// The summaries of the lost steps, as far as they can be read.
    pub summaries: Vec<(StepKind, Summary)>,
    /// Why the first lost step cannot be read; `None` if no step is lost.
    pub reason: Option<Unreadable>,
}

/// Why a stored record, or a stored project, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing is stored of the project.
    NothingStored,
    /// The record is missing.
    Missing,
    /// Its bytes are damaged.
    Damaged(Damage),
    /// Its content is not what was expected.
    Content(ReadError),
    /// The step does not fit the project.
    Conflict(Conflict),
}

/// Opens a stored project. `empty` is the project that the first step was applied to; it is used if no snapshot is
/// intact.
///
/// # Errors
/// When no record can be read.
pub fn open(records: &StoredRecords, empty: Project) -> Result<Recovered, Unreadable> {
    let mut loss = Loss::default();
    let base = newest_intact(records, &mut loss, empty);
    let mut replay = Replay::new(base, loss);
    while replay.step(records) {}
    replay.finish(records)
}

/// Opens a stored project from one that was read already: applies the steps after it, one at a time, so that the caller can pause
/// between them.
pub struct Replay {
    from: Base,
    loss: Loss,
    /// The number of the step that is applied next.
    next: u32,
    /// Its index among the stored steps.
    at: usize,
    /// Why it cannot be applied.
    reason: Option<Unreadable>,
}

impl Replay {
    /// Begins with the newest snapshot: the project before the step `base`.
    pub fn from_snapshot(project: Project, base: u32) -> Self {
        Self::new(Base { editor: Editor::new(project), base, why: None }, Loss::default())
    }

    fn new(from: Base, loss: Loss) -> Self {
        Self { next: from.base, from, loss, at: 0, reason: None }
    }

    /// Applies the next step; returns whether there may be more. The records are the same in each call.
    pub fn step(&mut self, records: &StoredRecords) -> bool {
        let Some(step) = records.steps.get(self.at) else { return false };
        self.at += 1;
        if step.seq < self.from.base {
            return true;
        }
        if step.seq != self.next {
            return false;
        }
        if let Err(reason) = run(&records.key, step, &mut self.from.editor) {
            self.reason = Some(reason);
            return false;
        }
        self.next += 1;
        true
    }

    /// The project, after the last step.
    ///
    /// # Errors
    /// As [`open`].
    pub fn finish(self, records: &StoredRecords) -> Result<Recovered, Unreadable> {
        let Self { from: Base { mut editor, base, why }, mut loss, next, reason, .. } = self;
        let last = records.steps.last().map_or(base, |step| step.seq.saturating_add(1));
        let expected = records.next.unwrap_or(last).max(last).max(base);
        if loss.from_nothing && next == 0 {
            return Err(why.unwrap_or(Unreadable::NothingStored));
        }
        loss.steps = (expected - next) as usize;
        if loss.steps > 0 {
            loss.reason = Some(reason.unwrap_or(Unreadable::Missing));
            loss.summaries = readable_summaries(records, next);
        }
        editor.refresh_ids();
        let is_complete = loss.snapshots == 0 && !loss.from_nothing && loss.steps == 0;
        Ok(Recovered { editor, base, next, loss: (!is_complete).then_some(loss) })
    }
}

/// The project that the steps are applied to, and why the newest snapshot could not be read.
struct Base {
    editor: Editor,
    base: u32,
    why: Option<Unreadable>,
}

fn newest_intact(records: &StoredRecords, loss: &mut Loss, empty: Project) -> Base {
    let mut snapshots: Vec<&StoredRecord> = records.snapshots.iter().collect();
    crate::order::sort_by_key(&mut snapshots, |snapshot| std::cmp::Reverse(snapshot.seq));
    let mut why = None;
    for snapshot in snapshots {
        match read_snapshot(&records.key, snapshot) {
            Ok(project) => return Base { editor: Editor::new(project), base: snapshot.seq, why },
            Err(reason) => {
                loss.snapshots += 1;
                why.get_or_insert(reason);
            }
        }
    }
    loss.from_nothing = true;
    Base { editor: Editor::new(empty), base: 0, why }
}

fn read_snapshot(key: &str, snapshot: &StoredRecord) -> Result<Project, Unreadable> {
    let name = checksummed::snapshot_name(key, snapshot.seq);
    let json = checksummed::decode(&name, &snapshot.bytes).map_err(Unreadable::Damaged)?;
    native::read(json).map_err(Unreadable::Content)
}

/// Reads the checksummed record of a step that follows the project `before`.
///
/// # Errors
/// When the record is damaged, or the step does not fit the project.
pub fn read_step(key: &str, step: &StoredRecord, before: &Project) -> Result<Step, Unreadable> {
    decode(payload(key, step)?, before)
}

fn decode(record: &str, before: &Project) -> Result<Step, Unreadable> {
    journal::decode_step(before, record).map_err(Unreadable::Content)
}

/// Applies step records to the project of `editor`, up to the first that does not fit. Returns what is lost; `None` if
/// all were applied.
pub fn replay_records(editor: &mut Editor, records: &[String]) -> Option<Loss> {
    let failed = records.iter().enumerate().find_map(|(at, record)| Some((at, run_record(record, editor).err()?)));
    editor.refresh_ids();
    let (at, reason) = failed?;
    let lost = &records[at..];
    let summaries = lost.iter().filter_map(|record| journal::read_summary(record)).collect();
    Some(Loss { steps: lost.len(), summaries, reason: Some(reason), ..Loss::default() })
}

#[inline(never)]
fn run_record(record: &str, editor: &mut Editor) -> Result<(), Unreadable> {
    let step = decode(record, editor.project())?;
    editor.run(step).map_err(Unreadable::Conflict)?;
    Ok(())
}

fn run(key: &str, step: &StoredRecord, editor: &mut Editor) -> Result<(), Unreadable> {
    run_record(payload(key, step)?, editor)
}

fn payload<'a>(key: &str, step: &'a StoredRecord) -> Result<&'a str, Unreadable> {
    checksummed::decode(&checksummed::step_name(key, step.seq), &step.bytes).map_err(Unreadable::Damaged)
}

fn readable_summaries(records: &StoredRecords, from: u32) -> Vec<(StepKind, Summary)> {
    let summary = |step: &StoredRecord| journal::read_summary(payload(&records.key, step).ok()?);
    records.steps.iter().filter(|step| step.seq >= from).filter_map(summary).collect()
}
